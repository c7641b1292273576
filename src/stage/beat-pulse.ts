/** How the stage breathes with the music, and never flashes more than three times a second. Pure. */
import type { BeatSignal } from '../core/beat-grid';

/** Flashes closer than this are left out, in seconds. */
export const SHORTEST_FLASH_GAP = 1 / 3;

/**
 * 1 on the beat, falling to 0 before the next. Where beats come faster than three a second only every second one counts.
 * @param beatSeconds length of a beat
 */
export function beatPulse(beat: BeatSignal, beatSeconds: number): number {
  if (beatSeconds >= SHORTEST_FLASH_GAP) return (1 - beat.phase) ** 2;
  const isOff = Math.abs(beat.index % 2) === 1;
  return (1 - (beat.phase + (isOff ? 1 : 0)) / 2) ** 2;
}

/** Says when something has begun, and lets nothing begin again too soon. */
export class FlashClock {
  #began = -Infinity;
  #was = false;

  /**
   * @param isOn whether it shines now
   * @param seconds any rising clock; a step back is a new beginning
   * @returns seconds since it last began; Infinity when it never did
   */
  note(isOn: boolean, seconds: number): number {
    if (seconds < this.#began) this.#began = -Infinity;
    if (isOn && !this.#was && seconds - this.#began >= SHORTEST_FLASH_GAP) this.#began = seconds;
    this.#was = isOn;
    return seconds - this.#began;
  }
}
