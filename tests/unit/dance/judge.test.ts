/** What the judge gives to honest dancers and to cheats, on the bundled challenge. The limits are DANCE.md's table. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  amplitudeBot,
  lateBot,
  meanPoseBot,
  mirroredBot,
  noisyBot,
  sparseBot,
  stillBot,
  turnedBot,
  wiggleBot,
} from '../../../src/dance/bots';
import { parseChallenge } from '../../../src/dance/challenge';
import { compileChoreography } from '../../../src/dance/compile';
import { createJudge, judgeTake, SCORE_VERSION } from '../../../src/dance/judge';
import type { MoveVerdict } from '../../../src/dance/judgement';
import { mirrorPoseTrack, poseAtRow, type PoseTrack } from '../../../src/pose/pose-track';

const path = resolve(import.meta.dirname, '../../../public/challenges/gaga-machine/neon-warmup.json');
const { reference, moves } = compileChoreography(parseChallenge(JSON.parse(readFileSync(path, 'utf8'))));
const judge = (player: PoseTrack) => judgeTake({ reference, moves, mirrored: false, player });
const scoreOf = (player: PoseTrack): number => judge(player).score;

describe('honest dancers', () => {
  it('a track against itself scores at least 98, with five stars and one long combo', () => {
    const verdict = judge(reference);
    expect(verdict.score).toBeGreaterThanOrEqual(98);
    expect(verdict.stars).toBe(5);
    expect(verdict.maxCombo).toBe(moves.length);
    expect(verdict.scoreVersion).toBe(SCORE_VERSION);
    expect(verdict.moves.every(({ cause }) => cause === null)).toBe(true);
  });

  it('noise of 2 cm with 10 % of the landmarks missing costs at most 5 points', () => {
    expect(scoreOf(noisyBot(reference, 0.008, 0.1))).toBeGreaterThanOrEqual(95);
  });

  it.each([8, 10, 15, 60])('%i looks a second, unevenly, change at most 3 points', (fps) => {
    expect(Math.abs(scoreOf(reference) - scoreOf(sparseBot(reference, fps, 0.5)))).toBeLessThanOrEqual(3);
  });

  it.each([-20, 20])('a body turned by %i° loses at most 10 points', (degrees) => {
    expect(scoreOf(turnedBot(reference, degrees))).toBeGreaterThanOrEqual(scoreOf(reference) - 10);
  });

  it('smaller movements score less, in their order', () => {
    const [large, medium, small] = [0.85, 0.5, 0.25].map((amount) =>
      scoreOf(amplitudeBot(reference, amount)),
    );
    expect(scoreOf(reference)).toBeGreaterThan(large ?? NaN);
    expect(large).toBeGreaterThan(medium ?? NaN);
    expect(medium).toBeGreaterThan(small ?? NaN);
  });

  it('a dancer who mirrors the coach scores as one who is the coach', () => {
    const player = mirrorPoseTrack(reference);
    expect(judgeTake({ reference, moves, mirrored: true, player }).score).toBeGreaterThanOrEqual(98);
  });
});

describe('timing', () => {
  const full = scoreOf(reference);

  it('100 ms late costs at most 5 %, 300 ms at least 30 %, 500 ms at least 70 %', () => {
    expect(scoreOf(lateBot(reference, 0.1))).toBeGreaterThanOrEqual(full * 0.95);
    expect(scoreOf(lateBot(reference, 0.3))).toBeLessThanOrEqual(full * 0.7);
    expect(scoreOf(lateBot(reference, 0.5))).toBeLessThanOrEqual(full * 0.3);
  });

  it.each([-200, -100, 100, 200, 250])('a shift of %i ms is reported within 25 ms', (shift) => {
    const timings = judge(lateBot(reference, shift / 1000)).moves.map(({ timingMs }) => timingMs);
    const middle = timings.sort((a, b) => a - b)[timings.length >> 1] ?? NaN;
    expect(Math.abs(middle - shift)).toBeLessThanOrEqual(25);
  });

  it('says "late" to who is late', () => {
    const causes = judge(lateBot(reference, 0.22)).moves.map(({ cause }) => cause);
    expect(causes.filter((cause) => cause === 'late').length).toBeGreaterThan(moves.length / 2);
  });
});

describe('not dancing', () => {
  it.each([
    ['standing still', stillBot(reference), 8],
    ['holding the mean pose', meanPoseBot(reference), 8],
    ['wiggling', wiggleBot(reference, 1), 10],
    ['wiggling otherwise', wiggleBot(reference, 2), 10],
    ['the wrong side', mirroredBot(reference), 25],
    ['another part of the dance', lateBot(reference, 4), 20],
  ])('%s earns next to nothing', (_, player, most) => {
    expect(scoreOf(player)).toBeLessThanOrEqual(most);
  });

  it('nobody in the picture scores 0 and is told so', () => {
    const judged = createJudge({ reference, moves, mirrored: false });
    for (let time = 0; time < 15; time += 0.1) judged.push(time, null);
    const verdict = judged.finish();
    expect(verdict.score).toBe(0);
    expect(verdict.moves.every(({ cause }) => cause === 'unseen')).toBe(true);
  });
});

describe('live and afterwards', () => {
  it('give the same verdict, and each move within 150 ms after it closes', () => {
    const live = createJudge({ reference, moves, mirrored: false });
    const player = noisyBot(reference, 0.01, 0.05);
    const due: MoveVerdict[] = [];
    for (let row = 0; row < player.length; row += 1) {
      const time = player.times[row] ?? 0;
      for (const verdict of live.push(time, poseAtRow(player, row))) {
        expect(time - verdict.end).toBeLessThanOrEqual(0.15 + 1 / 30);
        due.push(verdict);
      }
    }
    const verdict = live.finish();
    expect(verdict).toEqual(judge(player));
    expect(verdict.moves.slice(0, due.length)).toEqual(due);
  });
});
