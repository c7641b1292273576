/** What a change in the row of clips does to everything that lies over it. */
import { addFlicks, frameDuration, subtractFlicks, type Flicks } from '../core/time';
import { changeItems, itemsOf } from './change-items';
import { layClips } from './clip-layout';
import { projectDuration } from './duration';
import type { Clip, Project, VoiceItem } from './project';

/** Film time that came in (`length` > 0) or went out (`length` < 0: the stretch from `at` on) of the row. */
export interface RowChange {
  readonly at: Flicks;
  readonly length: number;
}

interface Timed {
  readonly start: Flicks;
  readonly duration: Flicks;
}

/**
 * The document with another row of clips.
 * Words, effects and markers after the place of the change move along; nothing is thrown away. Music plays on as it did.
 * What reached the end of the film still does.
 */
export function changeClips(project: Project, clips: readonly Clip[], change: RowChange | null): Project {
  const laid = layClips(clips);
  const oldEnd = projectDuration(project);
  let next = changeItems(project, 'video', () => laid);
  const newEnd = projectDuration(next);
  const move = (time: Flicks): Flicks => (change === null ? time : shift(time, change));
  const follow = <T extends Timed>(item: T, moves: boolean): T =>
    stretchToEnd(moves ? moveItem(item, move) : item, item, oldEnd, newEnd, project.fps);
  next = changeItems(next, 'text', (items) => mapSame(items, (item) => follow(item, true)));
  next = changeItems(next, 'stickers', (items) => mapSame(items, (item) => follow(item, true)));
  next = changeItems(next, 'voice', (items) => followClips(items, itemsOf(project, 'video'), laid, move));
  next = changeItems(next, 'effects', (items) => mapSame(items, (item) => follow(item, true)));
  next = changeItems(next, 'music', (items) => mapSame(items, (item) => follow(item, false)));
  const markers = mapSame(next.markers, (marker) => {
    const time = move(marker.time);
    return time === marker.time ? marker : { ...marker, time };
  });
  return markers === next.markers ? next : { ...next, markers };
}

function shift(time: Flicks, { at, length }: RowChange): Flicks {
  if (time < at) return time;
  return length >= 0 ? addFlicks(time, length as Flicks) : (Math.max(at, time + length) as Flicks);
}

/** An item that lay wholly in what went out keeps its length and lands on the cut. */
function moveItem<T extends Timed>(item: T, move: (time: Flicks) => Flicks): T {
  const start = move(item.start);
  const end = move(addFlicks(item.start, item.duration));
  const duration = end > start ? subtractFlicks(end, start) : item.duration;
  return start === item.start && duration === item.duration ? item : { ...item, start, duration };
}

/** What covered the film up to its end covers it still; an empty film that gets a clip gets what began with it. */
function stretchToEnd<T extends Timed>(item: T, before: T, oldEnd: Flicks, newEnd: Flicks, fps: number): T {
  const reached =
    oldEnd > 0
      ? addFlicks(before.start, before.duration) >= oldEnd && before.start < oldEnd
      : before.start === 0;
  if (!reached || newEnd === 0) return item;
  const duration = Math.max(newEnd - item.start, frameDuration(fps)) as Flicks;
  return duration === item.duration ? item : { ...item, duration };
}

/** A voice that is linked to a clip goes where the clip goes; any other lies on the film like words. It is never stretched. */
function followClips(
  voices: readonly VoiceItem[],
  before: readonly Clip[],
  after: readonly Clip[],
  move: (time: Flicks) => Flicks,
): readonly VoiceItem[] {
  return mapSame(voices, (voice) => {
    const was = before.find(({ id }) => id === voice.linkedTo);
    const is = after.find(({ id }) => id === voice.linkedTo);
    const start =
      was === undefined || is === undefined
        ? move(voice.start)
        : (Math.max(0, voice.start + is.start - was.start) as Flicks);
    return start === voice.start ? voice : { ...voice, start };
  });
}

/** `map` that gives the same list back when no item changed. */
function mapSame<T>(items: readonly T[], change: (item: T) => T): readonly T[] {
  const changed = items.map(change);
  return changed.every((item, index) => item === items[index]) ? items : changed;
}
