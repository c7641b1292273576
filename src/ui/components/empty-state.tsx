/** A place where nothing is yet, and how to fill it. */
import type { ReactElement, ReactNode } from 'react';
import { Icon, type IconName } from './icons';
import styles from './empty-state.module.css';

/** Icon, what will be here, the first step, and buttons as children. */
export function EmptyState(props: {
  icon: IconName;
  title: string;
  next?: string | undefined;
  children?: ReactNode;
}): ReactElement {
  return (
    <div className={styles.empty}>
      <Icon name={props.icon} size={32} className={styles.icon} />
      <p className={styles.title}>{props.title}</p>
      {props.next === undefined ? null : <p>{props.next}</p>}
      {props.children === undefined ? null : <div className={styles.actions}>{props.children}</div>}
    </div>
  );
}
