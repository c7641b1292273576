import { describe, expect, it } from 'vitest';
import type { EffectInstance } from '../../../src/effects/effect';
import { createEffectInstance, effectById } from '../../../src/effects/registry';
import { planSteps } from '../../../src/effects/render/stack-steps';

const make = (effectId: string, patch: Partial<EffectInstance> = {}): EffectInstance => ({
  ...createEffectInstance(effectId, effectId, 1),
  ...patch,
});

/** The steps in short: `adjust+vignette`, `bloom`, `*skeleton-neon` for light laid over. */
function steps(stack: readonly EffectInstance[], matte = true): string[] {
  return planSteps(stack, effectById, { matte }).map(({ draw, lights }) => {
    const drawn =
      draw.kind === 'pointwise'
        ? draw.effects.map(({ definition }) => definition.id).join('+')
        : draw.kind === 'copy' || draw.kind === 'mix'
          ? draw.kind
          : draw.effect.definition.id;
    return drawn + lights.map(({ definition }) => ` *${definition.id}`).join('');
  });
}

describe('a stack', () => {
  it('joins neighbours that are pointwise, and keeps the order', () => {
    const stack = ['adjust', 'mirror', 'vignette', 'bloom', 'duotone', 'film-grain'].map((id) => make(id));
    expect(steps(stack)).toEqual(['adjust+mirror+vignette', 'bloom', 'duotone+film-grain']);
  });

  it('does not join a displacement that is mixed with its input', () => {
    for (const patch of [{ strength: 0.5 }, { blend: 'screen' }, { side: 'body' }] as const)
      expect(steps([make('adjust'), make('mirror', patch), make('vignette')])).toEqual([
        'adjust',
        'mirror',
        'vignette',
      ]);
  });

  it('lays light over the picture before it, or apart when it is blended otherwise', () => {
    expect(steps([make('hand-trails')])).toEqual(['copy *hand-trails']);
    expect(steps([make('bloom'), make('hand-trails'), make('vignette')])).toEqual([
      'bloom *hand-trails',
      'vignette',
    ]);
    expect(steps([make('bloom'), make('hand-trails', { blend: 'difference' })])).toEqual([
      'bloom',
      'hand-trails',
    ]);
  });

  it('does not draw colour under light that lies over it', () => {
    expect(steps([make('adjust'), make('hand-trails'), make('vignette')])).toEqual([
      'adjust *hand-trails',
      'vignette',
    ]);
  });

  it('leaves out what is off, unknown, without strength, or without its matte', () => {
    expect(steps([make('adjust', { enabled: false }), make('adjust', { strength: 0 })])).toEqual([]);
    expect(steps([{ ...make('adjust'), effectId: 'from-the-future' }])).toEqual([]);
    expect(steps([make('aura'), make('adjust')], false)).toEqual(['adjust']);
  });
});
