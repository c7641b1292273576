/** A part of a panel that can be put away; the platform's own, so that it needs no state. */
import type { ReactElement, ReactNode } from 'react';
import { Icon } from '../../../components/icons';
import styles from './fold.module.css';

export function Fold(props: {
  title: string;
  /** Open at first. */
  open?: boolean;
  children: ReactNode;
}): ReactElement {
  return (
    <details className={styles.fold} open={props.open}>
      <summary className={styles.title}>
        <span>{props.title}</span>
        <Icon name="frame-forward" size={18} className={styles.arrow} />
      </summary>
      <div className={styles.content}>{props.children}</div>
    </details>
  );
}
