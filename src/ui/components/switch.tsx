/** On or off, with its name. */
import { Switch as BaseSwitch } from '@base-ui/react/switch';
import { useId, type ReactElement } from 'react';
import styles from './switch.module.css';

export interface SwitchProps {
  label: string;
  /** One line on what it does. */
  hint?: string | undefined;
  checked: boolean;
  onChange: (checked: boolean) => void;
}

/** A row with a name (and a hint) on the left and a switch on the right; the whole row can be pressed. */
export function Switch(props: SwitchProps): ReactElement {
  const id = useId();
  return (
    <label className={styles.row} id={`${id}-row`}>
      <span className={styles.words}>
        <span id={`${id}-label`}>{props.label}</span>
        {props.hint === undefined ? null : (
          <span className={styles.hint} id={`${id}-hint`}>
            {props.hint}
          </span>
        )}
      </span>
      <BaseSwitch.Root
        className={styles.switch}
        checked={props.checked}
        onCheckedChange={(checked) => props.onChange(checked)}
        aria-labelledby={`${id}-label`}
        aria-describedby={props.hint === undefined ? undefined : `${id}-hint`}
      >
        <BaseSwitch.Thumb className={styles.thumb} />
      </BaseSwitch.Root>
    </label>
  );
}
