/** The ruler: drag or press it to move the playhead. */
import type { ReactElement, RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { frameIndexAt, toSeconds, type Flicks } from '../../../core/time';
import { useStudio, useStudioState } from '../../studio-context';
import { formatClock } from '../../format';
import { formatMoment } from './timecode';
import { LINES_PER_LABEL, frameTimeAt, labelStep, labelsUpTo, timeAt } from './timeline-scale';
import { useDrag } from './use-drag';
import styles from './timeline.module.css';

export interface RulerProps {
  scale: number;
  /** Pixels. */
  width: number;
  /** The element whose left edge is the film's start. */
  lanes: RefObject<HTMLElement | null>;
  /** Whether the pointer drives the playhead. */
  onScrub: (isScrubbing: boolean) => void;
}

/** A slider for the playhead; the keys of the whole editor move it too. */
export function TimelineRuler(props: RulerProps): ReactElement {
  const { t } = useTranslation();
  const { editor } = useStudio();
  const { scale, width, lanes, onScrub } = props;
  const time = useStudioState(editor.store, (state) => state.time);
  const duration = useStudioState(editor.store, (state) => state.duration);
  const fps = useStudioState(editor.store, (state) => state.project?.fps ?? 30);
  const startScrub = useDrag('at-once', {
    onStart: () => onScrub(true),
    onMove: (_dx, event) => {
      const left = lanes.current?.getBoundingClientRect().left ?? 0;
      editor.seek(frameTimeAt(event.clientX - left, scale, fps));
    },
    onEnd: () => onScrub(false),
  });
  const step = labelStep(scale);
  const end = Math.max(duration, timeAt(width, scale)) as Flicks;

  return (
    <div
      className={styles.ruler}
      role="slider"
      tabIndex={0}
      aria-label={t('editor.playhead')}
      aria-valuemin={0}
      aria-valuemax={toSeconds(duration)}
      aria-valuenow={toSeconds(time)}
      aria-valuetext={t('editor.frameOf', {
        time: formatMoment(time),
        frame: frameIndexAt(time, fps),
      })}
      style={{ backgroundSize: `${(step * scale) / LINES_PER_LABEL}px 6px` }}
      onPointerDown={startScrub}
    >
      {labelsUpTo(end, scale).map((label) => (
        <span key={label.time} className={styles.label} style={{ left: label.x }}>
          {formatClock(toSeconds(label.time), { tenths: step < 1 })}
        </span>
      ))}
    </div>
  );
}
