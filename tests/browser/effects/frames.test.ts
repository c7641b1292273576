/** Pictures in frames of their own, stickers over them, words that move. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createCompositor } from '../../../src/effects/render/compositor';
import type { Compositor } from '../../../src/effects/render/compositor-types';
import { BUNDLED_STICKERS } from '../../../src/effects/stickers/bundled-stickers';
import { importSticker } from '../../../src/studio/import-sticker';
import { AssetPictures } from '../../../src/export/asset-pictures';
import type { PlannedSticker, PlannedText } from '../../../src/project/frame-plan';
import { WHOLE_FRAME } from '../../../src/project/item-numbers';
import { contrastOf, difference, frameOf, type FrameOptions } from './support';

const size = { width: 180, height: 320 };
let compositor: Compositor;
beforeAll(() => {
  compositor = createCompositor({ canvas: new OffscreenCanvas(size.width, size.height), size });
});
afterAll(() => compositor.dispose());

/** Left half red, right half green; a blue line along the top. */
function picture({ width, height } = size): OffscreenCanvas {
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d');
  if (context === null) throw new TypeError('A test needs a 2D canvas.');
  context.fillStyle = '#ff0000';
  context.fillRect(0, 0, width / 2, height);
  context.fillStyle = '#00ff00';
  context.fillRect(width / 2, 0, width / 2, height);
  context.fillStyle = '#0000ff';
  context.fillRect(0, 0, width, height / 20);
  return canvas;
}

const show = (options: Partial<FrameOptions> = {}): Uint8ClampedArray => {
  compositor.render(frameOf({ size, picture: picture(), ...options }));
  return compositor.readPixels();
};

/** The colour at a place of the stage, 0..1 from its top left. */
function at(pixels: Uint8ClampedArray, x: number, y: number): readonly number[] {
  const index = 4 * (Math.floor(y * size.height) * size.width + Math.floor(x * size.width));
  return [...pixels.slice(index, index + 3)];
}

const RED = [255, 0, 0];
const GREEN = [0, 255, 0];
const BLUE = [0, 0, 255];
const BLACK = [0, 0, 0];

describe('a picture in a frame', () => {
  it('that is whole looks as without one', () => {
    expect(difference(show({ layer: { frame: WHOLE_FRAME } }), show()).largest).toBeLessThanOrEqual(1);
    expect(
      difference(show({ layer: { frame: WHOLE_FRAME, mirror: true } }), show({ layer: { mirror: true } }))
        .largest,
    ).toBeLessThanOrEqual(1);
  });

  it('lies where it is put, as large as it is made', () => {
    const pixels = show({ layer: { frame: { ...WHOLE_FRAME, x: 0.25, y: 0.25, scale: 0.5 } } });
    expect(at(pixels, 0.2, 0.2)).toEqual(RED);
    expect(at(pixels, 0.4, 0.2)).toEqual(GREEN);
    expect(at(pixels, 0.2, 0.005)).toEqual(BLUE);
    expect(at(pixels, 0.75, 0.25)).toEqual(BLACK);
    expect(at(pixels, 0.25, 0.75)).toEqual(BLACK);
  });

  it('turns clockwise', () => {
    const pixels = show({ layer: { frame: { ...WHOLE_FRAME, scale: 0.5, rotation: 90 } } });
    // What was left is at the top, what was at the top is at the right.
    expect(at(pixels, 0.5, 0.4)).toEqual(RED);
    expect(at(pixels, 0.5, 0.6)).toEqual(GREEN);
    expect(at(pixels, 0.5 + (0.24 * size.height) / size.width, 0.5)).toEqual(BLUE);
  });

  it('is cut at its sides', () => {
    const pixels = show({ layer: { frame: { ...WHOLE_FRAME, cropLeft: 0.5, cropTop: 0.2 } } });
    expect(at(pixels, 0.25, 0.5)).toEqual(BLACK);
    expect(at(pixels, 0.75, 0.1)).toEqual(BLACK);
    expect(at(pixels, 0.75, 0.5)).toEqual(GREEN);
  });

  it('can be seen through', () => {
    const [red = 0] = at(show({ layer: { frame: { ...WHOLE_FRAME, opacity: 0.5 } } }), 0.25, 0.5);
    expect(Math.abs(red - 128)).toBeLessThanOrEqual(1);
  });

  it('that does not fill the stage has itself behind it, blurred and darker', () => {
    const wide = { width: 320, height: 180 };
    const pixels = show({ picture: picture(wide), layer: { fit: 'blur', sourceSize: wide } });
    expect(at(pixels, 0.25, 0.5)).toEqual(RED);
    const [red = 0, green = 0] = at(pixels, 0.2, 0.15);
    expect(red).toBeGreaterThan(60);
    expect(red).toBeLessThan(180);
    expect(green).toBeLessThan(red);
    // Between red and green the blur is soft.
    const [middleRed = 0, middleGreen = 0] = at(pixels, 0.5, 0.15);
    expect(Math.abs(middleRed - middleGreen)).toBeLessThan(60);
  });
});

const sticker: PlannedSticker = {
  id: 'one',
  picture: { kind: 'bundled', id: 'heart' },
  x: 0.5,
  y: 0.5,
  size: 0.5,
  rotation: 0,
  opacity: 1,
  mirror: false,
  blend: 'normal',
  age: 0,
};

describe('stickers', () => {
  it.each(BUNDLED_STICKERS.map(({ id }) => id))('%s is drawn, inside its square', (id) => {
    const pixels = show({ stickers: [{ ...sticker, picture: { kind: 'bundled', id } }] });
    const plain = show();
    expect(difference(pixels, plain).mean).toBeGreaterThan(2);
    for (const [x, y] of [
      [0.5, 0.3],
      [0.5, 0.7],
      [0.1, 0.5],
      [0.9, 0.5],
    ] as const)
      expect(at(pixels, x, y)).toEqual(at(plain, x, y));
  });

  it('meet the picture as their blend says', () => {
    const white = new OffscreenCanvas(4, 4);
    const context = white.getContext('2d');
    if (context === null) throw new TypeError('A test needs a 2D canvas.');
    context.fillStyle = '#808080';
    context.fillRect(0, 0, 4, 4);
    const own: PlannedSticker = { ...sticker, picture: { kind: 'asset', id: 'grey' } };
    const laid = (blend: PlannedSticker['blend']): readonly number[] => {
      compositor.render({
        ...frameOf({ size, picture: picture(), stickers: [{ ...own, blend }] }),
        assetPictures: new Map([['one', white]]),
      });
      return at(compositor.readPixels(), 0.4, 0.5);
    };
    expect(laid('normal')).toEqual([128, 128, 128]);
    expect(laid('add')).toEqual([255, 128, 128]);
    expect(laid('screen')).toEqual([255, 128, 128]);
    expect(laid('multiply')).toEqual([128, 0, 0]);
  });

  it('of the person keep what can be seen through', async () => {
    const canvas = new OffscreenCanvas(40, 40);
    const context = canvas.getContext('2d');
    if (context === null) throw new TypeError('A test needs a 2D canvas.');
    context.fillStyle = '#ffff00';
    context.fillRect(0, 0, 40, 20);
    const blob = await canvas.convertToBlob({ type: 'image/png' });
    const asset = await importSticker(new File([blob], 'half.png', { type: 'image/png' }));
    expect(asset).toMatchObject({ kind: 'sticker', name: 'half', companion: 'image/png' });
    const own: PlannedSticker = { ...sticker, picture: { kind: 'asset', id: asset.id } };
    const assets = new AssetPictures();
    const pictures = await assets.ofStickers([own], { [asset.id]: asset });
    compositor.render({ ...frameOf({ size, picture: picture(), stickers: [own] }), assetPictures: pictures });
    const pixels = compositor.readPixels();
    assets.dispose();
    expect(at(pixels, 0.4, 0.47)).toEqual([255, 255, 0]);
    expect(at(pixels, 0.4, 0.53)).toEqual(RED);
  });

  it('that no browser can read are refused in words', async () => {
    const broken = new File([new Uint8Array([1, 2, 3])], 'broken.gif', { type: 'image/gif' });
    await expect(importSticker(broken)).rejects.toMatchObject({ code: 'file-unreadable' });
  });
});

describe('words that move', () => {
  const text: PlannedText = {
    id: 'text',
    start: 0 as PlannedText['start'],
    duration: 0 as PlannedText['duration'],
    text: 'MOVE',
    x: 0.5,
    y: 0.5,
    lineHeight: 0.12,
    color: '#ffffff',
    style: 'plain',
    weight: 900,
    motion: { in: 'fade', loop: 'none', out: 'none', unit: 'letter', seconds: 1 },
    age: 5,
    left: 5,
  };
  const black = new OffscreenCanvas(size.width, size.height);
  black.getContext('2d')?.fillRect(0, 0, size.width, size.height);
  const words = (patch: Partial<PlannedText>): Uint8ClampedArray =>
    show({ picture: black, texts: [{ ...text, ...patch }] });

  it('are not there at first, then letter after letter, and then as if they had always been', () => {
    expect(contrastOf(words({ age: 0, left: 10 }))).toBe(0);
    const half = contrastOf(words({ age: 0.5, left: 9.5 }));
    const whole = contrastOf(words({}));
    expect(half).toBeGreaterThan(0);
    expect(half).toBeLessThan(whole);
    const { motion: _motion, ...still } = text;
    compositor.render(frameOf({ size, picture: black, texts: [still] }));
    expect(difference(compositor.readPixels(), words({})).largest).toBe(0);
  });

  it('land where they rest', () => {
    // At the end of coming the letters are drawn one by one; kerning is within a pixel.
    const landed = words({ age: 0.999, left: 9 });
    expect(difference(landed, words({})).mean).toBeLessThan(1.5);
  });

  it('turn and fade as a whole', () => {
    const turned = words({ rotation: 90 });
    expect(at(turned, 0.5, 0.35).some((value) => value > 0) || contrastOf(turned) > 0).toBe(true);
    expect(difference(turned, words({})).mean).toBeGreaterThan(2);
    expect(contrastOf(words({ opacity: 0 }))).toBe(0);
  });
});
