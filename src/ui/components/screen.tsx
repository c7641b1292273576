/** The frame of a screen: the way back, its heading, its few actions, its content. */
import type { ReactElement, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from '../navigation';
import type { Route } from '../routes';
import { classNames } from './class-names';
import { Icon } from './icons';
import { ScreenHeading } from './screen-heading';
import styles from './screen.module.css';

export interface ScreenProps {
  title: string;
  /** Where the arrow leads; none on the first screen. */
  back?: Route | undefined;
  /** Few and small, at the right of the heading. */
  actions?: ReactNode;
  /** `narrow` for reading, `wide` for cards, `full` for a stage. */
  width?: 'narrow' | 'wide' | 'full' | undefined;
  children: ReactNode;
}

/** Use once a screen; screens whose stage fills the window use `ScreenHeading` alone. */
export function Screen(props: ScreenProps): ReactElement {
  const { t } = useTranslation();
  const { width = 'narrow' } = props;
  const measure = width === 'full' ? undefined : styles[width];
  return (
    <div className={styles.screen}>
      <header className={classNames(styles.bar, measure)}>
        {props.back === undefined ? null : (
          <Link
            to={props.back}
            className={styles.back}
            aria-label={t('common.back')}
            title={t('common.back')}
          >
            <Icon name="back" />
          </Link>
        )}
        <ScreenHeading className={styles.title}>{props.title}</ScreenHeading>
        {props.actions === undefined ? null : <div className={styles.actions}>{props.actions}</div>}
      </header>
      <main className={classNames(styles.content, measure)}>{props.children}</main>
    </div>
  );
}
