/** The round button with an icon. */
import type { ComponentProps, ReactElement } from 'react';
import { classNames } from './class-names';
import { Icon, type IconName } from './icons';
import styles from './icon-button.module.css';

export type IconButtonProps = Omit<ComponentProps<'button'>, 'children' | 'aria-label'> & {
  icon: IconName;
  /** Its name, for screen readers and as a tooltip. */
  label: string;
  /** `glass` floats over a picture. */
  tone?: 'plain' | 'glass' | undefined;
  size?: 'medium' | 'large' | undefined;
  /** Makes it a switch that is on or off. */
  pressed?: boolean | undefined;
};

/** A named icon button, 44 px (56 px when large). */
export function IconButton(props: IconButtonProps): ReactElement {
  const { icon, label, tone = 'plain', size = 'medium', pressed, className, ...rest } = props;
  return (
    <button
      type="button"
      {...rest}
      className={classNames(
        styles.button,
        tone === 'glass' && styles.glass,
        size === 'large' && styles.large,
        className,
      )}
      aria-label={label}
      title={label}
      aria-pressed={pressed}
    >
      <Icon name={icon} size={size === 'large' ? 28 : 24} />
    </button>
  );
}
