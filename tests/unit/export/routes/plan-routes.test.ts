/** Which way each stretch of a film takes. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { frameCount, toFlicks } from '../../../../src/core/time';
import { planRoutes, type RouteRequest } from '../../../../src/export/routes/plan-routes';
import { closedGroups, type SourceFacts } from '../../../../src/export/routes/source-facts';
import type { FilmStretch } from '../../../../src/export/routes/stretch';
import { itemsOf } from '../../../../src/project/change-items';
import { createProjectFromTake } from '../../../../src/project/create-project';
import { projectDuration } from '../../../../src/project/duration';
import { changeClip } from '../../../../src/project/edits/change-clip';
import { addText } from '../../../../src/project/edits/change-texts';
import { setNumbers } from '../../../../src/project/edits/change-numbers';
import { splitClip } from '../../../../src/project/edits/split-clip';
import type { Project } from '../../../../src/project/project';
import { sampleTake } from '../../../support/sample-projects';

const SIZE = { width: 720, height: 1280 } as const;
const FPS = 30;
const SECONDS = 4;

/** A film of our own size with a key picture each second. */
const facts: SourceFacts = {
  size: SIZE,
  notCopied: null,
  isScalable: true,
  ...closedGroups(
    Array.from({ length: SECONDS * FPS }, (_, index) => ({
      time: index / FPS,
      isEntry: index % FPS === 0,
      bytes: 10_000,
    })),
  ),
};

function project(): Project {
  return createProjectFromTake(
    { ...sampleTake, size: SIZE, duration: SECONDS, mirror: false, music: null },
    { id: 'project', now: 0 },
  );
}

const first = (film: Project): string => itemsOf(film, 'video')[0]?.id ?? '';

function plan(
  film: Project,
  patch: Partial<RouteRequest> = {},
  source: Partial<SourceFacts> = {},
): FilmStretch[] {
  return planRoutes({ ...request(film), ...patch }, new Map([[sampleTake.id, { ...facts, ...source }]]));
}

const short = (stretches: readonly FilmStretch[]): string[] =>
  stretches.map(({ first: from, count, route, reason }) => `${from}+${count} ${route} (${reason})`);

describe('a clip', () => {
  test('that nothing is done to is copied', () => {
    expect(short(plan(project()))).toEqual(['0+120 copy (untouched)']);
    expect(plan(project())[0]).toMatchObject({ takeId: sampleTake.id, picture: 0 });
  });

  test('that begins between two key pictures is encoded up to the next', () => {
    expect(short(plan(project(), { first: 20, count: 70 }))).toEqual([
      '0+10 direct (edge)',
      '10+60 copy (untouched)',
    ]);
  });

  test('that is cut in the middle of a group is encoded to the end of it', () => {
    const film = splitClip(project(), first(project()), toFlicks(1.5), 'second');
    expect(short(plan(film))).toEqual([
      '0+30 copy (untouched)',
      '30+15 direct (edge)',
      '45+15 direct (edge)',
      '60+60 copy (untouched)',
    ]);
  });

  test.each([
    ['of another size', {}, { size: { width: 1080, height: 1920 } }, 'size'],
    ['of another codec', {}, { notCopied: 'codec' }, 'codec'],
    ['in other colours', {}, { notCopied: 'colors' }, 'colors'],
    ['that is not to be copied', { cheapest: 'direct' }, {}, 'reencode'],
    ['of a file that holds no packets of films', { cheapest: 'direct', isOfOtherKind: true }, {}, 'kind'],
    ['with more bits than the file may have', { mostBitrate: 1_000_000 }, {}, 'bitrate'],
  ] as const)('%s is encoded without being drawn', (_, request, source, reason) => {
    expect(short(plan(project(), request, source))).toEqual([`0+120 direct (${reason})`]);
  });

  test('that is cropped is encoded without being drawn', () => {
    const film = setNumbers(project(), first(project()), { scale: 1.5 }, toFlicks(1));
    expect(short(plan(film))).toEqual(['0+120 direct (size)']);
  });

  test('that is seen as in a mirror is encoded without being drawn', () => {
    const film = changeClip(project(), first(project()), { mirror: true });
    expect(short(plan(film))).toEqual(['0+120 direct (mirrored)']);
  });

  test('whose pictures only the compositor can read is drawn', () => {
    expect(short(plan(project(), {}, { isScalable: false }))).toEqual(['0+120 compose (unscalable)']);
  });

  test('of which nothing is known is drawn', () => {
    expect(short(planRoutes(request(project()), new Map()))).toEqual(['0+120 compose (unscalable)']);
  });

  test('that leaves a part of the stage free is drawn', () => {
    const film = setNumbers(project(), first(project()), { scale: 0.5 }, toFlicks(1));
    expect(short(plan(film))).toEqual(['0+120 compose (bars)']);
  });

  test('under words is drawn as long as they are there', () => {
    const film = addText(project(), 'Fifteen', 'words');
    const [words] = itemsOf(film, 'text');
    const routes = plan(film);
    expect(routes.some(({ route, reason }) => route === 'compose' && reason === 'words')).toBe(true);
    expect(words).toBeDefined();
  });
});

function request(film: Project): RouteRequest {
  return {
    project: film,
    first: 0,
    count: frameCount(projectDuration(film), FPS),
    fps: FPS,
    size: SIZE,
    mostBitrate: 9_000_000,
    cheapest: 'copy',
  };
}

test('a film at another rate than its source is not copied', () => {
  const slow = closedGroups(
    Array.from({ length: SECONDS * 25 }, (_, index) => ({
      time: index / 25,
      isEntry: index % 25 === 0,
      bytes: 10_000,
    })),
  );
  expect(short(plan(project(), {}, slow))).toEqual(['0+120 direct (rate)']);
});

test('stretches follow each other over all frames, whatever is cut and wherever it begins', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 1, max: 118 }), { maxLength: 5 }),
      fc.nat(40),
      fc.constantFrom('copy', 'direct', 'compose'),
      fc.uniqueArray(fc.integer({ min: 1, max: 119 }), { maxLength: 12 }),
      (cuts, from, cheapest, keys) => {
        let film = project();
        cuts.forEach((frame, index) => {
          const at = toFlicks(frame / FPS);
          const clip = itemsOf(film, 'video').find(
            ({ start, duration }) => start < at && start + duration > at,
          );
          if (clip !== undefined) film = splitClip(film, clip.id, at, `cut-${index}`);
        });
        const count = 120 - from;
        const source = closedGroups(
          Array.from({ length: 120 }, (_, index) => ({
            time: index / FPS,
            isEntry: index === 0 || keys.includes(index),
            bytes: 10_000,
          })),
        );
        const stretches = plan(film, { first: from, count, cheapest }, source);
        let end = 0;
        for (const stretch of stretches) {
          expect(stretch.first).toBe(end);
          end += stretch.count;
          const rank = ['copy', 'direct', 'compose'];
          expect(rank.indexOf(stretch.route)).toBeGreaterThanOrEqual(rank.indexOf(cheapest));
          if (stretch.route !== 'copy') continue;
          // Whole groups, picture for picture.
          expect(stretch.picture).toBe(stretch.first + from);
          const starts = source.groups.map((group) => group.first);
          expect(starts).toContain(stretch.picture);
          expect([...starts, 120]).toContain((stretch.picture ?? 0) + stretch.count);
        }
        expect(end).toBe(count);
      },
    ),
  );
});
