import { describe, expect, it } from 'vitest';
import { LANDMARK } from '../../../src/pose/landmarks';
import { createPose, mirrorPose, type Pose } from '../../../src/pose/pose';
import { layCoach, limbErrors } from '../../../src/project/coach-on-stage';

/** A standing body; `size` is its torso in heights of the picture, `lift` turns the left arm up from hanging, in radians. */
function standing(place: { x: number; y: number; size: number; aspect: number; lift?: number }): Pose {
  const { x, y, size, aspect, lift = 0 } = place;
  const pose = createPose();
  pose.visibility.fill(1);
  const put = (name: keyof typeof LANDMARK, right: number, up: number): void => {
    pose.image[LANDMARK[name] * 3] = x + (right * size) / aspect;
    pose.image[LANDMARK[name] * 3 + 1] = y - up * size;
  };
  for (const [side, sign] of [
    ['left', 1],
    ['right', -1],
  ] as const) {
    const turn = side === 'left' ? lift : 0;
    const [armX, armY] = [sign * Math.sin(turn), -Math.cos(turn)];
    put(`${side}Hip`, sign * 0.2, 0);
    put(`${side}Shoulder`, sign * 0.3, 1);
    put(`${side}Elbow`, sign * 0.3 + armX * 0.5, 1 + armY * 0.5);
    put(`${side}Wrist`, sign * 0.3 + armX, 1 + armY);
    put(`${side}Knee`, sign * 0.2, -0.8);
    put(`${side}Ankle`, sign * 0.2, -1.6);
  }
  return pose;
}

const STAGE = 9 / 16;
const dancer = standing({ x: 0.4, y: 0.6, size: 0.2, aspect: STAGE });
const at = ({ image }: Pose, name: keyof typeof LANDMARK): [number, number] => [
  image[LANDMARK[name] * 3] ?? 0,
  image[LANDMARK[name] * 3 + 1] ?? 0,
];

describe('the coach laid over the dancer', () => {
  it('stands where the dancer stands and is as tall, whatever picture they come from', () => {
    const coach = { pose: standing({ x: 0.7, y: 0.3, size: 0.05, aspect: 16 / 9 }), aspect: 16 / 9 };
    const laid = layCoach(coach, false, dancer, STAGE);
    expect(laid).not.toBeNull();
    for (const name of ['leftShoulder', 'rightWrist', 'leftAnkle'] as const) {
      const [x, y] = at(laid ?? createPose(), name);
      expect(x).toBeCloseTo(at(dancer, name)[0], 5);
      expect(y).toBeCloseTo(at(dancer, name)[1], 5);
    }
  });

  it('is mirrored with the picture', () => {
    const pose = standing({ x: 0.5, y: 0.5, size: 0.2, aspect: STAGE, lift: 1 });
    const mirrored = layCoach({ pose, aspect: STAGE }, true, dancer, STAGE);
    const plain = layCoach({ pose: mirrorPose(pose), aspect: STAGE }, false, dancer, STAGE);
    expect(mirrored?.image).toEqual(plain?.image);
  });

  it('is not there where a torso is not seen', () => {
    expect(layCoach({ pose: createPose(), aspect: STAGE }, false, dancer, STAGE)).toBeNull();
    expect(layCoach({ pose: dancer, aspect: STAGE }, false, createPose(), STAGE)).toBeNull();
  });
});

describe('how far each limb is from the coach', () => {
  it('is nothing for the same pose, and a right angle for an arm that points aside', () => {
    expect(limbErrors(dancer, dancer, STAGE)).toEqual([0, 0, 0, 0]);
    const lifted = standing({ x: 0.4, y: 0.6, size: 0.2, aspect: STAGE, lift: Math.PI / 2 });
    const [leftArm, ...rest] = limbErrors(lifted, dancer, STAGE);
    expect(leftArm).toBeCloseTo(1, 5);
    expect(rest).toEqual([0, 0, 0]);
  });

  it('grows with the angle and does not go beyond 1', () => {
    const errors = [0.2, 0.6, 1.2, 2.4].map(
      (lift) => limbErrors(standing({ x: 0.4, y: 0.6, size: 0.2, aspect: STAGE, lift }), dancer, STAGE)[0],
    );
    expect(errors[0]).toBeCloseTo(0.2 / (Math.PI / 2), 4);
    expect([...errors].sort((a, b) => a - b)).toEqual(errors);
    expect(errors.at(-1)).toBe(1);
  });

  it('counts what is not seen as alike', () => {
    const lifted = standing({ x: 0.4, y: 0.6, size: 0.2, aspect: STAGE, lift: 2 });
    for (const name of ['leftElbow', 'leftWrist'] as const) lifted.visibility[LANDMARK[name]] = 0.1;
    expect(limbErrors(lifted, dancer, STAGE)[0]).toBe(0);
  });
});
