/** Looks and effects to put on, and how strong each is. */
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { EffectInstance } from '../../../effects/effect';
import { Button } from '../../components/button';
import { Chip, ChipRow } from '../../components/chip';
import { IconButton } from '../../components/icon-button';
import { Slider } from '../../components/slider';
import { formatPercent } from '../../format';
import { useLocale, useLocalized } from '../../localized';
import { useStudio, useStudioState } from '../../studio-context';
import styles from './panels.module.css';

/** Taps change the picture at once. */
export function EffectsPanel(): ReactElement {
  const { t } = useTranslation();
  const localized = useLocalized();
  const locale = useLocale();
  const { catalogue, live } = useStudio();
  const stack = useStudioState(live.store, (state) => state.stack);
  const effects = catalogue.effects.filter(({ kind }) => kind !== 'transition');
  const nameOf = (effectId: string): string => {
    const definition = catalogue.effects.find(({ id }) => id === effectId);
    return definition === undefined ? effectId : localized(definition.name);
  };

  const toggle = (effectId: string): void => {
    const without = stack.filter((effect) => effect.effectId !== effectId);
    live.setStack(without.length < stack.length ? without : [...stack, catalogue.instantiate(effectId)]);
  };
  const setStrength = (id: string, strength: number): void =>
    live.setStack(stack.map((effect) => (effect.id === id ? { ...effect, strength } : effect)));

  return (
    <div className={styles.panel}>
      <div className={styles.part}>
        <h3 className={styles.heading}>{t('create.looks')}</h3>
        <ChipRow label={t('create.looks')} wrap>
          {catalogue.looks.map((look) => {
            const isOn = hasEffects(stack, look.stack);
            return (
              <Chip
                key={look.id}
                pressed={isOn}
                onClick={() => live.setStack(isOn ? [] : catalogue.instantiateLook(look.id))}
              >
                {localized(look.name)}
              </Chip>
            );
          })}
        </ChipRow>
      </div>
      <div className={styles.part}>
        <h3 className={styles.heading}>{t('create.singles')}</h3>
        <ChipRow label={t('create.singles')} wrap>
          {effects.map((effect) => (
            <Chip
              key={effect.id}
              pressed={stack.some(({ effectId }) => effectId === effect.id)}
              title={localized(effect.description)}
              onClick={() => toggle(effect.id)}
            >
              {localized(effect.name)}
            </Chip>
          ))}
        </ChipRow>
      </div>
      {stack.length === 0 ? (
        <p className={styles.hint}>{t('create.noEffects')}</p>
      ) : (
        <div className={styles.part}>
          <h3 className={styles.heading}>{t('create.onNow')}</h3>
          {stack.map((effect) => (
            <div key={effect.id} className={styles.strength}>
              <Slider
                label={t('create.strength', { name: nameOf(effect.effectId) })}
                value={effect.strength}
                min={0}
                max={1}
                step={0.01}
                format={(value) => formatPercent(value, locale)}
                onChange={(value) => setStrength(effect.id, value)}
              />
              <IconButton
                icon="close"
                label={t('create.removeEffect', { name: nameOf(effect.effectId) })}
                onClick={() => toggle(effect.effectId)}
              />
            </div>
          ))}
          <div className={styles.actions}>
            <Button tone="quiet" onClick={() => live.setStack([])}>
              {t('create.clearEffects')}
            </Button>
          </div>
        </div>
      )}
    </div>
  );
}

function hasEffects(
  stack: readonly EffectInstance[],
  look: readonly Pick<EffectInstance, 'effectId'>[],
): boolean {
  return (
    stack.length === look.length && look.every((effect, index) => stack[index]?.effectId === effect.effectId)
  );
}
