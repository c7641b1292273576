/** What the judge gives to honest dancers and to cheats, on the bundled challenge. The limits are DANCE.md's table. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import fc from 'fast-check';
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
import {
  distanceBot,
  flailBot,
  flippingBot,
  hiddenBot,
  humanBot,
  lazyBot,
  proportionsBot,
  shakingBot,
  stallingBot,
} from '../../../src/dance/body-bots';
import { parseChallenge } from '../../../src/dance/challenge';
import { compileChoreography } from '../../../src/dance/compile';
import { createJudge, judgeTake, SCORE_VERSION } from '../../../src/dance/judge';
import type { Limb, MoveVerdict } from '../../../src/dance/judgement';
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

  it.each([
    ['5 looks a second', stallingBot(reference, 5, 0)],
    ['8 looks a second and stalls of half a second', stallingBot(reference, 8, 0.5)],
  ])('%s cost at most 8 points', (_, player) => {
    expect(scoreOf(player)).toBeGreaterThanOrEqual(92);
  });

  it.each([1, 2, 3])('limbs up to 15 %% longer or shorter (body %i) change at most 3 points', (seed) => {
    expect(scoreOf(proportionsBot(reference, 0.15, seed))).toBeGreaterThanOrEqual(97);
  });

  it.each([0.6, 1.6])('the camera at another distance (× %d) and aside changes at most 3 points', (scale) => {
    expect(scoreOf(distanceBot(reference, scale, 0.1, -0.05))).toBeGreaterThanOrEqual(97);
  });

  it.each([0.2, 0.6])(
    'a model that takes front for back for %d s now and then costs at most 3 points',
    (seconds) => {
      expect(scoreOf(flippingBot(reference, seconds))).toBeGreaterThanOrEqual(97);
    },
  );

  it('the errors of people are graded: small ones are great, large ones poor, in their order', () => {
    // The bounds are those that the constants were calibrated to (scripts/calibrate-judge.ts).
    const scores = [5, 10, 15, 20, 40].map((degrees) =>
      scoreOf(humanBot(reference, { degrees, seconds: 0.05 })),
    );
    expect(scores).toEqual([...scores].sort((a, b) => b - a));
    expect(scores[1]).toBeGreaterThanOrEqual(80);
    expect(scores[2]).toBeGreaterThanOrEqual(65);
    expect(scores[4]).toBeLessThanOrEqual(50);
  });

  it.each([-20, 20])('a body turned by %i° loses at most 10 points', (degrees) => {
    expect(scoreOf(turnedBot(reference, degrees))).toBeGreaterThanOrEqual(scoreOf(reference) - 10);
  });

  it.each([-45, -30, 30, 45])('a camera that stands %i° farther round loses at most 10 points', (degrees) => {
    expect(scoreOf(turnedBot(reference, degrees))).toBeGreaterThanOrEqual(scoreOf(reference) - 10);
  });

  it('a camera that stands aside sees no dance where there is none', () => {
    for (const degrees of [-45, 45]) {
      expect(scoreOf(turnedBot(stillBot(reference), degrees))).toBeLessThanOrEqual(8);
      expect(scoreOf(turnedBot(meanPoseBot(reference), degrees))).toBeLessThanOrEqual(8);
      expect(scoreOf(turnedBot(mirroredBot(reference), degrees))).toBeLessThanOrEqual(25);
    }
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
    ['flailing slowly', flailBot(reference, 0.5), 10],
    ['flailing on the bar', flailBot(reference, 1), 10],
    ['flailing on the beat', flailBot(reference, 2), 10],
    ['trembling', flailBot(reference, 4), 10],
    ['hanging both arms', lazyBot(reference, ['leftArm', 'rightArm']), 15],
    ['hiding both arms', hiddenBot(reference, ['Wrist', 'Elbow']), 20],
    ['the wrong side', mirroredBot(reference), 25],
    ['another part of the dance', lateBot(reference, 4), 20],
  ])('%s earns next to nothing', (_, player, most) => {
    expect(scoreOf(player)).toBeLessThanOrEqual(most);
  });

  it('legs that stand still show, although arms move more', () => {
    expect(scoreOf(lazyBot(reference, ['leftLeg', 'rightLeg']))).toBeLessThanOrEqual(90);
  });

  it('one arm that hangs is not hidden by all that is right', () => {
    expect(scoreOf(lazyBot(reference, ['leftArm']))).toBeLessThanOrEqual(52);
    expect(scoreOf(lazyBot(reference, ['rightArm']))).toBeLessThanOrEqual(52);
  });

  it('the more a dancer shakes, the less it is worth', () => {
    const scores = [0, 15, 30, 45].map((degrees) => scoreOf(shakingBot(reference, degrees, 4)));
    expect(scores).toEqual([...scores].sort((a, b) => b - a));
    expect(scores[3]).toBeLessThanOrEqual(65);
  });

  it('hiding a limb never helps', () => {
    const full = scoreOf(reference);
    for (const parts of [['Ankle'], ['Knee', 'Ankle'], ['Wrist'], ['Ear'], ['leftShoulder']]) {
      expect(scoreOf(hiddenBot(reference, parts))).toBeLessThanOrEqual(full);
    }
  });

  it('on a chair legs do not count, seen or not', () => {
    const seated = (player: PoseTrack) =>
      judgeTake({ reference, moves, mirrored: false, seated: true, player }).score;
    expect(seated(lazyBot(reference, ['leftLeg', 'rightLeg']))).toBeGreaterThanOrEqual(98);
    expect(seated(hiddenBot(reference, ['Knee', 'Ankle']))).toBeGreaterThanOrEqual(98);
    expect(seated(stillBot(reference))).toBeLessThanOrEqual(8);
  });

  it('nobody in the picture scores 0 and is told so', () => {
    const judged = createJudge({ reference, moves, mirrored: false });
    for (let time = 0; time < 15; time += 0.1) judged.push(time, null);
    const verdict = judged.finish();
    expect(verdict.score).toBe(0);
    expect(verdict.moves.every(({ cause }) => cause === 'unseen')).toBe(true);
  });
});

describe('causes', () => {
  const causesOf = (player: PoseTrack) => judge(player).moves.map(({ cause }) => cause);

  it('say "move" to who stands, "bigger" or a limb to who is shy', () => {
    expect(causesOf(stillBot(reference)).filter((cause) => cause === 'still').length).toBeGreaterThan(6);
    expect(
      causesOf(amplitudeBot(reference, 0.6)).every((cause) => cause !== 'late' && cause !== 'still'),
    ).toBe(true);
  });

  it('name the arm that hangs', () => {
    const causes = causesOf(lazyBot(reference, ['leftArm']));
    expect(causes.filter((cause) => cause === 'leftArm').length).toBeGreaterThan(moves.length / 2);
  });
});

describe('live and afterwards', () => {
  it('a move is judged by what was seen until its verdict, whatever comes later', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 5, max: 40 }), (seed, fps) => {
        const player = sparseBot(noisyBot(reference, 0.01, 0.1, seed), fps, 1, seed);
        const live = createJudge({ reference, moves, mirrored: false });
        const due: MoveVerdict[] = [];
        for (let row = 0; row < player.length; row += 1)
          due.push(...live.push(player.times[row] ?? 0, poseAtRow(player, row)));
        expect(live.finish().moves.slice(0, due.length)).toEqual(due);
        expect(live.finish()).toEqual(judge(player));
      }),
      { numRuns: 10 },
    );
  });

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

describe('weights of a move', () => {
  const weighed = (weights: Partial<Record<Limb, number>>) => moves.map((move) => ({ ...move, weights }));

  it('a limb that its maker does not judge may hang', () => {
    const player = lazyBot(reference, ['leftArm']);
    const verdict = judgeTake({
      reference,
      moves: weighed({ leftArm: 0 }),
      mirrored: false,
      player,
    });
    expect(verdict.score).toBeGreaterThanOrEqual(98);
    expect(verdict.moves.every(({ limbs }) => limbs.leftArm === undefined)).toBe(true);
  });

  it('a limb that matters more costs more', () => {
    const player = lazyBot(reference, ['leftArm']);
    const scores = [0.5, 1, 3].map(
      (leftArm) => judgeTake({ reference, moves: weighed({ leftArm }), mirrored: false, player }).score,
    );
    expect(scores).toEqual([...scores].sort((a, b) => b - a));
    expect(new Set(scores).size).toBe(3);
  });
});
