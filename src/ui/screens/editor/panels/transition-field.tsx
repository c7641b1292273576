/** How a clip takes over from the one before it. */
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { toFlicks, toSeconds } from '../../../../core/time';
import { EDIT_NAMES } from '../../../../studio/edit-names';
import { Button } from '../../../components/button';
import { Chip, ChipRow } from '../../../components/chip';
import { Slider } from '../../../components/slider';
import { useLocale, useLocalized } from '../../../localized';
import { useStudio, useStudioState } from '../../../studio-context';
import type { PlacedItem } from '../timeline-rows';
import { EffectTile } from './effect-tile';
import { ParamField } from './param-field';
import { useGesture } from './use-gesture';
import styles from './panels.module.css';
import { TRANSITION_DRAG } from '../transition-drop';
import tiles from './tiles.module.css';

export function TransitionField({ placed }: { placed: PlacedItem & { kind: 'video' } }): ReactElement | null {
  const { t } = useTranslation();
  const locale = useLocale();
  const localized = useLocalized();
  const { catalogue, editor } = useStudio();
  const gesture = useGesture(EDIT_NAMES.transition);
  const imports = useStudioState(editor.store, (state) => state.project?.imports) ?? {};
  if (placed.index === 0) return <p className={styles.hint}>{t('editor.transitionFirst')}</p>;
  const { id, transition } = placed.item;
  const definition =
    transition === undefined ? undefined : catalogue.find(transition.effect.effectId, imports);
  const foreign = Object.values(imports).flatMap((asset) => {
    const found = catalogue.find(asset.id, imports);
    return found?.kind === 'transition' ? [found] : [];
  });
  const format = (seconds: number): string =>
    `${new Intl.NumberFormat(locale, { maximumFractionDigits: 2 }).format(seconds)} ${t('editor.secondsUnit')}`;
  return (
    <div className={styles.part}>
      {transition === undefined ? null : (
        <>
          <Slider
            label={t('editor.transitionDuration')}
            value={toSeconds(transition.duration)}
            min={0.1}
            max={3}
            step={0.1}
            format={format}
            onChange={(seconds) => editor.changeTransition(id, { duration: toFlicks(seconds) })}
            {...gesture}
          />
          {definition === undefined || definition.presets.length === 0 ? null : (
            <ChipRow label={t('editor.presets')} wrap>
              {definition.presets.map((preset) => (
                <Chip
                  key={preset.id}
                  pressed={Object.entries(preset.values).every(
                    ([key, value]) => String(transition.effect.params[key]) === String(value),
                  )}
                  onClick={() => editor.changeTransition(id, { params: preset.values })}
                >
                  {localized(preset.name)}
                </Chip>
              ))}
            </ChipRow>
          )}
          {Object.entries(definition?.params ?? {}).map(([key, param]) => (
            <ParamField
              key={key}
              param={param}
              value={transition.effect.params[key] ?? param.default}
              gesture={gesture}
              onChange={(value) => editor.changeTransition(id, { params: { [key]: value } })}
            />
          ))}
          <Button tone="quiet" icon="close" onClick={() => editor.setTransition(id, null)}>
            {t('editor.transitionNone')}
          </Button>
        </>
      )}
      <ul className={tiles.tiles} aria-label={t('editor.category.transition')}>
        {[...catalogue.transitions, ...foreign].map((each) => (
          <EffectTile
            key={each.id}
            id={each.id}
            name={localized(each.name)}
            hint={localized(each.description)}
            pressed={transition?.effect.effectId === each.id}
            dragType={TRANSITION_DRAG}
            onChoose={() => editor.setTransition(id, each.id)}
          />
        ))}
      </ul>
    </div>
  );
}
