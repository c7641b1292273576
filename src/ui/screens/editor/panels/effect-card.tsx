/** One effect of the stack with all that the host and its definition let a person change. */
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Flicks } from '../../../../core/time';
import type {
  BlendMode,
  EffectDefinition,
  EffectInstance,
  EffectSide,
  KeyEase,
  ParamKey,
  ParamValue,
} from '../../../../effects/effect';
import { STRENGTH, applyKeys, withKey } from '../../../../studio/keyframes';
import { EDIT_NAMES } from '../../../../studio/edit-names';
import { Button } from '../../../components/button';
import { Chip, ChipRow } from '../../../components/chip';
import { classNames } from '../../../components/class-names';
import { IconButton } from '../../../components/icon-button';
import { Icon } from '../../../components/icons';
import { RadioRow } from '../../../components/radio-row';
import { Select } from '../../../components/select';
import { Slider } from '../../../components/slider';
import { formatPercent } from '../../../format';
import { useLocale, useLocalized } from '../../../localized';
import { useStudio, useStudioState } from '../../../studio-context';
import type { PlacedItem } from '../timeline-rows';
import { ItemTimes } from './item-times';
import { ParamField } from './param-field';
import { ParamTools, useTimeInItem } from './param-tools';
import { useGesture } from './use-gesture';
import styles from './panels.module.css';

/** In the order of the list; the type makes sure that none is forgotten. */
const BLENDS = Object.keys({
  normal: true,
  screen: true,
  add: true,
  multiply: true,
  overlay: true,
  lighten: true,
  darken: true,
  difference: true,
} satisfies Record<BlendMode, true>) as BlendMode[];

const SIDES: readonly EffectSide[] = ['everything', 'body', 'background'];

export interface EffectCardProps {
  placed: PlacedItem & { kind: 'effects' };
  /** undefined: this version does not know the effect. */
  definition: EffectDefinition | undefined;
  name: string;
}

/** Closed it shows name, strength and switch; selected it opens. */
export function EffectCard({ placed, definition, name }: EffectCardProps): ReactElement {
  const { t } = useTranslation();
  const locale = useLocale();
  const { editor } = useStudio();
  const gesture = useGesture(EDIT_NAMES.changeEffect);
  const { id, effect } = placed.item;
  const isOpen = useStudioState(editor.store, (state) => state.selectedId === id);
  const at = useTimeInItem(placed);
  const change = (patch: Partial<Omit<EffectInstance, 'id' | 'effectId'>>): void =>
    editor.changeEffect(id, patch);
  return (
    <li className={classNames(styles.card, isOpen && styles.open)}>
      <div className={styles.cardHead}>
        <button
          type="button"
          className={styles.cardName}
          aria-expanded={isOpen}
          aria-label={t('editor.details', { name })}
          onClick={() => editor.select(isOpen ? null : id)}
        >
          <Icon name={isOpen ? 'up' : 'down'} size={20} />
          <span className={effect.enabled ? undefined : styles.offName}>{name}</span>
        </button>
        <IconButton
          icon="up"
          label={t('editor.applyEarlier', { name })}
          disabled={placed.index === 0}
          onClick={() => editor.reorderEffect(id, placed.index - 1)}
        />
        <IconButton
          icon="down"
          label={t('editor.applyLater', { name })}
          disabled={placed.index === placed.count - 1}
          onClick={() => editor.reorderEffect(id, placed.index + 1)}
        />
        <IconButton
          icon={effect.enabled ? 'eye' : 'eye-off'}
          label={t('editor.effectOn', { name })}
          aria-pressed={effect.enabled}
          className={styles.eye}
          onClick={() => change({ enabled: !effect.enabled })}
        />
      </div>
      <Slider
        label={isOpen ? t('editor.strength') : t('editor.strengthOf', { name })}
        value={applyKeys(effect, at).strength}
        min={0}
        max={1}
        step={0.01}
        format={(value) => formatPercent(value, locale)}
        onChange={(strength) => change(changedStrength(effect, strength, at))}
        {...gesture}
      />
      {isOpen ? (
        <EffectDetails placed={placed} definition={definition} name={name} onChange={change} />
      ) : null}
    </li>
  );
}

function EffectDetails(
  props: EffectCardProps & { onChange: (patch: Partial<Omit<EffectInstance, 'id' | 'effectId'>>) => void },
): ReactElement {
  const { t } = useTranslation();
  const localized = useLocalized();
  const { editor } = useStudio();
  const gesture = useGesture(EDIT_NAMES.changeEffect);
  const { placed, definition, name, onChange } = props;
  const { id, effect } = placed.item;
  const at = useTimeInItem(placed);
  const shown = applyKeys(effect, at);
  return (
    <div className={styles.details}>
      <ParamTools
        placed={placed}
        name={STRENGTH}
        label={t('editor.strength')}
        value={shown.strength}
        canFollow
        onChange={onChange}
      />
      {definition === undefined ? null : (
        <>
          <p className={styles.hint}>{localized(definition.description)}</p>
          {definition.presets.length === 0 ? null : (
            <div className={styles.part}>
              <h3 className={styles.heading}>{t('editor.presets')}</h3>
              <ChipRow label={t('editor.presets')} wrap>
                {definition.presets.map((preset) => (
                  <Chip
                    key={preset.id}
                    pressed={Object.entries(preset.values).every(
                      ([key, value]) => String(effect.params[key]) === String(value),
                    )}
                    onClick={() => onChange({ params: { ...effect.params, ...preset.values } })}
                  >
                    {localized(preset.name)}
                  </Chip>
                ))}
              </ChipRow>
            </div>
          )}
          {Object.entries(definition.params).map(([key, param]) => {
            const value = shown.params[key] ?? param.default;
            return (
              <div key={key} className={styles.part}>
                <ParamField
                  param={param}
                  value={value}
                  gesture={gesture}
                  onChange={(next) => onChange(changedParam(effect, key, next, at))}
                />
                {param.animatable && typeof value !== 'boolean' ? (
                  <ParamTools
                    placed={placed}
                    name={key}
                    label={localized(param.name)}
                    value={value}
                    canFollow={param.type === 'number'}
                    onChange={onChange}
                  />
                ) : null}
              </div>
            );
          })}
        </>
      )}
      <RadioRow
        label={t('editor.side')}
        value={effect.side}
        options={SIDES.map((side) => ({ value: side, label: t(`editor.sideOf.${side}`) }))}
        onChange={(side) => onChange({ side })}
      />
      <Select
        label={t('editor.blend')}
        value={effect.blend}
        options={BLENDS.map((blend) => ({ value: blend, label: t(`editor.blendMode.${blend}`) }))}
        onChange={(blend) => onChange({ blend })}
      />
      <ItemTimes placed={placed} />
      <div className={styles.actions}>
        {definition?.seeded === true ? (
          <Button icon="shuffle" onClick={() => onChange({ seed: nextSeed(effect.seed) })}>
            {t('editor.another')}
          </Button>
        ) : null}
        <Button icon="copy" tone="quiet" onClick={() => editor.duplicateItem(id)}>
          {t('editor.action.duplicate')}
        </Button>
        <Button
          icon="trash"
          tone="danger"
          aria-label={t('editor.remove', { name })}
          onClick={() => editor.deleteItem(id)}
        >
          {t('common.delete')}
        </Button>
      </div>
    </div>
  );
}

/** A change of a keyed parameter moves its keyframe at the playhead, or makes one there. */
function changedParam(effect: EffectInstance, name: string, value: ParamValue, at: Flicks): EffectPatch {
  const keys = effect.keys?.[name] ?? [];
  if (keys.length === 0 || typeof value === 'boolean') return { params: { ...effect.params, [name]: value } };
  return { keys: { ...effect.keys, [name]: withKey(keys, { at, value, ease: easeAt(keys, at) }) } };
}

function changedStrength(effect: EffectInstance, strength: number, at: Flicks): EffectPatch {
  const keys = effect.keys?.[STRENGTH] ?? [];
  if (keys.length === 0) return { strength };
  return {
    keys: { ...effect.keys, [STRENGTH]: withKey(keys, { at, value: strength, ease: easeAt(keys, at) }) },
  };
}

/** A keyframe that is moved keeps its way on. */
function easeAt(keys: readonly ParamKey[], at: Flicks): KeyEase {
  return keys.find((key) => key.at === at)?.ease ?? 'smooth';
}

type EffectPatch = Partial<Omit<EffectInstance, 'id' | 'effectId'>>;

/** Another 32-bit seed, far from this one. */
function nextSeed(seed: number): number {
  return (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
}
