import { afterEach, expect, it } from 'vitest';
import { createCoachView, type CoachView, type CoachViewFrame } from '../../../src/stage/coach-view';
import { SKETCHES, sketchTrack } from '../../support/hand-made-poses';

const SIZE = { width: 160, height: 240 };
const track = sketchTrack(Object.values(SKETCHES), 1);
const views: CoachView[] = [];

function open(): (frame?: Partial<CoachViewFrame>) => Uint8ClampedArray {
  const canvas = document.createElement('canvas');
  canvas.width = SIZE.width;
  canvas.height = SIZE.height;
  const view = createCoachView(canvas);
  views.push(view);
  return (frame = {}) => {
    view.render({ track, seconds: 4.5, mirrored: true, ...frame });
    const copy = new OffscreenCanvas(SIZE.width, SIZE.height).getContext('2d');
    if (copy === null) throw new Error('no 2d context');
    copy.drawImage(canvas, 0, 0);
    return copy.getImageData(0, 0, SIZE.width, SIZE.height).data;
  };
}

/** Pixels that differ clearly; `flipped` compares with the other picture turned left for right. */
function apart(a: Uint8ClampedArray, b: Uint8ClampedArray, flipped = false): number {
  let count = 0;
  for (let pixel = 0; pixel < SIZE.width * SIZE.height; pixel += 1) {
    const x = pixel % SIZE.width;
    const other = flipped ? pixel - x + (SIZE.width - 1 - x) : pixel;
    if (Math.abs((a[pixel * 4] ?? 0) - (b[other * 4] ?? 0)) > 30) count += 1;
  }
  return count;
}

afterEach(() => {
  for (const view of views.splice(0)) view.dispose();
});

it('shows the dancer at that second, the same way each time', () => {
  const draw = open();
  const first = draw();
  expect(apart(first, draw({ seconds: 1.5 }))).toBeGreaterThan(500);
  expect(apart(first, draw())).toBe(0);
});

it('turns left for right on request', () => {
  const draw = open();
  const [mirror, opposite] = [draw(), draw({ mirrored: false })];
  expect(apart(mirror, opposite)).toBeGreaterThan(500);
  expect(apart(mirror, opposite, true)).toBeLessThan(0.6 * apart(mirror, opposite));
});

it('adds a second dancer, a stool, lit limbs and the clothes of a series', () => {
  const draw = open();
  const alone = draw();
  expect(apart(alone, draw({ ghost: { track, mirrored: false } }))).toBeGreaterThan(200);
  expect(apart(alone, draw({ criticalLimbs: ['leftArm'] }))).toBeGreaterThan(100);
  expect(apart(alone, draw({ series: 'pop-hook' }))).toBeGreaterThan(2000);
  // Nobody sits who stands.
  expect(apart(alone, draw({ seated: true }))).toBe(0);
  const sitting = sketchTrack([{ leftLeg: THIGHS, rightLeg: THIGHS }], 1);
  expect(
    apart(draw({ track: sitting, seconds: 0 }), draw({ track: sitting, seconds: 0, seated: true })),
  ).toBeGreaterThan(60);
});

it('can be resized, and is quiet after it was disposed', () => {
  const draw = open();
  draw();
  views[0]?.resize({ width: 80, height: 60 });
  expect(() => draw()).not.toThrow();
  views[0]?.dispose();
  expect(() => draw()).not.toThrow();
});

const THIGHS = [
  [0, 0.1, -1],
  [0, 1, 0],
] as const;
