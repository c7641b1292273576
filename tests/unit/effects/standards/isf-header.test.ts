import { describe, expect, it } from 'vitest';
import { parseIsfHeader } from '../../../../src/effects/standards/isf-header';
import { parseSizeExpression } from '../../../../src/effects/standards/isf-expression';
import { parseLooseJson } from '../../../../src/effects/standards/loose-json';
import { refusalOf } from '../../../../src/effects/standards/refusal';

function refusal(work: () => unknown): unknown {
  try {
    work();
  } catch (error) {
    return refusalOf(error);
  }
  return 'none';
}

describe('the description of an ISF file', () => {
  it('is read with all kinds of inputs', () => {
    const header = parseIsfHeader(`/*
{
  "DESCRIPTION": "All of them",
  "INPUTS": [
    { "NAME": "inputImage", "TYPE": "image" },
    { "NAME": "level", "TYPE": "float", "MAX": 10 },
    { "NAME": "mode", "TYPE": "long", "VALUES": [-1, 0, 2], "LABELS": ["a", "b", "c"], "DEFAULT": 2 },
    { "NAME": "style", "TYPE": "long", "VALUES": ["Soft", "Hard"], "DEFAULT": "Hard" },
    { "NAME": "go", "TYPE": "event" },
    { "NAME": "spot", "TYPE": "point2D", "DEFAULT": [0.5, 0.25] },
    { "NAME": "tint", "TYPE": "color", "DEFAULT": [1, 0, 0, 1], "LABEL": "Tint it" }
  ],
  "PASSES": [ { "TARGET": "small", "WIDTH": "$WIDTH/2.0", "HEIGHT": 90, "PERSISTENT": true, "FLOAT": true }, {} ]
}
*/
void main() {}`);
    expect(header.inputs.map(({ type }) => type)).toEqual([
      'image',
      'float',
      'long',
      'long',
      'event',
      'point2D',
      'color',
    ]);
    expect(header.inputs[1]).toMatchObject({ min: null, max: [10] });
    expect(header.inputs[2]).toMatchObject({ values: [-1, 0, 2], labels: ['a', 'b', 'c'], initial: [2] });
    expect(header.inputs[3]).toMatchObject({ values: [0, 1], labels: ['Soft', 'Hard'], initial: [1] });
    expect(header.inputs[6]).toMatchObject({ label: 'Tint it' });
    expect(header.passes).toEqual([
      { target: 'small', persistent: true, float: true, width: '$WIDTH/2.0', height: '90' },
      { target: null, persistent: false, float: false, width: null, height: null },
    ]);
    expect(header.body.split('\n')).toHaveLength(16);
    expect(header.body.trim()).toBe('void main() {}');
  });

  it('is read in its first version', () => {
    const header = parseIsfHeader(
      '/*{"PERSISTENT_BUFFERS": ["a"], "PASSES": [{"TARGET": "a"}, {"TARGET": "b"}]}*/ void main() {}',
    );
    expect(header.version).toBe(1);
    expect(header.passes.map(({ persistent }) => persistent)).toEqual([true, false]);
  });

  it('may stand behind a licence', () => {
    expect(parseIsfHeader('/* (c) me */ // us\n/*{"DESCRIPTION": "x"}*/ void main() {}').description).toBe(
      'x',
    );
  });

  it('may have the faults that people let pass', () => {
    const json = `{ 'a': [1, .5, 2., +3,], // list
      "b": "tab\there", "b": null, c: TRUE, }`;
    expect(parseLooseJson(json)).toEqual({ a: [1, 0.5, 2, 3], b: null, c: true });
  });

  it.each([
    ['void main() {}', 'header-missing', 1],
    ['/* only words */ void main() {}', 'header-missing', 1],
    ['/*{\n"A": 1\n"B": 2\n}*/', 'header-broken', 3],
    ['/*{\n"A": [1, 2\n*/', 'header-broken', 3],
    [`/*{"A": ${'['.repeat(99)}}*/`, 'header-broken', 1],
    ['/*{"INPUTS": [{"NAME": "a b", "TYPE": "float"}]}*/', 'header-input', 1],
    ['/*{"INPUTS": [{"NAME": "a", "TYPE": "matrix"}]}*/', 'header-input', 1],
    ['/*{"PASSES": [{"TARGET": "a-b"}]}*/', 'header-pass', 1],
    [`/*{"PASSES": [${'{},'.repeat(40)}]}*/`, 'too-many-passes', 1],
  ])('is refused: %j', (text, reason, line) => {
    expect(refusal(() => parseIsfHeader(text))).toEqual({ reason, line });
  });
});

describe('the size of a pass', () => {
  const values = { WIDTH: 540, HEIGHT: 960, blurAmount: 3 };

  it.each([
    ['$WIDTH/16.0', 33.75],
    ['max($WIDTH*0.25,floor($blurAmount*2.0))', 135],
    ['floor($WIDTH*min((0.2),1.0))', 108],
    ['2', 2],
    ['-1 + 2 * 3', 5],
    ['2 ^ 3', 8],
    ['mod($HEIGHT, 7.0) + abs(-2) + sqrt(4) + pow(2, 3) + round(0.6) + ceil(0.1)', 15],
    ['$blurAmount > 2 ? 10 : 20', 10],
    ['$unknown + 1', 1],
  ])('%s is %d', (text, expected) => {
    expect(parseSizeExpression(text)?.(values)).toBeCloseTo(expected);
  });

  it.each(['', '1 +', '(1', 'alert(1)', '1; 2', 'constructor(1)', '$a[0]', '"x"'])('refuses %j', (text) => {
    expect(parseSizeExpression(text)).toBeNull();
  });
});
