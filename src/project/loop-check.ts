/** Whether a film runs from its end into its beginning without a seam, and what would help. Pure. */
import { clamp } from '../core/scalar';
import { frameDuration, toFlicks, type Flicks } from '../core/time';

/** What was measured at the seam, from the last frame to the first. */
export interface LoopMeasures {
  /** Mean absolute difference of small grey pictures, 0..1. */
  readonly pictureDifference: number;
  /** Mean distance of the joints, in lengths of the torso; null where no body is known. */
  readonly poseDistance: number | null;
  /** Decibels by which the beginning is louder than the end, negative where it is quieter; null where nothing sounds. */
  readonly soundJump: number | null;
  /** From the last sample to the first, 0..1 of full scale. */
  readonly clickJump: number;
  /** Length of the film less the nearest whole number of bars, in beats; null without a beat from end to end. */
  readonly beatsOff: number | null;
}

export type LoopFindingKind = 'picture' | 'pose' | 'sound' | 'beat';

/**
 * - `trim-to-bar`: another end, where a bar ends
 * - `match-pose`: another end, where the body and the picture come closest to the beginning
 * - `crossfade`: no end nearby is closer, only a soft way over hides the step
 * - `fade-out`: the sound stops too suddenly
 * - `no-fade`: the sound dies away, and would not have to
 */
export type LoopSuggestion = 'trim-to-bar' | 'match-pose' | 'crossfade' | 'fade-out' | 'no-fade';

export interface LoopFinding {
  readonly kind: LoopFindingKind;
  readonly ok: boolean;
  /** 0 where it is seamless, 1 where it could not be worse. */
  readonly severity: number;
  /** null where all is well, or nothing is known to help. */
  readonly suggestion: LoopSuggestion | null;
  /** Another end of the film; with `trim-to-bar` and `match-pose`. */
  readonly trimTo?: LoopEnd;
  /** Length of the fade; with `fade-out`. */
  readonly fadeSeconds?: number;
}

/** An end that the film could have. */
export interface LoopEnd {
  readonly time: Flicks;
  /** Whether the film is then whole bars long, or whole beats. */
  readonly on: 'bar' | 'beat' | null;
  /** Whether its last picture is as good as the first. */
  readonly matches: boolean;
}

/** A frame near the end, compared with the first. */
export interface LoopFrame {
  /** Where the film would end if this were its last frame. */
  readonly end: Flicks;
  readonly pictureDifference: number;
  readonly poseDistance: number | null;
}

/** A length of the film at which the music begins anew on the beat. */
export interface LoopBeat {
  readonly time: Flicks;
  readonly isBar: boolean;
}

/** A measure up to `from` is no seam; at `to` it could not be worse. */
const LIMITS = {
  /**
   * Measured on somebody who does squats before a resting camera: standing again 0.012 to 0.023, half way down 0.04,
   * all the way down 0.06. Another shot of another place is 0.12 and more.
   */
  picture: { from: 0.025, to: 0.12 },
  /** Within a seventh of the torso a body stands still to the eye. */
  pose: { from: 0.15, to: 1 },
  /** dB by which the end is louder: a step in loudness is heard from about 3, noticed in music from 6. */
  cutOff: { from: 6, to: 30 },
  /**
   * dB by which the end is quieter. Half a second of fade takes 18.8 dB off the last tenth: with 13 here, a fade that
   * was added because of `cutOff` is not complained of, nor the cut where a fade was taken away.
   */
  dyingAway: { from: 13, to: 45 },
  /** A step of −26 dBFS from one sample to the next is a click. */
  click: { from: 0.05, to: 0.5 },
  /** A tenth of a beat at 120 BPM is 50 ms: from there on two notes are two. */
  beat: { from: 0.1, to: 1 },
} as const;

/** Seconds of a fade that ends a sound, and of one that only takes the click away. */
const FADE_SECONDS = 0.5;
const CLICK_FADE_SECONDS = 0.03;

/** What an end off the bar costs, in limits of the picture: whole bars are worth a slightly worse picture. */
const OFF_BAR_COST = { bar: 0, beat: 0.5, none: 1.5 } as const;

/** An end has to be better by this much to be worth a cut, in limits of the picture: a bar in place of a beat is. */
const WORTH_A_CUT = 0.4;

/**
 * What there is to say of the seam, one finding for each thing that was measured.
 * @param better the best end nearby (`suggestEnd`), null where the end is best as it is
 * @param bar the best of the ends that make whole bars
 */
export function judgeLoop(
  measures: LoopMeasures,
  better: LoopEnd | null = null,
  bar: LoopEnd | null = null,
): LoopFinding[] {
  const { pictureDifference, poseDistance, beatsOff } = measures;
  return [
    finding('picture', severityOf(pictureDifference, LIMITS.picture), trimmed(better)),
    ...(poseDistance === null
      ? []
      : [finding('pose', severityOf(poseDistance, LIMITS.pose), trimmed(better))]),
    ...soundFinding(measures),
    ...(beatsOff === null
      ? []
      : [
          finding('beat', severityOf(Math.abs(beatsOff), LIMITS.beat), bar === null ? NO_HELP : trimmed(bar)),
        ]),
  ];
}

/**
 * The best end among frames near the end: the least different from the first, preferably after whole bars, then beats.
 * Of equal ones the latest, so that least is lost.
 * @param frames in rising order; the last is the end as it is
 * @param beats lengths of the film on the beat, in any order; empty without music
 * @returns null where the end is as good as any, or nothing is much better
 */
export function suggestEnd(
  frames: readonly LoopFrame[],
  beats: readonly LoopBeat[],
  fps: number,
): LoopEnd | null {
  const now = frames.at(-1);
  if (now === undefined) return null;
  const costOf = (frame: LoopFrame): number =>
    differenceOf(frame) + (beats.length === 0 ? 0 : OFF_BAR_COST[placeOf(frame.end, beats, fps) ?? 'none']);
  const best = bestOf(frames, costOf);
  return best === undefined || costOf(now) - costOf(best) < WORTH_A_CUT ? null : endAt(best, beats, fps);
}

/** The best of the ends after whole bars, however the picture is there; null where there is none before the last frame. */
export function suggestBar(
  frames: readonly LoopFrame[],
  beats: readonly LoopBeat[],
  fps: number,
): LoopEnd | null {
  const onBars = frames.slice(0, -1).filter(({ end }) => placeOf(end, beats, fps) === 'bar');
  const best = bestOf(onBars, differenceOf);
  return best === undefined ? null : endAt(best, beats, fps);
}

/** Lengths of a film up to `duration` seconds after which a steady beat begins anew. */
export function loopBeats(bpm: number, beatsPerBar: number, duration: number): LoopBeat[] {
  const count = Math.floor((duration * bpm) / 60 + 1e-6);
  return Array.from({ length: count }, (_, index) => ({
    time: toFlicks(((index + 1) * 60) / bpm),
    isBar: (index + 1) % beatsPerBar === 0,
  }));
}

/** `LoopMeasures.beatsOff` of a film of `duration` seconds. */
export function beatsOffBar(bpm: number, beatsPerBar: number, duration: number): number {
  const beats = (duration * bpm) / 60;
  return beats - Math.round(beats / beatsPerBar) * beatsPerBar;
}

type Help = Pick<LoopFinding, 'suggestion' | 'trimTo' | 'fadeSeconds'>;

const NO_HELP: Help = { suggestion: null };

function finding(kind: LoopFindingKind, severity: number, help: Help): LoopFinding {
  const ok = severity === 0;
  return { kind, ok, severity, ...(ok ? NO_HELP : help) };
}

function trimmed(to: LoopEnd | null): Help {
  if (to === null) return { suggestion: 'crossfade' };
  return { suggestion: to.on === 'bar' ? 'trim-to-bar' : 'match-pose', trimTo: to };
}

function soundFinding({ soundJump, clickJump }: LoopMeasures): LoopFinding[] {
  if (soundJump === null) return [];
  const away = severityOf(soundJump, LIMITS.dyingAway);
  if (away > 0) return [finding('sound', away, { suggestion: 'no-fade' })];
  const off = severityOf(-soundJump, LIMITS.cutOff);
  const click = severityOf(clickJump, LIMITS.click);
  const fadeSeconds = off > 0 ? FADE_SECONDS : CLICK_FADE_SECONDS;
  return [finding('sound', Math.max(off, click), { suggestion: 'fade-out', fadeSeconds })];
}

/** 0 up to the limit, then rising to 1. */
function severityOf(measure: number, { from, to }: { readonly from: number; readonly to: number }): number {
  return clamp((measure - from) / (to - from), 0, 1);
}

/** How far a frame is from the first, in limits. */
function differenceOf(frame: LoopFrame): number {
  return frame.pictureDifference / LIMITS.picture.from + (frame.poseDistance ?? 0) / LIMITS.pose.from;
}

function bestOf(frames: readonly LoopFrame[], costOf: (frame: LoopFrame) => number): LoopFrame | undefined {
  let best: LoopFrame | undefined;
  for (const frame of frames) if (best === undefined || costOf(frame) <= costOf(best)) best = frame;
  return best;
}

function endAt(frame: LoopFrame, beats: readonly LoopBeat[], fps: number): LoopEnd {
  const { end, pictureDifference, poseDistance } = frame;
  const matches =
    pictureDifference <= LIMITS.picture.from && (poseDistance === null || poseDistance <= LIMITS.pose.from);
  return { time: end, on: placeOf(end, beats, fps), matches };
}

/** What of the beat lies within half a frame. */
function placeOf(time: Flicks, beats: readonly LoopBeat[], fps: number): 'bar' | 'beat' | null {
  const near = beats.filter((beat) => Math.abs(beat.time - time) <= frameDuration(fps) / 2);
  return near.length === 0 ? null : near.some(({ isBar }) => isBar) ? 'bar' : 'beat';
}
