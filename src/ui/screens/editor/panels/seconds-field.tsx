/** A time in figures, with a button for a frame less and one for a frame more. */
import { useId, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '../../../components/icon-button';
import styles from './panels.module.css';

export interface SecondsFieldProps {
  label: string;
  /** Seconds. */
  value: number;
  /** Seconds a press of − or + changes it by: one frame. */
  step: number;
  /** A time that was typed or stepped to; the caller holds it in its range. */
  onChange: (seconds: number) => void;
}

/** Typed times count when the field is left or Enter is pressed. */
export function SecondsField(props: SecondsFieldProps): ReactElement {
  const { t } = useTranslation();
  const id = useId();
  const { label, value, step, onChange } = props;
  const [draft, setDraft] = useState<string | null>(null);
  const take = (): void => {
    const seconds = Number(draft);
    if (draft !== null && draft.trim() !== '' && Number.isFinite(seconds)) onChange(Math.max(0, seconds));
    setDraft(null);
  };
  return (
    <div className={styles.seconds}>
      <label className={styles.secondsLabel} htmlFor={id}>
        {label}
      </label>
      <div className={styles.secondsRow}>
        <IconButton
          icon="minus"
          label={t('editor.frameLess', { name: label })}
          onClick={() => onChange(Math.max(0, value - step))}
        />
        <span className={styles.secondsBox}>
          <input
            id={id}
            className={styles.secondsInput}
            type="text"
            inputMode="decimal"
            autoComplete="off"
            value={draft ?? value.toFixed(2)}
            onFocus={(event) => event.target.select()}
            onChange={(event) => setDraft(event.target.value.replace(',', '.'))}
            onBlur={take}
            onKeyDown={(event) => {
              if (event.key === 'Enter') take();
              if (event.key === 'Escape') setDraft(null);
            }}
          />
          <span aria-hidden="true">{t('editor.secondsUnit')}</span>
        </span>
        <IconButton
          icon="plus"
          label={t('editor.frameMore', { name: label })}
          onClick={() => onChange(value + step)}
        />
      </div>
    </div>
  );
}
