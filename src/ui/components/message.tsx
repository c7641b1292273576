/** What happened, and what to do next. */
import type { ReactElement, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { StudioError } from '../../core/errors';
import { classNames } from './class-names';
import { Icon } from './icons';
import styles from './message.module.css';

export interface MessageProps {
  tone?: 'info' | 'error' | undefined;
  /** What happened. */
  title: string;
  /** The next step. */
  next?: string | undefined;
  /** Buttons that take it. */
  children?: ReactNode;
}

/** A message in its place on the screen; an error is read out at once. */
export function Message(props: MessageProps): ReactElement {
  const isError = props.tone === 'error';
  return (
    <section
      className={classNames(styles.message, isError && styles.error)}
      role={isError ? 'alert' : 'status'}
    >
      <Icon name={isError ? 'warning' : 'info'} className={styles.icon} />
      <p className={styles.title}>{props.title}</p>
      {props.next === undefined ? null : <p className={styles.next}>{props.next}</p>}
      {props.children === undefined ? null : <div className={styles.actions}>{props.children}</div>}
    </section>
  );
}

/** An error of the studio in words: its title, its next step, and buttons as children. */
export function ErrorMessage(props: { error: StudioError; children?: ReactNode }): ReactElement {
  const { t } = useTranslation();
  const { code, values } = props.error;
  return (
    <Message tone="error" title={t(`error.${code}.title`, values)} next={t(`error.${code}.next`, values)}>
      {props.children}
    </Message>
  );
}
