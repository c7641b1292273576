/** Motion capture becomes a pose track whatever the skeleton's names, axes and units. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { poseTrackFromBvh } from '../../../src/pose/bvh';
import { LANDMARK, type LandmarkName } from '../../../src/pose/landmarks';
import type { PoseTrack } from '../../../src/pose/pose-track';
import { sharedFolder } from '../../support/shared-media-plugin';

const folder = join(sharedFolder, 'mocap/bvh');
const captures = ['ad_dab', 'ad_jesse_dance', 'ad_jumping', 'ad_jumping_jacks', 'ad_wave_hello'];
const hasCaptures = existsSync(folder);
if (!hasCaptures) console.warn(`SKIPPED: no motion capture at ${folder}`);

const worldOf = (track: PoseTrack, row: number, name: LandmarkName): readonly [number, number, number] => {
  const at = row * 99 + LANDMARK[name] * 3;
  return [track.world[at] ?? 0, track.world[at + 1] ?? 0, track.world[at + 2] ?? 0];
};

describe.skipIf(!hasCaptures).each(captures)('%s', (name) => {
  const track = poseTrackFromBvh(gunzipSync(readFileSync(join(folder, `${name}.bvh.gz`))).toString('utf8'));

  it('stands upright, faces the camera and has a human size', () => {
    const [leftX] = worldOf(track, 0, 'leftHip');
    const [rightX] = worldOf(track, 0, 'rightHip');
    expect(leftX).toBeGreaterThan(rightX);
    const [, shoulderY] = worldOf(track, 0, 'leftShoulder');
    const [, ankleY] = worldOf(track, 0, 'leftAnkle');
    expect(shoulderY).toBeLessThan(-0.3);
    expect(ankleY).toBeGreaterThan(0.6);
    expect(ankleY - shoulderY).toBeLessThan(1.6);
  });

  it('says which landmarks the skeleton lacks', () => {
    expect(track.visibility[LANDMARK.leftEye]).toBe(0);
    expect(track.visibility[LANDMARK.leftWrist]).toBe(1);
    expect(track.visibility[LANDMARK.leftEar]).toBe(1);
  });

  it('is not faster than 60 rows a second', () => {
    expect(track.fps).toBeLessThanOrEqual(60.01);
    expect(track.length).toBeGreaterThan(50);
  });
});

describe('poseTrackFromBvh', () => {
  it.each([
    ['nothing', ''],
    ['prose', 'HIERARCHY of needs'],
    ['no joints', 'HIERARCHY\nMOTION\nFrames: 1\nFrame Time: 0.03\n0'],
    [
      'a skeleton without arms',
      'HIERARCHY ROOT Hips { OFFSET 0 0 0 CHANNELS 3 Xrotation Yrotation Zrotation End Site { OFFSET 0 1 0 } } MOTION Frames: 1 Frame Time: 0.03 0 0 0',
    ],
    [
      'too few numbers',
      'HIERARCHY ROOT Hips { OFFSET 0 0 0 CHANNELS 3 Xrotation Yrotation Zrotation } MOTION Frames: 9 Frame Time: 0.03 0 0 0',
    ],
    [
      'a lie about frames',
      'HIERARCHY ROOT Hips { OFFSET 0 0 0 CHANNELS 0 } MOTION Frames: 99999999 Frame Time: 0.03',
    ],
  ])('refuses %s', (_, text) => {
    expect(() => poseTrackFromBvh(text)).toThrow(expect.objectContaining({ code: 'file-corrupt' }) as Error);
  });
});
