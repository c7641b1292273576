/** How far a job is. */
import { useId, type ReactElement } from 'react';
import { classNames } from './class-names';
import styles from './progress.module.css';

/**
 * A named bar.
 * @param props.value 0..1, null while it cannot be told
 */
export function Progress(props: { label: string; value: number | null }): ReactElement {
  const id = useId();
  const { value } = props;
  const percent = value === null ? undefined : Math.round(Math.min(1, Math.max(0, value)) * 100);
  return (
    <div className={styles.progress}>
      <span id={id}>{props.label}</span>
      <span className={styles.value}>{percent === undefined ? '' : `${percent} %`}</span>
      <div
        className={styles.track}
        role="progressbar"
        aria-labelledby={id}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={percent}
      >
        <div
          className={classNames(styles.bar, percent === undefined && styles.unknown)}
          style={percent === undefined ? undefined : { transform: `scaleX(${percent / 100})` }}
        />
      </div>
    </div>
  );
}
