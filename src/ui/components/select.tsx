/** One of many, from the platform's own list: it is at home on every phone and under a strict policy. */
import { useId, type ReactElement } from 'react';
import { Icon } from './icons';
import styles from './select.module.css';

/** One thing to choose. */
export interface Option<Value extends string> {
  readonly value: Value;
  readonly label: string;
}

export interface SelectProps<Value extends string> {
  label: string;
  value: Value;
  options: readonly Option<Value>[];
  onChange: (value: Value) => void;
  disabled?: boolean | undefined;
}

/** A named list of choices. */
export function Select<Value extends string>(props: SelectProps<Value>): ReactElement {
  const id = useId();
  return (
    <div className={styles.field}>
      <label className={styles.label} htmlFor={id}>
        {props.label}
      </label>
      <div className={styles.box}>
        <select
          id={id}
          className={styles.select}
          value={props.value}
          disabled={props.disabled}
          onChange={(event) => {
            const chosen = props.options.find((option) => option.value === event.target.value);
            if (chosen !== undefined) props.onChange(chosen.value);
          }}
        >
          {props.options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
        <Icon name="down" size={20} className={styles.arrow} />
      </div>
    </div>
  );
}
