/** Dancing on a chair: a body that sits, checks that keep it there, and a judge to whom legs are nothing. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hiddenBot } from '../../../src/dance/body-bots';
import { meanPoseBot, stillBot } from '../../../src/dance/bots';
import { parseChallenge, type Challenge } from '../../../src/dance/challenge';
import { checkChoreography } from '../../../src/dance/check-choreography';
import { checkMoves } from '../../../src/dance/check-moves';
import { checkSeat } from '../../../src/dance/check-seat';
import type { Body } from '../../../src/dance/choreography-key';
import { compileChoreography } from '../../../src/dance/compile';
import { mirrorBody } from '../../../src/dance/expand-phrases';
import { judgeTake } from '../../../src/dance/judge';
import { PICTURE, SEAT } from '../../../src/dance/skeleton';
import { angleBetween, subtract, type Vector } from '../../../src/dance/vector';
import { LANDMARK, type LandmarkName } from '../../../src/pose/landmarks';
import { mirrorPoseTrack, type PoseTrack } from '../../../src/pose/pose-track';
import { listChallengePaths } from '../../../scripts/challenge-index';

const name = { en: 'x', 'zh-TW': 'x', 'zh-CN': 'x', ja: 'x', th: 'x' };

/** Two seconds into one key, and a second in it. */
function sit(body: Body): PoseTrack {
  const challenge = parseChallenge({
    format: 'fifteen.challenge',
    version: 1,
    id: 'one-key',
    seriesId: 'test',
    seriesName: name,
    title: name,
    level: 1,
    songId: 'none',
    bpm: 60,
    beatsPerBar: 4,
    firstBeat: 0,
    duration: 3,
    seated: true,
    keys: [{ beat: 0 }, { beat: 2, ...body }, { beat: 3, ease: 'linear' }],
    moves: [{ name, from: 1, to: 3, key: 2 }],
  });
  return compileChoreography(challenge).reference;
}

/** In the last frame: metres, hip-centred, y down, z away from the camera. */
const last = (track: PoseTrack, landmark: LandmarkName): Vector => {
  const at = (track.length - 1) * 99 + LANDMARK[landmark] * 3;
  return [track.world[at] ?? 0, track.world[at + 1] ?? 0, track.world[at + 2] ?? 0];
};
/** Metres above the ground in one frame. */
const height = (track: PoseTrack, landmark: LandmarkName, row = track.length - 1): number =>
  (PICTURE.ground - (track.image[row * 99 + LANDMARK[landmark] * 3 + 1] ?? 0)) / PICTURE.scale;

describe('who sits', () => {
  const track = sit({});

  it.each(['left', 'right'] as const)(
    'has the %s thigh forward, the knee bent, the foot on the floor',
    (side) => {
      const [hip, knee, ankle] = [
        last(track, `${side}Hip`),
        last(track, `${side}Knee`),
        last(track, `${side}Ankle`),
      ];
      expect(height(track, `${side}Hip`)).toBeCloseTo(SEAT.hipHeight, 2);
      expect(hip[2] - knee[2]).toBeGreaterThan(0.35);
      expect(Math.abs(hip[1] - knee[1])).toBeLessThan(0.08);
      expect(angleBetween(subtract(hip, knee), subtract(ankle, knee))).toBeGreaterThan(70);
      expect(angleBetween(subtract(hip, knee), subtract(ankle, knee))).toBeLessThan(110);
      expect(height(track, `${side}Heel`)).toBeCloseTo(0.02, 2);
    },
  );

  it('has the knees further apart than the hips, so that a camera in front tells them from each other', () => {
    const apart = (part: 'Hip' | 'Knee') => last(track, `left${part}`)[0] - last(track, `right${part}`)[0];
    expect(apart('Knee')).toBeGreaterThan(apart('Hip') + 0.15);
  });

  it('bounces in the back: the hips stay on the seat', () => {
    const bouncing = sit({ bounce: 6 });
    const range = (landmark: LandmarkName) => {
      const heights = Array.from({ length: 31 }, (_, row) => height(bouncing, landmark, 60 + row));
      return Math.max(...heights) - Math.min(...heights);
    };
    expect(range('leftHip')).toBeLessThan(1e-3);
    expect(range('leftShoulder')).toBeGreaterThan(0.04);
  });

  it('keeps the bones whatever a file asks', () => {
    const within = (low: number, high: number) => fc.double({ min: low, max: high, noNaN: true });
    const place = fc.tuple(within(-80, 80), within(-60, 60), within(-60, 60));
    const body = fc.record({
      pelvis: place,
      leftFoot: place,
      rightFoot: place,
      lean: within(-180, 180),
      bend: within(-180, 180),
      turn: within(-180, 180),
      hips: within(-20, 20),
    });
    fc.assert(
      fc.property(body, (asked) => {
        const asking = sit(asked);
        expect(asking.world.every((value) => Number.isFinite(value))).toBe(true);
        const faults = checkChoreography(asking, PICTURE.scale);
        expect(faults.filter(({ fault }) => fault.includes('length'))).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  it('does to the other side what a mirror shows', () => {
    const body: Body = { lean: 14, twist: 10, chest: [6, 0, 2], shoulders: [6, 0], leftArm: 'reach' };
    const mirrored = mirrorPoseTrack(sit(body));
    const other = sit(mirrorBody(body));
    for (const landmark of ['leftWrist', 'rightKnee', 'nose', 'leftShoulder'] as const) {
      last(other, landmark).forEach((value, axis) => {
        expect(value).toBeCloseTo(last(mirrored, landmark)[axis] ?? NaN, 4);
      });
    }
  });
});

describe('checkSeat', () => {
  it.each<[string, Body]>([
    ['leans and pops the chest', { lean: 16, chest: [8, 2, 4], leftArm: 'up' }],
    ['shifts the weight', { pelvis: [4, 0, 0], hips: -3 }],
    ['lays the hands on the thighs', { leftArm: 'lap', rightArm: 'lap' }],
    ['taps a heel', { leftFoot: [20, 3, 0] }],
  ])('is content with who %s', (_, body) => {
    expect(checkSeat(sit(body))).toEqual([]);
  });

  it.each<[string, string, Body]>([
    ['stands up', 'above the ground', { pelvis: [0, 20, 0] }],
    ['slides off', 'aside', { pelvis: [20, 0, 0] }],
    ['steps', 'leaves the ground', { leftFoot: [50, 0, 0] }],
    ['puts an arm into a thigh', 'in the left thigh', { leftArm: [30, 85, 30, 85] }],
  ])('finds who %s', (_, fault, body) => {
    expect(checkSeat(sit(body)).some((found) => found.fault.includes(fault))).toBe(true);
  });
});

const seated = listChallengePaths()
  .map((path) => {
    const file = resolve(import.meta.dirname, '../../../public/challenges', path);
    return parseChallenge(JSON.parse(readFileSync(file, 'utf8')));
  })
  .filter((challenge) => challenge.seated);

it('there are four seated challenges', () => {
  expect(seated.map(({ level }) => level).sort()).toEqual([1, 2, 3, 4]);
});

describe.each(seated.map((challenge): [string, Challenge] => [challenge.id, challenge]))(
  '%s',
  (_, challenge) => {
    const { reference, moves } = compileChoreography(challenge);
    const score = (player: PoseTrack): number =>
      judgeTake({ reference, moves, seated: true, mirrored: false, player }).score;

    it('costs nothing where the legs are hidden, as by a table', () => {
      const whole = score(reference);
      expect(whole).toBeGreaterThan(98);
      expect(score(hiddenBot(reference, ['Knee', 'Ankle', 'Heel', 'FootIndex']))).toBeGreaterThan(whole - 1);
    });

    it('can be danced by somebody who stands', () => {
      const standing = compileChoreography({ ...challenge, seated: false }).reference;
      expect(score(standing)).toBeGreaterThan(95);
    });

    it('gives next to nothing to who only sits there', () => {
      expect(score(stillBot(reference))).toBeLessThanOrEqual(8);
      expect(score(meanPoseBot(reference))).toBeLessThanOrEqual(8);
    });

    it('is fair as a seated dance and asks the arms for it', () => {
      expect(checkMoves({ reference, moves }, true)).toEqual([]);
      for (const { limbs } of moves) expect(limbs.some((limb) => !limb.endsWith('Leg'))).toBe(true);
    });
  },
);
