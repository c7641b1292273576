/** Foreign shaders, one small one for each of their dialects' habits, drawn and compared with what they should show. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { EffectDefinition, EffectInstance, ParamValues } from '../../../src/effects/effect';
import { createCompositor } from '../../../src/effects/render/compositor';
import type { Compositor, FrameInputs } from '../../../src/effects/render/compositor-types';
import { definitionOf, readImport, type ForeignFile } from '../../../src/effects/standards/import-shader';
import { sampleLut, unpackLut } from '../../../src/effects/standards/lut';
import { frameOf } from './support';

const size = { width: 40, height: 60 };
/** Red grows to the right, green upwards. */
const ramp = picture((x, y) => `rgb(${(x + 0.5) * 6} ${255 - (y + 0.5) * 4} 128)`);
const plain = picture(() => 'rgb(0 0 255)');

let definitions = new Map<string, EffectDefinition>();
let compositor: Compositor;

beforeAll(() => {
  compositor = createCompositor({
    canvas: new OffscreenCanvas(1, 1),
    size,
    find: (id) => definitions.get(id),
  });
});

afterAll(() => compositor.dispose());

function picture(color: (x: number, y: number) => string): OffscreenCanvas {
  const canvas = new OffscreenCanvas(size.width, size.height);
  const context = canvas.getContext('2d');
  if (context === null) throw new TypeError('A test needs a 2D canvas.');
  for (let y = 0; y < size.height; y += 1) {
    for (let x = 0; x < size.width; x += 1) {
      context.fillStyle = color(x, y);
      context.fillRect(x, y, 1, 1);
    }
  }
  return canvas;
}

function instanceOf(file: ForeignFile, params: ParamValues = {}): EffectInstance {
  const result = readImport(file);
  if (!result.ok) throw new TypeError(`${file.name} was refused: ${JSON.stringify(result.refusal)}`);
  const definition = definitionOf(result.asset);
  definitions = new Map([[definition.id, definition]]);
  return {
    id: definition.id,
    effectId: definition.id,
    enabled: true,
    params,
    strength: 1,
    blend: 'normal',
    side: 'everything',
    seed: 1,
  };
}

type Rgb = readonly [number, number, number];

/** The colour at a place, 0..1 from the top left. */
function at(pixels: Uint8ClampedArray, u: number, v: number): Rgb {
  const x = Math.min(size.width - 1, Math.floor(u * size.width));
  const y = Math.min(size.height - 1, Math.floor(v * size.height));
  const index = (y * size.width + x) * 4;
  return [pixels[index] ?? 0, pixels[index + 1] ?? 0, pixels[index + 2] ?? 0];
}

function expectColor(color: Rgb, expected: Rgb, tolerance = 2): void {
  color.forEach((value, channel) => {
    const distance = Math.abs(value - (expected[channel] ?? 0));
    expect(distance, `${color.join(' ')} instead of ${expected.join(' ')}`).toBeLessThanOrEqual(tolerance);
  });
}

function draw(effect: EffectInstance, frames: readonly number[] = [3]): Uint8ClampedArray {
  for (const frame of frames) {
    compositor.render(frameOf({ size, picture: ramp, frame, effects: [effect], matte: null }));
  }
  return compositor.readPixels();
}

/** An ISF file with a body and the rest of its description. */
function isf(body: string, rest: object = {}, companion?: string): ForeignFile {
  const inputs = [{ NAME: 'inputImage', TYPE: 'image' }];
  return {
    name: 'sample.fs',
    text: `/*${JSON.stringify({ INPUTS: inputs, ...rest })}*/\n${body}`,
    companion,
  };
}

const middle = (file: ForeignFile, params: ParamValues = {}): Rgb =>
  at(draw(instanceOf(file, params)), 0.5, 0.5);

/** Programs that end in green when all goes well. */
const GREEN: Readonly<Record<string, string>> = {
  'whole numbers among floats': `
    float half_of(float x) { return x / 2; }
    void main() {
      float a = 1; vec2 b = vec2(1, 2) * 2; b += 1; int n = 3; float c = n; c *= n;
      for (int i = 0; i < 4; i++) a += i;
      bool ok = a == 7 && b == vec2(3, 5) && c == 9 && half_of(4) == 2 && mix(0, a, 1) == 7 && pow(2, 3) > 7.9
        && clamp(n, 0, 1) == 1 && max(a, 2) == 7 && mod(5, 3) == 2 && (n > 2 ? 1 : 0.5) == 1;
      gl_FragColor = ok ? vec4(0, 1, 0, 1) : vec4(1, 0, 0, 1);
    }`,
  'macros, with arguments, over lines, over images': `
    #define PICTURE(uv) IMG_NORM_PIXEL(inputImage, fract(uv))
    #define SATURATE(x) clamp(x, 0., 1.)
    #define TWICE(x) ((x) + \\
      (x))
    #ifdef GL_ES
    precision mediump float;
    #endif
    void main() {
      vec4 a = PICTURE(isf_FragNormCoord + vec2(1.0, TWICE(1.0)));
      gl_FragColor = vec4(0, SATURATE(1.0 + a.g), 0, 1);
    }`,
  'words that newer dialects keep or already have': `
    float round(float x) { return floor(x + 0.5); }
    mat2 transpose(mat2 m) { return mat2(m[0][0], m[1][0], m[0][1], m[1][1]); }
    float hash(vec2 p) { return p.x; }
    float source; vec2 time; float r(float x) { return x; }
    struct Sample { float sample; float r; };
    void main() {
      float input = 1.0, output = 1.0, filter = round(0.6), texture = 1.0, smooth = 1.0, flat = TIME;
      float __x = 1.0; Sample buffer; buffer.sample = 1.0; buffer.r = r(1.0);
      source = 1.0; time = vec2(1.0);
      gl_FragColor = vec4(0.0, input * output * filter * texture * smooth * __x * buffer.sample * buffer.r * source
        * hash(time) * transpose(mat2(0.0, 1.0, 1.0, 0.0))[0].y, 0.0, 1.0);
    }`,
  'globals that are no constants, and arrays': `
    vec2 place = isf_FragNormCoord * 2.0;
    float twice = place.x + place.y;
    const float weights[3] = float[3](0.25, 0.5, 0.25);
    vec2 offsets[2];
    float total;
    void add(inout float sum, in float part) { sum += part; }
    void main() {
      offsets[0] = vec2(0); offsets[1] = vec2(1);
      for (int i = 0; i < 3; i++) add(total, weights[i]);
      bool ok = abs(twice - (isf_FragNormCoord.x + isf_FragNormCoord.y) * 2.0) < 0.001 && total == 1.0 && offsets[1].x == 1.0;
      gl_FragColor = vec4(ok ? 0 : 1, ok, 0, 1);
    }`,
  'functions that get a picture': `
    vec4 look(sampler2D picture, vec2 uv) { return texture2D(picture, uv); }
    float seen(in sampler2D picture) { return look(picture, vec2(0.99)).b + IMG_SIZE(picture).x; }
    void main() { gl_FragColor = vec4(0.0, seen(inputImage) > 40.4 ? 1.0 : 0.0, 0.0, 1.0); }`,
  'switch, do, while, break, discard and early return': `
    int chosen(int n) { switch (n) { case 1: return 5; case 2: { break; } default: n = 7; } return n; }
    void main() {
      int n = 0; float x = 0.0;
      do { n++; if (n > 3) break; } while (true);
      while (x < 1.0) { x += 0.25; continue; }
      gl_FragColor = vec4(0.0, n == 4 && x == 1.0 && chosen(1) == 5 && chosen(2) == 2 && chosen(3) == 7 ? 1.0 : 0.0, 0.0, 1.0);
      if (x > 0.5) return;
      discard;
    }`,
  'pixels, nested calls and the size of pictures': `
    void main() {
      vec2 px = isf_FragNormCoord * RENDERSIZE;
      vec4 a = IMG_PIXEL(inputImage, vec2(min(px.x, max(1.0, px.x)), (px.y)));
      vec4 b = texture2DRect(inputImage, gl_FragCoord.xy);
      vec4 c = IMG_NORM_PIXEL(inputImage, IMG_NORM_PIXEL(inputImage, isf_FragNormCoord).xy * 0.0 + vv_FragNormCoord);
      vec4 d = IMG_THIS_PIXEL(inputImage) + VVSAMPLER_2DBYNORM(inputImage, _inputImage_imgRect, _inputImage_imgSize, _inputImage_flip, isf_FragNormCoord);
      float off = distance(a, b) + distance(b, c) + distance(c + c, d) + distance(IMG_SIZE(inputImage), RENDERSIZE);
      gl_FragColor = vec4(off, off < 0.03 ? 1.0 : 0.0, 0.0, 1.0);
    }`,
  'a function that is announced, and names that hide others': `
    float later(float x);
    float f(float x) { float x = x + 1.0; { float x = 5.0; } for (int x = 0; x < 2; x++) { } return x; }
    void main() { gl_FragColor = vec4(0.0, later(1.0) - f(1.0) == 2.0 ? 1.0 : 0.0, 0.0, 1.0); }
    float later(float x) { return 4.0 * x; }`,
  'the declared output of newer dialects': `
    #version 330
    out vec4 fragColor;
    void main() { fragColor = vec4(0.0, textureSize(inputImage, 0).x == 40 ? 1.0 : 0.0, 0.0, 1.0); }`,
};

describe('an ISF shader', () => {
  it.each(Object.entries(GREEN))('may have %s', (_, body) => {
    expectColor(middle(isf(body)), [0, 255, 0]);
  });

  it('reads its inputs', () => {
    const file = isf(
      `void main() {
        float g = mode == 2 ? level : 0.0;
        gl_FragColor = vec4(on ? tint.r : 0.0, g, distance(isf_FragNormCoord, spot) < 0.2 ? 1.0 : 0.0, 1.0);
      }`,
      {
        INPUTS: [
          { NAME: 'inputImage', TYPE: 'image' },
          { NAME: 'level', TYPE: 'float', DEFAULT: 0.5 },
          { NAME: 'on', TYPE: 'bool' },
          { NAME: 'mode', TYPE: 'long', VALUES: [-1, 2], DEFAULT: -1 },
          { NAME: 'tint', TYPE: 'color', DEFAULT: [1, 0, 0, 1] },
          { NAME: 'spot', TYPE: 'point2D', DEFAULT: [0.5, 0.25] },
        ],
      },
    );
    const effect = instanceOf(file);
    expectColor(at(draw(effect), 0.5, 0.75), [0, 0, 255]);
    expectColor(at(draw(effect), 0.5, 0.25), [0, 0, 0]);
    const params = {
      in_level: 0.8,
      in_on: true,
      in_mode: '2',
      in_tint: '#804020',
      in_spot: [0.5, 0.2],
    } as const;
    expectColor(at(draw(instanceOf(file, params)), 0.5, 0.2), [128, 204, 255]);
  });

  it('draws through buffers of their own size, floats among them', () => {
    const file = isf(
      `void main() {
        if (PASSINDEX == 0) gl_FragColor = vec4(4.0, RENDERSIZE.x / 100.0, gl_FragCoord.y < RENDERSIZE.y ? 1.0 : 0.0, 1.0);
        else gl_FragColor = IMG_THIS_PIXEL(small) * vec4(0.25, 1.0, 1.0, 1.0) + vec4(0.0, IMG_SIZE(small).y / 100.0, 0.0, 0.0);
      }`,
      { PASSES: [{ TARGET: 'small', WIDTH: '$WIDTH/4.0', HEIGHT: 'max($HEIGHT*0.1,2.0)', FLOAT: true }, {}] },
    );
    expectColor(middle(file), [255, (10 / 100 + 6 / 100) * 255, 255]);
  });

  it('remembers what its lasting buffers held', () => {
    const effect = instanceOf(
      isf(
        `void main() {
          if (PASSINDEX == 0) gl_FragColor = IMG_THIS_PIXEL(sum) + vec4(0.1, 0.0, 0.0, 1.0);
          else gl_FragColor = vec4(IMG_THIS_PIXEL(sum).r, 0.0, 0.0, 1.0);
        }`,
        { PASSES: [{ TARGET: 'sum', PERSISTENT: true, FLOAT: true }, {}] },
      ),
    );
    expectColor(at(draw(effect, [10, 11, 12]), 0.5, 0.5), [0.3 * 255, 0, 0]);
    expectColor(at(draw(effect, [40]), 0.5, 0.5), [0.1 * 255, 0, 0]);
  });

  it('fills its lasting buffers in frame 0, wherever the film begins', () => {
    const effect = instanceOf(
      isf(
        `void main() {
          if (PASSINDEX == 1) gl_FragColor = IMG_THIS_PIXEL(kept);
          else if (FRAMEINDEX == 0) gl_FragColor = vec4(0.0, 0.5, 0.0, 1.0);
          else gl_FragColor = IMG_THIS_PIXEL(kept) + vec4(float(FRAMEINDEX) / 100.0, 0.0, 0.0, 0.0);
        }`,
        { PASSES: [{ TARGET: 'kept', PERSISTENT: true, FLOAT: true }, {}] },
      ),
    );
    expectColor(at(draw(effect, [30, 31, 32]), 0.5, 0.5), [0.33 * 255, 128, 0]);
    expectColor(at(draw(effect, [50]), 0.5, 0.5), [0, 128, 0]);
  });

  it('brings a vertex program', () => {
    const body = `varying vec2 flipped; varying vec2 taps[2];
      void main() { gl_FragColor = vec4(flipped.x, taps[1].y, mine(0.0), 1.0); }`.replace('mine(0.0)', '0.0');
    const vertex = `varying vec2 flipped; varying vec2 taps[2]; float mine(float x) { return 1.0 - x; }
      void main() { isf_vertShaderInit(); flipped = vec2(mine(isf_FragNormCoord.x)); taps[1] = vec2(0, 1); gl_Position *= 1.0; }`;
    const pixels = draw(instanceOf(isf(body, {}, vertex)));
    expectColor(at(pixels, 0, 0.5), [252, 255, 0], 3);
    expectColor(at(pixels, 0.99, 0.5), [3, 255, 0], 3);
  });

  it('knows its neighbours without one', () => {
    const body = `varying vec2 left_coord; varying vec2 above_coord;
      void main() { gl_FragColor = vec4((isf_FragNormCoord - left_coord).x * RENDERSIZE.x * 0.5, (above_coord - isf_FragNormCoord).y * RENDERSIZE.y * 0.5, 0.0, 1.0); }`;
    expectColor(middle(isf(body)), [128, 128, 0]);
  });

  it('hears', () => {
    const body =
      'void main() { gl_FragColor = vec4(IMG_NORM_PIXEL(fft, vec2(0.0)).r, IMG_NORM_PIXEL(fft, vec2(1.0)).r, IMG_NORM_PIXEL(sound, vec2(0.5)).r, 1.0); }';
    const inputs = [
      { NAME: 'fft', TYPE: 'audioFFT' },
      { NAME: 'sound', TYPE: 'audio' },
    ];
    const [low, high, wave] = middle(isf(body, { INPUTS: inputs }));
    expectColor([low, high, 0], [0.9 * 255, 0.1 * 255, 0]);
    expect(wave).not.toBe(128);
  });

  it('lies on the picture where it draws by itself, and cuts holes where it filters', () => {
    const half = 'void main() { gl_FragColor = vec4(1.0, 0.0, 0.0, 0.5); }';
    const [red, green, blue] = middle(isf(half, { INPUTS: [] }));
    expectColor([red, green, blue], [(255 + 123) / 2, 66, 64], 4);
    expectColor(middle(isf(half)), [128, 0, 0]);
  });

  it('cannot hang the GPU', () => {
    const body =
      'void main() { float x = 0.0; while (true) { x += 0.001; } for (;;) { x += 1.0; } gl_FragColor = vec4(0.0, x, 0.0, 1.0); }';
    expectColor(middle(isf(body)), [0, 255, 0]);
  });

  it('is blamed at its own line when the driver refuses it', () => {
    const effect = instanceOf(
      isf('void main() {\n  gl_FragColor = vec4(1.0);\n  gl_FragColor = nothing(1.0);\n}'),
    );
    expect(() => draw(effect)).toThrow(/line 4\b.*nothing/);
  });
});

describe('a transition', () => {
  const shown = (file: ForeignFile, progress: number, params: ParamValues = {}): Uint8ClampedArray => {
    const effect = instanceOf(file, params);
    const inputs = frameOf({ size, picture: ramp, matte: null });
    const [layer] = inputs.plan.layers;
    if (layer === undefined) throw new TypeError('A frame has a layer.');
    const crossing: FrameInputs = {
      ...inputs,
      plan: {
        ...inputs.plan,
        layers: [layer, { ...layer, clipId: 'next' }],
        transition: { effect, fromClipId: layer.clipId, toClipId: 'next', progress },
      },
      pictures: new Map([
        [layer.clipId, ramp],
        ['next', plain],
      ]),
    };
    compositor.render(crossing);
    return compositor.readPixels();
  };
  const files: Readonly<Record<string, ForeignFile>> = {
    'of gl-transitions': {
      name: 'wipe.glsl',
      text: `uniform float strength; // = 1.0
uniform ivec2 size; // = ivec2(2)
uniform bool hard; // = true
vec4 transition (vec2 p) {
  float edge = hard ? step(p.x, progress * strength) : progress;
  vec4 color = mix(getFromColor(p), getToColor(p), edge * float(size.x) / 2);
  return vec4(color.rgb, ratio);
}`,
    },
    'of gl-transitions, before the specification': {
      name: 'wipe.glsl',
      text: `#ifdef GL_ES
precision highp float;
#endif
uniform sampler2D from, to;
uniform float progress;
uniform vec2 resolution;
void main() {
  vec2 p = gl_FragCoord.xy / resolution.xy;
  gl_FragColor = p.x < progress ? texture2D(to, p) : texture2D(from, p);
}`,
    },
    'of ISF': isf(
      'void main() { gl_FragColor = isf_FragNormCoord.x < progress ? IMG_THIS_PIXEL(endImage) : IMG_THIS_PIXEL(startImage); }',
      {
        INPUTS: [
          { NAME: 'startImage', TYPE: 'image' },
          { NAME: 'endImage', TYPE: 'image' },
          { NAME: 'progress', TYPE: 'float' },
        ],
      },
    ),
  };

  it.each(Object.entries(files))('%s goes from one picture to the other', (_, file) => {
    expectColor(at(shown(file, 0), 0.2, 0.5), [51, 133, 128], 4);
    expectColor(at(shown(file, 1), 0.2, 0.5), [0, 0, 255]);
    const pixels = shown(file, 0.5);
    expectColor(at(pixels, 0.2, 0.5), [0, 0, 255]);
    expectColor(at(pixels, 0.8, 0.5), [195, 133, 128], 4);
  });
});

describe('a table of colours', () => {
  /** All hues, and greys, where two channels or all three are alike. */
  const colors = picture((x, y) =>
    y < 10 ? `rgb(${x * 6} ${x * 6} ${x * 6})` : `rgb(${x * 6} ${(y * 4) % 256} ${(x * y * 7) % 256})`,
  );

  it.each([
    ['', 0.5],
    ['DOMAIN_MIN 0.1 0 0.2\nDOMAIN_MAX 0.8 1 0.9\n', 2],
  ])('is looked up in the shader as on paper, with the domain %j', (domain, power) => {
    const steps = [0, 0.25, 0.5, 0.75, 1];
    const rows = steps.flatMap((b) =>
      steps.flatMap((g) => steps.map((r) => `${r ** power} ${(g + b * r) / 2} ${1 - b * g}`)),
    );
    const result = readImport({
      name: 'table.cube',
      text: `LUT_3D_SIZE 5\n${domain}${rows.join('\n')}\n`,
    });
    const table = result.ok ? unpackLut(result.asset.text) : null;
    if (!result.ok || table === null) throw new TypeError('The table was refused.');
    const { asset } = result;
    const base = definitionOf({ id: 'isf:grade', kind: 'isf', name: 'Grade', text: '/*{}*/ void main() {}' });
    const grade: EffectDefinition = {
      ...base,
      kind: 'color',
      params: { grade: { type: 'lut', name: base.name, default: '', animatable: false } },
      passes: [
        { id: 'result', fragment: 'vec4 color(vec4 rgba, vec2 uv) { return vec4(grade(rgba.rgb), 1.0); }' },
      ],
    };
    definitions = new Map([[grade.id, grade]]);
    const effect: EffectInstance = {
      id: 'grade',
      effectId: grade.id,
      enabled: true,
      params: { grade: asset.id },
      strength: 1,
      blend: 'normal',
      side: 'everything',
      seed: 1,
    };
    compositor.render(frameOf({ size, picture: colors, matte: null }));
    const before = compositor.readPixels();
    compositor.render(
      frameOf({ size, picture: colors, effects: [effect], matte: null, imports: { [asset.id]: asset } }),
    );
    const after = compositor.readPixels();
    for (let index = 0; index < before.length; index += 4) {
      const [r = 0, g = 0, b = 0] = before.subarray(index, index + 3);
      const expected = sampleLut(table, [r / 255, g / 255, b / 255]).map((value) => value * 255);
      const [x = 0, y = 0, z = 0] = after.subarray(index, index + 3);
      expectColor([x, y, z], [expected[0] ?? 0, expected[1] ?? 0, expected[2] ?? 0], 1);
    }
  });
});
