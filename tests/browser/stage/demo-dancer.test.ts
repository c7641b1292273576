import { afterEach, expect, it } from 'vitest';
import { createDemoDancer, type DemoDancer } from '../../../src/stage/demo-dancer';
import { SKETCHES, sketchTrack } from '../../support/hand-made-poses';

const SIZE = { width: 180, height: 320 };
const track = sketchTrack(Object.values(SKETCHES), 1);
const dancers: DemoDancer[] = [];

function dancer(): DemoDancer {
  const made = createDemoDancer({ size: SIZE, fps: 30, track });
  dancers.push(made);
  return made;
}

/** RGBA rows from the top. */
function pixels(made: DemoDancer): Uint8ClampedArray {
  const copy = new OffscreenCanvas(SIZE.width, SIZE.height).getContext('2d');
  if (copy === null) throw new Error('no 2d context');
  copy.drawImage(made.canvas, 0, 0);
  return copy.getImageData(0, 0, SIZE.width, SIZE.height).data;
}

function changed(a: Uint8ClampedArray, b: Uint8ClampedArray): number {
  let count = 0;
  for (let at = 0; at < a.length; at += 4) {
    if (Math.abs((a[at] ?? 0) - (b[at] ?? 0)) > 24) count += 1;
  }
  return count / (a.length / 4);
}

afterEach(() => {
  for (const made of dancers.splice(0)) made.dispose();
});

it('shows a body with its shoes near the lower edge and room above the head', () => {
  const made = dancer();
  made.drawAt(0.5);
  const data = pixels(made);
  // Hair is the darkest thing in the room, shoes the lightest below the wall.
  const rowsWhere = (isIt: (r: number, g: number, b: number) => boolean): number[] =>
    Array.from({ length: SIZE.height }, (_, y) => y).filter((y) => {
      let hits = 0;
      for (let x = 50; x < 130; x += 1) {
        const at = (y * SIZE.width + x) * 4;
        if (isIt(data[at] ?? 0, data[at + 1] ?? 0, data[at + 2] ?? 0)) hits += 1;
      }
      return hits >= 4;
    });
  const hair = rowsWhere((r, g, b) => r < 75 && g < 60 && b < 60);
  const shirt = rowsWhere((r, g, b) => r > 150 && g < 110 && b < 100);
  const shoes = rowsWhere((r, g, b) => r > 215 && g > 210 && b > 200).filter((y) => y > SIZE.height * 0.85);
  expect(hair.length).toBeGreaterThan(3);
  expect(shirt.length).toBeGreaterThan(40);
  expect(shoes.length).toBeGreaterThan(2);
  expect(hair[0]).toBeGreaterThan(8);
  expect(shirt[0]).toBeGreaterThan(hair[0] ?? Infinity);
  expect(shoes.at(-1)).toBeGreaterThan(shirt.at(-1) ?? Infinity);
  expect(((shoes.at(-1) ?? 0) - (hair[0] ?? 0)) / SIZE.height).toBeGreaterThan(0.55);
});

it('draws the same second the same way, and other seconds otherwise', () => {
  const made = dancer();
  made.drawAt(1.5);
  const first = pixels(made);
  made.drawAt(3.5);
  const other = pixels(made);
  made.drawAt(1.5);
  expect(changed(first, pixels(made))).toBe(0);
  expect(changed(first, other)).toBeGreaterThan(0.02);
});

it('waits before the start and begins again after the end', () => {
  const made = dancer();
  made.drawAt(0);
  const start = pixels(made);
  made.drawAt(-2);
  expect(changed(start, pixels(made))).toBe(0);
  made.drawAt(5 + 2.4);
  const again = pixels(made);
  made.drawAt(2.4);
  expect(changed(again, pixels(made))).toBeLessThan(0.001);
});

it('is a live picture track until it is disposed', async () => {
  const made = dancer();
  const [media] = made.stream.getVideoTracks();
  expect(media?.readyState).toBe('live');
  const video = document.createElement('video');
  video.muted = true;
  video.srcObject = made.stream;
  const seen = new Promise<VideoFrameCallbackMetadata>((resolve) =>
    video.requestVideoFrameCallback((_now, metadata) => resolve(metadata)),
  );
  const timer = setInterval(() => made.drawAt(performance.now() / 1000), 33);
  await video.play();
  const { width, height } = await seen;
  clearInterval(timer);
  expect({ width, height }).toEqual(SIZE);
  video.srcObject = null;
  made.dispose();
  expect(media?.readyState).toBe('ended');
  expect(() => made.drawAt(0)).not.toThrow();
});
