/** The dancer's body: bones keep their lengths whatever is asked of it, and left mirrors right. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkChoreography } from '../../../src/dance/check-choreography';
import { parseChallenge } from '../../../src/dance/challenge';
import { compileChoreography } from '../../../src/dance/compile';
import { mirrorBody } from '../../../src/dance/expand-phrases';
import type { Body } from '../../../src/dance/choreography-key';
import { PICTURE } from '../../../src/dance/skeleton';
import { LANDMARK, type LandmarkName } from '../../../src/pose/landmarks';
import { mirrorPoseTrack, type PoseTrack } from '../../../src/pose/pose-track';

const name = { en: 'x', 'zh-TW': 'x', 'zh-CN': 'x', ja: 'x', th: 'x' };

/** Two seconds into one key, and a second in it. */
function dance(body: Body): PoseTrack {
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
    seated: false,
    keys: [
      { beat: 0, bounce: 0 },
      { beat: 2, ...body },
      { beat: 3, ease: 'linear' },
    ],
    moves: [{ name, from: 1, to: 3, key: 2 }],
  });
  return compileChoreography(challenge).reference;
}

const last = (track: PoseTrack, landmark: LandmarkName): [number, number, number] => {
  const at = (track.length - 1) * 99 + LANDMARK[landmark] * 3;
  return [track.world[at] ?? 0, track.world[at + 1] ?? 0, track.world[at + 2] ?? 0];
};

const BODIES: readonly (readonly [string, Body])[] = [
  ['a turn', { turn: 80, leftArm: 'side', rightArm: 'flagUp' }],
  ['a popped chest', { chest: [6, 2, 8], bend: 10 }],
  ['one lifted shoulder', { shoulders: [8, -3] }],
  ['a tilted pelvis', { hips: 12, pelvis: [14, -6, 0], leftFoot: [22, 0, 0], rightFoot: [-22, 0, 0] }],
  ['knees turned out', { knees: [70, 60], pelvis: [0, -20, 0] }],
  ['a kick', { leftFoot: [56, 30, 8], pelvis: [-12, -4, 0], lean: -12 }],
];

describe('a body', () => {
  it.each(BODIES)('keeps its bones and stands firm with %s', (_, body) => {
    expect(checkChoreography(dance(body), PICTURE.scale)).toEqual([]);
  });

  it.each(BODIES)('does %s to the other side as a mirror shows it', (_, body) => {
    const mirrored = mirrorPoseTrack(dance(body));
    const other = dance(mirrorBody(body));
    for (const landmark of [
      'leftWrist',
      'rightElbow',
      'leftKnee',
      'rightAnkle',
      'nose',
      'leftShoulder',
    ] as const) {
      last(other, landmark).forEach((value, axis) => {
        expect(value).toBeCloseTo(last(mirrored, landmark)[axis] ?? NaN, 4);
      });
    }
  });

  it('keeps its bones whatever a file asks of it', () => {
    const within = (low: number, high: number) => fc.double({ min: low, max: high, noNaN: true });
    const place = fc.tuple(within(-80, 80), within(-60, 60), within(-60, 60));
    const arm = fc.tuple(within(-180, 180), within(-180, 180), within(-180, 180), within(-180, 180));
    const offset = within(-12, 12);
    const body = fc.record({
      pelvis: place,
      leftFoot: place,
      rightFoot: place,
      leftArm: arm,
      rightArm: arm,
      lean: within(-180, 180),
      bend: within(-180, 180),
      twist: within(-180, 180),
      turn: within(-180, 180),
      chest: fc.tuple(offset, offset, offset),
      shoulders: fc.tuple(within(-4, 9), within(-4, 9)),
      hips: within(-20, 20),
      knees: fc.tuple(within(-45, 90), within(-45, 90)),
    });
    fc.assert(
      fc.property(body, (asked) => {
        const track = dance(asked);
        expect(track.world.every((value) => Number.isFinite(value))).toBe(true);
        const stretched = checkChoreography(track, PICTURE.scale).filter(({ fault }) =>
          fault.includes('length'),
        );
        expect(stretched).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it('does not crush a leg in an impossible squat, and says so', () => {
    const faults = checkChoreography(dance({ pelvis: [0, -60, 0], leftFoot: [12, 30, 0] }), PICTURE.scale);
    expect(faults.length).toBeGreaterThan(0);
    expect(faults.every(({ fault }) => fault.includes('knee closes'))).toBe(true);
  });

  it('turns to its own left: the left shoulder goes away from the camera', () => {
    const track = dance({ turn: 80 });
    expect(last(track, 'leftShoulder')[2]).toBeGreaterThan(0.1);
    // The feet stay where they stand.
    expect(last(track, 'leftAnkle')[0]).toBeGreaterThan(0.05);
  });

  it('turns the short way round', () => {
    const track = dance({ turn: -170 });
    expect(last(track, 'leftShoulder')[0]).toBeLessThan(0);
    const middle = Math.round(track.length / 3) * 99 + LANDMARK.leftShoulder * 3 + 2;
    expect(track.world[middle]).toBeLessThan(0);
  });

  it('raises the hip of the leg that it stands on', () => {
    const track = dance({ pelvis: [12, -5, 0] });
    // World y points down.
    expect(last(track, 'leftHip')[1]).toBeLessThan(last(track, 'rightHip')[1]);
  });

  it('lifts the heel before the toes', () => {
    const track = dance({ leftFoot: [12, 5, 0] });
    const sole = (landmark: LandmarkName) => last(track, landmark)[1];
    expect(sole('leftFootIndex')).toBeGreaterThan(sole('leftHeel') + 0.02);
    expect(sole('leftFootIndex')).toBeCloseTo(sole('rightFootIndex'), 1);
  });
});
