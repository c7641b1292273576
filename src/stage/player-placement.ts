/** Where the targets are drawn so that they fit the player: hips and size of the body in the stage, followed calmly. Pure. */
import { fitSource, type Size } from '../core/geometry';
import { LANDMARK } from '../pose/landmarks';
import type { Pose } from '../pose/pose';

/** Hips' place from side to side and the floor under the feet in 0..1 of the stage (y down), and its height in metres at the player. */
export interface Placement {
  x: number;
  floorY: number;
  /** Metres from the stage's lower to its upper edge. */
  stageMetres: number;
}

/** Before anybody is seen: a dancer of 1.7 m who fills three quarters of the stage. */
export const DEFAULT_PLACEMENT: Readonly<Placement> = { x: 0.5, floorY: 0.94, stageMetres: 2.3 };

/** From hips to shoulders and from floor to hips, in metres, of a usual body. */
const TRUNK_METRES = 0.5;
const HIP_METRES = 0.92;

/** Feet that are less sure than this are not believed. */
const SEEN = 0.5;

const FEET = [LANDMARK.leftHeel, LANDMARK.rightHeel, LANDMARK.leftFootIndex, LANDMARK.rightFootIndex];

/** Part of the way to the new measure that is gone in one second: targets must not tremble with the player. */
const FOLLOW_PER_SECOND = 0.8;

/** A place in the player's picture (0..1, y down) to the stage (0..1, y down), as the picture quad shows it. */
export class PictureToStage {
  #left = 0;
  #top = 0;
  #width = 1;
  #height = 1;
  #mirror = false;

  /** @param picture displayed size of the player's picture */
  set(picture: Size, stage: Size, mirror: boolean): void {
    const { from } = fitSource(picture, stage, 'cover');
    this.#left = from.x;
    this.#top = from.y;
    this.#width = from.width;
    this.#height = from.height;
    this.#mirror = mirror;
  }

  x(pictureX: number): number {
    const x = (pictureX - this.#left) / this.#width;
    return this.#mirror ? 1 - x : x;
  }

  y(pictureY: number): number {
    return (pictureY - this.#top) / this.#height;
  }
}

/** Follows the player. */
export class PlayerPlacement {
  readonly now: Placement = { ...DEFAULT_PLACEMENT };
  #lastSeconds: number | null = null;

  /**
   * @param pose in the player's picture; null keeps the place
   * @param aspect width over height of the stage
   * @param seconds any rising clock; a step back (restart) or a jump is taken as a new beginning
   */
  follow(pose: Pose | null, toStage: PictureToStage, aspect: number, seconds: number): void {
    const elapsed = this.#lastSeconds === null ? 0 : seconds - this.#lastSeconds;
    this.#lastSeconds = seconds;
    if (pose === null) return;
    const at = (landmark: number, axis: 0 | 1): number => {
      const value = pose.image[landmark * 3 + axis] ?? 0.5;
      return axis === 0 ? toStage.x(value) : toStage.y(value);
    };
    const hipX = (at(LANDMARK.leftHip, 0) + at(LANDMARK.rightHip, 0)) / 2;
    const hipY = (at(LANDMARK.leftHip, 1) + at(LANDMARK.rightHip, 1)) / 2;
    const shoulderX = (at(LANDMARK.leftShoulder, 0) + at(LANDMARK.rightShoulder, 0)) / 2;
    const shoulderY = (at(LANDMARK.leftShoulder, 1) + at(LANDMARK.rightShoulder, 1)) / 2;
    const trunk = Math.hypot((shoulderX - hipX) * aspect, shoulderY - hipY);
    if (trunk < 0.05) return;
    const follow = elapsed <= 0 || elapsed > 1 ? 0.5 : 1 - (1 - FOLLOW_PER_SECOND) ** elapsed;
    const stageMetres = Math.min(4.5, Math.max(1.6, TRUNK_METRES / trunk));
    this.now.x += (Math.min(0.7, Math.max(0.3, hipX)) - this.now.x) * follow;
    // A bent trunk looks short; only a long one tells the true size at once.
    const shrinking = stageMetres < this.now.stageMetres ? follow : follow * 0.15;
    this.now.stageMetres += (stageMetres - this.now.stageMetres) * shrinking;
    let floorY = 0;
    for (const landmark of FEET) {
      if ((pose.visibility[landmark] ?? 0) >= SEEN) floorY = Math.max(floorY, at(landmark, 1));
    }
    // Feet out of the picture or under a table: the floor is where standing hips would put it.
    if (floorY === 0) floorY = hipY + HIP_METRES / this.now.stageMetres;
    this.now.floorY += (Math.min(1.25, Math.max(0.7, floorY)) - this.now.floorY) * follow;
  }
}
