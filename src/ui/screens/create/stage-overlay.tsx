/** All that floats over the camera: controls, count-in, clock, messages, what comes after a take. */
import { useEffect, useRef, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { LiveSource } from '../../../studio/live';
import { Button } from '../../components/button';
import { ImportClipButton } from '../../components/import-clip-button';
import { ErrorMessage, Message } from '../../components/message';
import { Progress } from '../../components/progress';
import { formatClock } from '../../format';
import { useStudio, useStudioState } from '../../studio-context';
import type { Task } from '../../use-task';
import { useIsWide } from '../../use-media-query';
import { FloatingControls } from './floating-controls';
import type { PanelName } from './side-columns';
import { TakeSaved } from './take-saved';
import styles from './create-screen.module.css';

export interface StageOverlayProps {
  source: LiveSource;
  onOpen: (source: LiveSource) => void;
  onPanel: (panel: PanelName) => void;
  importing: Task;
  onImport: (file: File) => void;
}

/** One thing at a time, by the phase of the session. */
export function StageOverlay(props: StageOverlayProps): ReactElement {
  const { live, library } = useStudio();
  const isWide = useIsWide();
  const { t } = useTranslation();
  const phase = useStudioState(live.store, (state) => state.phase);
  const countdown = useStudioState(live.store, (state) => state.countdown);
  const finishedTakeId = useStudioState(live.store, (state) => state.finishedTakeId);
  const error = useStudioState(live.store, (state) => state.error);
  const importingFile = useStudioState(library.store, (state) => state.importing);
  const [putAside, setPutAside] = useState<string | null>(null);
  const shownError = props.importing.error ?? error;

  return (
    <>
      {phase === 'recording' || phase === 'counting' || isWide ? null : (
        <FloatingControls source={props.source} onOpen={props.onOpen} onPanel={props.onPanel} />
      )}
      {phase === 'ready' ? <BodyHint /> : null}
      {phase === 'recording' ? (
        <div className={styles.top}>
          <TakeClock />
        </div>
      ) : null}
      {phase === 'counting' && countdown !== null ? (
        <div className={styles.count} aria-hidden="true">
          <span key={countdown}>{countdown}</span>
        </div>
      ) : null}
      {phase === 'opening' || phase === 'closed' ? (
        <div className={styles.center}>
          <div className={styles.waiting}>
            <p>{props.source === 'demo' ? t('create.openingDemo') : t('create.opening')}</p>
            {props.source === 'demo' ? null : <p className={styles.waitingNext}>{t('create.openingNext')}</p>}
          </div>
        </div>
      ) : null}
      {phase === 'failed' && shownError !== null ? (
        <div className={styles.center}>
          <ErrorMessage error={shownError}>
            <Button tone="primary" icon="body" onClick={() => props.onOpen('demo')}>
              {t('common.useDemo')}
            </Button>
            <ImportClipButton onFile={props.onImport} busy={props.importing.busy} />
            <Button tone="quiet" icon="restart" onClick={() => props.onOpen('camera')}>
              {t('common.retry')}
            </Button>
          </ErrorMessage>
        </div>
      ) : null}
      {phase === 'saving' ? (
        <div className={styles.note}>
          <Message title={t('create.saving')} />
        </div>
      ) : null}
      {importingFile === null ? null : (
        <div className={styles.note}>
          <Progress
            label={t('common.importing', { name: importingFile.name })}
            value={importingFile.progress}
          />
        </div>
      )}
      {phase === 'ready' && shownError !== null ? (
        <div className={styles.note}>
          <ErrorMessage error={shownError} />
        </div>
      ) : null}
      {phase === 'ready' && finishedTakeId !== null && finishedTakeId !== putAside ? (
        <TakeSaved takeId={finishedTakeId} onRetake={() => setPutAside(finishedTakeId)} />
      ) : null}
    </>
  );
}

/** Seconds of the take; written straight into the page, sixty times a second. */
function TakeClock(): ReactElement {
  const { t } = useTranslation();
  const { live } = useStudio();
  const limit = useStudioState(live.store, (state) => state.limitSeconds);
  const text = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    const show = (seconds: number): void => {
      if (text.current === null) return;
      text.current.textContent = t('create.recordingTime', {
        time: formatClock(seconds, { tenths: true }),
        limit: formatClock(limit),
      });
    };
    show(0);
    return live.onElapsed(show);
  }, [live, limit, t]);
  return (
    <span className={styles.clock}>
      <span className={styles.live} aria-hidden="true" />
      <span ref={text} />
    </span>
  );
}

/** Why an effect that follows the body shows nothing yet. Silent when none is on. */
function BodyHint(): ReactElement | null {
  const { t } = useTranslation();
  const { live, catalogue } = useStudio();
  const stack = useStudioState(live.store, (state) => state.stack);
  const pose = useStudioState(live.store, (state) => state.pose);
  const followsBody = stack.some(({ effectId, side }) => {
    const needs = catalogue.effects.find(({ id }) => id === effectId)?.needs ?? [];
    return side !== 'everything' || needs.includes('pose') || needs.includes('mask');
  });
  if (!followsBody || (pose.state === 'ready' && pose.bodySeen)) return null;
  const words =
    pose.state === 'failed'
      ? t('create.bodyFailed')
      : pose.state === 'ready'
        ? t('create.bodyNone')
        : t('create.bodyLoading');
  return (
    <p className={styles.hintChip} role="status">
      {words}
    </p>
  );
}
