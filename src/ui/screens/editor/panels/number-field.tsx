/** A number of an item: a slider at the playhead, with its keyframes. */
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { EDIT_NAMES } from '../../../../studio/edit-names';
import { numberAt, rangeOf, timeInItem, type NumberedKind } from '../../../../studio/editor-facts';
import { Icon } from '../../../components/icons';
import { Slider } from '../../../components/slider';
import { formatPercent } from '../../../format';
import { useLocale } from '../../../localized';
import { useStudio, useStudioState } from '../../../studio-context';
import type { PlacedItem } from '../timeline-rows';
import { KeyList } from './key-list';
import { useGesture } from './use-gesture';
import panels from './panels.module.css';
import styles from './tiles.module.css';

export type NumberedItem = PlacedItem & { kind: NumberedKind };

export interface NumberFieldProps {
  placed: NumberedItem;
  /** Name of the number (`ITEM_NUMBERS`). */
  name: string;
  label: string;
  /** A narrower range than the number's own, for the slider. */
  min?: number;
  max?: number;
  /** Percent unless it says otherwise. */
  format?: (value: number) => string;
}

export function NumberField(props: NumberFieldProps): ReactElement {
  const { t } = useTranslation();
  const locale = useLocale();
  const { editor } = useStudio();
  const { placed, name, label, format = (value: number) => formatPercent(value, locale) } = props;
  const { item, kind } = placed;
  const gesture = useGesture(EDIT_NAMES.adjust);
  const range = rangeOf(kind, name) ?? { min: 0, max: 1, step: 0.01, default: 0 };
  const value = useStudioState(editor.store, ({ time }) => numberAt(kind, item, name, time));
  const at = useStudioState(editor.store, ({ time, project }) => timeInItem(item, time, project?.fps ?? 30));
  const keys = item.keys?.[name] ?? [];
  const hasKey = keys.some((key) => key.at === at);
  return (
    <div className={panels.part}>
      <Slider
        label={label}
        value={value}
        min={props.min ?? range.min}
        max={props.max ?? range.max}
        step={range.step}
        format={format}
        onChange={(next) => editor.setNumbers(item.id, { [name]: next })}
        {...gesture}
      />
      <div className={styles.tools}>
        {value === range.default && keys.length === 0 ? null : (
          <button
            type="button"
            className={styles.tool}
            aria-label={t('editor.resetOf', { name: label })}
            onClick={() => editor.setNumbers(item.id, { [name]: range.default })}
          >
            <Icon name="restart" size={16} />
            {t('editor.reset')}
          </button>
        )}
        <button
          type="button"
          className={styles.tool}
          aria-pressed={hasKey}
          aria-label={t(hasKey ? 'editor.keyRemove' : 'editor.keyAdd', { name: label })}
          onClick={() => editor.toggleKey(item.id, name)}
        >
          <Icon name="keyframe" size={16} />
          {keys.length > 0 ? keys.length : t('editor.keyframe')}
        </button>
      </div>
      {keys.length > 0 ? (
        <KeyList
          start={item.start}
          label={label}
          keys={keys}
          onChange={(next) => editor.changeKeys(item.id, name, next)}
        />
      ) : null}
    </div>
  );
}

/** `12°`. */
export function formatDegrees(degrees: number): string {
  return `${Math.round(degrees)}°`;
}
