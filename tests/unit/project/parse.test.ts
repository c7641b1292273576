import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { StudioError } from '../../../src/core/errors';
import { itemsOf } from '../../../src/project/change-items';
import { MIGRATIONS, migrateProject } from '../../../src/project/migrate-project';
import { parseProject } from '../../../src/project/parse-project';
import { PROJECT_VERSION } from '../../../src/project/project';
import { brokenLaws } from '../../support/check-project';
import { sampleProject } from '../../support/sample-projects';

const fixture = (version: number): object =>
  JSON.parse(
    readFileSync(new URL(`../../fixtures/project-v${version}.json`, import.meta.url), 'utf8'),
  ) as object;

/** The stored project of version 1 with another value at a place such as `tracks.0.items.0.start`; undefined takes it away. */
const broken = (place: string, value: unknown): unknown => {
  const copy = structuredClone(fixture(1));
  const keys = place.split('.');
  const last = keys.pop() ?? '';
  const owner = keys.reduce<object>((inner, key) => Reflect.get(inner, key) as object, copy);
  if (value === undefined) Reflect.deleteProperty(owner, last);
  else Reflect.set(owner, last, value);
  return copy;
};
const clip = (place: string, value: unknown): unknown => broken(`tracks.0.items.0.${place}`, value);
const codeOf = (json: unknown): string => {
  try {
    parseProject(json);
    return 'accepted';
  } catch (error) {
    return error instanceof StudioError ? error.code : `threw ${String(error)}`;
  }
};

describe('every version that was ever stored', () => {
  const versions = Array.from({ length: PROJECT_VERSION }, (_, index) => index + 1);

  it.each(versions)('version %i opens, keeps the laws, and is stored and opened again equal', (version) => {
    const project = parseProject(fixture(version));
    expect(project.version).toBe(PROJECT_VERSION);
    expect(brokenLaws(project)).toEqual([]);
    expect(itemsOf(project, 'video').length).toBeGreaterThan(0);
    expect(parseProject(JSON.parse(JSON.stringify(project)))).toEqual(project);
  });

  it('has a step to each next version', () => {
    expect(MIGRATIONS).toHaveLength(PROJECT_VERSION - 1);
  });
});

describe('the ladder', () => {
  const ladder = [
    (old: Readonly<Record<string, unknown>>) => ({ ...old, second: true }),
    (old: Readonly<Record<string, unknown>>) => ({ ...old, third: old['second'] }),
  ];

  it('climbs step by step from any version', () => {
    const first = { format: 'fifteen.project', version: 1 };
    expect(migrateProject(first, 3, ladder)).toEqual({ ...first, version: 3, second: true, third: true });
    expect(migrateProject({ ...first, version: 3 }, 3, ladder)).toEqual({ ...first, version: 3 });
    expect(first).toEqual({ format: 'fifteen.project', version: 1 });
  });

  it('refuses what a later app wrote, and never touches it', () => {
    expect(codeOf(broken('version', PROJECT_VERSION + 1))).toBe('project-too-new');
  });
});

describe('what is not a project', () => {
  it.each<[string, unknown]>([
    ['null', null],
    ['a list', []],
    ['a text', 'project'],
    ['another format', { format: 'otio', version: 1 }],
    ['no version', broken('version', undefined)],
    ['half a version', broken('version', 1.5)],
    ['an unknown key', broken('extra', 1)],
    ['time that is not whole', clip('start', 0.5)],
    ['negative time', clip('start', -1)],
    ['NaN', clip('sourceStart', NaN)],
    ['infinite speed', clip('speed', Infinity)],
    ['a clip of nothing', clip('sourceId', 'constructor')],
    ['a clip after its source', clip('sourceStart', 900)],
    ['two items with one id', clip('id', 'clip-2')],
    ['an endless name', broken('name', 'x'.repeat(100_000))],
    ['a million items', broken('tracks.0.items', Array(1_000_000).fill({}))],
    ['a colour that is code', broken('tracks.2.items.0.color', 'url(//x)')],
  ])('%s is refused', (_name, json) => {
    expect(codeOf(json)).toBe('project-invalid');
  });

  it('cannot reach the prototype of objects', () => {
    const text = JSON.stringify(sampleProject()).replace(
      '"source-1":',
      '"__proto__":{"polluted":1},"source-1":',
    );
    const { sources } = parseProject(JSON.parse(text));
    expect(Object.keys(sources)).toEqual(['source-1']);
    expect(Object.getPrototypeOf(sources)).toBe(Object.prototype);
    expect(sources['polluted']).toBeUndefined();
    expect(Reflect.get({}, 'polluted')).toBeUndefined();
  });

  it('is refused with a code and nothing else, whatever it is', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), fc.nat(), (value, other, place) => {
        const keys = Object.keys(fixture(1));
        const json = broken(keys[place % keys.length] ?? '', other);
        for (const candidate of [value, json])
          expect(codeOf(candidate)).toMatch(/^(accepted|project-invalid|project-too-new)$/);
      }),
    );
  });
});

describe('a layout that is a little off', () => {
  it('is put right instead of refused', () => {
    const project = parseProject(clip('start', 23_520_001));
    expect(brokenLaws(parseProject(clip('duration', 70_560_007)))).toEqual([]);
    expect(brokenLaws(project)).toEqual([]);
    expect(itemsOf(project, 'video')[0]?.start).toBe(0);
  });
});
