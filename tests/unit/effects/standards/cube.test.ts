import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseCube } from '../../../../src/effects/standards/cube';
import { packLut, sampleLut, unpackLut, type LutTable } from '../../../../src/effects/standards/lut';
import { refusalOf, type Refusal } from '../../../../src/effects/standards/refusal';

/** A table of `size` whose colours are made by `color`. */
function cubeText(
  size: number,
  color: (r: number, g: number, b: number) => readonly number[],
  head = '',
): string {
  const rows: string[] = [];
  for (let b = 0; b < size; b += 1)
    for (let g = 0; g < size; g += 1)
      for (let r = 0; r < size; r += 1)
        rows.push(color(r / (size - 1), g / (size - 1), b / (size - 1)).join(' '));
  return `${head}LUT_3D_SIZE ${size}\n${rows.join('\n')}\n`;
}

const identity = (size: number, head = ''): string => cubeText(size, (...rgb) => rgb, head);

function refusalFor(text: string): Refusal | null {
  try {
    parseCube(text);
  } catch (error) {
    const refusal = refusalOf(error);
    if (refusal === null) throw error;
    return refusal;
  }
  return null;
}

const tables: fc.Arbitrary<LutTable> = fc
  .record({ size: fc.integer({ min: 2, max: 6 }), title: fc.string({ maxLength: 30 }) })
  .chain(({ size, title }) =>
    fc
      .uint16Array({ minLength: size ** 3 * 3, maxLength: size ** 3 * 3 })
      .map((values) => ({ title, size, domainMin: [0, -1, 0], domainMax: [1, 2, 0.5], values })),
  );

const part = fc.double({ min: 0, max: 1, noNaN: true });

describe('a .cube file', () => {
  it('is read with its title, comments, tabs, exponents, a byte order mark and lines of any system', () => {
    const text = identity(2, '\uFEFF# made by hand\r\nTITLE "Warm \u0007evening"\r\n\r\n');
    const table = parseCube(
      text.replace(/ /g, '\t').replace(/\n/g, '\r\n').replace('1\t1\t1', '1.0e0\t10E-1\t+1.'),
    );
    expect(table).toMatchObject({ title: 'Warm\tevening'.replace('\t', ''), size: 2 });
    expect([...table.values.slice(0, 6)]).toEqual([0, 0, 0, 65_535, 0, 0]);
    expect([...table.values.slice(-3)]).toEqual([65_535, 65_535, 65_535]);
  });

  it('keeps the domain, of the specification and of Resolve', () => {
    expect(parseCube(identity(2, 'DOMAIN_MIN -1 0 0.5\nDOMAIN_MAX 1 2 3\n'))).toMatchObject({
      domainMin: [-1, 0, 0.5],
      domainMax: [1, 2, 3],
    });
    expect(parseCube(identity(3, 'LUT_3D_INPUT_RANGE -0.5 1.5\n'))).toMatchObject({
      domainMin: [-0.5, -0.5, -0.5],
      domainMax: [1.5, 1.5, 1.5],
    });
  });

  it('clamps values to what a picture can show', () => {
    const table = parseCube('LUT_3D_SIZE 2\n-1 0 2\n' + '0.5 0.5 0.5\n'.repeat(7));
    expect([...table.values.slice(0, 3)]).toEqual([0, 0, 65_535]);
  });

  it('bakes a curve into a cube', () => {
    const table = parseCube('LUT_1D_SIZE 3\n0 0 1\n0.25 0.5 0.5\n1 1 0\n');
    const [red, green, blue] = sampleLut(table, [0.5, 0.25, 1]);
    expect(red).toBeCloseTo(0.25, 3);
    expect(green).toBeCloseTo(0.25, 3);
    expect(blue).toBeCloseTo(0, 3);
  });

  it.each([
    ['', 'empty', 1],
    ['TITLE "x"\n', 'cube-size', 2],
    ['LUT_3D_SIZE 1\n', 'cube-size', 1],
    ['LUT_3D_SIZE 66\n', 'cube-size', 1],
    ['LUT_3D_SIZE 2.5\n', 'cube-size', 1],
    ['LUT_1D_SIZE 65537\n', 'cube-size', 1],
    ['LUT_3D_SIZE 2\nLUT_1D_SIZE 4\n', 'cube-size-twice', 2],
    ['0 0 0\n', 'cube-size', 1],
    ['LUT_3D_SIZE 2\n' + '0 0 0\n'.repeat(7), 'cube-rows-few', 9],
    ['LUT_3D_SIZE 2\n' + '0 0 0\n'.repeat(9), 'cube-rows-many', 10],
    ['LUT_3D_SIZE 2\n0 0\n', 'cube-word', 2],
    ['LUT_3D_SIZE 2\n0 0 0 0\n', 'cube-word', 2],
    ['LUT_3D_SIZE 2\n0 nan 0\n', 'cube-number', 2],
    ['LUT_3D_SIZE 2\nNaN 0 0\n', 'cube-number', 2],
    ['LUT_3D_SIZE 2\n0 0 Infinity\n', 'cube-number', 2],
    ['LUT_3D_SIZE 2\n0 0 1e39\n', 'cube-number', 2],
    ['LUT_3D_SIZE 2\n0 0 0x10\n', 'cube-number', 2],
    ['LUT_3D_SIZE 2\n0 0 0,5\n', 'cube-number', 2],
    ['DOMAIN_MIN 1 0 0\n' + identity(2), 'cube-domain', 1],
    ['DOMAIN_MIN 0 0\n', 'cube-domain', 1],
    ['COLOUR 1\n', 'cube-word', 1],
    ['LUT_3D_SIZE 2\n0 0 0\nTITLE "late"\n', 'cube-word', 3],
  ])('refuses %j: %s in line %i', (text, reason, line) => {
    expect(refusalFor(text)).toEqual({ reason, line });
  });

  it('is read or refused whatever it holds, and never anything else', () => {
    const words = fc.constantFrom(
      'LUT_3D_SIZE',
      'LUT_1D_SIZE',
      '2',
      '0.5',
      '-1e3',
      'TITLE',
      'DOMAIN_MIN',
      '\n',
      '\r',
      ' ',
      '#',
      'nan',
      '"',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.array(words).map((parts) => parts.join(' ')),
        ),
        (text) => {
          const refusal = refusalFor(text);
          if (refusal !== null) expect(refusal.line).toBeGreaterThan(0);
        },
      ),
      { numRuns: 500 },
    );
  });
});

describe('a table', () => {
  it('comes back from its text unharmed', () => {
    fc.assert(
      fc.property(tables, (table) => {
        expect(unpackLut(packLut(table))).toEqual(table);
      }),
      { numRuns: 50 },
    );
  });

  it('is no table when its text is another', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(unpackLut(text)).toBeNull();
      }),
    );
    const packed = packLut(parseCube(identity(2)));
    expect(unpackLut(packed.slice(0, -4))).toBeNull();
    expect(unpackLut(packed.replace('size%22%3A2', 'size%22%3A3'))).toBeNull();
  });

  it('gives a colour back where it changes nothing, to half a step of what it stores', () => {
    const table = parseCube(identity(5));
    fc.assert(
      fc.property(part, part, part, (...rgb) => {
        const looked = sampleLut(table, rgb);
        for (const channel of [0, 1, 2] as const) expect(looked[channel]).toBeCloseTo(rgb[channel], 4);
      }),
    );
  });

  it('keeps greys grey and stays between its corners', () => {
    const table = parseCube(cubeText(3, (r, g, b) => [r * r, g * g, b * b]));
    fc.assert(
      fc.property(part, (grey) => {
        const [r, g, b] = sampleLut(table, [grey, grey, grey]);
        expect(r).toBeCloseTo(g, 9);
        expect(g).toBeCloseTo(b, 9);
      }),
    );
  });

  it('holds colours to its domain', () => {
    const table = parseCube(identity(2, 'DOMAIN_MIN 0.25 0.25 0.25\nDOMAIN_MAX 0.75 0.75 0.75\n'));
    expect(sampleLut(table, [0.1, 0.5, 2])).toEqual([0, expect.closeTo(0.5, 4), 1]);
    expect(sampleLut(table, [Number.NaN, 0, 0])[0]).toBe(0);
  });
});
