/** What the compositor promises of every frame, whatever the effects are. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { StudioError } from '../../../src/core/errors';
import {
  BLEND_MODES,
  defineEffect,
  type EffectDefinition,
  type EffectInstance,
} from '../../../src/effects/effect';
import { createEffectInstance, effectById } from '../../../src/effects/registry';
import { createCompositor } from '../../../src/effects/render/compositor';
import type { Compositor } from '../../../src/effects/render/compositor-types';
import type { PlannedText } from '../../../src/project/frame-plan';
import { ZERO_FLICKS } from '../../../src/core/time';
import { contrastOf, difference, drawScene, figureMatte, frameOf, pixelsOf, SILENT } from './support';

const size = { width: 90, height: 160 };
const scene = drawScene(size);
const make = (effectId: string, patch: Partial<EffectInstance> = {}): EffectInstance => ({
  ...createEffectInstance(effectId, effectId, 1),
  ...patch,
});

let compositor: Compositor;

beforeEach(() => {
  compositor = createCompositor({ canvas: new OffscreenCanvas(1, 1), size });
});

afterEach(() => compositor.dispose());

function show(effects: readonly EffectInstance[], options: Partial<Parameters<typeof frameOf>[0]> = {}) {
  compositor.render(frameOf({ size, picture: scene, effects, ...options }));
  return compositor.readPixels();
}

/** The scene drawn by the browser's own 2D canvas, as a second opinion. */
function drawn(draw: (context: OffscreenCanvasRenderingContext2D) => void): Uint8ClampedArray {
  const canvas = new OffscreenCanvas(size.width, size.height);
  const context = canvas.getContext('2d');
  if (context === null) throw new TypeError('A test needs a 2D canvas.');
  context.fillStyle = '#000';
  context.fillRect(0, 0, size.width, size.height);
  draw(context);
  return pixelsOf(canvas);
}

describe('a picture in the stage', () => {
  it('is the source bit for bit when it fits', () => {
    expect(difference(show([]), pixelsOf(scene)).largest).toBe(0);
  });

  it('is mirrored when the layer says so', () => {
    const expected = drawn((context) => {
      context.scale(-1, 1);
      context.drawImage(scene, -size.width, 0);
    });
    expect(difference(show([], { layer: { mirror: true } }), expected).largest).toBe(0);
  });

  it('is cropped evenly when it covers', () => {
    const wide = drawScene({ width: 320, height: 160 });
    const shown = show([], { picture: wide, layer: { sourceSize: { width: 320, height: 160 } } });
    const expected = drawn((context) => context.drawImage(wide, -115, 0));
    expect(difference(shown, expected).largest).toBe(0);
  });

  it('has black bars when it is contained, with an effect too', () => {
    const square = drawScene({ width: 90, height: 90 });
    const layer = { sourceSize: { width: 90, height: 90 }, fit: 'contain' as const };
    const expected = drawn((context) => context.drawImage(square, 0, 35));
    expect(difference(show([], { picture: square, layer }), expected).largest).toBe(0);
    const through = show([make('adjust', { strength: 0.002 })], { picture: square, layer });
    expect(difference(through, expected).largest).toBeLessThanOrEqual(1);
  });

  it('lies over what is beneath where it has holes', () => {
    const veil = new OffscreenCanvas(size.width, size.height);
    const context = veil.getContext('2d');
    if (context === null) throw new TypeError('A test needs a 2D canvas.');
    context.fillStyle = 'rgba(255, 0, 0, 0.5)';
    context.fillRect(0, 0, 90, 80);
    const frame = frameOf({ size, picture: scene });
    const [layer] = frame.plan.layers;
    if (layer === undefined) throw new TypeError('There is a layer.');
    compositor.render({
      ...frame,
      plan: { ...frame.plan, layers: [layer, { ...layer, clipId: 'veil' }] },
      pictures: new Map([...frame.pictures, ['veil', veil]]),
    });
    const expected = drawn((target) => {
      target.drawImage(scene, 0, 0);
      target.drawImage(veil, 0, 0);
    });
    expect(difference(compositor.readPixels(), expected).largest).toBeLessThanOrEqual(1);
  });

  it('is black while there is none', () => {
    const frame = frameOf({ size, picture: scene });
    compositor.render({ ...frame, pictures: new Map() });
    expect(Math.max(...compositor.readPixels().filter((_, index) => index % 4 !== 3))).toBe(0);
  });

  it('follows a change of size', () => {
    show([make('trails')]);
    compositor.resize({ width: 45, height: 80 });
    compositor.render(frameOf({ size, picture: scene, effects: [make('trails')] }));
    expect(compositor.readPixels()).toHaveLength(45 * 80 * 4);
    expect(compositor.canvas.width).toBe(45);
  });
});

describe('the stack', () => {
  it('keeps the order of the person', () => {
    const [a, b] = [make('duotone'), make('adjust', { params: { exposure: 0.2, temperature: 0.9 } })];
    expect(difference(show([a, b]), show([b, a])).mean).toBeGreaterThan(3);
    const [mirror, vignette] = [make('kaleidoscope'), make('vignette')];
    expect(difference(show([mirror, vignette]), show([vignette, mirror])).mean).toBeGreaterThan(1);
  });

  it.each([
    ['colours', ['adjust', 'duotone', 'vignette']],
    ['a displacement between colours', ['adjust', 'kaleidoscope', 'vignette']],
    ['two displacements', ['mirror', 'kaleidoscope']],
    ['a seeded colour after a displacement', ['mirror', 'film-grain', 'vignette']],
  ])('looks the same joined and apart: %s', (_, ids) => {
    const effects = ids.map((id) => make(id));
    const apart = createCompositor({ canvas: new OffscreenCanvas(1, 1), size, fuse: false });
    apart.render(frameOf({ size, picture: scene, effects }));
    const { largest, mean } = difference(show(effects), apart.readPixels());
    apart.dispose();
    // Apart, each step is rounded to eight bits; two displacements also interpolate twice, which softens edges.
    expect(mean).toBeLessThan(ids.includes('mirror') && ids.includes('kaleidoscope') ? 4 : 0.8);
    if (!ids.includes('mirror') && !ids.includes('kaleidoscope')) expect(largest).toBeLessThanOrEqual(6);
  });

  it('leaves out what is off and what it does not know', () => {
    const off = [make('vhs', { enabled: false }), { ...make('vhs'), effectId: 'from-the-future' }];
    expect(difference(show(off), pixelsOf(scene)).largest).toBe(0);
  });

  it('tells two of a kind apart', () => {
    const twice = [make('film-grain', { id: 'a' }), make('film-grain', { id: 'b', seed: 9 })];
    const once = [make('film-grain', { id: 'a' })];
    expect(difference(show(twice), show(once)).mean).toBeGreaterThan(0.5);
  });
});

describe('what the host gives every effect', () => {
  it('mixes by strength', () => {
    const [none, half, full] = [0, 0.5, 1].map((strength) => show([make('duotone', { strength })]));
    if (none === undefined || half === undefined || full === undefined)
      throw new TypeError('Three pictures.');
    const middle = none.map((value, index) => (value + (full[index] ?? 0)) / 2);
    expect(difference(half, middle).largest).toBeLessThanOrEqual(1);
  });

  it.each(BLEND_MODES)('blends by %s', (blend) => {
    const ids = ['duotone', 'bloom', 'mirror', 'skeleton-neon', 'hand-trails'];
    const shown = ids.map((id) => show([make(id, { blend, strength: 0.8 })]));
    for (const picture of shown) expect(contrastOf(picture)).toBeGreaterThan(2);
    if (blend === 'normal') return;
    const plain = show([make('duotone', { strength: 0.8 })]);
    expect(difference(shown[0] ?? plain, plain).mean).toBeGreaterThan(1);
  });

  it.each(['adjust', 'kaleidoscope', 'vhs', 'skeleton-neon', 'hand-trails', 'bloom'])(
    'keeps %s to the body or to the background, mirrored as the picture is',
    (id) => {
      // The body is the left half of the source, so the right half of a mirrored stage.
      const data = new Uint8Array(4 * 4).map((_, index) => (index % 4 < 2 ? 255 : 0));
      const options = { matte: { width: 4, height: 4, data }, layer: { mirror: true } };
      const plain = show([], options);
      for (const side of ['body', 'background'] as const) {
        const shown = show([make(id, { side })], options);
        const changed = (from: number, to: number): number => {
          let sum = 0;
          for (let y = 0; y < size.height; y += 1) {
            for (let x = from; x < to; x += 1) {
              const at = (y * size.width + x) * 4;
              for (let channel = 0; channel < 3; channel += 1)
                sum += Math.abs((shown[at + channel] ?? 0) - (plain[at + channel] ?? 0));
            }
          }
          return sum;
        };
        const [left, right] = [changed(0, 30), changed(60, 90)];
        expect(side === 'body' ? left : right).toBe(0);
        expect(side === 'body' ? right : left).toBeGreaterThan(0);
      }
    },
  );

  it('shows a side as everything, and a mask effect not at all, while there is no matte', () => {
    const everywhere = show([make('duotone')], { matte: null });
    expect(difference(show([make('duotone', { side: 'body' })], { matte: null }), everywhere).largest).toBe(
      0,
    );
    const input = show([], { matte: null });
    for (const id of ['background-blur', 'background-replace', 'body-echo', 'aura'])
      expect(difference(show([make(id)], { matte: null }), input).largest).toBe(0);
  });

  it('draws nothing of the body, the beat and the score while they are unknown', () => {
    const input = show([]);
    for (const id of ['limb-spark', 'hand-trails', 'beat-pulse'])
      expect(difference(show([make(id)], { signals: SILENT }), input).largest).toBe(0);
  });
});

describe('texts', () => {
  const item: PlannedText = {
    id: 'text',
    start: ZERO_FLICKS,
    duration: ZERO_FLICKS,
    text: 'ABC 舞蹈 เต้น',
    x: 0.5,
    y: 0.5,
    lineHeight: 0.08,
    color: '#ffffff',
    style: 'plain',
    weight: 700,
    age: 1,
    left: 1,
  };
  const black = new OffscreenCanvas(size.width, size.height);
  black.getContext('2d')?.fillRect(0, 0, size.width, size.height);

  it.each(['plain', 'outline', 'box'] as const)(
    'are drawn as %s, never mirrored, over the effects',
    (style) => {
      const texts = [{ ...item, style }];
      const straight = show([], { picture: black, texts });
      expect(contrastOf(straight)).toBeGreaterThan(8);
      expect(difference(show([], { picture: black, texts, layer: { mirror: true } }), straight).largest).toBe(
        0,
      );
      const turned = show([make('mirror')], { picture: black, texts });
      expect(difference(turned, straight).largest).toBe(0);
    },
  );

  it('are centred on their place', () => {
    const shown = show([], { picture: black, texts: [{ ...item, text: 'H', x: 0.25, y: 0.75 }] });
    let [left, right, top, bottom] = [size.width, 0, size.height, 0];
    for (let index = 0; index < shown.length; index += 4) {
      if ((shown[index] ?? 0) < 128) continue;
      const [x, y] = [(index / 4) % size.width, Math.floor(index / 4 / size.width)];
      [left, right] = [Math.min(left, x), Math.max(right, x)];
      [top, bottom] = [Math.min(top, y), Math.max(bottom, y)];
    }
    expect((left + right) / 2).toBeCloseTo(22, -0.5);
    expect(Math.abs((top + bottom) / 2 - 119.5)).toBeLessThanOrEqual(1.5);
  });
});

describe('a shader that does not compile', () => {
  const broken: EffectDefinition = defineEffect({
    ...(effectById('adjust') as EffectDefinition),
    id: 'broken',
    params: {},
    passes: [
      { id: 'color', fragment: 'vec4 color(vec4 rgba, vec2 uv) {\n  float a = 1.0;\n  return nonsense;\n}' },
    ],
  });

  it('is refused with the name of the effect and the line, and the next frame is drawn', async () => {
    compositor.dispose();
    const find = (id: string): EffectDefinition | undefined => (id === 'broken' ? broken : effectById(id));
    compositor = createCompositor({ canvas: new OffscreenCanvas(1, 1), size, find });
    const bad = { ...make('adjust'), effectId: 'broken' };
    for (const stack of [[bad], [make('vignette'), bad]]) {
      const failure = await compositor.warm(stack).then(
        () => null,
        (error: unknown) => error,
      );
      expect(failure).toBeInstanceOf(StudioError);
      expect((failure as StudioError).code).toBe('shader-failed');
      expect((failure as StudioError).values).toMatchObject({ effect: 'broken', line: 3 });
    }
    expect(() => show([bad])).toThrow(StudioError);
    expect(difference(show([]), pixelsOf(scene)).largest).toBe(0);
  });
});

describe('history', () => {
  it('is cleared by anything but the next frame, and a frame can be drawn again', () => {
    const effects = [make('trails', { params: { style: 'ghost' } })];
    const other = drawScene(size, 0.3);
    const at = (frame: number, picture = scene): Uint8ClampedArray => show(effects, { frame, picture });
    at(0, other);
    at(1, other);
    const second = at(2);
    expect(difference(second, pixelsOf(scene)).mean).toBeGreaterThan(0.5);
    expect(difference(at(2), second).largest).toBe(0);
    // A jump: no past, so nothing is left behind.
    expect(difference(at(40), pixelsOf(scene)).largest).toBe(0);
  });

  it('reaches through a chain', () => {
    const effects = [make('trails'), make('body-echo')];
    const reach = compositor.prerollFrames(effects);
    expect(reach).toBe(40);
    const pictures = Array.from({ length: 12 }, (_, index) => drawScene(size, 0.2 * Math.sin(index)));
    const play = (first: number, last: number): Uint8ClampedArray => {
      show([], { frame: 1000 });
      for (let frame = first; frame <= last; frame += 1) {
        const picture = pictures[frame % pictures.length] ?? scene;
        show(effects, { frame, picture, matte: figureMatte(64, 114, 0.2 * Math.sin(frame % 12)) });
      }
      return compositor.readPixels();
    };
    expect(difference(play(60 - reach, 60), play(0, 60)).largest).toBe(0);
  });
});

describe('ending', () => {
  it('leaves the canvas for another compositor', () => {
    const { canvas } = compositor;
    show([make('bloom')]);
    compositor.dispose();
    compositor.dispose();
    compositor = createCompositor({ canvas, size });
    expect(difference(show([make('adjust', { strength: 0 })]), pixelsOf(scene)).largest).toBe(0);
  });

  it('frees every target and program', () => {
    const gl = compositor.canvas.getContext('webgl2') as WebGL2RenderingContext;
    const made = new Set<WebGLTexture>();
    const freed = new Set<WebGLTexture>();
    const create = gl.createTexture.bind(gl);
    const remove = gl.deleteTexture.bind(gl);
    gl.createTexture = () => {
      const texture = create();
      made.add(texture);
      return texture;
    };
    gl.deleteTexture = (texture) => {
      if (texture !== null) freed.add(texture);
      remove(texture);
    };
    const before = show([make('bloom'), make('trails'), make('background-blur'), make('aura')]);
    expect(before.length).toBeGreaterThan(0);
    compositor.dispose();
    expect(made.size).toBeGreaterThan(5);
    expect([...made].filter((texture) => !freed.has(texture))).toHaveLength(0);
  });
});
