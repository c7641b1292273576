/** The timeline: ruler, markers, rows of items, playhead. */
import { useRef, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Flicks } from '../../../core/time';
import { Icon } from '../../components/icons';
import { useStudio, useStudioState } from '../../studio-context';
import type { EditorActions } from './editor-actions';
import { ItemMenu, type MenuRequest } from './item-menu';
import type { Snapped } from './snapping';
import { TimelineMarkers } from './timeline-markers';
import { TimelineRowView } from './timeline-row';
import { layRows } from './timeline-rows';
import { TimelineRuler } from './timeline-ruler';
import { EMPTY_SECONDS, TAIL_PX, frameTimeAt, scrollToShow, xOf } from './timeline-scale';
import { TimelineTools } from './timeline-tools';
import { useBeats } from './use-beats';
import { useDrag } from './use-drag';
import { useItemNames } from './use-item-names';
import { usePinchZoom } from './use-pinch-zoom';
import { usePlayhead } from './use-playhead';
import { useSwipeScrub } from './use-swipe-scrub';
import { GUTTER_PX, type TimelineView } from './use-timeline-view';
import styles from './timeline.module.css';

export interface TimelineProps {
  view: TimelineView;
  actions: EditorActions;
  onAddClip: () => void;
}

/** Everything on it works by mouse, by touch and by keyboard. */
export function Timeline({ view, actions, onAddClip }: TimelineProps): ReactElement | null {
  const { t } = useTranslation();
  const { editor } = useStudio();
  const project = useStudioState(editor.store, (state) => state.project);
  const duration = useStudioState(editor.store, (state) => state.duration);
  const names = useItemNames();
  const beats = useBeats();
  const moments = useStudioState(editor.store, (state) => state.moments);
  const range = useStudioState(editor.store, (state) => state.range);
  const { scale, scroller } = view;
  const lanes = useRef<HTMLDivElement>(null);
  const playhead = useRef<HTMLDivElement>(null);
  const [menu, setMenu] = useState<MenuRequest | null>(null);
  const [snapped, setSnapped] = useState<Snapped | null>(null);
  const isScrubbing = useRef(false);
  const shownTime = useRef<Flicks | null>(null);
  usePinchZoom(view);

  usePlayhead(
    (time) => {
      const x = xOf(time, scale);
      if (playhead.current !== null) playhead.current.style.transform = `translateX(${x}px)`;
      const hasMoved = shownTime.current !== time;
      shownTime.current = time;
      const box = scroller.current;
      // Zooming keeps the place under the fingers, not the playhead.
      if (box === null || isScrubbing.current || !hasMoved) return;
      const scroll = scrollToShow(x + GUTTER_PX, box.scrollLeft, box.clientWidth);
      if (scroll !== box.scrollLeft) box.scrollTo({ left: scroll });
    },
    [scale],
  );

  const seekTo = (clientX: number): void => {
    const left = lanes.current?.getBoundingClientRect().left ?? 0;
    editor.seek(frameTimeAt(clientX - left, scale, project?.fps ?? 30));
  };
  const setScrubbing = (on: boolean): void => {
    isScrubbing.current = on;
    if (on) editor.pause();
  };
  const startScrub = useDrag('pick-up', {
    onStart: () => setScrubbing(true),
    onMove: (_dx, event) => seekTo(event.clientX),
    onEnd: () => setScrubbing(false),
  });
  useSwipeScrub(view, setScrubbing);
  if (project === null) return null;

  const width = duration > 0 ? xOf(duration, scale) + TAIL_PX : EMPTY_SECONDS * scale;
  return (
    <section className={styles.timeline} aria-label={t('editor.timeline')}>
      <TimelineTools actions={actions} snaps={view.snaps} />
      <div className={styles.scroller} ref={scroller} data-tour="timeline">
        <div
          className={styles.lanes}
          ref={lanes}
          style={{ width }}
          onPointerDown={(event) => {
            if (isGround(event.target)) startScrub(event);
          }}
          onContextMenu={(event) => {
            // A resting finger lifts the item instead.
            if ((event.nativeEvent as PointerEvent).pointerType === 'touch') return;
            event.preventDefault();
            const itemId = itemUnder(event.target);
            const { selectedIds } = editor.store.getState();
            if (itemId !== null && !selectedIds.includes(itemId)) editor.select(itemId);
            setMenu({ x: event.clientX, y: event.clientY, itemId });
          }}
          onClick={(event) => {
            if (!isGround(event.target)) return;
            editor.select(null);
            seekTo(event.clientX);
          }}
        >
          <TimelineRuler scale={scale} width={width} lanes={lanes} onScrub={setScrubbing} />
          <TimelineMarkers markers={project.markers} scale={scale} />
          {view.snaps ? (
            <div className={styles.beats} aria-hidden="true">
              {beats.beats.map((beat) => (
                <span
                  key={beat}
                  className={styles.beat}
                  data-bar={beats.bars.includes(beat) || undefined}
                  style={{ left: xOf(beat, scale) }}
                />
              ))}
            </div>
          ) : null}
          {range === null ? null : (
            <div
              className={styles.range}
              style={{ left: xOf(range.from, scale), width: xOf(range.to - range.from, scale) }}
              aria-hidden="true"
            />
          )}
          {layRows(project).map((row) => (
            <TimelineRowView
              key={`${row.kind}-${row.lane}`}
              row={row}
              scale={scale}
              snaps={view.snaps}
              beats={beats}
              names={names}
              onSnap={setSnapped}
            >
              {row.kind === 'video' && view.snaps
                ? moments.map((moment) => (
                    <li
                      key={`${moment.kind}-${moment.time}`}
                      className={styles.moment}
                      data-kind={moment.kind}
                      style={{ left: xOf(moment.time, scale) }}
                      aria-hidden="true"
                    />
                  ))
                : null}
              {row.kind === 'video' ? (
                <li className={styles.add} style={{ left: xOf(duration, scale) + 16 }}>
                  <button
                    type="button"
                    className={styles.addButton}
                    aria-label={t('editor.addClip')}
                    title={t('editor.addClip')}
                    onClick={onAddClip}
                  >
                    <Icon name="plus" />
                  </button>
                </li>
              ) : null}
            </TimelineRowView>
          ))}
          {snapped === null ? null : (
            // Who drags sees it; who does not drag hears the times of the item instead.
            <div className={styles.snapped} style={{ left: xOf(snapped.time, scale) }} aria-hidden="true">
              <span className={styles.snapReason}>{t(`editor.snapped.${snapped.reason}`)}</span>
            </div>
          )}
          <div className={styles.playhead} ref={playhead} aria-hidden="true" />
        </div>
      </div>
      <ItemMenu request={menu} actions={actions} onClose={() => setMenu(null)} />
    </section>
  );
}

/** The item that a press landed on; null between them. */
function itemUnder(target: EventTarget): string | null {
  return target instanceof Element
    ? (target.closest('[data-item]')?.getAttribute('data-item') ?? null)
    : null;
}

/** Whether a press landed between the items. */
function isGround(target: EventTarget): boolean {
  return target instanceof Element && target.closest('button, [role="slider"]') === null;
}
