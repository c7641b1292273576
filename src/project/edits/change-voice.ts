/** Voices: what was recorded over the film, and sounds that were taken off their pictures. */
import { frameDuration, toFlicks, type Flicks } from '../../core/time';
import { changeItem, changeItems, itemsOf, patched } from '../change-items';
import { clampOr } from '../clamp-or';
import { nearestFrame } from '../clip-layout';
import type { Project, Track, VoiceItem } from '../project';

const LONGEST_FADE = 30;

export type VoicePatch = Partial<Pick<VoiceItem, 'volume' | 'fadeIn' | 'fadeOut'>>;

/**
 * Lays a recording on the film.
 * @param seconds its length
 */
export function addVoice(
  project: Project,
  recordingId: string,
  { start, seconds, newId }: { readonly start: Flicks; readonly seconds: number; readonly newId: string },
): Project {
  const { fps } = project;
  const item: VoiceItem = {
    id: newId,
    start: nearestFrame(start, fps),
    duration: Math.max(frameDuration(fps), nearestFrame(toFlicks(seconds), fps)) as Flicks,
    from: { kind: 'recording', id: recordingId },
    sourceStart: 0,
    speed: 1,
    volume: 1,
    fadeIn: 0,
    fadeOut: 0,
  };
  return changeItems(project, 'voice', (items) => [...items, item]);
}

/** Takes the sound off a clip: it lies below it as a piece of its own that goes where the clip goes, and the clip is silent. */
export function detachSound(project: Project, clipId: string, newId: string): Project {
  const clip = itemsOf(project, 'video').find(({ id }) => id === clipId);
  const hasSound = clip !== undefined && project.sources[clip.sourceId]?.hasSound === true;
  if (clip === undefined || !hasSound || clip.volume === 0 || clip.still === true || clip.empty === true)
    return project;
  const { start, duration, sourceId, sourceStart, speed, speedCurve, reversed, keepPitch, volume } = clip;
  const item: VoiceItem = {
    id: newId,
    start,
    duration,
    from: { kind: 'source', sourceId },
    sourceStart,
    speed,
    ...(speedCurve === undefined ? {} : { speedCurve }),
    ...(reversed === undefined ? {} : { reversed }),
    ...(keepPitch === undefined ? {} : { keepPitch }),
    volume,
    fadeIn: clip.fadeIn ?? 0,
    fadeOut: clip.fadeOut ?? 0,
    linkedTo: clipId,
  };
  const silent = changeItem(project, 'video', clipId, (each) => ({ ...each, volume: 0 }));
  return changeItems(silent, 'voice', (items) => [...items, item]);
}

/** Changes loudness and fades, each held in its range. */
export function changeVoice(project: Project, itemId: string, patch: VoicePatch): Project {
  return changeItem(project, 'voice', itemId, (item) =>
    patched(item, {
      volume: clampOr(patch.volume, 0, 2, item.volume),
      fadeIn: clampOr(patch.fadeIn, 0, LONGEST_FADE, item.fadeIn),
      fadeOut: clampOr(patch.fadeOut, 0, LONGEST_FADE, item.fadeOut),
    }),
  );
}

/** Links a sound to the clip under its start, so that they move together, or unlinks it. */
export function linkSound(project: Project, itemId: string, isLinked: boolean): Project {
  return changeItem(project, 'voice', itemId, (item) => {
    const { linkedTo, ...free } = item;
    if (!isLinked) return linkedTo === undefined ? item : free;
    const clip = itemsOf(project, 'video').find(
      ({ start, duration }) => item.start >= start && item.start < start + duration,
    );
    return clip === undefined || clip.id === linkedTo ? item : { ...item, linkedTo: clip.id };
  });
}

/** Kinds of tracks that sound. */
export type SoundingKind = Extract<Track, { readonly muted: boolean }>['kind'];

/** Turns a whole row up or down, or off. */
export function changeRow(
  project: Project,
  kind: SoundingKind,
  patch: { readonly muted?: boolean; readonly volume?: number },
): Project {
  const place = project.tracks.findIndex((track) => track.kind === kind);
  const track = project.tracks[place];
  if (track === undefined || !('muted' in track)) return project;
  const changed = patched(track, {
    ...patch,
    ...(patch.volume === undefined ? {} : { volume: clampOr(patch.volume, 0, 2, track.volume ?? 1) }),
  });
  return changed === track ? project : { ...project, tracks: project.tracks.with(place, changed) };
}
