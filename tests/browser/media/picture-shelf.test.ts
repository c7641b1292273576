/** What is put on the shelf of pictures is closed again, whatever becomes of it. */
import { VideoSample } from 'mediabunny';
import { describe, expect, test } from 'vitest';
import { PictureShelf } from '../../../src/media/picture-shelf';

const BYTES = 16 * 16 * 4;

/** Pictures a second apart; `given` collects them. */
async function* pictures(count: number, given: VideoSample[]): AsyncGenerator<VideoSample, void, unknown> {
  for (let timestamp = 0; timestamp < count; timestamp += 1) {
    const sample = new VideoSample(new Uint8Array(BYTES).fill(timestamp), {
      format: 'RGBA',
      codedWidth: 16,
      codedHeight: 16,
      timestamp,
      duration: 1,
    });
    given.push(sample);
    yield await Promise.resolve(sample);
  }
}

const isClosed = (sample: VideoSample): boolean => {
  try {
    sample.clone().close();
    return false;
  } catch {
    return true;
  }
};

describe('the shelf', () => {
  test('has the pictures up to the time, and knows where the last one ends', async () => {
    const shelf = new PictureShelf();
    await shelf.fill(pictures(5, []), 2.5);
    const at = [-0.1, 0, 0.9, 2, 2.9, 3, 9].map((time) => shelf.at(time)?.timestamp);
    expect(at).toEqual([undefined, 0, 0, 2, 2, undefined, undefined]);
    shelf.clear();
    expect(shelf.at(0)).toBeNull();
  });

  test('holds the last picture of the film', async () => {
    const shelf = new PictureShelf();
    await shelf.fill(pictures(3, []), 99);
    expect(shelf.at(99)?.timestamp).toBe(2);
    shelf.clear();
  });

  test('keeps the last ones of too many, and at least eight', async () => {
    const wide = new PictureShelf(10 * BYTES);
    await wide.fill(pictures(30, []), 19);
    expect([8, 9, 10, 19].map((time) => wide.at(time)?.timestamp)).toEqual([undefined, undefined, 10, 19]);
    const narrow = new PictureShelf(1);
    await narrow.fill(pictures(30, []), 19);
    expect([11, 12, 19].map((time) => narrow.at(time)?.timestamp)).toEqual([undefined, 12, 19]);
    wide.clear();
    narrow.clear();
  });

  test('closes all that it was given, and all that it kept', async () => {
    const shelf = new PictureShelf(8 * BYTES);
    const given: VideoSample[] = [];
    await shelf.fill(pictures(30, given), 11);
    expect(given).toHaveLength(13);
    expect(given.every(isClosed)).toBe(true);
    const kept = [4, 11].map((time) => shelf.at(time));
    expect(kept.map((sample) => sample === null || isClosed(sample))).toEqual([false, false]);
    await shelf.fill(pictures(2, given), 0);
    expect(kept.every((sample) => sample !== null && isClosed(sample))).toBe(true);
    expect(given.every(isClosed)).toBe(true);
    shelf.clear();
  });

  test('a stream that fails leaves an empty shelf and no open picture', async () => {
    const shelf = new PictureShelf();
    const given: VideoSample[] = [];
    async function* failing(): AsyncGenerator<VideoSample, void, unknown> {
      yield* pictures(3, given);
      throw new TypeError('The decoder is gone.');
    }
    await expect(shelf.fill(failing(), 9)).rejects.toThrow('The decoder is gone.');
    expect(given.every(isClosed)).toBe(true);
    expect(shelf.at(0)).toBeNull();
    shelf.clear();
  });

  test('refuses pictures whose pixels cannot be read', async () => {
    const shelf = new PictureShelf();
    const given: VideoSample[] = [];
    async function* sealed(): AsyncGenerator<VideoSample, void, unknown> {
      for await (const sample of pictures(3, given)) {
        sample.copyTo = () => Promise.reject(new DOMException('No.', 'NotSupportedError'));
        yield sample;
      }
    }
    await shelf.fill(sealed(), 1);
    expect(shelf.refuses).toBe(true);
    expect(shelf.at(0)).toBeNull();
    expect(given).toHaveLength(1);
    expect(given.every(isClosed)).toBe(true);
  });
});

/** The same, one in each turn of the clock. */
async function* slowly(
  source: AsyncGenerator<VideoSample, void, unknown>,
): AsyncGenerator<VideoSample, void, unknown> {
  for await (const sample of source) {
    await new Promise((resolve) => setTimeout(resolve, 10));
    yield sample;
  }
}

describe('a shelf that is abandoned while it is filled', () => {
  test('closes all that it was given, and stays empty', async () => {
    const shelf = new PictureShelf();
    const given: VideoSample[] = [];
    const filling = shelf.fill(slowly(pictures(40, given)), 39);
    await expect.poll(() => given.length, { interval: 1 }).toBeGreaterThan(3);
    shelf.abandon();
    await filling;
    expect(given.length).toBeLessThan(40);
    expect(given.every(isClosed)).toBe(true);
    expect(shelf.start).toBeNull();
    expect(shelf.at(3)).toBeNull();
  });
});
