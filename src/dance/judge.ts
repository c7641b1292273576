/** The dance machine: poses in, judgements out; live and afterwards by the same arithmetic. */
import type { Pose } from '../pose/pose';
import { mirrorPoseTrack, poseAtRow, type PoseTrack } from '../pose/pose-track';
import type { Move } from './compile';
import { DirectionRecord } from './direction-record';
import { LIMBS, type Judgement, type Limb, type MoveVerdict, type Verdict } from './judgement';
import { createMoveTargets } from './move-target';
import { SCORE, SCORE_VERSION } from './score-config';
import { MoveScratch, scoreMove } from './score-move';

export { SCORE_VERSION } from './score-config';

export interface JudgeOptions {
  /** In song time. */
  readonly reference: PoseTrack;
  readonly moves: readonly Move[];
  /** The player faces the coach and follows as a mirror does. Fixed for the whole run. */
  readonly mirrored: boolean;
  /** Legs are not judged. */
  readonly seated?: boolean;
  /** The player's own stance, seen by the same camera. */
  readonly neutral?: Pose;
  /** Width over height of the player's picture; by default the reference's. */
  readonly aspect?: number;
}

export interface Judge {
  /**
   * Adds what was seen at a song time (null = nobody) and gives the verdicts that are due now, usually none.
   * Costs some microseconds; allocates only when a verdict is due.
   */
  push(songSeconds: number, pose: Pose | null): readonly MoveVerdict[];
  /** Judges what is left and sums up. Later pushes change nothing. */
  finish(): Verdict;
}

const NONE: readonly MoveVerdict[] = [];
const COMBO: readonly Judgement[] = ['perfect', 'great'];

/** A judge for one performance. */
export function createJudge(options: JudgeOptions): Judge {
  const reference = options.mirrored ? mirrorPoseTrack(options.reference) : options.reference;
  const aspect = options.aspect ?? reference.aspect;
  const targets = createMoveTargets({
    reference,
    moves: options.moves,
    seated: options.seated ?? false,
    neutral: options.neutral === undefined ? null : { pose: options.neutral, aspect },
  });
  const player = new DirectionRecord(aspect);
  const scratch = new MoveScratch(Math.max(0, ...targets.map(({ times }) => times.length)));
  const verdicts: MoveVerdict[] = [];

  const judgeNext = (): MoveVerdict | null => {
    const target = targets[verdicts.length];
    if (target === undefined) return null;
    const verdict = scoreMove(target, player, scratch);
    verdicts.push(verdict);
    return verdict;
  };

  const isDue = (songSeconds: number): boolean => {
    const target = targets[verdicts.length];
    return target !== undefined && songSeconds > target.move.end + SCORE.tail;
  };

  return {
    push(songSeconds, pose) {
      if (!isDue(songSeconds)) {
        player.append(songSeconds, pose);
        return NONE;
      }
      player.append(songSeconds, pose);
      const due: MoveVerdict[] = [];
      while (isDue(songSeconds)) {
        const verdict = judgeNext();
        if (verdict !== null) due.push(verdict);
      }
      return due;
    },
    finish() {
      while (judgeNext() !== null);
      return sumUp(verdicts);
    },
  };
}

/** Judges a finished performance; equals the live verdict of the same poses. */
export function judgeTake(options: JudgeOptions & { readonly player: PoseTrack }): Verdict {
  const judge = createJudge({ aspect: options.player.aspect, ...options });
  for (let row = 0; row < options.player.length; row += 1) {
    judge.push(options.player.times[row] ?? 0, poseAtRow(options.player, row));
  }
  return judge.finish();
}

function sumUp(moves: readonly MoveVerdict[]): Verdict {
  const score = moves.length === 0 ? 0 : moves.reduce((sum, move) => sum + move.score, 0) / moves.length;
  let combo = 0;
  let maxCombo = 0;
  for (const { judgement } of moves) {
    combo = COMBO.includes(judgement) ? combo + 1 : 0;
    maxCombo = Math.max(maxCombo, combo);
  }
  const limbs = Object.fromEntries(LIMBS.map((limb) => [limb, meanOf(moves, limb)])) as Record<Limb, number>;
  return {
    scoreVersion: SCORE_VERSION,
    score: Math.round(score * 10) / 10,
    stars: SCORE.stars.filter((points) => score >= points).length,
    moves: [...moves],
    limbs,
    maxCombo,
  };
}

function meanOf(moves: readonly MoveVerdict[], limb: Limb): number {
  const known = moves.map(({ limbs }) => limbs[limb]).filter((value) => value !== undefined);
  return known.length === 0 ? 0 : Math.round(known.reduce((sum, value) => sum + value, 0) / known.length);
}
