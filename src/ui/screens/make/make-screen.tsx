/** Make a challenge: from a film, a motion file or a take, in four steps on one page. */
import { useEffect, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button';
import { ErrorMessage } from '../../components/message';
import { Progress } from '../../components/progress';
import { Screen } from '../../components/screen';
import { useStudio, useStudioState } from '../../studio-context';
import { useTask } from '../../use-task';
import { DropZone } from '../library/drop-zone';
import { ChooseSource } from './choose-source';
import { DraftEditor } from './draft-editor';
import styles from './make-screen.module.css';

export function MakeScreen(): ReactElement {
  const { t } = useTranslation();
  const { maker, library } = useStudio();
  const phase = useStudioState(maker.store, (state) => state.phase);
  const progress = useStudioState(maker.store, (state) => state.progress);
  const error = useStudioState(maker.store, (state) => state.error);
  const { run } = useTask();
  useEffect(() => {
    run(async () => {
      await Promise.all([maker.refresh(), library.refresh()]);
    });
    return () => maker.discard();
  }, [run, maker, library]);
  const make = (file: File): void => void maker.makeFrom(file);
  return (
    <DropZone onFile={make}>
      <Screen title={t('make.title')} back={{ screen: 'dance', challengeId: null }} width="wide">
        <div className={styles.page}>
          {error === null ? null : <ErrorMessage error={error} />}
          {phase === 'idle' ? <ChooseSource onFile={make} /> : null}
          {phase === 'working' ? (
            <section className={styles.card}>
              <Progress label={progress === null ? t('make.reading') : t('make.finding')} value={progress} />
              <p className={styles.soft}>{t('make.findingNext')}</p>
              <Button onClick={() => maker.cancel()}>{t('common.cancel')}</Button>
            </section>
          ) : null}
          {phase === 'draft' || phase === 'saving' ? <DraftEditor /> : null}
        </div>
      </Screen>
    </DropZone>
  );
}
