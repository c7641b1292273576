/** A judgement as shape, word and colour: any one of the three is enough to tell it. */
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Judgement } from '../../dance/judgement';
import { classNames } from './class-names';
import { Icon } from './icons';
import styles from './judgement.module.css';

/** The word with its mark. */
export function JudgementLabel(props: { judgement: Judgement; size?: number }): ReactElement {
  const { t } = useTranslation();
  return (
    <span className={classNames(styles.judgement, styles[props.judgement])}>
      <Icon name={props.judgement} size={props.size ?? 20} className={styles.icon} />
      {t(`dance.judgement.${props.judgement}`)}
    </span>
  );
}
