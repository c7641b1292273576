/** The matte follows the picture's edge: measured against a figure whose true outline is known. */
import { describe, expect, it } from 'vitest';
import { createRandom } from '../../../src/core/random';
import type { EffectInstance, EffectSide } from '../../../src/effects/effect';
import type { ImportedAsset } from '../../../src/effects/imported-asset';
import { createEffectInstance } from '../../../src/effects/registry';
import { createCompositor } from '../../../src/effects/render/compositor';
import type { Matte } from '../../../src/effects/render/compositor-types';
import { readImport } from '../../../src/effects/standards/import-shader';
import { SILENT, frameOf } from './support';

const size = { width: 270, height: 480 };

/** Head, trunk, arms and legs: a path to fill. */
function figure(
  context: OffscreenCanvasRenderingContext2D,
  { width, height }: { width: number; height: number },
): void {
  const [w, h] = [width, height];
  context.lineCap = 'round';
  context.lineJoin = 'round';
  context.lineWidth = w * 0.09;
  context.beginPath();
  context.arc(w * 0.5, h * 0.2, w * 0.1, 0, 7);
  context.fill();
  context.beginPath();
  for (const [ax, ay, bx, by, cx, cy] of [
    [0.5, 0.35, 0.25, 0.42, 0.2, 0.25],
    [0.5, 0.35, 0.75, 0.4, 0.85, 0.52],
    [0.5, 0.58, 0.4, 0.75, 0.36, 0.94],
    [0.5, 0.58, 0.62, 0.74, 0.6, 0.94],
  ] as const) {
    context.moveTo(ax * w, ay * h);
    context.lineTo(bx * w, by * h);
    context.lineTo(cx * w, cy * h);
  }
  context.stroke();
  context.fillRect(w * 0.4, h * 0.3, w * 0.2, h * 0.32);
}

function draw(
  { width, height }: { width: number; height: number },
  paint: (context: OffscreenCanvasRenderingContext2D) => void,
): OffscreenCanvas {
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (context === null) throw new TypeError('A test needs a 2D canvas.');
  // On black, so that the red channel is how much of the figure there is.
  context.fillRect(0, 0, width, height);
  paint(context);
  return canvas;
}

/** A dark figure with some texture before a lighter wall with some. */
const picture = draw(size, (context) => {
  const random = createRandom(5);
  context.fillStyle = '#b8a894';
  context.fillRect(0, 0, size.width, size.height);
  for (let spot = 0; spot < 60; spot += 1) {
    context.fillStyle = `hsl(${30 + random() * 20} 20% ${58 + random() * 14}%)`;
    context.fillRect(random() * size.width, random() * size.height, 40, 30);
  }
  context.fillStyle = context.strokeStyle = '#3a2f52';
  figure(context, size);
});

const truth = bytesOf(
  draw(size, (context) => {
    context.fillStyle = context.strokeStyle = '#fff';
    figure(context, size);
  }),
);

/** What a model makes of it: coarse, blurred, and its outline off by a pixel of its own. */
const small = { width: 90, height: 160 };
const rough: Matte = {
  ...small,
  data: bytesOf(
    draw(small, (context) => {
      context.filter = 'blur(1px)';
      context.translate(1, -0.7);
      context.fillStyle = context.strokeStyle = '#fff';
      figure(context, small);
    }),
  ),
};

/** The red channel, row by row from the top. */
function bytesOf(canvas: OffscreenCanvas): Uint8Array {
  const data = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data ?? [];
  return Uint8Array.from({ length: canvas.width * canvas.height }, (_, at) => data[at * 4] ?? 0);
}

/** One colour all over. */
function flood(name: string, value: number): ImportedAsset {
  const text = `/*{ "ISFVSN": "2" }*/ void main() { gl_FragColor = vec4(vec3(${value}.0), 1.0); }`;
  const result = readImport({ name, text });
  if (!result.ok) throw new TypeError('The flood was refused.');
  return result.asset;
}

const black = flood('black.fs', 0);
const white = flood('white.fs', 1);

/** The matte as the effects see it: black everywhere, and white on the body alone. */
function seenMatte(matte: Matte): Uint8ClampedArray {
  const compositor = createCompositor({ canvas: new OffscreenCanvas(1, 1), size });
  const floodWith = ({ id }: ImportedAsset, side: EffectSide): EffectInstance => ({
    ...createEffectInstance('mono', id, 1),
    effectId: id,
    params: {},
    side,
  });
  try {
    compositor.render(
      frameOf({
        size,
        picture,
        matte,
        signals: SILENT,
        imports: { [black.id]: black, [white.id]: white },
        effects: [floodWith(black, 'everything'), floodWith(white, 'body')],
      }),
    );
    return compositor.readPixels();
  } finally {
    compositor.dispose();
  }
}

/** Mean difference to the true outline, 0..255. */
function errorOf(pixels: (at: number) => number): number {
  return truth.reduce((sum, value, at) => sum + Math.abs(value - pixels(at)), 0) / truth.length;
}

describe('the refined matte', () => {
  it('is a good deal nearer to the true outline than what the model gave', () => {
    const scaled = bytesOf(
      draw(size, (context) => {
        const image = new ImageData(small.width, small.height);
        rough.data.forEach((value, at) => image.data.set([value, value, value, 255], at * 4));
        const canvas = draw(small, (inner) => inner.putImageData(image, 0, 0));
        context.imageSmoothingQuality = 'high';
        context.drawImage(canvas, 0, 0, size.width, size.height);
      }),
    );
    const before = errorOf((at) => scaled[at] ?? 0);
    const pixels = seenMatte(rough);
    const after = errorOf((at) => pixels[at * 4] ?? 0);
    expect(before).toBeGreaterThan(4);
    expect(after).toBeLessThan(before * 0.5);
  });

  it('is the same as before where there is no edge: nobody, or nothing but a body', () => {
    for (const value of [0, 255]) {
      const pixels = seenMatte({ width: 4, height: 4, data: new Uint8Array(16).fill(value) });
      expect(pixels.filter((_, at) => at % 4 === 0).every((red) => red === value)).toBe(true);
    }
  });
});
