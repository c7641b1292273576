/** The keys of the editor, and finding effects by typing. */
import { describe, expect, it } from 'vitest';
import type { EffectDefinition } from '../../../../src/effects/effect';
import fc from 'fast-check';
import {
  EDITOR_ACTIONS,
  SHORTCUTS,
  combinationOf,
  type KeyPress,
} from '../../../../src/ui/screens/editor/editor-keys';
import {
  actionOf,
  boundActions,
  rebind,
  restore,
  type KeyBindings,
} from '../../../../src/ui/screens/editor/key-bindings';
import { searchEffects } from '../../../../src/ui/screens/editor/search-effects';

const press = (key: string, held: Partial<KeyPress> = {}): KeyPress => ({
  key,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  altKey: false,
  ...held,
});

describe('keys', () => {
  it.each([
    [press(' '), 'play'],
    [press('ArrowLeft'), 'frameBack'],
    [press('ArrowRight', { shiftKey: true }), 'secondForward'],
    [press('ArrowRight', { altKey: true }), 'moveLater'],
    [press('s'), 'split'],
    [press('S'), 'split'],
    [press('Delete'), 'delete'],
    [press('Backspace'), 'delete'],
    [press('z', { ctrlKey: true }), 'undo'],
    [press('z', { metaKey: true }), 'undo'],
    [press('Z', { metaKey: true, shiftKey: true }), 'redo'],
    [press('Z', { ctrlKey: true, shiftKey: true }), 'redo'],
    [press('?', { shiftKey: true }), 'help'],
    [press('+', { shiftKey: true }), 'zoomIn'],
    [press('='), 'zoomIn'],
    [press('-'), 'zoomOut'],
    [press('Home'), 'toStart'],
    [press('Escape'), 'deselect'],
  ] as const)('%j means %s', (key, action) => {
    expect(actionOf(key, {})).toBe(action);
  });

  it.each([press('s', { ctrlKey: true }), press('Tab'), press('z'), press('Enter'), press('PageUp')])(
    '%j is left to the browser',
    (key) => {
      expect(actionOf(key, {})).toBeNull();
    },
  );

  it('lists every action once', () => {
    expect(SHORTCUTS.map(({ action }) => action).sort()).toEqual([...EDITOR_ACTIONS].sort());
  });

  it('gives no key to two actions', () => {
    const all = SHORTCUTS.flatMap(({ keys }) => keys.map((combination) => combination.join('+')));
    expect(new Set(all).size).toBe(all.length);
  });
});

describe('keys of the person', () => {
  it('take the place of those that were, and are taken from what they meant', () => {
    const { bindings, lost } = rebind({}, 'split', combinationOf(press('b')));
    expect(lost).toBe('cutToBeat');
    expect(actionOf(press('b'), bindings)).toBe('split');
    expect(actionOf(press('s'), bindings)).toBeNull();
    expect(boundActions(bindings).find(({ action }) => action === 'cutToBeat')).toEqual({
      action: 'cutToBeat',
      keys: [],
      isChanged: true,
    });
  });

  it('go back, and take their keys from whoever has them', () => {
    const { bindings } = rebind({}, 'split', combinationOf(press('b')));
    const back = restore(bindings, 'cutToBeat');
    expect(actionOf(press('b'), back)).toBe('cutToBeat');
    expect(actionOf(press('s'), restore(back, 'split'))).toBe('split');
  });

  it('never mean two things, whatever was changed', () => {
    const step = fc.record({
      action: fc.constantFrom(...EDITOR_ACTIONS),
      key: fc.constantFrom('a', 'b', 's', 'ArrowLeft', 'Delete', '?', ' '),
      ctrlKey: fc.boolean(),
      shiftKey: fc.boolean(),
      isRestored: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        const bindings = steps.reduce<KeyBindings>(
          (now, { action, key, isRestored, ...held }) =>
            isRestored ? restore(now, action) : rebind(now, action, combinationOf(press(key, held))).bindings,
          {},
        );
        const all = boundActions(bindings).flatMap(({ keys }) => keys.map((keys) => keys.join('+')));
        expect(new Set(all).size).toBe(all.length);
      }),
    );
  });
});

describe('searching effects', () => {
  const effect = (id: string, category: EffectDefinition['category'], name: string): EffectDefinition => ({
    id,
    name: { en: name, 'zh-TW': `${name} 霓虹`, 'zh-CN': name, ja: 'ネオン', th: 'นีออน' },
    description: { en: 'x', 'zh-TW': 'x', 'zh-CN': 'x', ja: 'x', th: 'x' },
    category,
    kind: 'color',
    needs: [],
    seeded: false,
    params: {},
    presets: [],
    passes: [],
  });
  const effects = [
    effect('neon-edges', 'edge', 'Neon edges'),
    effect('adjust', 'color', 'Adjust'),
    { ...effect('fade', 'color', 'Fade'), kind: 'transition' as const },
  ];

  it('shows all shelves for an empty query, without transitions', () => {
    expect(searchEffects(effects, ' ', 'en').map(({ category }) => category)).toEqual(['edge', 'color']);
    expect(searchEffects(effects, '', 'en').flatMap((shelf) => shelf.effects)).toHaveLength(2);
  });

  it.each([
    ['EDGES neon', 'en'],
    ['霓虹', 'zh-TW'],
    ['neon', 'th'],
  ] as const)('%s in %s finds the neon edges', (query, locale) => {
    expect(searchEffects(effects, query, locale)[0]?.effects[0]?.id).toBe('neon-edges');
  });

  it('finds nothing for what is not there', () => {
    expect(searchEffects(effects, 'zebra', 'en')).toEqual([]);
  });
});
