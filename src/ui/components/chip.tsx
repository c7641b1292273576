/** A small thing to switch on and off among others. */
import type { ComponentProps, ReactElement, ReactNode } from 'react';
import { classNames } from './class-names';
import { Icon, type IconName } from './icons';
import styles from './chip.module.css';

/** A pill that is on or off. */
export function Chip(
  props: Omit<ComponentProps<'button'>, 'aria-pressed'> & { pressed: boolean; icon?: IconName | undefined },
): ReactElement {
  const { pressed, icon, className, children, ...rest } = props;
  return (
    <button type="button" {...rest} className={classNames(styles.chip, className)} aria-pressed={pressed}>
      {icon === undefined ? null : <Icon name={icon} size={18} />}
      {children}
    </button>
  );
}

/** Chips in a row that scrolls sideways, or in lines with `wrap`. */
export function ChipRow(props: {
  label: string;
  wrap?: boolean | undefined;
  children: ReactNode;
}): ReactElement {
  return (
    <div
      className={classNames(styles.row, props.wrap === true && styles.wrap)}
      role="group"
      aria-label={props.label}
    >
      {props.children}
    </div>
  );
}
