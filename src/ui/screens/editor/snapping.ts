/** What dragged edges are drawn to: cuts, edges, markers, the playhead, beats. */
import { beatTime, type BeatGrid } from '../../../core/beat-grid';
import { modulo } from '../../../core/scalar';
import { addFlicks, toFlicks, type Flicks } from '../../../core/time';
import type { FilmMoment } from '../../../project/clip-moments';
import type { Project, SongRef } from '../../../project/project';
import { ROW_KINDS, placedItems } from './timeline-rows';

/** How near is near, in pixels. */
export const SNAP_PX = 9;

/** The grid of a song; null where no beat is known. */
export type GridOf = (song: SongRef) => BeatGrid | null;

/** The beats of the music on the timeline, in order; every so many-th begins a bar. */
export function beatsOf(project: Project, gridOf: GridOf): readonly Flicks[] {
  return musicBeats(project, gridOf).map(({ time }) => time);
}

/** The beats that begin a bar, in order. */
export function barsOf(project: Project, gridOf: GridOf): readonly Flicks[] {
  return musicBeats(project, gridOf).flatMap(({ time, inBar }) => (inBar === 0 ? [time] : []));
}

function musicBeats(
  project: Project,
  gridOf: GridOf,
): readonly { readonly time: Flicks; readonly inBar: number }[] {
  return placedItems(project, 'music').flatMap((placed) => {
    if (placed.kind !== 'music') return [];
    const { song, songStart, start, duration } = placed.item;
    const grid = gridOf(song);
    if (grid === null || !(grid.bpm > 0)) return [];
    const end = addFlicks(start, duration);
    const first = Math.ceil(((songStart - grid.firstBeat) * grid.bpm) / 60 - 1e-6);
    const beats: { readonly time: Flicks; readonly inBar: number }[] = [];
    for (let beat = first; ; beat += 1) {
      const time = addFlicks(start, toFlicks(beatTime(grid, beat) - songStart));
      if (time >= end) break;
      beats.push({ time, inBar: modulo(beat, grid.beatsPerBar) });
    }
    return beats;
  });
}

/** Every time worth snapping to, except the edges of `movingId`. */
export function snapTimes(project: Project, movingId: string, others: readonly Flicks[]): readonly Flicks[] {
  const edges = ROW_KINDS.flatMap((kind) => placedItems(project, kind)).flatMap(({ item }) =>
    item.id === movingId ? [] : [item.start, addFlicks(item.start, item.duration)],
  );
  return [0 as Flicks, ...edges, ...project.markers.map(({ time }) => time), ...others];
}

/** Why an edge holds where it is. */
export type SnapReason = 'start' | 'playhead' | 'marker' | 'edge' | 'bar' | 'beat' | 'peak' | 'hold';

/** An edge that was drawn somewhere. */
export interface Snapped {
  readonly time: Flicks;
  readonly reason: SnapReason;
}

/** What edges may be drawn to beside the items. */
export interface SnapPoints {
  readonly beats: readonly Flicks[];
  /** Those of the beats that begin a bar. */
  readonly bars: readonly Flicks[];
  readonly moments: readonly FilmMoment[];
  readonly playhead: Flicks;
}

/** What lies at `time`, the most telling first; null where nothing does. */
export function snappedTo(
  time: Flicks,
  project: Project,
  movingId: string,
  { beats, bars, moments, playhead }: SnapPoints,
): Snapped | null {
  const moment = moments.find((each) => each.time === time);
  const reason: SnapReason | null = project.markers.some((marker) => marker.time === time)
    ? 'marker'
    : bars.includes(time)
      ? 'bar'
      : beats.includes(time)
        ? 'beat'
        : moment !== undefined
          ? moment.kind
          : time === playhead
            ? 'playhead'
            : time === 0
              ? 'start'
              : snapTimes(project, movingId, []).includes(time)
                ? 'edge'
                : null;
  return reason === null ? null : { time, reason };
}

/** The nearest of `times` within `reach` of `time`; `time` itself when none is near. */
export function snap(time: Flicks, times: readonly Flicks[], reach: number): Flicks {
  let best = time;
  let distance = reach;
  for (const candidate of times) {
    const away = Math.abs(candidate - time);
    if (away <= distance) {
      best = candidate;
      distance = away;
    }
  }
  return best;
}

/** A start for an item of `duration` so that its start or its end, whichever is nearer, meets one of `times`. */
export function snapItem(start: Flicks, duration: Flicks, times: readonly Flicks[], reach: number): Flicks {
  const byStart = snap(start, times, reach);
  const end = addFlicks(start, duration);
  const byEnd = (snap(end, times, reach) - duration) as Flicks;
  if (byStart === start) return byEnd;
  if (byEnd === start) return byStart;
  return Math.abs(byEnd - start) < Math.abs(byStart - start) ? byEnd : byStart;
}

/**
 * Where a clip lands that is dragged along the row: the number of other clips whose middle it has passed.
 * @param middle its own middle on the timeline
 */
export function dropIndex(
  clips: readonly { readonly id: string; readonly start: Flicks; readonly duration: Flicks }[],
  movingId: string,
  middle: number,
): number {
  return clips.filter(({ id, start, duration }) => id !== movingId && start + duration / 2 < middle).length;
}
