/** Puts another take at the end of the film. */
import { useEffect, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { ImportClipButton } from '../../components/import-clip-button';
import { ErrorMessage } from '../../components/message';
import { Progress } from '../../components/progress';
import { Sheet } from '../../components/sheet';
import { Thumbnail } from '../../components/thumbnail';
import { formatClock } from '../../format';
import { useStudio, useStudioState } from '../../studio-context';
import { useTask } from '../../use-task';
import styles from './editor-screen.module.css';

/** Takes of the library, newest first, and the way to bring a file in. */
export function AddClipSheet(props: { open: boolean; onClose: () => void }): ReactElement {
  const { t } = useTranslation();
  const { editor, library } = useStudio();
  const takes = useStudioState(library.store, (state) => state.takes);
  const importing = useStudioState(library.store, (state) => state.importing);
  const adding = useTask();
  const { clear } = adding;
  const { open, onClose } = props;
  useEffect(() => {
    if (open) clear();
  }, [open, clear]);

  const add = (job: () => Promise<void>): void =>
    adding.run(async () => {
      await job();
      onClose();
    });
  const shown = takes.filter((take) => take.state !== 'recording').sort((a, b) => b.createdAt - a.createdAt);

  return (
    <Sheet open={open} onClose={onClose} title={t('editor.addClip')}>
      <div className={styles.adding}>
        {adding.error === null ? null : <ErrorMessage error={adding.error} />}
        {importing === null ? null : (
          <Progress label={t('common.importing', { name: importing.name })} value={importing.progress} />
        )}
        <ImportClipButton
          wide
          busy={adding.busy}
          onFile={(file) =>
            add(async () => {
              await editor.addFile(file);
              await library.refresh();
            })
          }
        />
        <p className={styles.addingHint}>
          {shown.length === 0 ? t('editor.noTakes') : t('editor.addClipNext')}
        </p>
        <ul className={styles.takes}>
          {shown.map((take) => (
            <li key={take.id}>
              <button
                type="button"
                className={styles.take}
                disabled={adding.busy}
                aria-label={t('editor.addTake', { name: take.name })}
                onClick={() => add(() => editor.addTake(take.id))}
              >
                <Thumbnail kind="take" id={take.id}>
                  <span className={styles.takeTime}>{formatClock(take.duration)}</span>
                </Thumbnail>
                <span className={styles.takeName}>{take.name}</span>
              </button>
            </li>
          ))}
        </ul>
      </div>
    </Sheet>
  );
}
