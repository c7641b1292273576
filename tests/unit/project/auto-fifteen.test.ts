import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addFlicks, frameDuration, toFlicks, toSeconds, type Flicks } from '../../../src/core/time';
import { LANDMARK } from '../../../src/pose/landmarks';
import { movementBetween } from '../../../src/pose/movement';
import { createPose } from '../../../src/pose/pose';
import { PoseTrackBuilder } from '../../../src/pose/pose-track';
import { bestStretches, partsOf, type Stretch } from '../../../src/project/best-moments';
import { itemsOf } from '../../../src/project/change-items';
import { projectDuration } from '../../../src/project/duration';
import { addText } from '../../../src/project/edits/change-texts';
import { keepStretches } from '../../../src/project/edits/keep-stretches';
import { trimItem } from '../../../src/project/edits/move-item';
import { sampleProject } from '../../support/sample-projects';

const seconds = (from: number, to: number): Stretch => ({ from: toFlicks(from), to: toFlicks(to) });
const shown = (stretches: readonly Stretch[]): number[][] =>
  stretches.map(({ from, to }) => [toSeconds(from), toSeconds(to)]);
const beats = (count: number, period: number): Flicks[] =>
  Array.from({ length: count }, (_, beat) => toFlicks(beat * period));

describe('the parts of a clip', () => {
  it('are whole bars of its music', () => {
    expect(shown(partsOf(seconds(1, 8), beats(40, 0.5)))).toEqual([
      [1, 3],
      [3, 5],
      [5, 7],
    ]);
  });

  it('are of even length without music', () => {
    expect(shown(partsOf(seconds(0, 5), []))).toEqual([
      [0, 1.5],
      [1.5, 3],
      [3, 4.5],
    ]);
  });
});

describe('the best of them', () => {
  it('are taken by value, kept in their order, and joined', () => {
    const parts = partsOf(seconds(0, 12), beats(25, 0.5));
    const best = bestStretches(
      parts,
      ({ from }) => [1, 5, 6, 0, 7, 2][toSeconds(from) / 2] ?? 0,
      toFlicks(6.5),
    );
    expect(shown(best)).toEqual([
      [2, 6],
      [8, 10],
    ]);
  });

  it('are never longer than asked, and whole parts of what there is', () => {
    const any = fc.record({
      length: fc.double({ min: 0.5, max: 90, noNaN: true }),
      period: fc.double({ min: 0.3, max: 1.2, noNaN: true }),
      most: fc.double({ min: 1, max: 30, noNaN: true }),
      values: fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 40 }),
    });
    fc.assert(
      fc.property(any, ({ length, period, most, values }) => {
        const parts = partsOf(seconds(0, length), beats(300, period));
        const best = bestStretches(
          parts,
          (part) => values[parts.indexOf(part) % values.length] ?? 0,
          toFlicks(most),
        );
        expect(best.reduce((sum, { from, to }) => sum + to - from, 0)).toBeLessThanOrEqual(toFlicks(most));
        const edges = new Set(parts.flatMap(({ from, to }) => [from, to]));
        for (const { from, to } of best) expect(edges.has(from) && edges.has(to) && from < to).toBe(true);
      }),
    );
  });
});

describe('keeping stretches of a clip', () => {
  let ids = 0;
  const newId = (): string => `part-${(ids += 1)}`;

  it('leaves the film as long as they are, showing what they showed', () => {
    const film = keepStretches(sampleProject(), 'clip-1', [seconds(2, 4), seconds(8, 11)], newId);
    expect(toSeconds(projectDuration(film))).toBe(5);
    expect(
      itemsOf(film, 'video').map(({ sourceStart, duration }) => [sourceStart, toSeconds(duration)]),
    ).toEqual([
      [2, 2],
      [8, 3],
    ]);
  });

  it('lets words move with what they were over', () => {
    let film = addText(sampleProject(), 'Now', 'words');
    film = trimItem(trimItem(film, 'words', 'start', toFlicks(9)), 'words', 'end', toFlicks(10));
    const [words] = itemsOf(keepStretches(film, 'clip-1', [seconds(2, 4), seconds(8, 11)], newId), 'text');
    expect(toSeconds(words?.start ?? (0 as Flicks))).toBe(3);
  });

  it('does nothing without a stretch or for a clip that is not there', () => {
    const film = sampleProject();
    expect(keepStretches(film, 'clip-1', [], newId)).toBe(film);
    expect(keepStretches(film, 'nobody', [seconds(1, 2)], newId)).toBe(film);
  });

  it('leaves clips without gaps, on whole frames', () => {
    const cut = fc.uniqueArray(fc.integer({ min: 0, max: 450 }), { minLength: 2, maxLength: 10 });
    fc.assert(
      fc.property(cut, (frames) => {
        const edges = frames.sort((a, b) => a - b).map((frame) => (frame * frameDuration(30)) as Flicks);
        const stretches: Stretch[] = [];
        for (let index = 0; index + 1 < edges.length; index += 2) {
          const [from, to] = [edges[index], edges[index + 1]];
          if (from !== undefined && to !== undefined) stretches.push({ from, to });
        }
        const film = keepStretches(sampleProject(), 'clip-1', stretches, newId);
        const wanted = stretches.reduce((sum, { from, to }) => sum + to - from, 0);
        expect(projectDuration(film)).toBe(wanted);
        let at = 0 as Flicks;
        for (const { start, duration } of itemsOf(film, 'video')) {
          expect(start).toBe(at);
          at = addFlicks(start, duration);
        }
      }),
    );
  });
});

describe('how much a body moves', () => {
  /** A hand that swings `metres` back and forth ten times a second from second 1 to second 2. */
  const track = (() => {
    const builder = new PoseTrackBuilder({ fps: 30, aspect: 9 / 16, source: 'test' });
    for (let row = 0; row < 90; row += 1) {
      const pose = createPose();
      pose.visibility.fill(1);
      const isSwinging = row >= 30 && row < 60;
      pose.world[LANDMARK.leftWrist * 3] = isSwinging && row % 2 === 0 ? 0.1 : 0;
      builder.append(row / 30, pose);
    }
    return builder.build();
  })();

  it('is nothing for who stands, and more for who swings', () => {
    expect(movementBetween(track, 0, 0.9)).toBe(0);
    // One of four ends goes 0.1 m in each thirtieth of a second.
    expect(movementBetween(track, 1.1, 1.9)).toBeCloseTo(0.75, 1);
  });

  it('is nothing where nobody is', () => {
    expect(movementBetween(track, 50, 60)).toBe(0);
  });
});
