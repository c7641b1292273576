/** Words that only a screen reader meets. */
import type { ReactElement, ReactNode } from 'react';
import styles from './visually-hidden.module.css';

/** Hides its children from sight but not from assistive technology. */
export function VisuallyHidden(props: { children: ReactNode }): ReactElement {
  return <span className={styles.hidden}>{props.children}</span>;
}
