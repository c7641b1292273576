import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  readProgram,
  translateProgram,
  type ProgramSurroundings,
} from '../../../../src/effects/standards/glsl-program';
import { refusalOf } from '../../../../src/effects/standards/refusal';

const nothing: ProgramSurroundings = {
  variable: () => null,
  call: () => null,
  uniform: () => null,
  varying: () => null,
  attribute: () => null,
  output: () => null,
};

const options = { prefix: 'u_', stage: 'fragment', guardsAll: false } as const;

/** The program in our dialect, with single spaces. */
function translated(text: string): string {
  return translateProgram(readProgram(text), nothing, options).code.replace(/\s+/g, ' ').trim();
}

function refusal(text: string): unknown {
  try {
    translateProgram(readProgram(text), nothing, options);
  } catch (error) {
    return refusalOf(error);
  }
  return 'none';
}

describe('desktop GLSL', () => {
  it.each([
    ['float x = 1;', 'float u_x = 1.0;'],
    ['const vec2 p = vec2(1, 2) * 3;', 'const vec2 u_p = vec2(1, 2) * 3.0;'],
    [
      'float f(float a) { return a * 2 + pow(a, 2); }',
      'float u_f(float a) { return a * 2.0 + pow(a, 2.0); }',
    ],
    ['float f(int i) { return i; }', 'float u_f(int i) { return float(i); }'],
    [
      'vec3 f(vec3 a) { return clamp(mix(a, a * 2, 1), 0, 1); }',
      'vec3 u_f(vec3 a) { return clamp(mix(a, a * 2.0, 1.0), 0.0, 1.0); }',
    ],
    [
      'int f(int i) { return max(i, 2) / 2 + int(1.5); }',
      'int u_f(int i) { return max(i, 2) / 2 + int(1.5); }',
    ],
    ['float f(float a) { return a > 0 ? 1 : a; }', 'float u_f(float a) { return a > 0.0 ? 1.0 : a; }'],
    [
      'float g(float a) { return a; } float f() { return g(2); }',
      'float u_g(float a) { return a; } float u_f() { return u_g(2.0); }',
    ],
    ['void f() { float a[3]; a[1] = 2; a[0] += 1; }', 'void u_f() { float a[3]; a[1] = 2.0; a[0] += 1.0; }'],
    [
      'struct Ray { vec3 sample; }; Ray r; vec3 f() { return r.sample * 2; }',
      'struct u_Ray { vec3 f_sample;}; u_Ray u_r;vec3 u_f() { return u_r.f_sample * 2.0; }',
    ],
    ['mat2 m; vec2 f(vec2 v) { return v * m * 2; }', 'mat2 u_m;vec2 u_f(vec2 v) { return v * u_m * 2.0; }'],
    ['float a[2] = {1.0, 2.0};', 'float u_a[2] = float[](1.0, 2.0);'],
    [
      'float f(float x) { float x = x * 2; return x; }',
      'float u_f(float x) { float x_2 = x * 2.0; return x_2; }',
    ],
    [
      'float round(float x) { return floor(x + .5); } float f() { return round(1) + mod(5, 2); }',
      'float u_round(float x) { return floor(x + .5); } float u_f() { return u_round(1.0) + mod(5.0, 2.0); }',
    ],
    [
      'float f(float sample, float texture) { return sample; }',
      'float u_f(float l_sample, float l_texture) { return l_sample; }',
    ],
    [
      'float f(float x) { float time = x; return time; }',
      'float u_f(float x) { float l_time = x; return l_time; }',
    ],
    [
      'float __x; float f() { return -(-__x) - -1; }',
      'float u_0_x;float u_f() { return -(-u_0_x) - float(-1); }',
    ],
    ['float f() { return - -1.0; }', 'float u_f() { return - -1.0; }'],
    ['precision highp float;; uniform float a; void f(void) {}', 'float u_a;void u_f() {}'],
  ])('%s', (text, expected) => {
    const plain = (code: string): string => code.replace(/\s+/g, '');
    expect(plain(translated(text))).toBe(plain(expected));
  });

  it('runs its preprocessor', () => {
    const text = `
#version 120
#extension GL_ARB_texture_rectangle : enable
#define PI 3.14
#define SQUARE(x) ((x) \\
  * (x))
#define JOIN(a, b) a ## b
#ifdef GL_ES
precision mediump float;
#endif
#if __VERSION__ <= 120 && !defined(NOPE) && (1 + 1 == 2)
float JOIN(left, Right) = SQUARE(PI);
#elif 1
float wrong;
#else
float alsoWrong;
#endif
/* a comment that never ends`;
    expect(translated(text)).toBe('float u_leftRight = ((3.14) * (3.14));');
  });

  it('keeps each line at its number', () => {
    const text =
      'float a;\n#define B 2.0\n\n/* two\nlines */ float f() {\n  if (a > 0) {\n    return B;\n  }\n  return a;\n}\n';
    const lines = translateProgram(readProgram(text), nothing, options).code.split('\n');
    expect(lines[4]).toContain('u_f()');
    expect(lines[5]).toContain('if (u_a > 0.0)');
    expect(lines[6]).toContain('return 2.0');
    expect(lines[8]).toContain('return u_a');
  });

  it('sets at the beginning what is no constant', () => {
    const program = translateProgram(
      readProgram('float a = 1.0;\nconst float b = sin(a);\nvoid main() {}'),
      nothing,
      options,
    );
    expect(program.code).toContain('float u_b;');
    expect(program.beginning).toEqual(['#line 2', 'u_b = sin(u_a);']);
  });

  it.each([
    ['void f() {\n  float a = ;\n}', 'glsl-syntax', 2],
    ['void f() {\n  float a = 1.0\n}', 'glsl-syntax', 3],
    ['void f() {\n', 'glsl-syntax', 1],
    ['what is this', 'glsl-syntax', 1],
    ['float a;\n@', 'glsl-syntax', 2],
    ['\n#if 1\nfloat a;', 'glsl-directive', 3],
    ['#else', 'glsl-directive', 1],
  ])('refuses %j', (text, reason, line) => {
    expect(refusal(text)).toEqual({ reason, line });
  });

  it('refuses what no reader can hold', () => {
    const brackets = `float a = ${'('.repeat(5000)}1.0${')'.repeat(5000)};`;
    expect(refusal(brackets)).toEqual({ reason: 'too-heavy', line: 1 });
    const macros = Array.from({ length: 40 }, (_, n) => `#define A${n} A${n + 1} A${n + 1}`);
    expect(refusal([...macros, 'float A0;'].join('\n'))).toEqual({ reason: 'too-heavy', line: 41 });
    expect(refusal(`void f() { ${'if (true) {'.repeat(3000)}`)).toEqual({ reason: 'too-heavy', line: 1 });
  });

  it('is translated or refused whatever it holds, and never anything else', () => {
    const words = fc.constantFrom(
      ...'float vec3 int f a ( ) { } [ ] ; , = + - * / ? : 1 2.0 if else for while return struct const #define #if . ++ < && \n'.split(
        ' ',
      ),
    );
    fc.assert(
      fc.property(fc.array(words, { maxLength: 60 }), (parts) => {
        expect(refusal(parts.join(' '))).not.toBeNull();
      }),
      { numRuns: 2000 },
    );
  });
});

describe('loops', () => {
  const loop = (head: string, body = 'x += 1.0;'): string =>
    translated(`float x; void f(float n) { ${head} { ${body} } }`);

  it.each([
    'for (int i = 0; i < 64; i++)',
    'for (float i = 0.0; i <= 8.0; i += 0.5)',
    'for (int i = 9; i >= 0; --i)',
  ])('%s is left alone', (head) => {
    expect(loop(head)).not.toContain('isfTurn');
  });

  it.each([
    'for (int i = 0; i < 257; i++)',
    'for (float i = 0.0; i < n; i++)',
    'for (int i = 0; i >= 0; i++)',
    'for (int i = 0; i < 9; i--)',
    'for (;;)',
    'while (true)',
  ])('%s is guarded', (head) => {
    expect(loop(head)).toContain('isfTurn(1)');
  });

  it('that change their own counter are guarded', () => {
    expect(loop('for (int i = 0; i < 9; i++)', 'i = 0;')).toContain('isfTurn');
    expect(
      translated('void g(inout int i) { i = 0; } void f() { for (int i = 0; i < 9; i++) g(i); }'),
    ).toContain('isfTurn');
  });

  it('within loops are guarded when they come to too much', () => {
    const nested = (turns: number): string =>
      loop(`for (int i = 0; i < ${turns}; i++)`, `for (int j = 0; j < ${turns}; j++) x += 1.0;`);
    expect(nested(50)).not.toContain('isfTurn');
    expect(nested(200)).toContain('isfTurn(101)');
    expect(
      translated(
        'float x; void g() { for (int i = 0; i < 200; i++) x++; } void f() { for (int i = 0; i < 200; i++) g(); }',
      ),
    ).toContain('isfTurn(101)');
  });

  it('in functions that are announced first are counted by a second reading', () => {
    const tokens = readProgram(
      'float g(); void f() { for (int i = 0; i < 200; i++) g(); } float g() { float x; for (int i = 0; i < 200; i++) x++; return x; }',
    );
    const first = translateProgram(tokens, nothing, options);
    expect(first.isUncounted).toBe(true);
    expect(first.code).not.toContain('isfTurn');
    const second = translateProgram(tokens, nothing, { ...options, costs: first.costs });
    expect(second.isUncounted).toBe(false);
    expect(second.code).toContain('isfTurn(101)');
  });

  it('to a limit that is known only when it runs are guarded once', () => {
    expect(translated('void f() { do { } while (true); }')).toBe(
      'void u_f() { do { { } } while ((true) && isfTurn(1)); }',
    );
  });
});
