/** The picture of a time is the one on screen then, in whatever order it is asked for. */
import { describe, expect, test } from 'vitest';
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
