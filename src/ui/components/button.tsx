/** The button with words on it. */
import type { ComponentProps, ReactElement } from 'react';
import { classNames } from './class-names';
import { Icon, type IconName } from './icons';
import styles from './button.module.css';

/** `primary` is the one act of a screen; `quiet` has no ground; `danger` takes something away. */
export type ButtonTone = 'primary' | 'secondary' | 'quiet' | 'danger';

/** What buttons and links that look like buttons share. */
export interface ButtonLook {
  tone?: ButtonTone | undefined;
  size?: 'medium' | 'large' | undefined;
  /** As wide as its place. */
  wide?: boolean | undefined;
  icon?: IconName | undefined;
}

/** The class of a thing that looks like a button. */
export function buttonClass(look: ButtonLook, className?: string): string {
  const { tone = 'secondary', size = 'medium', wide = false } = look;
  return classNames(
    styles.button,
    tone !== 'secondary' && styles[tone],
    size === 'large' && styles.large,
    wide && styles.wide,
    className,
  );
}

export type ButtonProps = ButtonLook &
  ComponentProps<'button'> & {
    /** Turns a wheel and takes no presses. */
    busy?: boolean | undefined;
  };

/** A button with words, and an icon before them if one helps. At least 44 px high. */
export function Button(props: ButtonProps): ReactElement {
  const { tone, size, wide, icon, busy = false, className, children, disabled, ...rest } = props;
  return (
    <button
      type="button"
      {...rest}
      className={buttonClass({ tone, size, wide }, className)}
      disabled={disabled === true || busy}
      aria-busy={busy || undefined}
    >
      {busy ? (
        <span className={styles.spinner} aria-hidden="true" />
      ) : icon === undefined ? null : (
        <Icon name={icon} size={20} />
      )}
      {children}
    </button>
  );
}
