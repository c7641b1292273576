/** Export: choose a size, make the file, see that it is right, take it elsewhere. */
import { useEffect, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button';
import { LiveRegion } from '../../components/live-region';
import { ErrorMessage, Message } from '../../components/message';
import { Screen } from '../../components/screen';
import { ButtonLink } from '../../navigation';
import { useStudio, useStudioState } from '../../studio-context';
import { useTask } from '../../use-task';
import type { ExportChoice } from '../../../studio/exporter';
import { ChooseExport } from './choose-export';
import { ExportProgress } from './export-progress';
import { FinishedFilm } from './finished-film';
import { isSmallest, isUnderWay, smallestOf } from './export-phase';
import styles from './export-screen.module.css';

/** One film; a job under way goes on while the person looks elsewhere in the app. */
export function ExportScreen({ projectId }: { projectId: string }): ReactElement {
  const { t } = useTranslation();
  const { exporter, library } = useStudio();
  const name = useStudioState(
    library.store,
    ({ projects }) => projects.find(({ id }) => id === projectId)?.name ?? null,
  );
  const { run, error } = useTask();
  useEffect(() => run(() => library.refresh()), [run, library]);
  useEffect(() => {
    // What was made before may not be the film as it is now: begin afresh, but never stop a job.
    if (!isUnderWay(exporter.store.getState().phase)) exporter.reset();
  }, [exporter, projectId]);
  // As long as the screen is open: choosing ends before the job has taken what was prepared.
  useEffect(() => exporter.prepare(), [exporter]);

  const title =
    name === null ? t('export.title') : t('export.titleOf', { name, interpolation: { escapeValue: false } });
  return (
    <Screen title={title} back={{ screen: 'editor', projectId }}>
      {error === null ? null : <ErrorMessage error={error} />}
      <ExportBody projectId={projectId} />
      <Announcements />
    </Screen>
  );
}

function ExportBody({ projectId }: { projectId: string }): ReactElement {
  const { t } = useTranslation();
  const { exporter } = useStudio();
  const phase = useStudioState(exporter.store, (state) => state.phase);
  const jobOf = useStudioState(exporter.store, (state) => state.projectId);
  const choice = useStudioState(exporter.store, (state) => state.choice);
  const error = useStudioState(exporter.store, (state) => state.error);
  const start = (wanted: ExportChoice): void => void exporter.start(projectId, wanted);

  if (jobOf !== null && jobOf !== projectId && isUnderWay(phase))
    return (
      <Message title={t('export.otherTitle')} next={t('export.otherNext')}>
        <ButtonLink to={{ screen: 'export', projectId: jobOf }} tone="primary">
          {t('export.showOther')}
        </ButtonLink>
        <Button tone="quiet" onClick={() => exporter.cancel()}>
          {t('export.cancel')}
        </Button>
      </Message>
    );
  if (isUnderWay(phase)) return <ExportProgress projectId={projectId} />;
  if (phase === 'done') return <FinishedFilm projectId={projectId} />;
  return (
    <div className={styles.body}>
      {phase === 'cancelled' ? <Message title={t('export.cancelled')} /> : null}
      {phase === 'failed' && error !== null ? (
        <ErrorMessage error={error}>
          {choice === null ? null : (
            <Button tone="primary" onClick={() => start(choice)}>
              {t('export.tryAgain')}
            </Button>
          )}
          {choice === null || isSmallest(exporter.presets, choice.presetId) ? null : (
            <Button onClick={() => start({ ...choice, presetId: smallestOf(exporter.presets) })}>
              {t('export.smaller')}
            </Button>
          )}
          <ButtonLink to={{ screen: 'editor', projectId }} tone="quiet">
            {t('export.backToEditor')}
          </ButtonLink>
        </ErrorMessage>
      ) : null}
      <ChooseExport projectId={projectId} onStart={start} />
    </div>
  );
}

function Announcements(): ReactElement {
  const { t } = useTranslation();
  const { exporter } = useStudio();
  const phase = useStudioState(exporter.store, (state) => state.phase);
  const step = useStudioState(exporter.store, (state) => state.step);
  const message =
    phase === 'done'
      ? t('export.doneTitle')
      : isUnderWay(phase)
        ? step === null
          ? t('export.preparing')
          : t(`export.step.${step}`)
        : '';
  return <LiveRegion message={message} minIntervalMs={2000} />;
}
