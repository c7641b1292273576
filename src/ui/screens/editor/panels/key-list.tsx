/** The keyframes of one parameter: where they are, how they go on, and the way to them. */
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { addFlicks, type Flicks } from '../../../../core/time';
import type { KeyEase, ParamKey } from '../../../../effects/effect';
import { withoutKey } from '../../../../studio/keyframes';
import { IconButton } from '../../../components/icon-button';
import { Select } from '../../../components/select';
import { useStudio } from '../../../studio-context';
import { formatMoment } from '../timecode';
import { BezierField } from './bezier-field';
import styles from './tiles.module.css';

const EASES = Object.keys({
  smooth: true,
  linear: true,
  hold: true,
  bezier: true,
  spring: true,
} satisfies Record<KeyEase, true>) as KeyEase[];

export interface KeyListProps {
  /** Start of the item. */
  start: Flicks;
  label: string;
  keys: readonly ParamKey[];
  onChange: (keys: readonly ParamKey[]) => void;
}

export function KeyList({ start, label, keys, onChange }: KeyListProps): ReactElement {
  const { t } = useTranslation();
  const { editor } = useStudio();
  return (
    <ul className={styles.keys} aria-label={t('editor.keysOf', { name: label })}>
      {keys.map((key, index) => {
        const time = addFlicks(start, key.at);
        const moment = formatMoment(time);
        return (
          <li key={key.at} className={styles.key}>
            <button
              type="button"
              className={styles.moment}
              aria-label={t('editor.keyGo', { time: moment })}
              onClick={() => editor.seek(time)}
            >
              {moment}
            </button>
            <Select
              label={t('editor.keyEase')}
              value={key.ease}
              options={EASES.map((ease) => ({ value: ease, label: t(`editor.ease.${ease}`) }))}
              onChange={(ease) =>
                onChange(keys.map((each, place) => (place === index ? { ...each, ease } : each)))
              }
            />
            {key.ease === 'bezier' ? (
              <BezierField
                value={key.bezier}
                onChange={(bezier) =>
                  onChange(keys.map((each, place) => (place === index ? { ...each, bezier } : each)))
                }
              />
            ) : null}
            <IconButton
              icon="trash"
              label={t('editor.keyDelete', { time: moment })}
              onClick={() => onChange(withoutKey(keys, key.at))}
            />
          </li>
        );
      })}
    </ul>
  );
}
