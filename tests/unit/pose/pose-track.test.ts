/** Pose tracks: in order, interpolated only where the body was seen, and the same after every journey. */
import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { createPose, mirrorPose, type Pose } from '../../../src/pose/pose';
import { decodePoseTrack, encodePoseTrack } from '../../../src/pose/pose-track-bytes';
import { formatPoseTrackJson, parsePoseTrackJson } from '../../../src/pose/pose-track-json';
import { PoseTrackBuilder, samplePose, type PoseTrack } from '../../../src/pose/pose-track';

function poseOf(value: number): Pose {
  const pose = createPose();
  pose.image.fill(value);
  pose.world.fill(-value);
  pose.visibility.fill(1);
  return pose;
}

function trackOf(rows: readonly (readonly [number, number | null])[]): PoseTrack {
  const builder = new PoseTrackBuilder({ fps: 30, aspect: 9 / 16, source: 'test' });
  for (const [time, value] of rows) builder.append(time, value === null ? null : poseOf(value));
  return builder.build();
}

const rows = fc
  .array(
    fc.tuple(
      fc.double({ min: 0.01, max: 0.2, noNaN: true }),
      fc.option(fc.float({ min: -2, max: 2, noNaN: true })),
    ),
    {
      maxLength: 40,
    },
  )
  .map((steps) => {
    let time = 0;
    return steps.map(([step, value]) => [(time += step), value] as const);
  });

describe('PoseTrackBuilder', () => {
  it('keeps times rising: a row that does not is dropped', () => {
    const builder = new PoseTrackBuilder({ fps: 30, aspect: 1, source: '' });
    expect([0, 0.1, 0.1, 0.05, 0.2, NaN].map((time) => builder.append(time, null))).toEqual([
      true,
      true,
      false,
      false,
      true,
      false,
    ]);
  });

  it('grows past its first capacity without losing a row', () => {
    const track = trackOf(Array.from({ length: 1300 }, (_, index) => [index / 30, index] as const));
    expect(track.length).toBe(1300);
    expect(samplePose(track, 1200 / 30)?.image[0]).toBeCloseTo(1200);
  });
});

describe('samplePose', () => {
  it('lies between its neighbours', () => {
    const track = trackOf([
      [0, 0],
      [0.1, 1],
    ]);
    expect(samplePose(track, 0.025)?.image[5]).toBeCloseTo(0.25);
  });

  it('does not bridge a body that was lost, nor reach past the ends', () => {
    const track = trackOf([
      [0, 1],
      [0.1, null],
      [0.2, 1],
      [2, 1],
    ]);
    expect(samplePose(track, 0.15)).toBeNull();
    expect(samplePose(track, 1)).toBeNull();
    expect(samplePose(track, 2.02)).not.toBeNull();
    expect(samplePose(track, 3)).toBeNull();
  });
});

describe('journeys', () => {
  it('bytes and back is the same track', () => {
    fc.assert(
      fc.property(rows, (data) => {
        const track = trackOf(data);
        expect(decodePoseTrack(encodePoseTrack(track))).toEqual(track);
      }),
    );
  });

  it('JSON and back is the same track to a ten-thousandth', () => {
    fc.assert(
      fc.property(rows, (data) => {
        const track = trackOf(data);
        const back = parsePoseTrackJson(formatPoseTrackJson(track));
        expect(back.present).toEqual(track.present);
        back.image.forEach((value, index) =>
          expect(Math.abs(value - (track.image[index] ?? 0))).toBeLessThan(1e-4),
        );
      }),
      { numRuns: 20 },
    );
  });

  it('twice mirrored is the same pose', () => {
    const pose = poseOf(0.3);
    pose.image.set([0.1, 0.2, 0.3], 15 * 3);
    mirrorPose(mirrorPose(pose)).image.forEach((value, index) =>
      expect(value).toBeCloseTo(pose.image[index] ?? 0),
    );
  });

  it('cut or foreign bytes are refused', () => {
    const bytes = encodePoseTrack(trackOf([[0, 1]]));
    for (const bad of [bytes.slice(0, -1), bytes.slice(0, 10), new Uint8Array(100)]) {
      expect(() => decodePoseTrack(bad)).toThrow(expect.objectContaining({ code: 'file-corrupt' }) as Error);
    }
  });

  it.each([
    '',
    '{}',
    '{"format":"fifteen.pose-track","version":2}',
    '{"format":"fifteen.pose-track","version":1,"fps":0,"frames":[]}',
    '{"format":"fifteen.pose-track","version":1,"fps":30,"frames":[{"t":0,"world":[1,2]}]}',
  ])('refuses %s', (text) => {
    expect(() => parsePoseTrackJson(text)).toThrow(
      expect.objectContaining({ code: 'file-corrupt' }) as Error,
    );
  });
});
