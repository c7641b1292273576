/** Every effect and look is well-formed: what the panels, the stored projects and the translators rely on. */
import { readdirSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { LOCALES, type LocalizedText } from '../../../src/core/locale';
import { EFFECT_CATEGORIES, type EffectParam, type ParamValue } from '../../../src/effects/effect';
import {
  createEffectInstance,
  defaultParams,
  effectById,
  EFFECTS,
  lookById,
  LOOKS,
} from '../../../src/effects/registry';

const folder = (name: string): string[] =>
  readdirSync(resolve(import.meta.dirname, '../../../src/effects', name)).map((file) =>
    basename(file, '.ts'),
  );

function isValid(param: EffectParam, value: ParamValue): boolean {
  switch (param.type) {
    case 'number':
      return typeof value === 'number' && value >= param.min && value <= param.max;
    case 'color':
      return typeof value === 'string' && /^#[0-9a-f]{6}$/.test(value);
    case 'choice':
      return param.options.some((option) => option.value === value);
    case 'flag':
      return typeof value === 'boolean';
    case 'lut':
    case 'picture':
      return value === '';
    case 'point':
      return Array.isArray(value) && value.length === 2 && value.every((x: number) => x >= 0 && x <= 1);
  }
}

function expectTranslated(text: LocalizedText): void {
  for (const locale of LOCALES) expect(text[locale].trim(), JSON.stringify(text)).not.toBe('');
  // A Thai name has Thai letters and a Chinese one Chinese, unless the name is a proper one.
  if (/^[a-z ,'–-]{9,}$/i.test(text.en)) {
    expect(text.th).toMatch(/\p{Script=Thai}/u);
    expect(text['zh-TW']).toMatch(/\p{Script=Han}/u);
    expect(text['zh-CN']).toMatch(/\p{Script=Han}/u);
    expect(text.ja).toMatch(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u);
  }
}

it('every file of the catalogue is in the registry under its own name', () => {
  expect(new Set(EFFECTS.map(({ id }) => id))).toEqual(new Set(folder('catalogue')));
  expect(new Set(LOOKS.map(({ id }) => id))).toEqual(new Set(folder('looks')));
  expect(EFFECTS.length).toBeGreaterThanOrEqual(14);
  expect(effectById('bloom')?.id).toBe('bloom');
  expect(effectById('from-the-future')).toBeUndefined();
  expect(lookById('vhs-1994')?.id).toBe('vhs-1994');
  expect(() => createEffectInstance('from-the-future', 'a', 1)).toThrow(RangeError);
});

it('effects stand shelf by shelf', () => {
  const shelves = EFFECTS.map(({ category }) => EFFECT_CATEGORIES.indexOf(category));
  expect(shelves).toEqual([...shelves].sort((a, b) => a - b));
  // Transitions and what was imported have shelves of their own.
  const own = EFFECT_CATEGORIES.filter((category) => category !== 'transition' && category !== 'imported');
  expect(new Set(EFFECTS.map(({ category }) => category))).toEqual(new Set(own));
});

describe.each(EFFECTS.map((effect) => [effect.id, effect] as const))('%s', (_, effect) => {
  it('is named and described in every language', () => {
    expectTranslated(effect.name);
    expectTranslated(effect.description);
    for (const preset of effect.presets) expectTranslated(preset.name);
    for (const param of Object.values(effect.params)) {
      expectTranslated(param.name);
      if (param.type === 'choice') for (const option of param.options) expectTranslated(option.name);
    }
  });

  it('has two to five parameters with defaults in range', () => {
    const params = Object.values(effect.params);
    expect(params.length).toBeGreaterThanOrEqual(2);
    expect(params.length).toBeLessThanOrEqual(6);
    for (const param of params) expect(isValid(param, param.default)).toBe(true);
    expect(createEffectInstance(effect.id, 'a', 1).params).toEqual(defaultParams(effect));
  });

  it('has presets of known parameters in range', () => {
    expect(effect.presets.length).toBeGreaterThanOrEqual(2);
    for (const preset of effect.presets) {
      for (const [name, value] of Object.entries(preset.values)) {
        const param = effect.params[name];
        expect(param !== undefined && isValid(param, value), `${preset.id}.${name}`).toBe(true);
      }
    }
  });

  it('asks for what it uses', () => {
    const text = effect.passes.map(({ fragment }) => fragment).join('\n');
    const uses = (name: RegExp): boolean => name.test(text);
    if (uses(/\bmatte\(/)) expect(effect.needs).toContain('mask');
    if (uses(/\bbeat\b/)) expect(effect.needs).toContain('beats');
    if (uses(/\baudio(Level|Bands)\b/)) expect(effect.needs).toContain('audio');
    expect(uses(/\bhistory\(/)).toBe((effect.history ?? 0) > 0);
    if (!effect.passes.some(({ fragment }) => /\bseed\b/.test(fragment)) && effect.draw === undefined)
      expect(effect.seeded).toBe(false);
  });
});

it.each(LOOKS.map((look) => [look.id, look] as const))(
  'the look %s is a stack of known effects',
  (_, look) => {
    expectTranslated(look.name);
    expect(look.stack.length).toBeGreaterThan(1);
    for (const { effectId, params } of look.stack) {
      const effect = effectById(effectId);
      expect(effect, effectId).toBeDefined();
      for (const [name, value] of Object.entries(params)) {
        const param = effect?.params[name];
        expect(param !== undefined && isValid(param, value), `${effectId}.${name}`).toBe(true);
      }
    }
  },
);
