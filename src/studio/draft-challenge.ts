/** A draft of a challenge: begun from a dance, cut to a stretch, and written as it will be shared. Pure but for its id. */
import type { BeatGrid } from '../core/beat-grid';
import { clamp, modulo } from '../core/scalar';
import type { SharedChallenge } from '../dance/challenge-file';
import type { Move } from '../dance/compile';
import { cutMoves } from '../dance/cut-moves';
import { cutTrack, renumber, snapMoves } from '../dance/cut-track';
import { estimateLevel } from '../dance/estimate-level';
import { inspectTrack } from '../dance/inspect-track';
import { LIMBS, type Limb } from '../dance/judgement';
import { asSharedName } from '../dance/shared-text';
import type { SoundKind } from '../dance/sound-kind';
import { LANDMARK } from '../pose/landmarks';
import { poseTrackDuration, type PoseTrack } from '../pose/pose-track';
import type { Draft, LimbWeight } from './challenge-maker';
import { sameInAll } from './own-challenges';

/** Seconds of the shortest and the longest dance. */
export const SHORTEST_DANCE = 3;
export const LONGEST_DANCE = 60;
const USUAL_DANCE = 15;
const MOST_MOVES = 64;
/** Without beats: as good as any. */
const CALM: BeatGrid = { bpm: 120, firstBeat: 0, beatsPerBar: 4 };
/** Legs seen in fewer pictures than this part mean that somebody sits, or stands too near. */
const LEGS_SEEN = 0.5;
const SEEN = 0.5;

const WEIGHTS: Readonly<Record<LimbWeight, number>> = { none: 0, normal: 1, important: 2 };

/** What is known of a source when a draft is begun. */
export interface DraftBeginning extends Pick<Draft, 'origin' | 'track' | 'hasFilm' | 'hasSound'> {
  readonly name: string;
  readonly beats: BeatGrid | null;
  /** Seconds at which somebody else was seen. */
  readonly others: readonly number[];
}

/** The sound of a draft, as it goes into the file. */
export interface DraftSong {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly mimeType: SoundKind;
}

export function beginDraft({ name, beats, others, ...source }: DraftBeginning): Draft {
  const { track } = source;
  const duration = poseTrackDuration(track);
  const from = bestStart(track, duration);
  const draft: Draft = {
    ...source,
    id: null,
    fixed: false,
    title: asSharedName(name, 60) ?? 'Dance',
    level: 1,
    seated: legsSeen(track) < LEGS_SEEN,
    from,
    to: Math.min(duration, from + USUAL_DANCE),
    moves: [],
    weights: Object.fromEntries(LIMBS.map((limb) => [limb, 'normal'])) as Record<Limb, LimbWeight>,
    bpm: beats?.bpm ?? null,
    reports: inspectTrack(track, others),
    test: null,
    dropped: 0,
  };
  return cutDraft(draft, beats);
}

/** A challenge of one's own as a draft, nothing of it changed. */
export function draftOf(challenge: SharedChallenge, origin: Draft['origin']): Draft {
  const { id, title, level, seated, reference, duration, moves, beats, ghost, bundledSong, song } = challenge;
  const given = moves[0]?.weights ?? {};
  return {
    id,
    fixed: ghost !== null || bundledSong !== null,
    hasFilm: false,
    hasSound: song !== null || bundledSong !== null,
    origin,
    title,
    level,
    seated,
    track: reference,
    from: 0,
    to: duration,
    moves: moves.map((move, index) => ({ ...move, index, name: sameInAll(move.name) })),
    weights: Object.fromEntries(LIMBS.map((limb) => [limb, wordOf(given[limb] ?? 1)])) as Record<
      Limb,
      LimbWeight
    >,
    bpm: beats.bpm,
    reports: [],
    test: null,
    dropped: 0,
  };
}

function wordOf(weight: number): LimbWeight {
  if (weight <= 0) return 'none';
  return weight > 1 ? 'important' : 'normal';
}

/** Another stretch, cut anew. */
export function trimDraft(draft: Draft, from: number, to: number, beats: BeatGrid | null): Draft {
  const duration = poseTrackDuration(draft.track);
  const start = clamp(from, 0, Math.max(0, duration - SHORTEST_DANCE));
  const end = clamp(
    to,
    Math.min(duration, start + SHORTEST_DANCE),
    Math.min(duration, start + LONGEST_DANCE),
  );
  return cutDraft({ ...draft, from: start, to: end }, beats);
}

/** The dance of the stretch, its time beginning at 0. */
export function referenceOf(draft: Draft): PoseTrack {
  return cutTrack(draft.track, draft.from, draft.to);
}

/** The moves with the weights of the draft, as the judge reads them. */
export function movesOf(draft: Draft): Move[] {
  const weights = Object.fromEntries(
    LIMBS.filter((limb) => draft.weights[limb] !== 'normal').map((limb) => [
      limb,
      WEIGHTS[draft.weights[limb]],
    ]),
  ) as Partial<Record<Limb, number>>;
  return draft.moves.map((move) => ({ ...move, weights }));
}

/** The grid in the time of the stretch. */
export function gridOf(draft: Pick<Draft, 'from'>, beats: BeatGrid | null): BeatGrid {
  if (beats === null) return CALM;
  const beat = 60 / beats.bpm;
  return { ...beats, firstBeat: modulo(beats.firstBeat - draft.from, beat * beats.beatsPerBar) };
}

export function sharedOf(draft: Draft, id: string, grid: BeatGrid, song: DraftSong | null): SharedChallenge {
  const reference = referenceOf(draft);
  return {
    id,
    title: asSharedName(draft.title, 60) ?? 'Dance',
    maker: null,
    level: draft.level,
    beats: { bpm: grid.bpm, firstBeat: grid.firstBeat, beatsPerBar: grid.beatsPerBar },
    duration: draft.to - draft.from,
    seated: draft.seated,
    bundledSong: null,
    songMimeType: song?.mimeType ?? null,
    claimedScore: null,
    moves: movesOf(draft).map((move) => ({
      name: asSharedName(move.name.en, 40) ?? String(move.index + 1),
      start: move.start,
      end: Math.min(move.end, draft.to - draft.from),
      keyTime: move.keyTime,
      hold: move.hold,
      limbs: [...move.limbs],
      weights: move.weights ?? {},
    })),
    reference,
    ghost: null,
    song: song?.bytes ?? null,
  };
}

function cutDraft(draft: Draft, beats: BeatGrid | null): Draft {
  const reference = referenceOf(draft);
  const cut = reference.length < 2 ? [] : cutMoves(reference).slice(0, MOST_MOVES);
  const snapped = beats === null ? cut : snapMoves(cut, gridOf(draft, beats));
  const moves = renumber(snapped).map((move) => ({ ...move, name: sameInAll(String(move.index + 1)) }));
  return { ...draft, moves, level: estimateLevel(reference, moves), test: null, dropped: 0 };
}

/** Where the liveliest stretch of the usual length begins. */
function bestStart(track: PoseTrack, duration: number): number {
  if (duration <= USUAL_DANCE) return 0;
  let best = 0;
  let most = -1;
  for (let from = 0; from + USUAL_DANCE <= duration; from += 1) {
    const lively = travel(track, from, from + USUAL_DANCE);
    if (lively > most) {
      most = lively;
      best = from;
    }
  }
  return best;
}

/** How far wrists and ankles go, in metres. */
function travel(track: PoseTrack, from: number, to: number): number {
  const ends = [LANDMARK.leftWrist, LANDMARK.rightWrist, LANDMARK.leftAnkle, LANDMARK.rightAnkle];
  let sum = 0;
  for (let row = 1; row < track.length; row += 1) {
    const seconds = track.times[row] ?? 0;
    if (seconds < from || seconds > to) continue;
    if (track.present[row] !== 1 || track.present[row - 1] !== 1) continue;
    for (const end of ends) {
      const at = row * 99 + end * 3;
      sum += Math.hypot(
        (track.world[at] ?? 0) - (track.world[at - 99] ?? 0),
        (track.world[at + 1] ?? 0) - (track.world[at - 98] ?? 0),
      );
    }
  }
  return sum;
}

/** Part of the pictures with a body in which both knees and ankles are seen. */
function legsSeen(track: PoseTrack): number {
  const parts = [LANDMARK.leftKnee, LANDMARK.rightKnee, LANDMARK.leftAnkle, LANDMARK.rightAnkle];
  let seen = 0;
  let looked = 0;
  for (let row = 0; row < track.length; row += 1) {
    if (track.present[row] !== 1) continue;
    looked += 1;
    if (parts.every((part) => (track.visibility[row * 33 + part] ?? 0) >= SEEN)) seen += 1;
  }
  return looked === 0 ? 0 : seen / looked;
}
