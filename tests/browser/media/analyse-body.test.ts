/** Every picture of a film is looked at once, whatever the detector does meanwhile. */
import { describe, expect, test } from 'vitest';
import { StudioError } from '../../../src/core/errors';
import { analyseBody } from '../../../src/media/analyse-body';
import type { Detection, PoseDetector } from '../../../src/pose/detector/detector-client';
import { createPose } from '../../../src/pose/pose';
import { evenTimes, makeFilm, paintGrey } from './made-films';

const film = await makeFilm({
  size: { width: 90, height: 160 },
  times: [...evenTimes(8, 30), 0.5, 0.9],
  paint: (context, index) => paintGrey(context, 16 + index * 20),
});

/** Finds a body whose first coordinate is the time, and nobody in every third picture. */
function fakeDetector(crashAt: readonly number[] = []): PoseDetector & { readonly looks: number[] } {
  const looks: number[] = [];
  return {
    looks,
    ready: Promise.resolve({ model: 'lite', delegate: 'CPU', msPerFrame: 1, refused: null }),
    detect(picture, timestampMs) {
      picture.close();
      const look = looks.push(timestampMs) - 1;
      if (crashAt.includes(look)) return Promise.reject(new StudioError('pose-crashed', 'A crash.'));
      const pose = createPose();
      pose.image[0] = timestampMs;
      const found: Detection = {
        timestampMs,
        pose: look % 3 === 2 ? null : pose,
        matte: look % 3 === 2 ? null : { width: 2, height: 2, data: new Uint8Array(4).fill(look + 1) },
        bodies: 1,
        elapsedMs: 1,
      };
      return Promise.resolve(found);
    },
    onStateChange: () => () => undefined,
    dispose: () => undefined,
  };
}

describe('analyseBody', () => {
  test('gives a row for every picture, at its own time, in both tracks', async () => {
    const progress: number[] = [];
    const { pose, matte } = await analyseBody(film, {
      detector: fakeDetector(),
      onProgress: (done) => progress.push(done),
    });
    const times = [...evenTimes(8, 30), 0.5, 0.9].map((time) => Math.round(time * 1000));
    expect([...pose.times].map((time) => Math.round(time * 1000))).toEqual(times);
    expect([...matte.times].map((time) => Math.round(time * 1000))).toEqual(times);
    expect([...pose.present]).toEqual([1, 1, 0, 1, 1, 0, 1, 1, 0, 1]);
    expect([...matte.data.slice(8, 16)]).toEqual([0, 0, 0, 0, 4, 4, 4, 4]);
    expect(pose.aspect).toBeCloseTo(90 / 160, 5);
    expect(progress.at(-1)).toBe(1);
    expect(progress).toEqual(progress.toSorted((a, b) => a - b));
  });

  test('a crash costs a second look, not a picture', async () => {
    const detector = fakeDetector([4]);
    const { pose } = await analyseBody(film, { detector });
    expect(pose.length).toBe(10);
    expect(detector.looks[4]).toBe(detector.looks[5]);
  });

  test('a detector that crashes again and again is given up by name', async () => {
    const crashing = analyseBody(film, { detector: fakeDetector([4, 5]) });
    await expect(crashing).rejects.toMatchObject({ code: 'pose-crashed' });
  });

  test('ends when it is cancelled', async () => {
    const abort = new AbortController();
    const analysing = analyseBody(film, {
      detector: fakeDetector(),
      signal: abort.signal,
      onProgress: () => abort.abort(),
    });
    await expect(analysing).rejects.toMatchObject({ code: 'cancelled' });
  });
});
