import { Vector3 } from 'three';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseChallenge } from '../../../src/dance/challenge';
import { compileChoreography } from '../../../src/dance/compile';
import { LANDMARK } from '../../../src/pose/landmarks';
import type { PoseTrack } from '../../../src/pose/pose-track';
import { createPoseDetector, type PoseDetector } from '../../../src/pose/detector/detector-client';
import { createDemoCamera } from '../../../src/stage/demo-camera';
import { createDemoDancer } from '../../../src/stage/demo-dancer';
import { demoSway } from '../../../src/stage/demo-framing';
import { standingHeight } from '../../../src/stage/root-motion';
import { TrackSampler } from '../../../src/stage/track-sampler';
import { SKETCHES, sketchTrack } from '../../support/hand-made-poses';

const SIZE = { width: 360, height: 640 };

/** The joints that the judge lives on. */
const JOINTS = (['Shoulder', 'Elbow', 'Wrist', 'Hip', 'Knee', 'Ankle'] as const).flatMap((joint) => [
  LANDMARK[`left${joint}`],
  LANDMARK[`right${joint}`],
]);

/** Knees a little apart, shanks upright. */
const SEATED_LEGS = {
  left: [
    [0.3, 0.15, -0.95],
    [0.05, 1, 0.05],
  ],
  right: [
    [-0.3, 0.15, -0.95],
    [-0.05, 1, 0.05],
  ],
} as const;

/** Frames until the model's own smoothing has settled on a pose that stands still. */
const SETTLE_FRAMES = 9;

/** Mean distance of the joints from where the camera sees them, as a part of the dancer's height in the picture. */
async function meanMiss(
  detector: PoseDetector,
  track: PoseTrack,
  seconds: number,
  clock: { ms: number },
  seated = false,
): Promise<number | null> {
  const dancer = createDemoDancer({ size: SIZE, fps: 30, track, seated });
  try {
    dancer.drawAt(seconds);
    const picture = await createImageBitmap(dancer.canvas);
    let image: Float32Array | null = null;
    for (let frame = 0; frame < SETTLE_FRAMES; frame += 1) {
      clock.ms += 33;
      image = (await detector.detect(await createImageBitmap(picture), clock.ms))?.pose?.image ?? null;
    }
    picture.close();
    if (image === null) return null;
    const found = image;
    const sampler = new TrackSampler();
    sampler.sample(track, seconds);
    const camera = createDemoCamera(track, SIZE);
    const ground = standingHeight(sampler.world);
    const sway = demoSway(sampler.image, sampler.world, track.aspect);
    const place = new Vector3();
    const misses = JOINTS.map((joint) => {
      const [x = 0, y = 0, z = 0] = sampler.world.subarray(joint * 3, joint * 3 + 3);
      place.set(x + sway, ground - y, -z).project(camera);
      const dx = ((place.x + 1) / 2 - (found[joint * 3] ?? 0)) * SIZE.width;
      const dy = ((1 - place.y) / 2 - (found[joint * 3 + 1] ?? 0)) * SIZE.height;
      return Math.hypot(dx, dy);
    });
    const top = place.set(0, 1.7, 0).project(camera).y;
    const bottom = place.set(0, 0, 0).project(camera).y;
    const heightPx = ((top - bottom) / 2) * SIZE.height;
    return misses.reduce((sum, miss) => sum + miss, 0) / misses.length / heightPx;
  } finally {
    dancer.dispose();
  }
}

describe.each(['full', 'lite'] as const)('the %s pose model', (model) => {
  let detector: PoseDetector;
  const clock = { ms: 0 };

  beforeAll(async () => {
    detector = createPoseDetector({ model, wantMatte: false });
    await detector.ready;
  });

  afterAll(() => detector.dispose());

  it.each(Object.entries(SKETCHES))('finds the demo dancer in: %s', async (name, sketch) => {
    const miss = await meanMiss(detector, sketchTrack([sketch], 1), 0.5, clock);
    console.info(
      `${model} ${name}: ${miss === null ? 'not found' : `${(miss * 100).toFixed(1)} % of the height`}`,
    );
    expect(miss).not.toBeNull();
    expect(miss).toBeLessThan(0.03);
  });

  it('finds the demo dancer on a stool', async () => {
    for (const [name, arms] of Object.entries(SKETCHES)) {
      const sitting = { ...arms, leftLeg: SEATED_LEGS.left, rightLeg: SEATED_LEGS.right };
      const miss = await meanMiss(detector, sketchTrack([sitting], 1), 0.5, clock, true);
      console.info(`${model} ${name}, seated: ${((miss ?? 1) * 100).toFixed(1)} % of the height`);
      expect(miss, name).toBeLessThan(0.04);
    }
  });

  it('finds the demo dancer on every fourth beat of the first dance', async () => {
    const challenge = parseChallenge(await (await fetch('/challenges/gaga-machine/neon-warmup.json')).json());
    const { reference } = compileChoreography(challenge);
    const misses: number[] = [];
    for (let beat = 4; beat < 30; beat += 4) {
      const miss = await meanMiss(detector, reference, beat * 0.5, clock);
      expect(miss, `beat ${beat}`).not.toBeNull();
      misses.push(miss ?? 1);
    }
    console.info(
      `${model} neon-warmup: ${misses.map((miss) => (miss * 100).toFixed(1)).join(' ')} % of the height`,
    );
    expect(misses.reduce((sum, miss) => sum + miss, 0) / misses.length).toBeLessThan(0.025);
  });
});
