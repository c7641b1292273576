/** The stance in which the player waits, averaged over the last looks: what "not dancing" is measured from. */
import { createPose, type Pose } from '../pose/pose';

/** Looks that make a stance: about a second. */
const KEPT_LOOKS = 12;
const FEWEST_LOOKS = 4;

export class NeutralStance {
  #looks: Pose[] = [];

  /** Adds a look at a player who stands well and still; null (moved, or gone) begins anew. */
  note(pose: Pose | null): void {
    if (pose === null) this.#looks = [];
    else this.#looks.push(pose);
    if (this.#looks.length > KEPT_LOOKS) this.#looks.shift();
  }

  /** The mean pose, or null when there were too few looks. */
  mean(): Pose | null {
    if (this.#looks.length < FEWEST_LOOKS) return null;
    const mean = createPose();
    for (const column of ['image', 'world', 'visibility'] as const) {
      const target = mean[column];
      for (let index = 0; index < target.length; index += 1) {
        const sum = this.#looks.reduce((total, pose) => total + (pose[column][index] ?? 0), 0);
        target[index] = sum / this.#looks.length;
      }
    }
    return mean;
  }
}
