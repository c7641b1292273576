/** After a take: keep it and edit, or go again. */
import { useEffect, useRef, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button';
import { Icon } from '../../components/icons';
import { ErrorMessage } from '../../components/message';
import { useNavigate } from '../../navigation';
import { useStudio } from '../../studio-context';
import { useTask } from '../../use-task';
import styles from './create-screen.module.css';

/** The take is in the library already; `onRetake` only puts this card aside. */
export function TakeSaved(props: { takeId: string; onRetake: () => void }): ReactElement {
  const { t } = useTranslation();
  const { live } = useStudio();
  const navigate = useNavigate();
  const making = useTask();
  const keep = useRef<HTMLButtonElement>(null);
  useEffect(() => keep.current?.focus(), []);
  const edit = (): void =>
    making.run(async () => {
      navigate({ screen: 'editor', projectId: await live.editTake(props.takeId) });
    });
  return (
    <section className={styles.saved} aria-label={t('create.takeSaved')}>
      <p className={styles.savedTitle}>
        <Icon name="check" />
        {t('create.takeSaved')}
      </p>
      <p className={styles.savedNext}>{t('create.takeSavedNext')}</p>
      {making.error === null ? null : <ErrorMessage error={making.error} />}
      <div className={styles.savedActions}>
        <Button size="large" icon="restart" onClick={props.onRetake}>
          {t('create.retake')}
        </Button>
        <Button ref={keep} tone="primary" size="large" icon="edit" busy={making.busy} onClick={edit}>
          {t('create.keep')}
        </Button>
      </div>
    </section>
  );
}
