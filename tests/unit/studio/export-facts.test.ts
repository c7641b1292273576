/** What is said of an export besides the film: its name for the library, its words, how long it will take. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { captionOf } from '../../../src/studio/export-caption';
import { expectedSeconds, learnPace } from '../../../src/studio/export-pace';
import { exportSignature } from '../../../src/studio/export-signature';
import type { ExportStretch } from '../../../src/studio/exporter';
import { sampleProject } from '../../support/sample-projects';

const CHOICE = { presetId: 'mp4-720' } as const;

describe('the signature of an export', () => {
  test('stays when only the name or the day is another', async () => {
    const film = sampleProject();
    const renamed = { ...film, id: 'other', name: 'Other', createdAt: 1, modifiedAt: 2 };
    expect(await exportSignature(renamed, CHOICE)).toBe(await exportSignature(film, CHOICE));
  });

  test('stays when fields come in another order', async () => {
    const film = sampleProject();
    const turned = Object.fromEntries(Object.entries(film).reverse()) as unknown as typeof film;
    expect(await exportSignature(turned, CHOICE)).toBe(await exportSignature(film, CHOICE));
  });

  test.each([
    ['another preset', { presetId: 'mp4-1080' }],
    ['another part', { ...CHOICE, range: { start: 0, end: 3 } }],
    ['the mark', { ...CHOICE, watermark: true }],
  ] as const)('is another with %s', async (_, choice) => {
    const film = sampleProject();
    expect(await exportSignature(film, choice)).not.toBe(await exportSignature(film, CHOICE));
  });

  test('is another when anything of the film is', async () => {
    const film = sampleProject();
    const louder = { ...film, master: { ...film.master, evenLoudness: !film.master.evenLoudness } };
    expect(await exportSignature(louder, CHOICE)).not.toBe(await exportSignature(film, CHOICE));
  });
});

describe('words to post', () => {
  test('are the name and its tags', () => {
    expect(captionOf({ name: ' Friday night ' }, ['Neon Steps'])).toBe(
      'Friday night\n\n#neonsteps #dance #fifteen',
    );
  });

  test('have tags of any script, and none twice', () => {
    expect(captionOf({ name: 'x' }, ['霓虹 舞步', 'ดนตรี', 'Dance!', '…'])).toBe(
      'x\n\n#霓虹舞步 #ดนตรี #dance #fifteen',
    );
  });

  test('have no tag that breaks off', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme' }), { maxLength: 4 }), (titles) => {
        const [, tags = ''] = captionOf({ name: 'x' }, titles).split('\n\n');
        for (const tag of tags.split(' ')) expect(tag).toMatch(/^#[\p{L}\p{M}\p{N}]+$/u);
      }),
    );
  });
});

describe('the pace of a device', () => {
  const size = { width: 720, height: 1280 };
  const stretches: readonly ExportStretch[] = [
    { first: 0, count: 300, route: 'direct', reason: 'size' },
    { first: 300, count: 150, route: 'compose', reason: 'effects' },
  ];

  test('that was measured once foretells the same film exactly', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 100, max: 60_000 }),
        fc.integer({ min: 0, max: 5000 }),
        (picture, rest) => {
          const pace = learnPace(null, stretches, size, picture, picture + rest);
          expect(expectedSeconds(pace, stretches, size)).toBeCloseTo((picture + rest) / 1000, 6);
        },
      ),
    );
  });

  test('comes nearer with each film of the same kind', () => {
    let pace = learnPace(null, stretches, size, 1000, 2000);
    let off = Infinity;
    for (let film = 0; film < 6; film += 1) {
      pace = learnPace(pace, stretches, size, 4000, 5000);
      const now = Math.abs(expectedSeconds(pace, stretches, size) - 5);
      expect(now).toBeLessThan(off);
      off = now;
    }
    expect(off).toBeLessThan(0.2);
  });

  test('of routes that were not taken stays', () => {
    const pace = learnPace(null, stretches, size, 1000, 2000);
    const [direct] = stretches;
    const next = learnPace(pace, direct === undefined ? [] : [direct], size, 9000, 9500);
    expect(next.compose).toBe(pace.compose);
    expect(next.direct).toBeGreaterThan(pace.direct);
  });
});
