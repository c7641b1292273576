/** What is said before an export, and what one tap mends. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { coveredWords, placeInside, preflight, type PreflightFacts } from '../../../src/export/preflight';
import { EXPORT_PRESETS } from '../../../src/export/presets';
import { FREE_ZONES, coveredOn } from '../../../src/project/safe-zones';
import { addText } from '../../../src/project/edits/change-texts';
import { changeRow } from '../../../src/project/edits/change-voice';
import type { ExportPreset } from '../../../src/studio/exporter';
import { sampleProject } from '../../support/sample-projects';

const upright = sampleProject({ size: { width: 720, height: 1280 } });
const project = { ...upright, size: { width: 1080, height: 1920 } };

function preset(id: string): ExportPreset {
  const found = EXPORT_PRESETS.find((each) => each.id === id);
  if (found === undefined) throw new Error(`No preset ${id}.`);
  return found;
}

const facts = (patch: Partial<PreflightFacts> = {}): PreflightFacts => ({
  project,
  preset: preset('mp4-720'),
  start: 0,
  end: 15,
  missing: [],
  undecodable: [],
  bytes: 10_000_000,
  freeBytes: 1_000_000_000,
  boxOf: () => ({ x: 0.3, y: 0.4, width: 0.3, height: 0.1 }),
  ...patch,
});

const ids = (patch: Partial<PreflightFacts>): string[] => preflight(facts(patch)).map(({ id }) => id);

describe('preflight', () => {
  test('has nothing to say of a film that is as it should be', () => {
    expect(preflight(facts())).toEqual([]);
  });

  test('stops where takes are missing or cannot be decoded', () => {
    expect(preflight(facts({ missing: ['a', 'b'], undecodable: ['c'] }))).toEqual([
      { id: 'missing-source', isFatal: true, values: { count: 2 } },
      { id: 'undecodable', isFatal: true, values: { count: 1 } },
    ]);
  });

  test('stops where there is too little space, and says how much is lacking', () => {
    expect(preflight(facts({ freeBytes: 2_000_000 }))).toEqual([
      { id: 'too-little-space', isFatal: true, values: { megabytes: 20 } },
    ]);
  });

  test('says nothing of space that the browser does not tell', () => {
    expect(ids({ freeBytes: null })).toEqual([]);
  });

  test('says when sound is off', () => {
    const silent = (['video', 'music', 'voice'] as const).reduce(
      (film, kind) => changeRow(film, kind, { muted: true }),
      project,
    );
    expect(ids({ project: silent })).toEqual(['sound-off']);
    expect(ids({ project: silent, preset: preset('cover') })).toEqual([]);
  });

  test('says when a film is longer than the service takes it', () => {
    const limited = EXPORT_PRESETS.find(({ maxSeconds }) => maxSeconds !== undefined);
    if (limited?.maxSeconds === undefined) throw new Error('No preset has a longest film.');
    expect(ids({ preset: limited, end: limited.maxSeconds })).toEqual([]);
    expect(ids({ preset: limited, end: limited.maxSeconds + 1 })).toEqual(['too-long']);
  });

  test('says when words lie where the service has its buttons', () => {
    const film = addText(project, 'Fifteen', 'words');
    const boxOf = (): { x: number; y: number; width: number; height: number } => ({
      x: 0.1,
      y: 0.95,
      width: 0.8,
      height: 0.05,
    });
    expect(ids({ project: film, boxOf })).toEqual(['words-outside']);
    expect(
      coveredWords({
        project: { ...film, size: { width: 1920, height: 1080 } },
        preset: preset('mp4-720'),
        boxOf,
      }),
    ).toEqual([]);
  });
});

test('words that are put inside are covered by nothing any more', () => {
  const part = fc.double({ min: 0, max: 1, noNaN: true });
  fc.assert(
    fc.property(
      fc.constantFrom('tiktok', 'reels', 'shorts'),
      part,
      part,
      part,
      part,
      (platform, x, y, w, h) => {
        const free = FREE_ZONES[platform];
        const box = { x, y, width: w * free.width * 0.95, height: h * free.height * 0.95 };
        const middle = placeInside(box, platform);
        const moved = { ...box, x: middle.x - box.width / 2, y: middle.y - box.height / 2 };
        expect(coveredOn(moved)).not.toContain(platform);
      },
    ),
  );
});
