/** Where a dance moves most, and where it rests. */
import { describe, expect, it } from 'vitest';
import { LANDMARK } from '../../../src/pose/landmarks';
import { movementMoments } from '../../../src/pose/movement-moments';
import { createPose, type Pose } from '../../../src/pose/pose';
import { PoseTrackBuilder, type PoseTrack } from '../../../src/pose/pose-track';
import { filmMoments } from '../../../src/project/clip-moments';
import { toSeconds } from '../../../src/core/time';
import { reverseClip, setSpeedCurve } from '../../../src/project/edits/change-clip';
import { sampleProject } from '../../support/sample-projects';

/** A body whose hands are so far up (metres) at each time. */
function bodyAt(height: number): Pose {
  const pose = createPose();
  for (const name of ['leftWrist', 'rightWrist', 'leftAnkle', 'rightAnkle'] as const) {
    pose.visibility[LANDMARK[name]] = 1;
    pose.world[LANDMARK[name] * 3 + 1] = name.endsWith('Wrist') ? -height : 0.9;
  }
  return pose;
}

/** Hands go up from 1.0 s to 1.4 s, rest, and come down from 3.0 s to 3.4 s. */
const height = (seconds: number): number => {
  const up = Math.min(1, Math.max(0, (seconds - 1) / 0.4));
  const down = Math.min(1, Math.max(0, (seconds - 3) / 0.4));
  const smooth = (part: number): number => part * part * (3 - 2 * part);
  return smooth(up) - smooth(down);
};

function trackOf(rows: number, poseAt: (seconds: number) => Pose): PoseTrack {
  const builder = new PoseTrackBuilder({ fps: 30, aspect: 9 / 16, source: 'test' });
  for (let row = 0; row < rows; row += 1) builder.append(row / 30, poseAt(row / 30));
  return builder.build();
}

const track = (): PoseTrack => trackOf(150, (seconds) => bodyAt(height(seconds)));

describe('moments of movement', () => {
  it('are where the hands are fastest, and where the pose is reached', () => {
    const moments = movementMoments(track());
    expect(moments.map(({ kind }) => kind)).toEqual(['peak', 'hold', 'peak', 'hold']);
    const times = moments.map(({ seconds }) => seconds);
    expect(times[0]).toBeCloseTo(1.2, 1);
    expect(Math.abs((times[1] ?? 0) - 1.4)).toBeLessThan(0.1);
    expect(times[2]).toBeCloseTo(3.2, 1);
  });

  it('are none in somebody who stands', () => {
    const still = trackOf(90, (seconds) => bodyAt(0.001 * Math.sin(seconds * 30)));
    expect(movementMoments(still)).toEqual([]);
  });
});

describe('moments of a film', () => {
  const moments = [
    { kind: 'peak', seconds: 3 },
    { kind: 'hold', seconds: 12 },
  ] as const;
  const timesOf = (film: ReturnType<typeof sampleProject>): number[] =>
    filmMoments(film, () => moments).map(({ time }) => toSeconds(time));

  it('lie where the clip shows them, whatever its pace', () => {
    expect(timesOf(sampleProject())).toEqual([3, 12]);
    expect(timesOf(reverseClip(sampleProject(), 'clip-1'))).toEqual([3, 12]);
    const curved = setSpeedCurve(sampleProject(), 'clip-1', [
      { at: 0, speed: 2 },
      { at: 1, speed: 2 },
    ]);
    expect(timesOf(curved)).toEqual([1.5, 6]);
  });
});
