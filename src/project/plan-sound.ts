/** All that a film sounds like. */
import { toSeconds } from '../core/time';
import { transitionReach } from './clip-transitions';
import { projectDuration } from './duration';
import type { SoundPiece, SoundPlan } from './frame-plan';
import type { Clip, MusicItem, Project } from './project';

/** Seconds: a cut in the middle of a wave clicks, a few milliseconds of fade do not. */
const DECLICK_SECONDS = 0.005;

/** Two source times closer than this (seconds) are one: the sound runs on over the cut. */
const SAME_TIME_SECONDS = 1e-3;

/** The sound of the whole film: of the clips and of the music, all cut off where the picture ends. */
export function planSound(project: Project): SoundPlan {
  const duration = toSeconds(projectDuration(project));
  const pieces: SoundPiece[] = [];
  for (const track of project.tracks) {
    if (track.kind === 'video' && !track.muted) pieces.push(...clipPieces(project, track.items));
    if (track.kind === 'music' && !track.muted) pieces.push(...musicPieces(track.items, duration));
  }
  return { duration, pieces };
}

function clipPieces(project: Project, clips: readonly Clip[]): SoundPiece[] {
  const pieces: SoundPiece[] = [];
  const { fps } = project;
  clips.forEach((clip, index) => {
    const source = project.sources[clip.sourceId];
    if (source?.hasSound !== true || clip.volume <= 0) return;
    const duration = toSeconds(clip.duration);
    const edge = Math.min(DECLICK_SECONDS, duration / 2);
    const next = clips[index + 1];
    // In a transition the sounds cross as the pictures do, as far as the sources go.
    const into = transitionReach(clips[index - 1], clip, fps);
    const outOf = next === undefined ? null : transitionReach(clip, next, fps);
    const lead = Math.min((into?.before ?? 0) / fps, clip.sourceStart / clip.speed);
    const left = (source.duration - clip.sourceStart) / clip.speed - duration;
    const tail = Math.max(0, Math.min((outOf?.after ?? 0) / fps, left));
    pieces.push({
      from: { kind: 'take', takeId: source.takeId },
      start: toSeconds(clip.start) - lead,
      duration: lead + duration + tail,
      sourceStart: clip.sourceStart - lead * clip.speed,
      speed: clip.speed,
      gain: clip.volume,
      fadeIn: into !== null ? lead + into.after / fps : runsOn(clips[index - 1], clip) ? 0 : edge,
      fadeOut: outOf !== null ? outOf.before / fps + tail : runsOn(clip, next) ? 0 : edge,
    });
  });
  return pieces;
}

/** Whether `after` takes up the source exactly where `before` leaves it. */
function runsOn(before: Clip | undefined, after: Clip | undefined): boolean {
  if (before === undefined || after === undefined) return false;
  const left = before.sourceStart + toSeconds(before.duration) * before.speed;
  return (
    before.sourceId === after.sourceId &&
    before.speed === after.speed &&
    before.volume > 0 &&
    after.volume > 0 &&
    Math.abs(left - after.sourceStart) < SAME_TIME_SECONDS
  );
}

function musicPieces(items: readonly MusicItem[], filmDuration: number): SoundPiece[] {
  const pieces: SoundPiece[] = [];
  for (const item of items) {
    const start = toSeconds(item.start);
    const duration = Math.min(toSeconds(item.duration), filmDuration - start);
    if (duration <= 0 || item.volume <= 0) continue;
    pieces.push({
      from: { kind: 'song', song: item.song },
      start,
      duration,
      sourceStart: item.songStart,
      speed: 1,
      gain: item.volume,
      fadeIn: Math.min(item.fadeIn, duration),
      fadeOut: Math.min(item.fadeOut, duration),
    });
  }
  return pieces;
}
