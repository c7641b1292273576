/** The music under the film. */
import { ZERO_FLICKS, frameDuration, type Flicks } from '../../core/time';
import { changeItem, changeItems, patched } from '../change-items';
import { clampOr } from '../clamp-or';
import { projectDuration } from '../duration';
import type { MusicItem, Project, SongRef } from '../project';

export type MusicPatch = Partial<Pick<MusicItem, 'volume' | 'songStart' | 'fadeIn' | 'fadeOut'>>;

/** Seconds: a song that is cut off where the film ends does not stop dead. */
const NEW_FADE_OUT = 0.5;

/** A longer fade than this is not music any more. */
const LONGEST_FADE = 30;

/**
 * Lays a song under the whole film from the song's start, in place of what was there; null takes the music away.
 * @param newId id of the new item
 */
export function setMusic(project: Project, song: SongRef | null, newId: string): Project {
  return changeItems(project, 'music', (items) => {
    if (song === null) return items.length === 0 ? items : [];
    const before = items[0];
    if (before?.song.kind === song.kind && before.song.id === song.id && items.length === 1) return items;
    const duration = Math.max(projectDuration(project), frameDuration(project.fps)) as Flicks;
    return [
      {
        id: newId,
        start: ZERO_FLICKS,
        duration,
        song,
        songStart: 0,
        volume: before?.volume ?? 1,
        fadeIn: 0,
        fadeOut: NEW_FADE_OUT,
      },
    ];
  });
}

/** Changes loudness, start and fades, each held in its range. */
export function changeMusic(project: Project, itemId: string, patch: MusicPatch): Project {
  return changeItem(project, 'music', itemId, (item) =>
    patched(item, {
      volume: clampOr(patch.volume, 0, 2, item.volume),
      songStart: clampOr(patch.songStart, 0, 3600, item.songStart),
      fadeIn: clampOr(patch.fadeIn, 0, LONGEST_FADE, item.fadeIn),
      fadeOut: clampOr(patch.fadeOut, 0, LONGEST_FADE, item.fadeOut),
    }),
  );
}
