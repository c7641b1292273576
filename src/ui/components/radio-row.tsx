/** One of a few, all in sight. */
import { useId, type ReactElement } from 'react';
import { VisuallyHidden } from './visually-hidden';
import type { SelectProps } from './select';
import styles from './radio-row.module.css';

/** A row of choices; arrows move between them. `hideLabel` keeps the name for screen readers only. */
export function RadioRow<Value extends string>(
  props: SelectProps<Value> & { hideLabel?: boolean | undefined },
): ReactElement {
  const name = useId();
  return (
    <fieldset className={styles.field} disabled={props.disabled}>
      <legend className={styles.legend}>
        {props.hideLabel === true ? <VisuallyHidden>{props.label}</VisuallyHidden> : props.label}
      </legend>
      <div className={styles.row}>
        {props.options.map((option) => (
          <label key={option.value} className={styles.choice}>
            <input
              className={styles.input}
              type="radio"
              name={name}
              value={option.value}
              checked={option.value === props.value}
              onChange={() => props.onChange(option.value)}
            />
            {option.label}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
