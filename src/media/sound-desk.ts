/** Mixes one version of a film after the other, and remembers the sounds from one to the next. */
import type { SoundPiece, SoundPlan } from '../project/frame-plan';
import { mixSound } from './mix-sound';
import type { Pcm } from './pcm';

/** All sources of a plan by key: a sound, null for one that is silent, `kept` for what the mix before was given. */
export type GivenSounds = ReadonlyMap<string, Pcm | 'kept' | null>;

/** The same for all pieces of one source. */
export function keyOfSource({ from }: SoundPiece): string {
  return JSON.stringify(from);
}

export class SoundDesk {
  #kept = new Map<string, Pcm | null>();

  /**
   * `mixSound` of what is given and kept. What this plan does not use is forgotten.
   * @throws TypeError for a sound that is said to be kept and is not
   */
  async mix(plan: SoundPlan, given: GivenSounds): Promise<Pcm> {
    const sounds = new Map<string, Pcm | null>();
    for (const [key, sound] of given) sounds.set(key, sound === 'kept' ? this.#recall(key) : sound);
    this.#kept = sounds;
    return mixSound(plan, (piece) => Promise.resolve(sounds.get(keyOfSource(piece)) ?? null));
  }

  #recall(key: string): Pcm | null {
    const sound = this.#kept.get(key);
    if (sound === undefined) throw new TypeError(`The sound of ${key} was never given.`);
    return sound;
  }
}
