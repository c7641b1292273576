/** The dance machine: poses in, judgements out; live and afterwards by the same arithmetic. */
import type { Pose } from '../pose/pose';
import { mirrorPoseTrack, type PoseTrack } from '../pose/pose-track';
import type { Move } from './compile';
import { DirectionRecord } from './direction-record';
import { LIMBS, type Judgement, type Limb, type MoveVerdict, type Verdict } from './judgement';
import { createMoveTargets, type MoveTarget } from './move-target';
import { PlayerWindow } from './player-window';
import { SCORE, SCORE_VERSION } from './score-config';
import { scoreMove } from './score-move';

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
  const player = new DirectionRecord(options.aspect ?? options.reference.aspect);
  const verdicts = new MoveJudge(options, player);
  return {
    push(songSeconds, pose) {
      player.append(songSeconds, pose);
      return verdicts.dueAt(songSeconds);
    },
    finish: () => verdicts.finish(),
  };
}

/** Judges a finished performance; equals the live verdict of the same poses. */
export function judgeTake(options: JudgeOptions & { readonly player: PoseTrack }): Verdict {
  const { aspect, times, length } = options.player;
  const player = new DirectionRecord(options.aspect ?? aspect, Math.max(1, length));
  const verdicts = new MoveJudge({ aspect, ...options }, player);
  for (let row = 0; row < length; row += 1) {
    player.appendRow(options.player, row);
    verdicts.dueAt(times[row] ?? 0);
  }
  return verdicts.finish();
}

/** Judges move after move as the player's record grows. */
class MoveJudge {
  readonly #player: DirectionRecord;
  readonly #targets: readonly MoveTarget[];
  readonly #room: PlayerWindow;
  readonly #verdicts: MoveVerdict[] = [];

  constructor(options: JudgeOptions, player: DirectionRecord) {
    const reference = options.mirrored ? mirrorPoseTrack(options.reference) : options.reference;
    this.#player = player;
    this.#targets = createMoveTargets({
      reference,
      moves: options.moves,
      seated: options.seated ?? false,
      neutral: options.neutral === undefined ? null : { pose: options.neutral, aspect: player.aspect },
    });
    this.#room = new PlayerWindow(Math.max(0, ...this.#targets.map(({ count }) => count)));
  }

  /** Verdicts of the moves that closed a tail ago; nearly always none, and then nothing is allocated. */
  dueAt(songSeconds: number): readonly MoveVerdict[] {
    if (!this.#isDue(songSeconds)) return NONE;
    const before = this.#verdicts.length;
    while (this.#isDue(songSeconds)) this.#judgeNext();
    return this.#verdicts.slice(before);
  }

  finish(): Verdict {
    while (this.#verdicts.length < this.#targets.length) this.#judgeNext();
    return sumUp(this.#verdicts);
  }

  #isDue(songSeconds: number): boolean {
    const target = this.#targets[this.#verdicts.length];
    return target !== undefined && songSeconds > target.move.end + SCORE.tail;
  }

  #judgeNext(): void {
    const target = this.#targets[this.#verdicts.length];
    if (target !== undefined) this.#verdicts.push(scoreMove(target, this.#player, this.#room));
  }
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
