/** The picture of a time is the one on screen then, in whatever order it is asked for. */
import fc from 'fast-check';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { openPictures, type PictureReader } from '../../../src/media/picture-reader';
import { makeThumbnail } from '../../../src/media/thumbnail';
import { colorAt, evenTimes, makeFilm, paintGrey } from './made-films';

/** Greys far enough apart to survive an encoder. */
const greyOf = (index: number): number => 16 + index * 20;

/** Which picture is shown at a time. */
async function indexAt(reader: PictureReader, seconds: number): Promise<number> {
  const [grey] = colorAt(await reader.pictureAt(seconds), 0.5, 0.5);
  return Math.round((grey - 16) / 20);
}

const UNEVEN = [0, 0.05, 0.3, 0.31, 0.9, 1.0];

const uneven = await makeFilm({
  size: { width: 64, height: 64 },
  times: UNEVEN,
  paint: (context, index) => paintGrey(context, greyOf(index)),
});

describe('a film of uneven rate', () => {
  test('gives the picture whose stretch covers the time', async () => {
    const reader = await openPictures(uneven);
    const seen: number[] = [];
    for (const time of [0, 0.049, 0.05, 0.2999, 0.3, 0.305, 0.31, 0.6, 0.9, 0.99, 1.05]) {
      seen.push(await indexAt(reader, time));
    }
    expect(seen).toEqual([0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5]);
    reader.dispose();
  });

  test('gives the same in any order', async () => {
    const reader = await openPictures(uneven);
    expect(await indexAt(reader, 0.95)).toBe(4);
    expect(await indexAt(reader, 0.1)).toBe(1);
    expect(await indexAt(reader, 0.1)).toBe(1);
    expect(await indexAt(reader, 0.5)).toBe(3);
    expect(await indexAt(reader, 0)).toBe(0);
    reader.dispose();
  });

  test('holds the first picture before and the last one after', async () => {
    const reader = await openPictures(uneven);
    expect(await indexAt(reader, -1)).toBe(0);
    expect(await indexAt(reader, 99)).toBe(5);
    reader.dispose();
  });

  test('lists every picture once, in order', async () => {
    const reader = await openPictures(uneven);
    const times: number[] = [];
    for await (const { seconds, picture } of reader.pictures()) {
      times.push(seconds);
      picture.close();
    }
    expect(times.map((time) => Math.round(time * 1000))).toEqual(UNEVEN.map((time) => time * 1000));
    reader.dispose();
  });

  test('calls that overlap are answered in turn', async () => {
    const reader = await openPictures(uneven);
    const all = await Promise.all([0.95, 0.1, 0.5].map((time) => indexAt(reader, time)));
    expect(all).toEqual([4, 1, 3]);
    reader.dispose();
  });

  test('a reader that is disposed while it works answers null', async () => {
    const reader = await openPictures(uneven);
    const late = reader.pictureAt(0.5);
    reader.dispose();
    expect(await late).toBeNull();
    expect(await reader.pictureAt(0)).toBeNull();
  });
});

test('times computed from frame numbers hit their frames', async () => {
  const film = await makeFilm({
    size: { width: 64, height: 64 },
    times: evenTimes(12, 30),
    paint: (context, index) => paintGrey(context, greyOf(index)),
  });
  const reader = await openPictures(film);
  for (let frame = 0; frame < 12; frame += 1) expect(await indexAt(reader, frame / 30)).toBe(frame);
  reader.dispose();
});

test('a long film is jumped in, not played through', async () => {
  const film = await makeFilm({
    size: { width: 64, height: 64 },
    times: evenTimes(12, 0.5),
    paint: (context, index) => paintGrey(context, greyOf(index)),
  });
  const reader = await openPictures(film);
  expect(await indexAt(reader, 0)).toBe(0);
  expect(await indexAt(reader, 21)).toBe(10);
  expect(await indexAt(reader, 3)).toBe(1);
  reader.dispose();
});

interface WayBack {
  readonly name: string;
  readonly film: Blob;
  /** How many times over its pictures may be decoded on the way back. */
  readonly most: number;
  /** Frames between those that are compared, where a fresh reader for each would take too long. */
  readonly stride: number;
}

/** Real films where they are to be had. */
const films: WayBack[] = [
  {
    name: 'a film of five seconds',
    film: await makeFilm({
      size: { width: 64, height: 64 },
      times: evenTimes(150, 30),
      paint: (context, index) => paintGrey(context, index),
    }),
    most: 2,
    stride: 1,
  },
  { name: 'a film of uneven rate', film: uneven, most: 2, stride: 1 },
];
for (const [name, most, stride] of [
  ['ax_bbb_800x640_768kbps_30fps_avc_pyramid_3b.mp4', 2, 1],
  // 250 pictures of 1080p from key to key are five times as many as the shelf can hold.
  ['ax_edit_list_positive_shift.mp4', 5, 10],
  ['dc_video_90.mov', 2, 1],
] as const) {
  const response = await fetch(`/shared/media/hard/${name}`);
  if (response.ok) films.push({ name, film: await response.blob(), most, stride });
  else console.warn(`SKIPPED: no real footage at ../shared/media/hard/${name}.`);
}

describe('falling times', () => {
  afterEach(() => {
    vi.unstubAllGlobals();
  });

  /** When the pictures shown at some times begin, in microseconds, each asked of a reader of its own. */
  async function askedAfresh(film: Blob, times: readonly number[]): Promise<(number | undefined)[]> {
    const stamps: (number | undefined)[] = [];
    for (const time of times) {
      const reader = await openPictures(film);
      stamps.push(await stampAt(reader, time));
      reader.dispose();
    }
    return stamps;
  }

  async function stampAt(reader: PictureReader, time: number): Promise<number | undefined> {
    const picture = await reader.pictureAt(time);
    picture?.close();
    return picture?.timestamp;
  }

  /** The times of a film's frames at 30 a second, the last one first. */
  async function fallingTimes(film: Blob): Promise<number[]> {
    const reader = await openPictures(film);
    const { duration } = reader.info;
    reader.dispose();
    return evenTimes(Math.min(270, Math.ceil(duration * 30)), 30).reverse();
  }

  test('a reader that is put away while it fetches what comes next answers nobody, and throws nowhere', async () => {
    const film = films[0]?.film;
    if (film === undefined) return;
    const times = (await fallingTimes(film)).slice(0, 4);
    for (let round = 0; round < 5; round += 1) {
      const reader = await openPictures(film);
      for (const time of times) await stampAt(reader, time);
      const late = reader.pictureAt(0);
      reader.dispose();
      const picture = await late.catch(() => null);
      picture?.close();
    }
    // An unhandled rejection would fail the run.
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(times.length).toBeGreaterThan(0);
  });

  for (const { name, film, most, stride } of films) {
    test(`${name}: the same pictures as asked afresh`, async () => {
      const times = await fallingTimes(film);
      const reader = await openPictures(film);
      const stamps: (number | undefined)[] = [];
      for (const time of times) stamps.push(await stampAt(reader, time));
      reader.dispose();
      const compared = times.filter((_, index) => index % stride === 0);
      const ours = stamps.filter((_, index) => index % stride === 0);
      expect(ours).toEqual(await askedAfresh(film, compared));
    });

    test(`${name}: no more than ${most} times as many pictures are decoded as it has`, async () => {
      const times = await fallingTimes(film);
      const reader = await openPictures(film);
      let count = 0;
      for await (const { picture } of reader.pictures()) {
        count += 1;
        picture.close();
      }
      const decoded = countDecoded();
      for (const time of times) await stampAt(reader, time);
      reader.dispose();
      expect(decoded()).toBeLessThanOrEqual(most * count);
    });

    test(`${name}: any order of times gives what a fresh reader gives`, async () => {
      const all = (await fallingTimes(film)).reverse().filter((_, index) => index % stride === 0);
      const expected = await askedAfresh(film, all);
      // Steps forward and back, and jumps anywhere.
      const moves = fc.array(
        fc.oneof(
          fc.record({ by: fc.integer({ min: -4, max: 4 }), times: fc.integer({ min: 1, max: 12 }) }),
          fc.record({ to: fc.nat(all.length - 1) }),
        ),
        { minLength: 1, maxLength: 12 },
      );
      await fc.assert(
        fc.asyncProperty(moves, async (sequence) => {
          const reader = await openPictures(film);
          let at = 0;
          for (const move of sequence) {
            const steps = 'to' in move ? [move.to - at] : Array.from({ length: move.times }, () => move.by);
            for (const step of steps) {
              at = Math.min(all.length - 1, Math.max(0, at + step));
              expect(await stampAt(reader, all[at] ?? 0)).toBe(expected[at]);
            }
          }
          reader.dispose();
        }),
        { numRuns: stride === 1 ? 15 : 3 },
      );
    });

    test(`${name}: a picture from the shelf has the very same pixels`, async () => {
      const times = (await fallingTimes(film)).slice(0, 3);
      const reader = await openPictures(film);
      for (const time of times) {
        const fresh = await openPictures(film);
        const [ours, theirs] = [await reader.pictureAt(time), await fresh.pictureAt(time)];
        if (ours === null || theirs === null) throw new TypeError('There is no picture.');
        expect([ours.displayWidth, ours.displayHeight]).toEqual([theirs.displayWidth, theirs.displayHeight]);
        expect(pixelsOf(ours)).toEqual(pixelsOf(theirs));
        fresh.dispose();
      }
      reader.dispose();
    });
  }

  test('a reader that is disposed on its way back answers null', async () => {
    const [first] = films;
    const reader = await openPictures(first?.film ?? uneven);
    expect(await stampAt(reader, 4.5)).toBe(4_500_000);
    const late = reader.pictureAt(4.4);
    await Promise.resolve();
    reader.dispose();
    expect(await late).toBeNull();
  });
});

/** Counts the pictures that decoders made from now on give away. */
function countDecoded(): () => number {
  let count = 0;
  class CountingDecoder extends VideoDecoder {
    constructor(init: VideoDecoderInit) {
      const output = (frame: VideoFrame): void => {
        count += 1;
        init.output(frame);
      };
      super({ ...init, output });
    }
  }
  vi.stubGlobal('VideoDecoder', CountingDecoder);
  return () => count;
}

/** All pixels as they are shown, a few hundred of them; closes the picture. */
function pixelsOf(picture: VideoFrame): number[] {
  const context = new OffscreenCanvas(24, 24).getContext('2d', { alpha: false });
  if (context === null) throw new TypeError('No 2D canvas.');
  context.drawImage(picture, 0, 0, 24, 24);
  picture.close();
  return [...context.getImageData(0, 0, 24, 24).data];
}

describe('turned films', () => {
  /** Red at the top left as stored, blue elsewhere. */
  const corner = (context: OffscreenCanvasRenderingContext2D): void => {
    context.fillStyle = '#0000ff';
    context.fillRect(0, 0, 96, 64);
    context.fillStyle = '#ff0000';
    context.fillRect(0, 0, 48, 32);
  };
  const PLACES = { 0: [0, 0], 90: [1, 0], 180: [1, 1], 270: [0, 1] } as const;

  for (const rotation of [0, 90, 180, 270] as const) {
    test(`by ${rotation}° stand upright`, async () => {
      const film = await makeFilm({
        size: { width: 96, height: 64 },
        times: evenTimes(2, 30),
        paint: corner,
        rotation,
      });
      const reader = await openPictures(film);
      const size = rotation % 180 === 0 ? { width: 96, height: 64 } : { width: 64, height: 96 };
      expect(reader.info).toMatchObject({ size, rotation });
      for (const [x, y] of Object.values(PLACES)) {
        const [red, , blue] = colorAt(await reader.pictureAt(0), x, y);
        const isCorner = PLACES[rotation][0] === x && PLACES[rotation][1] === y;
        expect(red > blue, `the corner at ${x}, ${y}`).toBe(isCorner);
      }
      reader.dispose();
    });
  }

  test('have upright thumbnails', async () => {
    const film = await makeFilm({
      size: { width: 960, height: 640 },
      times: evenTimes(2, 30),
      paint: (context) => paintGrey(context, 120),
      rotation: 90,
    });
    const thumbnail = await makeThumbnail(film, 0);
    expect(thumbnail.type).toBe('image/jpeg');
    const picture = await createImageBitmap(thumbnail);
    expect([picture.width, picture.height]).toEqual([320, 480]);
    picture.close();
  });
});
