/** The film itself, with what must be said over it. */
import { useEffect, useRef, useState, type CSSProperties, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { StudioError } from '../../../core/errors';
import type { Size } from '../../../core/geometry';
import type { Platform } from '../../../studio/editor-facts';
import { Button } from '../../components/button';
import { EmptyState } from '../../components/empty-state';
import { IconButton } from '../../components/icon-button';
import { ErrorMessage, Message } from '../../components/message';
import { formatPercent } from '../../format';
import { useLocale } from '../../localized';
import { useStudio, useStudioState } from '../../studio-context';
import { SafeZone, SafeZoneButton } from './safe-zones';
import { StageHandles } from './stage-handles';
import { formatMoment } from './timecode';
import { placedItems } from './timeline-rows';
import { EDIT_NAMES } from '../../../studio/edit-names';
import styles from './editor-screen.module.css';

/** The 9:16 canvas that the studio draws on. */
export function EditorStage(props: { onAddClip: () => void }): ReactElement {
  const { t } = useTranslation();
  const { editor } = useStudio();
  const canvas = useRef<HTMLCanvasElement>(null);
  const stage = useRef<HTMLDivElement>(null);
  const [zone, setZone] = useState<Platform | null>(null);
  const size = useStudioState(editor.store, (state) => state.project?.size);
  const isUpright = size !== undefined && size.width * 16 === size.height * 9;
  const isEmpty = useStudioState(editor.store, ({ project, duration }) => project !== null && duration === 0);
  // A name that changed ten times a second would never be read out to its end.
  const time = useStudioState(editor.store, (state) => (state.playing ? null : state.time));
  useEffect(() => {
    editor.attachCanvas(canvas.current);
    return () => editor.attachCanvas(null);
  }, [editor]);

  return (
    <div className={styles.well}>
      <div className={styles.frame} style={size && shapeStyle(size)} ref={stage}>
        <div className={styles.stage}>
          <canvas
            ref={canvas}
            className={styles.canvas}
            role="img"
            // Another way to the play button, for the thumb that is on the picture.
            onClick={(event) => {
              const box = event.currentTarget.getBoundingClientRect();
              const place = [
                (event.clientX - box.left) / box.width,
                (event.clientY - box.top) / box.height,
              ] as const;
              const { playing } = editor.store.getState();
              const hit = playing ? null : editor.itemAt(place);
              if (hit !== null) editor.select(hit);
              else if (playing) editor.pause();
              else editor.play();
            }}
            aria-label={time === null ? t('editor.title') : t('editor.stage', { time: formatMoment(time) })}
          />
          {isEmpty ? (
            <div className={styles.onStage} data-theme="dark">
              <EmptyState icon="film" title={t('editor.emptyTitle')} next={t('editor.emptyNext')}>
                <Button tone="primary" icon="plus" onClick={props.onAddClip}>
                  {t('editor.addClip')}
                </Button>
              </EmptyState>
            </div>
          ) : null}
          {zone === null || !isUpright ? null : <SafeZone platform={zone} />}
        </div>
        <StageHandles stage={stage} />
      </div>
      {isUpright ? <SafeZoneButton zone={zone} onZone={setZone} /> : null}
      <div className={styles.notes}>
        <AnalysisChip />
        <StageError />
        <MissingTakes />
      </div>
    </div>
  );
}

/** As large as the well allows, in the film's own shape. */
function shapeStyle({ width, height }: Size): CSSProperties {
  const shape = { '--shape': String(height / width) };
  return { aspectRatio: `${width} / ${height}`, ...shape };
}

function AnalysisChip(): ReactElement | null {
  const { t } = useTranslation();
  const locale = useLocale();
  const { editor } = useStudio();
  const analysis = useStudioState(editor.store, (state) => state.analysis);
  if (analysis === null) return null;
  return (
    <div className={styles.analysis} data-theme="dark">
      <div
        className={styles.analysisBar}
        role="progressbar"
        aria-label={t('editor.analysis', { percent: '' })}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={Math.round(analysis.progress * 100)}
        style={{ transform: `scaleX(${analysis.progress})` }}
      />
      <span className={styles.analysisText} title={t('editor.analysisHint')}>
        {t('editor.analysis', { percent: formatPercent(analysis.progress, locale) })}
      </span>
      <IconButton icon="close" label={t('editor.analysisCancel')} onClick={() => editor.cancelAnalysis()} />
    </div>
  );
}

/** What went wrong while the film is open; it can be put away. */
function StageError(): ReactElement | null {
  const { t } = useTranslation();
  const { editor } = useStudio();
  const error = useStudioState(editor.store, (state) => state.error);
  const [seen, setSeen] = useState<StudioError | null>(null);
  if (error === null || error === seen) return null;
  return (
    <ErrorMessage error={error}>
      <Button tone="quiet" onClick={() => setSeen(error)}>
        {t('common.close')}
      </Button>
    </ErrorMessage>
  );
}

function MissingTakes(): ReactElement | null {
  const { t } = useTranslation();
  const { editor } = useStudio();
  const missing = useStudioState(editor.store, (state) => state.missingTakeIds);
  const [isPutAway, setPutAway] = useState(false);
  const project = useStudioState(editor.store, (state) => state.project);
  if (missing.length === 0 || project === null || isPutAway) return null;
  const clips = placedItems(project, 'video').filter(
    (placed) =>
      placed.kind === 'video' && missing.includes(project.sources[placed.item.sourceId]?.takeId ?? ''),
  );
  if (clips.length === 0) return null;
  const takeOut = (): void => {
    editor.beginGesture(EDIT_NAMES.delete);
    for (const { item } of clips) editor.deleteItem(item.id);
    editor.endGesture();
  };
  return (
    <Message tone="error" title={t('editor.missingTitle')} next={t('editor.missingNext')}>
      <Button tone="quiet" onClick={takeOut}>
        {t('editor.missingRemove')}
      </Button>
      <Button tone="quiet" onClick={() => setPutAway(true)}>
        {t('common.later')}
      </Button>
    </Message>
  );
}
