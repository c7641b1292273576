/** The check before a dance: one hint at a time, and how long the player has stood well. Pure but for its memory. */
import { clamp } from '../core/scalar';
import { LANDMARK } from '../pose/landmarks';
import type { Pose } from '../pose/pose';
import type { FramingHint } from './dance';
import { judgeFraming } from './framing';
import { NeutralStance } from './neutral-stance';

/** Whoever stands well so long is ready; the stance is measured meanwhile. */
const HELD_SECONDS = 2;
/** A look older than this breaks the hold. */
const LONGEST_GAP = 0.8;
/** Hips that leap so far (picture widths) within `LEAP_SECONDS` are another person's: the model follows one body at a time. */
const LEAP = 0.22;
const LEAP_SECONDS = 0.4;
/** So many leaps within the memory are no accident. */
const LEAPS = 2;
const MEMORY_SECONDS = 4;

export class FramingWatch {
  readonly #stance = new NeutralStance();
  #last: { readonly pose: Pose; readonly seconds: number } | null = null;
  #goodSince: number | null = null;
  #leaps: number[] = [];
  #held = 0;

  /** @param isSeated whether only the upper body is asked for */
  constructor(public isSeated: boolean) {}

  /** Another player comes: all that was seen is forgotten. */
  reset(): void {
    this.#stance.note(null);
    this.#last = null;
    this.#goodSince = null;
    this.#leaps = [];
    this.#held = 0;
  }

  /** 0..1: how much of the hold is done. */
  get held(): number {
    return this.#held;
  }

  /** The player's own stance, null when it was not seen long enough. */
  neutral(): Pose | null {
    return this.#stance.mean();
  }

  /**
   * @param seconds when the picture was captured, by any clock
   * @param isDark the picture has too little light
   */
  look(pose: Pose | null, seconds: number, isDark: boolean): FramingHint {
    const before = this.#last;
    const gap = before === null ? Infinity : seconds - before.seconds;
    if (pose !== null && before !== null && gap < LEAP_SECONDS && leap(pose, before.pose) > LEAP)
      this.#leaps.push(seconds);
    this.#leaps = this.#leaps.filter((at) => seconds - at < MEMORY_SECONDS);
    const hint = this.#hintFor(pose, before === null ? null : { pose: before.pose, seconds: gap }, isDark);
    if (hint !== 'good' || gap > LONGEST_GAP) this.#goodSince = hint === 'good' ? seconds : null;
    this.#stance.note(hint === 'good' ? pose : null);
    this.#held = this.#goodSince === null ? 0 : clamp((seconds - this.#goodSince) / HELD_SECONDS, 0, 1);
    if (pose !== null) this.#last = { pose, seconds };
    return hint;
  }

  #hintFor(
    pose: Pose | null,
    earlier: { readonly pose: Pose; readonly seconds: number } | null,
    isDark: boolean,
  ): FramingHint {
    if (isDark) return 'light';
    if (this.#leaps.length >= LEAPS) return 'alone';
    return judgeFraming(pose, earlier, this.isSeated);
  }
}

/** How far the hips went, in picture widths. */
function leap(pose: Pose, before: Pose): number {
  const hips = ({ image }: Pose): number =>
    ((image[LANDMARK.leftHip * 3] ?? 0) + (image[LANDMARK.rightHip * 3] ?? 0)) / 2;
  return Math.abs(hips(pose) - hips(before));
}
