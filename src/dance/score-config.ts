/**
 * Every constant of the judge, in one place. Those that decide how generous it is are found from data by
 * `scripts/calibrate-judge.ts` (bundled dances, captures, films); a change of any of them changes `SCORE_VERSION`.
 */

/** Stored with each result: results of different versions are not compared. */
export const SCORE_VERSION = 'fifteen-3';

export const SCORE = {
  /** Grid on which reference and player are compared, whatever the camera's rate. */
  gridFps: 30,
  /** A landmark below this visibility is not seen (MediaPipe's own examples use 0.5; its value lags by 0.3 s). */
  leastVisibility: 0.35,
  /** Seconds that a limb may be out of sight before it counts as wrong. */
  grace: 0.3,
  /** Radians: the error of a limb that is not there. */
  missingError: 1.2,
  /** A limb that looks this much longer than the rest of the body allows is a mistake of the model, not a limb. */
  longestLimb: 1.6,
  /**
   * Foreshortening of the reference's limbs, as the part of their length that the picture shows: from `pointing` at the
   * camera (the direction says nothing) to `clear`. Published limits lie at 0.5 (dance-scoring.md, 4.2).
   */
  foreshortening: { pointing: 0.15, clear: 0.55 },
  /** Weight that a limb keeps however it is foreshortened. */
  leastClarity: 0.05,
  /**
   * Model's left and right are taken for each other where its shoulders point against the reference's by this much
   * (cosine) and are clearly seen: it takes front for back on blurred pictures, for a frame or for half a second.
   */
  swapped: { cosine: -0.3, clarity: 0.4 },
  /**
   * Radians. Cameras that stand more than `free` (15°) apart round the dancer are reckoned with, up to `most` (50°);
   * a new estimate is followed from `step` (6°) on, where the looks agree to `sure` (length of their mean vector, 0..1).
   */
  cameraYaw: { free: 0.26, most: 0.87, step: 0.105, sure: 0.5 },
  /**
   * Seconds from the nearest look: up to `full` a moment counts fully, from `none` not at all. A slow camera is neither
   * a merit nor a fault; what lies between its looks is guessed, so it counts less.
   */
  looks: { full: 0.07, none: 0.2 },
  /** Part of a move that must have been looked at; the rest up to it counts as not there. */
  leastLooks: 0.25,
  /** Largest lag that is searched either way, seconds. */
  mostLag: 0.36,
  /** Verdicts come this long after the window closes; later samples do not count. */
  tail: 0.13,
  /** A lag must explain the move this much better than none, for each 0.1 s of it. */
  lagCost: 0.08,
  /**
   * Radians that not dancing is away from a move. Below `least` (9°) a stretch is not judged, or the model's own error
   * would decide; from `full` (25°) on a move counts fully in the score of the dance.
   */
  away: { least: 0.15, full: 0.436 },
  /** Radians a second of root mean square limb motion below which a stretch of a reference is a held pose. */
  heldBelow: 0.6,
  /**
   * Radians, for all limbs together: what not dancing must be off by before a move can be judged well; what a good dancer
   * is still off by (the model's own error and taste).
   */
  all: { leastBaseline: 0.15, noise: 0.3 },
  /**
   * The same for the legs by themselves. They decide up to `most` of a pose: nothing where a dancer who keeps them still
   * is off by `low` radians, all of it from `high`.
   */
  legs: { leastBaseline: 0.2, noise: 0.11, low: 0.07, high: 0.2, most: 0.35 },
  /** Skill at that error; the rest is for being nearer still, so that no two dances tie at the top. */
  atNoise: 0.97,
  /** Share of pose against motion in a move. */
  poseShare: 0.6,
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
    [0.28, 0.62],
    [0.36, 0.2],
  ] as readonly (readonly [number, number])[],
  /** How raw skill becomes points: raw^curve. Below 1 it lifts the middle. */
  curve: 0.5,
  /** Skill below this is not dancing. */
  floor: 0.12,
  /**
   * Up to this many points go to who came nearer without reaching the floor: so little that nobody sees it, enough to
   * tell two misses apart. `scale` (radians) is the error at which a third of them is left.
   */
  crumbs: { points: 1, scale: 0.8 },
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
