/** The arithmetic behind a challenge that is made from a film. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutMoves } from '../../../src/dance/cut-moves';
import { cutTrack, snapMoves } from '../../../src/dance/cut-track';
import { changeMove, mergeWithNext, splitMoveAt, withoutMove } from '../../../src/dance/draft-moves';
import { noisyBot, stillBot } from '../../../src/dance/bots';
import { inspectTrack } from '../../../src/dance/inspect-track';
import { selfTest, withoutPassed } from '../../../src/dance/self-test';
import { smoothTrack } from '../../../src/dance/smooth-track';
import type { Move } from '../../../src/dance/compile';
import { countBodies } from '../../../src/pose/detector/count-bodies';
import { poseAtRow, PoseTrackBuilder, type PoseTrack } from '../../../src/pose/pose-track';
import { bundledReferences } from '../../bench/dance/references';

const [bundled] = bundledReferences();
if (bundled === undefined) throw new Error('No bundled challenge.');
const { track } = bundled;
const cut = cutMoves(track);

function error(a: PoseTrack, b: PoseTrack): number {
  return Math.sqrt(a.image.reduce((sum, value, at) => sum + (value - (b.image[at] ?? 0)) ** 2, 0));
}

function isInOrder(moves: readonly Move[], duration: number): boolean {
  return moves.every(
    ({ start, end, keyTime, index }, place) =>
      index === place &&
      end > start &&
      keyTime >= start - 1e-9 &&
      keyTime <= end + 1e-9 &&
      start >= (moves[place - 1]?.end ?? 0) - 1e-9 &&
      end <= duration + 1e-9,
  );
}

describe('smoothing both ways', () => {
  it('takes a third of the jitter from a body that stands', () => {
    const still = stillBot(track, 1);
    const rest = stillBot(track, 2);
    const raw = error(still, rest);
    expect(error(smoothTrack(still), smoothTrack(rest))).toBeLessThan(0.66 * raw);
  });

  it('brings a jittery dance nearer to the true one, and does not delay it', () => {
    const jittery = noisyBot(track, 0.004, 0);
    const smooth = smoothTrack(jittery);
    expect(error(smooth, track)).toBeLessThan(error(jittery, track));
    const middle = cutTrack(smooth, 1, 13);
    const shifted = (seconds: number): PoseTrack => cutTrack(track, 1 + seconds, 13 + seconds);
    for (const late of [-1 / 30, 1 / 30])
      expect(error(middle, shifted(0))).toBeLessThan(0.5 * error(middle, shifted(late)));
  });
});

describe('looking for what is wrong', () => {
  it('finds nothing in a whole dance', () => {
    expect(inspectTrack(track)).toEqual([]);
  });

  it('tells when the body was lost, when the picture leapt, and when somebody else was there', () => {
    const builder = new PoseTrackBuilder(track);
    for (let row = 0; row < 300; row += 1) {
      const pose = row >= 60 && row < 90 ? null : poseAtRow(track, row);
      if (pose !== null && row >= 150) {
        for (let at = 0; at < 99; at += 3) pose.image[at] = (pose.image[at] ?? 0) + 0.4;
      }
      builder.append(row / 30, pose);
    }
    const reports = inspectTrack(builder.build(), [7.5, 8.5]);
    expect(reports.map(({ kind }) => kind)).toEqual(['lost', 'leap', 'other']);
    expect(reports[0]).toMatchObject({ from: 2, to: 3 });
    expect(reports[1]?.to).toBeCloseTo(5);
    expect(reports[2]).toEqual({ kind: 'other', from: 7, to: 9 });
  });

  it('counts people, not findings: one body found twice is one, and who stands far away is nobody', () => {
    const body = (x: number, trunk: number): { x: number; y: number; visibility: number }[] =>
      Array.from({ length: 33 }, (_, landmark) => ({
        x,
        y: landmark >= 23 ? 0.3 + trunk : 0.3,
        visibility: 0.9,
      }));
    expect(countBodies([])).toBe(0);
    expect(countBodies([body(0.5, 0.3), body(0.52, 0.31)])).toBe(1);
    expect(countBodies([body(0.5, 0.3), body(0.1, 0.08)])).toBe(1);
    expect(countBodies([body(0.5, 0.3), body(0.8, 0.25)])).toBe(2);
  });
});

describe('moves of a draft', () => {
  it('lie on beats where beats are near, and stay in order', () => {
    const snapped = snapMoves(cut, { bpm: 120, firstBeat: 0, beatsPerBar: 4 });
    expect(isInOrder(snapped, 16)).toBe(true);
    const onBeat = ({ start }: Move): boolean => Math.abs(start * 2 - Math.round(start * 2)) < 1e-6;
    expect(snapped.filter(onBeat).length).toBeGreaterThan(cut.filter(onBeat).length);
  });

  it('stay in order and apart whatever is done to them', () => {
    const step = fc.record({
      kind: fc.constantFrom('change', 'split', 'merge', 'remove'),
      index: fc.nat(20),
      start: fc.double({ min: -5, max: 20, noNaN: true }),
      end: fc.double({ min: -5, max: 20, noNaN: true }),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
        let moves: readonly Move[] = cut;
        for (const { kind, index, start, end } of steps) {
          if (kind === 'change') moves = changeMove(moves, index, { start, end }, 15);
          else if (kind === 'split') moves = splitMoveAt(moves, index);
          else if (kind === 'merge') moves = mergeWithNext(moves, index);
          else moves = withoutMove(moves, index);
          expect(isInOrder(moves, 15.1)).toBe(true);
        }
      }),
    );
  });
});

describe('the bots that try a new challenge', () => {
  it('pass no move of a real dance', () => {
    const test = selfTest({ reference: track, moves: cut }, false);
    expect(withoutPassed(cut, test).length).toBeGreaterThanOrEqual(cut.length - 1);
    expect(test.scores.still).toBeLessThanOrEqual(8);
  });

  it('keep a dance from having no moves at all', () => {
    const still = stillBot(track);
    const moves = cut.slice(0, 2);
    expect(withoutPassed(moves, { ...selfTest({ reference: still, moves }, false), passed: [0, 1] })).toBe(
      moves,
    );
  });
});
