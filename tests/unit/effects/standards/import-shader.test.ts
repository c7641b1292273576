import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { EffectDefinition } from '../../../../src/effects/effect';
import {
  definitionOf,
  LARGEST_SHADER,
  readImport,
  type ForeignFile,
} from '../../../../src/effects/standards/import-shader';
import { driverMessages, mendLine } from '../../../../src/effects/standards/mend-line';

const ISF = `/*{
  "DESCRIPTION": "Tints",
  "INPUTS": [
    {"NAME": "inputImage", "TYPE": "image"},
    {"NAME": "level", "TYPE": "float", "MIN": 0, "MAX": 4, "DEFAULT": 1},
    {"NAME": "Level", "TYPE": "float"},
    {"NAME": "on", "TYPE": "bool", "DEFAULT": true},
    {"NAME": "go", "TYPE": "event"},
    {"NAME": "mode", "TYPE": "long", "VALUES": [-1, 0, 2], "LABELS": ["Under", "None", "Over"], "DEFAULT": 2},
    {"NAME": "tint", "TYPE": "color", "DEFAULT": [1, 0.5, 0, 0.5]},
    {"NAME": "spot", "TYPE": "point2D", "MIN": [-1, -1], "MAX": [1, 1], "DEFAULT": [0, 0.5]},
    {"NAME": "pixel", "TYPE": "point2D", "DEFAULT": [320, 240]},
    {"NAME": "unit", "TYPE": "point2D", "DEFAULT": [0.25, 0.75]}
  ],
  "PASSES": [
    {"TARGET": "half", "WIDTH": "$WIDTH/2.0", "HEIGHT": "max($HEIGHT*0.25,$level)", "FLOAT": true},
    {"TARGET": "trail", "PERSISTENT": true},
    {}
  ]
}*/
void main() {
  if (PASSINDEX == 0) gl_FragColor = IMG_THIS_PIXEL(inputImage) * level;
  else if (PASSINDEX == 1) gl_FragColor = mix(IMG_THIS_PIXEL(half), IMG_THIS_PIXEL(trail), 0.5);
  else gl_FragColor = IMG_THIS_PIXEL(trail) * tint + vec4(spot, pixel) + float(mode) * Level + unit.xyxy;
}`;

const TRANSITION = `// Author: Somebody
uniform float strength; // = 0.4
uniform int steps /* = 50 */;
uniform bool reverse; // = true
uniform vec3 tint; // = vec3(0.9, 0.4, 0.2)
uniform vec4 border_color; // = vec4(1.0)
uniform ivec2 size, more; // = ivec2(10, 4), ivec2(2)
uniform vec2 direction; // = vec2(-1.0, 1.0)
uniform float third; // = 1.0/3.0
vec4 transition(vec2 uv) {
  return mix(getFromColor(uv), getToColor(uv + direction), progress * strength);
}`;

const MAIN = 'void main() { gl_FragColor = vec4(f(1.0)); }';

function imported(file: ForeignFile): EffectDefinition {
  const result = readImport(file);
  if (!result.ok) throw new TypeError(`${file.name} was refused: ${result.refusal.reason}`);
  return definitionOf(result.asset);
}

function refused(file: ForeignFile): unknown {
  const result = readImport(file);
  return result.ok ? 'taken' : result.refusal;
}

describe('an ISF file', () => {
  const definition = imported({ name: 'My Tint.fs', text: ISF });

  it('becomes an effect with its name, words and inputs', () => {
    expect(definition).toMatchObject({ kind: 'sample', category: 'imported', needs: [], seeded: false });
    expect(definition.name.th).toBe('My Tint');
    expect(definition.description.ja).toBe('Tints');
    expect(definition.params).toMatchObject({
      in_level: { type: 'number', min: 0, max: 4, default: 1 },
      in_Level_n2: { type: 'number', min: 0, max: 1, default: 0.5 },
      in_on: { type: 'flag', default: true },
      in_go: { type: 'flag', default: false },
      in_mode: { type: 'choice', default: '2' },
      in_tint: { type: 'color', default: '#ff8000' },
      in_spot: { type: 'point', default: [0.5, 0.25] },
      in_pixel: { type: 'point', default: [0.5, 0.5] },
      in_unit: { type: 'point', default: [0.25, 0.25] },
    });
    const mode = definition.params['in_mode'];
    expect(mode?.type === 'choice' && mode.options.map(({ value, name }) => [value, name.en])).toEqual([
      ['m1', 'Under'],
      ['0', 'None'],
      ['2', 'Over'],
    ]);
  });

  it('keeps its passes, with sizes that follow the stage and the inputs', () => {
    const [half, trail, result] = definition.passes;
    expect(half?.size?.({ width: 541, height: 960 }, {})).toEqual({ width: 270, height: 240 });
    expect(half?.size?.({ width: 541, height: 4 }, { in_level: 3 })).toEqual({ width: 270, height: 3 });
    expect(half).toMatchObject({ halfFloat: true });
    expect(half?.persistent).toBeUndefined();
    expect(trail).toMatchObject({ persistent: true });
    expect(result?.size).toBeUndefined();
    expect(definition.memory).toBeGreaterThan(0);
  });

  it('draws the last buffer when none of its passes draws the result', () => {
    const text = '/*{"PASSES": [{"TARGET": "a"}]}*/ void main() { gl_FragColor = vec4(1); }';
    const { passes } = imported({ name: 'a.fs', text });
    expect(passes.map(({ id }) => id)).toEqual(['b0', 'result']);
  });

  it('makes buffers last that are read before they are drawn', () => {
    const text = `/*{"PASSES": [{"TARGET": "a"}, {"TARGET": "b"}, {}]}*/
void main() { gl_FragColor = PASSINDEX == 0 ? IMG_THIS_PIXEL(b) : PASSINDEX == 1 ? IMG_THIS_PIXEL(a) : IMG_THIS_PIXEL(b); }`;
    expect(imported({ name: 'a.fs', text }).passes.map(({ persistent }) => persistent)).toEqual([
      undefined,
      true,
      undefined,
    ]);
  });

  it('becomes a transition when it has two pictures and a progress', () => {
    const text = `/*{"INPUTS": [{"NAME": "startImage", "TYPE": "image"}, {"NAME": "endImage", "TYPE": "image"},
{"NAME": "progress", "TYPE": "float"}]}*/
void main() { gl_FragColor = mix(IMG_THIS_PIXEL(startImage), IMG_THIS_PIXEL(endImage), progress); }`;
    expect(imported({ name: 'a.fs', text })).toMatchObject({
      kind: 'transition',
      category: 'transition',
      params: {},
    });
  });

  it('needs the sound when it listens', () => {
    const text =
      '/*{"INPUTS": [{"NAME": "s", "TYPE": "audio"}]}*/ void main() { gl_FragColor = IMG_THIS_PIXEL(s); }';
    expect(imported({ name: 'a.fs', text }).needs).toEqual(['audio']);
  });

  const body = 'void main() { gl_FragColor = vec4(1.0); }';
  it.each([
    ['/*{}*/\nfloat f;', 'glsl-no-main', 1],
    ['/*{}*/\nvoid main() {\n  gl_FragColor = ;\n}', 'glsl-syntax', 3],
    ['/*{"PASSES": [{"TARGET": "a", "WIDTH": "$WIDTH *"}]}*/' + body, 'pass-size', 1],
    ['/*{}*/\nvarying vec2 mine;\nvoid main() { gl_FragColor = mine.xyxy; }', 'needs-vertex', 2],
    [
      '/*{"IMPORTED": {"pic": {"PATH": "a.png"}}}*/\nvoid main() {\n gl_FragColor = IMG_THIS_PIXEL(pic); }',
      'needs-picture',
      3,
    ],
    [
      '/*{"INPUTS": [{"NAME": "startImage", "TYPE": "image"}, {"NAME": "endImage", "TYPE": "image"}, {"NAME": "progress", "TYPE": "float"}], "PASSES": [{"TARGET": "a"}, {}]}*/' +
        body,
      'transition-passes',
      1,
    ],
    [
      '/*{}*/ float a(float x) { return x; }' +
        [...'abcdefg']
          .slice(1)
          .map(
            (n, i) =>
              `float ${n}(float x) { return ${Array(12)
                .fill(`${'abcdefg'.charAt(i)}(x)`)
                .join('+')}; }`,
          )
          .join('') +
        'void main() { gl_FragColor = vec4(g(1.0)); }',
      'too-heavy',
      1,
    ],
    [
      '/*{}*/ float g(float x); float f(float x) { return g(x); } float g(float x) { return f(x); }' + MAIN,
      'too-heavy',
      1,
    ],
  ])('is refused: %j', (text, reason, line) => {
    expect(refused({ name: 'a.fs', text })).toEqual({ reason, line });
  });

  it('may name pictures that it does not read', () => {
    const text = `/*{"IMPORTED": {"pic": {"PATH": "a.png"}}}*/ float f() { return IMG_THIS_PIXEL(pic).r; } ${body}`;
    expect(imported({ name: 'a.fs', text }).passes).toHaveLength(1);
  });
});

describe('a GL transition', () => {
  it('becomes a transition with a panel made of its uniforms', () => {
    const definition = imported({ name: 'crossWarp.glsl', text: TRANSITION });
    expect(definition.kind).toBe('transition');
    expect(definition.name.en).toBe('Cross warp');
    expect(definition.description.en).toContain('Somebody');
    expect(definition.params).toMatchObject({
      in_strength: { type: 'number', default: 0.4, min: 0, max: 1 },
      in_steps: { type: 'number', default: 50, min: 0, max: 100, step: 1 },
      in_reverse: { type: 'flag', default: true },
      in_tint: { type: 'color', default: '#e66633' },
      in_border_color: { type: 'color', default: '#ffffff' },
      in_size_x: { type: 'number', default: 10 },
      in_size_y: { type: 'number', default: 4 },
      in_more_x: { type: 'number', default: 2 },
      in_direction_x: { type: 'number', default: -1, min: -2, max: 1 },
      in_third: { type: 'number', default: expect.closeTo(1 / 3) as number },
    });
  });

  it('is refused without its function', () => {
    expect(refused({ name: 'a.glsl', text: 'uniform sampler2D from, to; uniform float progress;' })).toEqual({
      reason: 'no-transition',
      line: 1,
    });
  });
});

describe('a file', () => {
  it('is known by what it holds, whatever it is called', () => {
    expect(readImport({ name: 'x.glsl', text: ISF })).toMatchObject({ ok: true, asset: { kind: 'isf' } });
    expect(readImport({ name: 'x.fs', text: TRANSITION })).toMatchObject({
      ok: true,
      asset: { kind: 'gl-transition' },
    });
    const cube = `TITLE "Dusk"\nLUT_3D_SIZE 2\n${'0 0 0\n'.repeat(8)}`;
    expect(readImport({ name: 'x.txt', text: cube })).toMatchObject({
      ok: true,
      asset: { kind: 'lut', name: 'Dusk' },
    });
  });

  it('has an id of its own that says nothing of its name', () => {
    const id = (file: ForeignFile): string => {
      const result = readImport(file);
      return result.ok ? result.asset.id : '';
    };
    expect(id({ name: 'a.fs', text: ISF })).toBe(id({ name: 'b.fs', text: ISF }));
    expect(id({ name: 'a.fs', text: ISF })).not.toBe(id({ name: 'a.fs', text: `${ISF} ` }));
    expect(id({ name: 'a.fs', text: ISF })).not.toBe(
      id({ name: 'a.fs', text: ISF, companion: 'void main() {}' }),
    );
    expect(id({ name: 'a.fs', text: ISF })).toMatch(/^[A-Za-z0-9][\w.:-]{0,199}$/);
  });

  it('has a name that is fit to be shown', () => {
    const result = readImport({ name: `../../evil\u202E\u0000  ${'x'.repeat(500)}.fs`, text: ISF });
    expect(result).toMatchObject({ ok: true });
    if (result.ok) expect(result.asset.name).toMatch(/^evil x{10,60}$/);
  });

  it.each([
    [{ name: 'a.fs', text: '' }, 'empty'],
    [{ name: 'a.txt', text: 'hello' }, 'not-recognised'],
    [{ name: 'a.fs', text: `${ISF}${' '.repeat(LARGEST_SHADER)}` }, 'too-large'],
  ])('is refused: %#', (file, reason) => {
    expect(refused(file)).toEqual({ reason, line: 0 });
  });

  it('is taken or refused whatever it holds, and never anything else', () => {
    const pieces = fc.constantFrom(
      ...[
        '/*{',
        '}*/',
        '"INPUTS": [',
        '{"NAME": "a", "TYPE": "float"}',
        ']',
        'void main() {',
        '}',
        'gl_FragColor = vec4(a);',
        'vec4 transition(vec2 p) {',
        'return',
        'uniform float b; // = ',
        '1.0',
        ';',
        '\n',
        'IMG_PIXEL(',
        ')',
        '#define A',
        'A',
      ],
    );
    fc.assert(
      fc.property(
        fc.array(pieces, { maxLength: 30 }),
        fc.constantFrom('a.fs', 'a.glsl', 'a.cube'),
        (parts, name) => {
          expect(typeof readImport({ name, text: parts.join(' ') }).ok).toBe('boolean');
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('gives the same definition every time', () => {
    const plain = (definition: EffectDefinition): string => JSON.stringify(definition);
    expect(plain(imported({ name: 'a.fs', text: ISF }))).toBe(plain(imported({ name: 'a.fs', text: ISF })));
  });
});

describe('a line that a driver refuses', () => {
  const fragment = 'vec2 ours;\n#line 1\nvec2 a;\nfloat f(float x) { int i = 2; return x * 2 + b[3] * 4; }\n';

  it('is found in its log', () => {
    expect(driverMessages("ERROR: 1:2: '*' : wrong operand types\nERROR: 0:9: 'x' : ours\n")).toEqual([
      { line: 2, text: "'*' : wrong operand types" },
    ]);
  });

  it('has its whole numbers made floats, where none must be whole', () => {
    expect(mendLine(fragment, 2, "'*' : wrong operand types")).toBe(
      fragment.replace('x * 2 + b[3] * 4', 'x * 2.0 + b[3] * 4.0'),
    );
  });

  it('is left when that would not help', () => {
    expect(mendLine(fragment, 2, "'x' : undeclared identifier")).toBeNull();
    expect(mendLine(fragment, 1, 'cannot convert')).toBeNull();
    expect(mendLine(fragment, 99, 'cannot convert')).toBeNull();
  });
});
