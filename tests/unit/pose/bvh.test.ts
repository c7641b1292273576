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

/** A body with stretched arms in the names of a skeleton; `$` stands for the side. */
function skeletonBvh(
  [hips, shoulder, elbow, wrist, hip, knee, ankle, toe]: readonly string[],
  [left, right]: readonly [string, string],
): string {
  const joint = (name = '', offset = '', children = ''): string =>
    `JOINT ${name}\n{\nOFFSET ${offset}\nCHANNELS 3 Zrotation Xrotation Yrotation\n${children}}\n`;
  const end = 'End Site\n{\nOFFSET 0 0 0\n}\n';
  const side = (sign: number, word: string): string => {
    const named = (name = ''): string => name.replaceAll('$', word);
    return (
      joint(
        named(shoulder),
        `${sign * 18} 50 0`,
        joint(named(elbow), `${sign * 29} 0 0`, joint(named(wrist), `${sign * 25} 0 0`, end)),
      ) +
      joint(
        named(hip),
        `${sign * 10} 0 0`,
        joint(named(knee), '0 -42 0', joint(named(ankle), '0 -41 0', joint(named(toe), '0 -5 15', end))),
      )
    );
  };
  const channels = 6 + 14 * 3;
  return `HIERARCHY
ROOT ${hips}
{
OFFSET 0 0 0
CHANNELS 6 Xposition Yposition Zposition Zrotation Xrotation Yrotation
${side(1, left)}${side(-1, right)}}
MOTION
Frames: 2
Frame Time: 0.0333
${`${Array.from({ length: channels }, () => '0').join(' ')}\n`.repeat(2)}`;
}

describe('names of skeletons', () => {
  it.each<[string, string[], [string, string]]>([
    [
      'Mixamo',
      [
        'mixamorig:Hips',
        ...['Arm', 'ForeArm', 'Hand', 'UpLeg', 'Leg', 'Foot', 'ToeBase'].map((name) => `mixamorig:$${name}`),
      ],
      ['Left', 'Right'],
    ],
    ['CMU', ['root', '$humerus', '$radius', '$wrist', '$femur', '$tibia', '$foot', '$toes'], ['l', 'r']],
    ['Rokoko', ['Hips', '$Arm', '$ForeArm', '$Hand', '$Thigh', '$Shin', '$Foot', '$Toe'], ['Left', 'Right']],
    ['OptiTrack', ['Hip', '$UArm', '$FArm', '$Hand', '$Thigh', '$Shin', '$Foot', '$Toe'], ['L', 'R']],
    [
      'Biped',
      [
        'Bip01',
        'Bip01 $ UpperArm',
        'Bip01 $ Forearm',
        'Bip01 $ Hand',
        'Bip01 $ Thigh',
        'Bip01 $ Calf',
        'Bip01 $ Foot',
        'Bip01 $ Toe0',
      ],
      ['L', 'R'],
    ],
    [
      'SMPL',
      ['Pelvis', '$_Shoulder', '$_Elbow', '$_Wrist', '$_Hip', '$_Knee', '$_Ankle', '$_Foot'],
      ['L', 'R'],
    ],
    [
      'Unreal',
      ['pelvis', 'upperarm_$', 'lowerarm_$', 'hand_$', 'thigh_$', 'calf_$', 'foot_$', 'ball_$'],
      ['l', 'r'],
    ],
    ['Poser', ['hip', '$Shldr', '$ForeArm', '$Hand', '$Thigh', '$Shin', '$Foot', '$Toe'], ['l', 'r']],
  ])('%s is understood', (_, names, sides) => {
    const track = poseTrackFromBvh(skeletonBvh(names, sides));
    const [leftWristX, leftWristY] = worldOf(track, 0, 'leftWrist');
    expect(leftWristX).toBeCloseTo(0.72, 1);
    expect(worldOf(track, 0, 'rightWrist')[0]).toBeCloseTo(-leftWristX);
    expect(leftWristY).toBeCloseTo(-0.5, 1);
    const [, ankleY] = worldOf(track, 0, 'rightAnkle');
    expect(ankleY).toBeCloseTo(0.83, 2);
    // Toes point at the camera: towards smaller z.
    expect(worldOf(track, 0, 'leftFootIndex')[2]).toBeLessThan(worldOf(track, 0, 'leftAnkle')[2]);
  });
});

describe('poseTrackFromBvh', () => {
  it.each([
    ['nothing', ''],
    ['prose', 'HIERARCHY of needs'],
    ['no joints', 'HIERARCHY\nMOTION\nFrames: 1\nFrame Time: 0.03\n0'],
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

  it('names the joints that a skeleton lacks', () => {
    const text =
      'HIERARCHY ROOT Hips { OFFSET 0 0 0 CHANNELS 3 Xrotation Yrotation Zrotation End Site { OFFSET 0 1 0 } } MOTION Frames: 1 Frame Time: 0.03 0 0 0';
    expect(() => poseTrackFromBvh(text)).toThrow(
      expect.objectContaining({
        code: 'motion-unknown',
        values: { joints: expect.stringContaining('leftElbow') as string },
      }) as Error,
    );
  });
});
