/** Which part of the film is made. */
import { useId, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { USUAL_SECONDS } from '../../../studio/export-options';
import { Button } from '../../components/button';
import styles from './export-screen.module.css';

interface Range {
  readonly start: number;
  readonly end: number;
}

const STEP_SECONDS = 0.1;

/** @param props `duration` of the whole film in seconds, null until known; without a range it is the first fifteen */
export function ChooseRange(props: {
  duration: number | null;
  range: Range | undefined;
  onRange: (range: Range | undefined) => void;
}): ReactElement | null {
  const { t } = useTranslation();
  const { duration, onRange } = props;
  if (duration === null) return null;
  const end = Math.min(duration, USUAL_SECONDS);
  const range = props.range ?? { start: 0, end };
  const isShort = duration <= USUAL_SECONDS;
  return (
    <fieldset className={styles.range}>
      <legend className={styles.legend}>{t('export.range')}</legend>
      <SecondsField
        label={t('export.from')}
        value={range.start}
        min={0}
        max={Math.max(0, range.end - STEP_SECONDS)}
        onChange={(start) => onRange({ ...range, start })}
      />
      <SecondsField
        label={t('export.to')}
        value={range.end}
        min={Math.min(duration, range.start + STEP_SECONDS)}
        max={duration}
        onChange={(next) => onRange({ ...range, end: next })}
      />
      <div className={styles.actions}>
        {isShort ? null : <Button onClick={() => onRange(undefined)}>{t('export.firstFifteen')}</Button>}
        <Button onClick={() => onRange({ start: 0, end: duration })}>{t('export.wholeFilm')}</Button>
      </div>
    </fieldset>
  );
}

function SecondsField(props: {
  label: string;
  value: number;
  min: number;
  max: number;
  onChange: (seconds: number) => void;
}): ReactElement {
  const { t } = useTranslation();
  const id = useId();
  const tidy = (seconds: number): number => Math.round(seconds * 1000) / 1000;
  return (
    <div className={styles.seconds}>
      <label htmlFor={id}>{props.label}</label>
      <input
        id={id}
        className={styles.number}
        type="number"
        inputMode="decimal"
        min={tidy(props.min)}
        max={tidy(props.max)}
        step={STEP_SECONDS}
        value={tidy(props.value)}
        onChange={(event) => {
          const seconds = event.currentTarget.valueAsNumber;
          if (Number.isFinite(seconds)) props.onChange(Math.min(Math.max(seconds, props.min), props.max));
        }}
      />
      <span aria-hidden="true">{t('export.secondsUnit')}</span>
    </div>
  );
}
