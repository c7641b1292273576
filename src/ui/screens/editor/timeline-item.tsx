/** One item on the timeline: press to select, drag to move, pull an edge to trim. */
import type { CSSProperties, KeyboardEvent, ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { addFlicks, frameDuration, toSeconds, type Flicks } from '../../../core/time';
import { classNames } from '../../components/class-names';
import { Icon, type IconName } from '../../components/icons';
import { useStudio, useStudioState } from '../../studio-context';
import { ItemWaveform } from './item-waveform';
import { formatMoment } from './timecode';
import type { RowKind } from './timeline-rows';
import type { ItemNames } from './use-item-names';
import { trimItemTo, useMoveDrag, useTrimDrag, type ItemDragOptions } from './use-item-drag';
import { useTransitionDrop } from './transition-drop';
import { useTakePicture } from './use-take-picture';
import styles from './timeline.module.css';

const ICONS: Record<RowKind, IconName> = {
  video: 'film',
  text: 'text',
  stickers: 'sticker',
  effects: 'effects',
  music: 'music',
  voice: 'mic',
};

export interface TimelineItemProps extends ItemDragOptions {
  readonly names: ItemNames;
  /** Pixels from the film's start. */
  readonly left: number;
  readonly width: number;
  readonly isLifted: boolean;
}

/** A box with its name; handles appear at its edges when it is selected. */
export function TimelineItem(props: TimelineItemProps): ReactElement {
  const { placed, names, left, width, isLifted } = props;
  const { editor } = useStudio();
  const { id } = placed.item;
  const isSelected = useStudioState(editor.store, (state) => state.selectedIds.includes(id));
  const takeId = useStudioState(editor.store, ({ project }) =>
    placed.kind === 'video' && placed.item.empty !== true
      ? (project?.sources[placed.item.sourceId]?.takeId ?? null)
      : null,
  );
  const isMissing = useStudioState(
    editor.store,
    (state) => takeId !== null && state.missingTakeIds.includes(takeId),
  );
  const picture = useTakePicture(isMissing ? null : takeId);
  const startMove = useMoveDrag(props);
  const transitionDrop = useTransitionDrop(placed);
  const isOff = placed.kind === 'effects' && !placed.item.effect.enabled;
  const face: CSSProperties | undefined =
    picture === null ? undefined : { backgroundImage: `url("${picture}")` };

  return (
    <li
      className={classNames(styles.item, styles[placed.kind], isLifted && styles.lifted)}
      data-selected={isSelected || undefined}
      data-item={id}
      style={{ left, width }}
      {...transitionDrop}
    >
      <button
        type="button"
        className={classNames(
          styles.face,
          picture !== null && styles.pictured,
          isMissing && styles.missing,
          isOff && styles.off,
          placed.kind === 'video' && placed.item.empty === true && styles.missing,
        )}
        style={face}
        aria-label={names.labelOf(placed)}
        aria-pressed={isSelected}
        onClick={(event) => editor.select(id, event.shiftKey || event.ctrlKey || event.metaKey)}
        onPointerDown={startMove}
      >
        <ItemWaveform placed={placed} left={left} width={width} isPictured={picture !== null} />
        <span className={styles.tag}>
          <Icon name={isMissing ? 'warning' : isOff ? 'eye-off' : ICONS[placed.kind]} size={16} />
          <span className={styles.name}>{names.nameOf(placed)}</span>
        </span>
      </button>
      {isSelected ? (
        <>
          <TrimHandle {...props} edge="start" />
          <TrimHandle {...props} edge="end" />
        </>
      ) : null}
    </li>
  );
}

/** Frames that a key moves an edge by, plain and with Shift. */
const KEY_FRAMES = { plain: 1, shifted: 10 } as const;

function TrimHandle(props: TimelineItemProps & { edge: 'start' | 'end' }): ReactElement {
  const { t } = useTranslation();
  const { editor } = useStudio();
  const { placed, edge, names } = props;
  const fps = useStudioState(editor.store, (state) => state.project?.fps ?? 30);
  const duration = useStudioState(editor.store, (state) => state.duration);
  const start = useTrimDrag(edge, props);
  const { item } = placed;
  const time = edge === 'start' ? item.start : addFlicks(item.start, item.duration);
  const name = names.nameOf(placed);

  const onKeyDown = (event: KeyboardEvent): void => {
    const direction = event.key === 'ArrowLeft' ? -1 : event.key === 'ArrowRight' ? 1 : 0;
    if (direction === 0 || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    const frames = direction * (event.shiftKey ? KEY_FRAMES.shifted : KEY_FRAMES.plain);
    trimItemTo(editor, placed, edge, Math.max(0, time + frames * frameDuration(fps)) as Flicks);
  };

  return (
    <div
      className={classNames(styles.handle, edge === 'start' ? styles.handleStart : styles.handleEnd)}
      role="slider"
      tabIndex={0}
      aria-label={
        edge === 'start' ? t('editor.trimHandleStart', { name }) : t('editor.trimHandleEnd', { name })
      }
      aria-valuemin={0}
      aria-valuemax={Math.max(toSeconds(duration), toSeconds(time))}
      aria-valuenow={toSeconds(time)}
      aria-valuetext={formatMoment(time)}
      onPointerDown={start}
      onKeyDown={onKeyDown}
    >
      <span className={styles.grip} />
    </div>
  );
}
