/** Auto-15: keeps the best of a long clip with one press. */
import { useEffect, useRef, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { toFlicks } from '../../../../core/time';
import type { Clip } from '../../../../project/project';
import { Button } from '../../../components/button';
import { ErrorMessage } from '../../../components/message';
import { Progress } from '../../../components/progress';
import { useStudio } from '../../../studio-context';
import { useTask } from '../../../use-task';
import { useBeats } from '../use-beats';
import styles from './panels.module.css';

/** Seconds that are kept at most. */
const KEPT_SECONDS = 15;

/** Nothing for a clip that is no longer than what would be kept. */
export function AutoFifteen({ clip }: { clip: Clip }): ReactElement | null {
  const { t } = useTranslation();
  const { editor } = useStudio();
  const { beats } = useBeats();
  const task = useTask();
  const [progress, setProgress] = useState<number | null>(null);
  const abort = useRef<AbortController | null>(null);
  useEffect(() => () => abort.current?.abort(), []);
  if (clip.duration <= toFlicks(KEPT_SECONDS)) return null;
  const keep = (): void =>
    task.run(async () => {
      const controller = new AbortController();
      abort.current = controller;
      try {
        const { signal } = controller;
        await editor.keepBest(clip.id, { beats, seconds: KEPT_SECONDS, signal, onProgress: setProgress });
      } finally {
        setProgress(null);
      }
    });
  return (
    <div className={styles.part}>
      <Button icon="star" busy={task.busy} onClick={keep}>
        {t('editor.autoFifteen')}
      </Button>
      <p className={styles.hint}>{t('editor.autoFifteenHint')}</p>
      {progress === null ? null : (
        <>
          <Progress label={t('editor.autoFifteenLooking')} value={progress} />
          <Button tone="quiet" icon="close" onClick={() => abort.current?.abort()}>
            {t('common.cancel')}
          </Button>
        </>
      )}
      {task.error === null ? null : <ErrorMessage error={task.error} />}
    </div>
  );
}
