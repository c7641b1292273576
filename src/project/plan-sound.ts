/** All that a film sounds like. */
import { secondsBetween, sourceAt } from '../core/pace';
import { frameDuration, toSeconds, type Flicks } from '../core/time';
import type { ParamKey } from '../effects/effect';
import { keyedValue } from '../effects/key-values';
import { sourceEnd } from './clip-pace';
import { transitionReach } from './clip-transitions';
import { projectDuration } from './duration';
import type { GainPoint, SoundPiece, SoundPlan } from './frame-plan';
import type { Clip, ItemKeys, MusicItem, Project, Source, VoiceItem } from './project';

/** Seconds: a cut in the middle of a wave clicks, a few milliseconds of fade do not. */
const DECLICK_SECONDS = 0.005;

/** Two source times closer than this (seconds) are one: the sound runs on over the cut. */
const SAME_TIME_SECONDS = 1e-3;

/** The sound of the whole film: of the clips, of the voices and of the music, all cut off where the picture ends. */
export function planSound(project: Project): SoundPlan {
  const duration = toSeconds(projectDuration(project));
  const pieces: SoundPiece[] = [];
  for (const track of project.tracks) {
    if (!('muted' in track) || track.muted) continue;
    const found =
      track.kind === 'video'
        ? clipPieces(project, track.items)
        : track.kind === 'music'
          ? musicPieces(project, track.items, duration)
          : voicePieces(project, track.items, duration);
    const { volume = 1 } = track;
    for (const piece of found) {
      if (piece.gain * volume > 0)
        pieces.push(volume === 1 ? piece : { ...piece, gain: piece.gain * volume });
    }
  }
  return { duration, pieces, master: project.master };
}

function clipPieces(project: Project, clips: readonly Clip[]): SoundPiece[] {
  const pieces: SoundPiece[] = [];
  const { fps } = project;
  clips.forEach((clip, index) => {
    const source = project.sources[clip.sourceId];
    if (source?.hasSound !== true || isSilent(clip)) return;
    const duration = toSeconds(clip.duration);
    const edge = Math.min(DECLICK_SECONDS, duration / 2);
    const next = clips[index + 1];
    // In a transition the sounds cross as the pictures do, as far as the sources go.
    const into = transitionReach(clips[index - 1], clip, fps);
    const outOf = next === undefined ? null : transitionReach(clip, next, fps);
    const lead = reachable(clip, source, 0, -(into?.before ?? 0) / fps);
    const tail = reachable(clip, source, duration, (outOf?.after ?? 0) / fps);
    const fadeIn = Math.max(clip.fadeIn ?? 0, runsOn(clips[index - 1], clip) ? 0 : edge);
    const fadeOut = Math.max(clip.fadeOut ?? 0, runsOn(clip, next) ? 0 : edge);
    pieces.push({
      from: { kind: 'take', takeId: source.takeId },
      bus: 'film',
      start: toSeconds(clip.start) - lead,
      duration: lead + duration + tail,
      ...paceFrom(clip, -lead),
      keepPitch: clip.keepPitch ?? true,
      ...loudness(clip, fps, lead),
      fadeIn: into === null ? fadeIn : lead + into.after / fps,
      fadeOut: outOf === null ? fadeOut : outOf.before / fps + tail,
    });
  });
  return pieces;
}

/** The pace of an item as it goes on from `seconds` after its start. */
function paceFrom(item: Clip | VoiceItem, seconds: number): Pick<SoundPiece, 'sourceStart' | 'speed'> {
  const { speed, speedCurve, reversed } = item;
  return {
    sourceStart: seconds === 0 ? item.sourceStart : sourceAt(item, seconds),
    speed,
    ...(speedCurve === undefined ? {} : { speedCurve }),
    ...(reversed === true ? { reversed } : {}),
  };
}

/** As much of `wanted` seconds beyond a clip's edge as its source has; positive. */
function reachable(clip: Clip, source: Source, edge: number, wanted: number): number {
  if (wanted === 0) return 0;
  const towardsEnd = wanted > 0 !== (clip.reversed === true);
  const from = sourceAt(clip, edge);
  // The last frame of a clip may be half covered: it ends a little beyond its source.
  if (towardsEnd ? from >= source.duration : from <= 0) return 0;
  const room = Math.abs(secondsBetween(clip, from, towardsEnd ? source.duration : 0));
  return Math.min(Math.abs(wanted), room);
}

function isSilent(clip: Clip): boolean {
  if (clip.still === true || clip.empty === true) return true;
  return clip.volume <= 0 && (clip.keys?.['volume']?.length ?? 0) === 0;
}

/** Whether `after` takes up the source exactly where `before` leaves it. */
function runsOn(before: Clip | undefined, after: Clip | undefined): boolean {
  if (before === undefined || after === undefined || isSilent(before) || isSilent(after)) return false;
  return (
    before.sourceId === after.sourceId &&
    before.speed === after.speed &&
    (before.reversed ?? false) === (after.reversed ?? false) &&
    JSON.stringify(before.speedCurve) === JSON.stringify(after.speedCurve) &&
    Math.abs(sourceEnd(before) - after.sourceStart) < SAME_TIME_SECONDS
  );
}

/** Gain, and how keyframes move it; `lead` is how much earlier than the item its piece begins, in seconds. */
function loudness(
  item: {
    readonly volume: number;
    readonly keys?: ItemKeys;
    readonly duration: Flicks;
  },
  fps: number,
  lead = 0,
): Pick<SoundPiece, 'gain' | 'envelope'> {
  const keys = item.keys?.['volume'];
  if (keys === undefined || keys.length === 0) return { gain: item.volume };
  return { gain: 1, envelope: envelopeOf(keys, item.duration, fps, lead) };
}

/** A point a frame where the way to the next keyframe is not straight, else one a keyframe. */
function envelopeOf(keys: readonly ParamKey[], duration: Flicks, fps: number, lead: number): GainPoint[] {
  const times = new Set<number>([0, duration]);
  const frame: number = frameDuration(fps);
  keys.forEach((key, index) => {
    times.add(key.at);
    const next = keys[index + 1];
    if (next === undefined || key.ease === 'linear') return;
    for (let at: number = key.at; at < next.at; at += frame) times.add(at);
    // A held value jumps at the next keyframe: from one flick to another.
    times.add(next.at - 1);
  });
  return [...times]
    .filter((at) => at >= 0 && at <= duration)
    .sort((a, b) => a - b)
    .map((at) => {
      const value = keyedValue(keys, at as Flicks);
      const gain = typeof value === 'number' ? Math.min(2, Math.max(0, value)) : 1;
      return { at: lead + toSeconds(at as Flicks), gain };
    });
}

function musicPieces(project: Project, items: readonly MusicItem[], filmDuration: number): SoundPiece[] {
  return items.flatMap((item): SoundPiece[] => {
    const start = toSeconds(item.start);
    const duration = Math.min(toSeconds(item.duration), filmDuration - start);
    if (duration <= 0) return [];
    return [
      {
        from: { kind: 'song', song: item.song },
        bus: 'music',
        start,
        duration,
        sourceStart: item.songStart,
        speed: 1,
        keepPitch: false,
        ...loudness(item, project.fps),
        fadeIn: Math.min(item.fadeIn, duration),
        fadeOut: Math.min(item.fadeOut, duration),
      },
    ];
  });
}

function voicePieces(project: Project, items: readonly VoiceItem[], filmDuration: number): SoundPiece[] {
  return items.flatMap((item): SoundPiece[] => {
    const start = toSeconds(item.start);
    const duration = Math.min(toSeconds(item.duration), filmDuration - start);
    const from = voiceSource(project, item);
    if (duration <= 0 || from === null) return [];
    const edge = Math.min(DECLICK_SECONDS, duration / 2);
    return [
      {
        from,
        bus: item.from.kind === 'recording' ? 'voice' : 'film',
        start,
        duration,
        ...paceFrom(item, 0),
        keepPitch: item.keepPitch ?? true,
        ...loudness(item, project.fps),
        fadeIn: Math.min(Math.max(item.fadeIn, edge), duration),
        fadeOut: Math.min(Math.max(item.fadeOut, edge), duration),
      },
    ];
  });
}

function voiceSource(project: Project, { from }: VoiceItem): SoundPiece['from'] | null {
  if (from.kind === 'recording') return { kind: 'recording', id: from.id };
  const source = project.sources[from.sourceId];
  return source === undefined ? null : { kind: 'take', takeId: source.takeId };
}
