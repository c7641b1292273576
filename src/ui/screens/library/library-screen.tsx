/** The library: films in the making, takes, finished films. */
import { useEffect, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button';
import { ImportClipButton } from '../../components/import-clip-button';
import { LiveRegion } from '../../components/live-region';
import { ErrorMessage, Message } from '../../components/message';
import { Progress } from '../../components/progress';
import { Screen } from '../../components/screen';
import { useStudio, useStudioState } from '../../studio-context';
import { useTask } from '../../use-task';
import { OwnChallengeList } from '../make/own-challenge-list';
import { DropZone } from './drop-zone';
import { ExportList } from './export-list';
import { LibraryTabs, type LibraryShelf } from './library-tabs';
import { ProjectList } from './project-list';
import { StorageMeter } from './storage-meter';
import { TemplateSheet } from './template-sheet';
import { TakeList } from './take-list';
import styles from './library-screen.module.css';

/** A clip that is brought in is shown among the takes. */
export function LibraryScreen(): ReactElement {
  const { t } = useTranslation();
  const { library, maker } = useStudio();
  const isLoaded = useStudioState(library.store, (state) => state.loaded);
  const importing = useStudioState(library.store, (state) => state.importing);
  const loadError = useStudioState(library.store, (state) => state.error);
  const [shown, setShown] = useState<LibraryShelf>('project');
  const loading = useTask();
  const [showsTemplates, setShowsTemplates] = useState(false);
  const bringing = useTask();
  const { run } = loading;
  useEffect(
    () =>
      run(async () => {
        await Promise.all([library.refresh(), maker.refresh()]);
      }),
    [run, library, maker],
  );

  const importClip = (file: File): void =>
    bringing.run(async () => {
      await library.importVideo(file);
      setShown('take');
    });
  const error = bringing.error ?? loading.error ?? loadError;

  return (
    <DropZone onFile={importClip}>
      <Screen title={t('library.title')} back={{ screen: 'home' }} width="wide">
        <div className={styles.page}>
          {error === null ? null : (
            <ErrorMessage error={error}>
              {bringing.error === null ? (
                <Button onClick={() => loading.run(() => library.refresh())}>{t('common.retry')}</Button>
              ) : (
                <Button tone="quiet" onClick={bringing.clear}>
                  {t('common.close')}
                </Button>
              )}
            </ErrorMessage>
          )}
          <div className={styles.top}>
            <LibraryTabs shown={shown} onShow={setShown} />
            <div className={styles.import}>
              <ImportClipButton onFile={importClip} busy={bringing.busy} />
              <Button icon="layers" onClick={() => setShowsTemplates(true)}>
                {t('library.templates')}
              </Button>
              <p className={styles.dropHint}>{t('library.dropHint')}</p>
            </div>
          </div>
          {importing === null ? null : (
            <Progress
              label={t('common.importing', { name: importing.name, interpolation: { escapeValue: false } })}
              value={importing.progress}
            />
          )}
          <div
            role="tabpanel"
            id="library-list"
            tabIndex={-1}
            aria-labelledby={`library-tab-${shown}`}
            aria-busy={!isLoaded}
          >
            {!isLoaded ? (
              <p className={styles.loading}>{t('common.loading')}</p>
            ) : shown === 'project' ? (
              <ProjectList onImport={importClip} />
            ) : shown === 'take' ? (
              <TakeList onImport={importClip} />
            ) : shown === 'challenge' ? (
              <OwnChallengeList />
            ) : (
              <ExportList onShowProjects={() => setShown('project')} />
            )}
          </div>
          <StorageMeter />
        </div>
        <TemplateSheet open={showsTemplates} onClose={() => setShowsTemplates(false)} />
        <UndoBar />
      </Screen>
    </DropZone>
  );
}

/** What was deleted can come back, for a while. */
function UndoBar(): ReactElement {
  const { t } = useTranslation();
  const { library } = useStudio();
  const deleted = useStudioState(library.store, (state) => state.deleted);
  const undoing = useTask();
  const title =
    deleted === null
      ? ''
      : t('library.deleted', { name: deleted.name, interpolation: { escapeValue: false } });
  return (
    <>
      <LiveRegion message={title} />
      {deleted === null ? null : (
        <div className={styles.undoBar}>
          {undoing.error === null ? null : <ErrorMessage error={undoing.error} />}
          <Message title={title}>
            <Button icon="undo" busy={undoing.busy} onClick={() => undoing.run(() => library.undoRemove())}>
              {t('library.undo')}
            </Button>
          </Message>
        </div>
      )}
    </>
  );
}
