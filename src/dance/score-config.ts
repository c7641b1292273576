/**
 * Every constant of the judge, in one place. First values, set on simulated players (see the bots) and on the demo
 * dancer before the real pose model; a change of any of them changes `SCORE_VERSION`.
 */

/** Stored with each result: results of different versions are not compared. */
export const SCORE_VERSION = 'fifteen-1';

export const SCORE = {
  /** Grid on which reference and player are compared, whatever the camera's rate. */
  gridFps: 30,
  /** A landmark below this visibility is not seen (MediaPipe's own examples use 0.5; its value lags by 0.3 s). */
  leastVisibility: 0.35,
  /** Seconds that a limb may be out of sight before it counts as wrong. */
  grace: 0.3,
  /** Radians: the error of a limb that is not there. */
  missingError: 1.2,
  /** Largest lag that is searched either way, seconds. */
  mostLag: 0.36,
  /** Verdicts come this long after the window closes; later samples do not count. */
  tail: 0.13,
  /** A lag must explain the move this much better than none, for each 0.1 s of it. */
  lagCost: 0.04,
  /** Radians: what not dancing must be off by before a move can be judged well. */
  leastBaseline: 0.35,
  /** Radians: what a good dancer is still off by (the model's own error and taste). */
  noise: 0.24,
  /** Share of pose against motion in a move. */
  poseShare: 0.65,
  /** Correlation of limb velocities that counts as full. */
  fullMotion: 0.6,
  /** Limb velocities are differences over this many seconds: long enough for a slow camera. */
  velocitySpan: 0.2,
  /** Energy of the player's motion against the reference's: below `low` and above `high` both cost, linearly to nothing. */
  energy: { low: 0.5, high: 2.6, nothing: 4.2 },
  /** Strong motion without the reference's pattern is shaking and is capped. */
  shake: { energy: 1.6, motion: 0.15, cap: 0.2 },
  /** Radians a second of root mean square limb motion that a held pose may have, and where it earns nothing. */
  still: { free: 1.1, nothing: 4 },
  /** Mean share of the limbs' weight that is in sight, below which a move says "unseen". */
  unseenShare: 0.5,
  /** Score by lag in seconds: full up to `free`, then linear through these points. */
  timing: [
    [0.13, 1],
    [0.2, 0.86],
    [0.28, 0.66],
    [0.36, 0.4],
  ] as readonly (readonly [number, number])[],
  /** How raw skill becomes points: raw^curve. Below 1 it lifts the middle. */
  curve: 0.8,
  /** Skill below this is not dancing. */
  floor: 0.1,
  /** Points and largest lag (seconds) of each judgement. */
  grades: {
    perfect: { points: 85, lag: 0.13 },
    great: { points: 65, lag: 0.2 },
    good: { points: 40, lag: 0.3 },
  },
  /** Points from which 1, 2, 3, 4 and 5 stars are given. */
  stars: [20, 40, 58, 74, 88],
  /** Weight of a limb that does not move in a window, against the busiest. */
  idleWeight: 0.12,
} as const;
