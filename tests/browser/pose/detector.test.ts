/** The real pose model in real Chromium: finds the body where a person sees it, and gets up again after a crash. */
import { describe, expect, it, vi } from 'vitest';
import { BlobSource, ALL_FORMATS, Input, VideoSampleSink } from 'mediabunny';
import { LANDMARK } from '../../../src/pose/landmarks';
import type { Pose } from '../../../src/pose/pose';
import { createPoseDetector } from '../../../src/pose/detector/detector-client';

const response = await fetch('/shared/media/people/squats.mp4');
const film = response.ok ? await response.blob() : null;
if (film === null) console.warn('SKIPPED: no footage at ../shared/media/people/squats.mp4');

async function frameAt(seconds: number): Promise<VideoFrame> {
  if (film === null) throw new Error('no footage');
  const input = new Input({ source: new BlobSource(film), formats: ALL_FORMATS });
  const track = await input.getPrimaryVideoTrack();
  if (track === null) throw new Error('no picture');
  const sample = await new VideoSampleSink(track).getSample(seconds);
  if (sample === null) throw new Error('no frame');
  const frame = sample.toVideoFrame();
  sample.close();
  input.dispose();
  return frame;
}

/** Where a person sees the joints (pixels of 720×1280), read off the frames by hand. */
const SEEN: readonly { seconds: number; points: Readonly<Record<string, readonly [number, number]>> }[] = [
  {
    seconds: 1,
    points: {
      rightShoulder: [293, 419],
      leftShoulder: [402, 414],
      rightHip: [251, 632],
      leftHip: [358, 637],
      rightKnee: [290, 785],
      leftKnee: [373, 780],
      rightAnkle: [261, 945],
      leftAnkle: [352, 937],
    },
  },
  {
    seconds: 4.2,
    points: {
      rightShoulder: [262, 338],
      leftShoulder: [415, 338],
      rightHip: [289, 571],
      leftHip: [389, 571],
      rightKnee: [281, 777],
      leftKnee: [365, 774],
      rightAnkle: [260, 945],
      leftAnkle: [346, 942],
    },
  },
  {
    seconds: 7,
    points: {
      rightShoulder: [304, 568],
      leftShoulder: [426, 567],
      rightHip: [228, 754],
      leftHip: [335, 762],
      rightKnee: [289, 808],
      leftKnee: [396, 800],
      rightAnkle: [262, 945],
      leftAnkle: [350, 942],
    },
  },
];

/** From the crown to the soles where she stands upright. */
const BODY_HEIGHT_PX = 843;

/** Of the body's height; a joint is a place inside a limb, and two people who mark it are some per cent apart (hips most). */
const TOLERANCE = 0.05;

describe.skipIf(film === null)('the pose detector', () => {
  it('finds shoulders, hips, knees and ankles where a person sees them', async () => {
    const detector = createPoseDetector({ model: 'full', wantMatte: false });
    for (const { seconds, points } of SEEN) {
      const detection = await detector.detect(await frameAt(seconds), seconds * 1000);
      expect(detection?.pose, `at ${seconds} s`).not.toBeNull();
      const pose = detection?.pose as Pose;
      for (const [name, [x, y]] of Object.entries(points)) {
        const index = LANDMARK[name as keyof typeof LANDMARK];
        const dx = (pose.image[index * 3] ?? 0) * 720 - x;
        const dy = (pose.image[index * 3 + 1] ?? 0) * 1280 - y;
        expect.soft(Math.hypot(dx, dy) / BODY_HEIGHT_PX, `${name} at ${seconds} s`).toBeLessThan(TOLERANCE);
      }
    }
    detector.dispose();
  });

  it('gives a small matte that is on the body and off the corner', async () => {
    const detector = createPoseDetector({ model: 'lite', wantMatte: true });
    const detection = await detector.detect(await frameAt(1), 0);
    const matte = detection?.matte;
    const pose = detection?.pose;
    if (matte == null || pose == null) throw new Error('nothing found');
    expect(matte.data).toHaveLength(matte.width * matte.height);
    expect(Math.max(matte.width, matte.height)).toBeLessThanOrEqual(320);
    const hip = LANDMARK.leftHip * 3;
    const x = Math.floor((pose.image[hip] ?? 0) * matte.width);
    const y = Math.floor((pose.image[hip + 1] ?? 0) * matte.height);
    expect(matte.data[y * matte.width + x]).toBeGreaterThan(200);
    expect(matte.data[0]).toBeLessThan(30);
    detector.dispose();
  });

  it('looks at the newest picture: the one that waited is dropped, and every picture is closed', async () => {
    const detector = createPoseDetector({ model: 'lite', wantMatte: false });
    await detector.ready;
    const frames = await Promise.all([1, 2, 3].map((seconds) => frameAt(seconds)));
    const [first, second, third] = await Promise.all(
      frames.map((frame, index) => detector.detect(frame, index * 33)),
    );
    expect(first?.timestampMs).toBe(0);
    expect(second).toBeNull();
    expect(third?.timestampMs).toBe(66);
    detector.dispose();
  });

  it('chooses by measuring: tries more than one model in one worker', async () => {
    const detector = createPoseDetector({ model: 'auto', wantMatte: false });
    const info = await detector.ready;
    expect(info.msPerFrame).toBeGreaterThan(0);
    // The larger model only where it reaches 20 frames a second.
    if (info.model === 'full') expect(info.msPerFrame).toBeLessThanOrEqual(50);
    expect((await detector.detect(await frameAt(1), 0))?.pose).not.toBeNull();
    detector.dispose();
  });

  it('takes stamps that stand still or go back', async () => {
    const detector = createPoseDetector({ model: 'lite', wantMatte: false });
    for (const stamp of [100, 100, 50]) {
      expect((await detector.detect(await frameAt(1), stamp))?.pose).not.toBeNull();
    }
    detector.dispose();
  });

  it('tells of a crash once and works again with a new worker', async () => {
    const workers: Worker[] = [];
    const Real = globalThis.Worker;
    vi.stubGlobal(
      'Worker',
      class extends Real {
        constructor(...parameters: ConstructorParameters<typeof Worker>) {
          super(...parameters);
          workers.push(this);
        }
      },
    );
    const detector = createPoseDetector({ model: 'lite', wantMatte: false });
    await detector.ready;
    const pending = detector.detect(await frameAt(1), 0);
    workers[0]?.dispatchEvent(new ErrorEvent('error', { message: 'killed', cancelable: true }));
    await expect(pending).rejects.toMatchObject({ code: 'pose-crashed' });
    expect((await detector.detect(await frameAt(1), 33))?.pose).not.toBeNull();
    expect(workers).toHaveLength(2);
    detector.dispose();
    vi.unstubAllGlobals();
  });

  it('says that the model is missing', async () => {
    const detector = createPoseDetector({
      model: 'lite',
      wantMatte: false,
      modelsUrl: `${location.origin}/nowhere/`,
    });
    await expect(detector.ready).rejects.toMatchObject({ code: 'pose-model-missing' });
    detector.dispose();
  });
});
