/** A colour from the platform's own picker. */
import { useEffect, useId, useRef, type ReactElement } from 'react';
import type { Gesture } from './use-gesture';
import styles from './panels.module.css';

export interface ColorFieldProps extends Gesture {
  label: string;
  /** `#rrggbb`. */
  value: string;
  onChange: (color: string) => void;
}

/** Everything chosen while the picker is open is one step of history. */
export function ColorField(props: ColorFieldProps): ReactElement {
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const isChoosing = useRef(false);
  const { onCommit } = props;
  useEffect(() => {
    const element = input.current;
    if (element === null) return;
    // React's onChange is the input event; this is the one that the picker sends when it closes.
    const commit = (): void => {
      if (!isChoosing.current) return;
      isChoosing.current = false;
      onCommit();
    };
    element.addEventListener('change', commit);
    element.addEventListener('blur', commit);
    return () => {
      element.removeEventListener('change', commit);
      element.removeEventListener('blur', commit);
      commit();
    };
  }, [onCommit]);
  return (
    <div className={styles.color}>
      <label className={styles.fieldLabel} htmlFor={id}>
        {props.label}
      </label>
      <input
        ref={input}
        id={id}
        className={styles.colorInput}
        type="color"
        value={props.value}
        onChange={(event) => {
          if (!isChoosing.current) props.onStart();
          isChoosing.current = true;
          props.onChange(event.target.value);
        }}
      />
    </div>
  );
}
