/** The moves of a dance as the player's camera would see them: prepared once from the front, and again where it stands aside. */
import { turnPoseTrack } from '../pose/turn-pose';
import { createMoveTargets, type MoveTarget, type TargetOptions } from './move-target';

export class MoveTargets {
  readonly moves: TargetOptions['moves'];
  /** Grid times of the longest move. */
  readonly longestCount: number;
  readonly #fromFront: readonly MoveTarget[];
  #targets: readonly MoveTarget[];
  #yaw = 0;

  constructor(readonly options: TargetOptions) {
    this.moves = options.moves;
    this.#fromFront = createMoveTargets(options);
    this.#targets = this.#fromFront;
    this.longestCount = Math.max(0, ...this.#targets.map(({ count }) => count));
  }

  /** @param yaw radians, as `CameraYaw` gives them; asked for in the order of the moves */
  at(move: number, yaw: number): MoveTarget | undefined {
    if (yaw !== this.#yaw) {
      this.#yaw = yaw;
      // Who does not dance may do so seen from either side.
      this.#targets =
        yaw === 0
          ? this.#fromFront
          : createMoveTargets(
              { ...this.options, reference: turnPoseTrack(this.options.reference, yaw) },
              this.#fromFront.map(({ idle }) => idle),
            );
    }
    return this.#targets[move];
  }
}
