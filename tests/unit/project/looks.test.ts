import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { StudioError } from '../../../src/core/errors';
import { LOOKS } from '../../../src/effects/registry';
import type { ImportedAsset } from '../../../src/effects/imported-asset';
import { readImport } from '../../../src/effects/standards/import-shader';
import { itemsOf } from '../../../src/project/change-items';
import { applyStack, pasteStack, setLookStrength } from '../../../src/project/edits/change-looks';
import { lookFileOf, parseLookFile } from '../../../src/project/look-file';
import { sampleEffect, sampleProject } from '../../support/sample-projects';

const table = importOf(
  'warm.cube',
  'LUT_3D_SIZE 2\n0 0 0\n1 0 0\n0 1 0\n1 1 0\n0 0 1\n1 0 1\n0 1 1\n1 1 1\n',
);
const other = importOf(
  'cold.cube',
  'LUT_3D_SIZE 2\n0 0 0\n1 0 0\n0 1 0\n1 1 0\n0 0 .5\n1 0 .5\n0 1 .5\n1 1 .5\n',
);

function importOf(name: string, text: string): ImportedAsset {
  const result = readImport({ name, text });
  if (!result.ok) throw new Error(`${name} was refused.`);
  return result.asset;
}

function codeOf(work: () => unknown): string {
  try {
    work();
    return 'none';
  } catch (error) {
    return error instanceof StudioError ? error.code : String(error);
  }
}

describe('a look as a file', () => {
  it('comes back as it went, for every look of the catalogue', () => {
    for (const { name, stack } of LOOKS) {
      const effects = stack.map((effect, index) => ({ ...effect, id: `any-${index}` }));
      const file = lookFileOf(name.en, effects, {});
      expect(parseLookFile(JSON.stringify(file))).toEqual(file);
      expect(file.stack.map(({ effectId }) => effectId)).toEqual(stack.map(({ effectId }) => effectId));
    }
  });

  it('takes along the tables and shaders that it uses, and no others', () => {
    const lut = { ...sampleEffect('fx', 'lut'), params: { grade: table.id } };
    const file = lookFileOf('Warm', [lut], { [table.id]: table, [other.id]: other });
    expect(Object.keys(file.imports)).toEqual([table.id]);
    expect(parseLookFile(JSON.stringify(file)).imports[table.id]).toEqual(table);
  });

  it('is as strong as it was seen', () => {
    const effect = {
      ...sampleEffect('fx'),
      strength: 0.8,
      look: { id: 'use', lookId: 'neon-night', strength: 0.5 },
    };
    const [saved] = lookFileOf('Half', [effect], {}).stack;
    expect(saved?.strength).toBeCloseTo(0.4);
    expect(saved).not.toHaveProperty('look');
  });

  it('is refused in plain words when it is anything else', () => {
    const good = JSON.stringify(lookFileOf('Good', [sampleEffect('fx')], {}));
    const bad = ['', '{}', 'null', '[1]', good.slice(0, -5), good.replace('"version":1', '"version":9')];
    bad.push(
      good.replace('"stack":[', '"stack":"x","other":['),
      good.replace('"strength":1', '"strength":1e999'),
    );
    bad.push(JSON.stringify({ ...(JSON.parse(good) as object), stack: [] }));
    bad.push(`"${'x'.repeat(16_000_001)}"`);
    expect(bad.map((text) => codeOf(() => parseLookFile(text)))).toEqual(bad.map(() => 'look-invalid'));
  });

  it('never fails but with its own error, whatever the file holds', () => {
    const good = JSON.stringify(lookFileOf('Good', [sampleEffect('fx'), sampleEffect('gx', 'trails')], {}));
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: good.length }),
        fc.integer({ min: 0, max: 40 }),
        fc.oneof(
          fc.string({ maxLength: 8 }),
          fc.constantFrom('"', '}', '[', '1e400', '-', 'null', '"__proto__":1,'),
        ),
        (at, removed, added) => {
          const text = good.slice(0, at) + added + good.slice(at + removed);
          expect(['none', 'look-invalid']).toContain(codeOf(() => parseLookFile(text)));
        },
      ),
      { numRuns: 1500 },
    );
  });
});

describe('a stack that comes as a whole', () => {
  const look = { id: 'use', lookId: 'own', strength: 1 };

  it('replaces the effects and brings its imports', () => {
    const project = applyStack(sampleProject(), [sampleEffect('new', 'mono')], { [table.id]: table });
    expect(itemsOf(project, 'effects').map(({ id }) => id)).toEqual(['new']);
    expect(project.imports).toEqual({ [table.id]: table });
  });

  it('is pasted on top of what is there', () => {
    const project = pasteStack(sampleProject(), [sampleEffect('new', 'mono')], {});
    expect(itemsOf(project, 'effects').map(({ id }) => id)).toEqual(['effect-1', 'effect-2', 'new']);
  });

  it('has one strength, which reaches its own effects alone and stays within 0 and 1', () => {
    const stacked = pasteStack(
      sampleProject(),
      [
        { ...sampleEffect('a'), look },
        { ...sampleEffect('b'), look },
      ],
      {},
    );
    const strengths = (strength: number): (number | undefined)[] =>
      itemsOf(setLookStrength(stacked, 'use', strength), 'effects').map(
        ({ effect }) => effect.look?.strength,
      );
    expect(strengths(0.25)).toEqual([undefined, undefined, 0.25, 0.25]);
    expect(strengths(7)).toEqual([undefined, undefined, 1, 1]);
    expect(strengths(Number.NaN)).toEqual([undefined, undefined, 1, 1]);
    expect(setLookStrength(stacked, 'other', 0.3)).toBe(stacked);
  });
});
