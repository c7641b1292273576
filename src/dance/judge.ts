/** The dance machine: poses in, judgements out; live and afterwards by the same arithmetic. */
import type { Pose } from '../pose/pose';
import { mirrorPoseTrack, type PoseTrack } from '../pose/pose-track';
import type { Move } from './compile';
import { DirectionRecord } from './direction-record';
import { LIMBS, type Judgement, type Limb, type MoveVerdict, type Verdict } from './judgement';
import { CameraYaw } from './camera-yaw';
import { MoveTargets } from './move-targets';
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
      if (pose !== null) verdicts.noteFacing(songSeconds, pose.world, 0);
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
    if (options.player.present[row] === 1) verdicts.noteFacing(times[row] ?? 0, options.player.world, row);
    verdicts.dueAt(times[row] ?? 0);
  }
  return verdicts.finish();
}

/** Judges move after move as the player's record grows. */
class MoveJudge {
  readonly #player: DirectionRecord;
  readonly #camera: CameraYaw;
  readonly #targets: MoveTargets;
  readonly #room: PlayerWindow;
  readonly #verdicts: MoveVerdict[] = [];
  /** What each judged move counts in the dance. */
  readonly #worths: number[] = [];

  constructor(options: JudgeOptions, player: DirectionRecord) {
    const reference = options.mirrored ? mirrorPoseTrack(options.reference) : options.reference;
    this.#player = player;
    this.#camera = new CameraYaw(reference);
    this.#targets = new MoveTargets({
      reference,
      moves: options.moves,
      seated: options.seated ?? false,
      neutral: options.neutral === undefined ? null : { pose: options.neutral, aspect: player.aspect },
    });
    this.#room = new PlayerWindow(this.#targets.longestCount);
  }

  /** Looks at where the player's camera stands. @param row where `world` begins, in poses */
  noteFacing(songSeconds: number, world: Float32Array, row: number): void {
    this.#camera.note(songSeconds, world, row);
  }

  /** Verdicts of the moves that closed a tail ago; nearly always none, and then nothing is allocated. */
  dueAt(songSeconds: number): readonly MoveVerdict[] {
    if (!this.#isDue(songSeconds)) return NONE;
    const before = this.#verdicts.length;
    while (this.#isDue(songSeconds)) this.#judgeNext();
    return this.#verdicts.slice(before);
  }

  finish(): Verdict {
    while (this.#verdicts.length < this.#targets.moves.length) this.#judgeNext();
    return sumUp(this.#verdicts, this.#worths);
  }

  #isDue(songSeconds: number): boolean {
    const move = this.#targets.moves[this.#verdicts.length];
    return move !== undefined && songSeconds > move.end + SCORE.tail;
  }

  #judgeNext(): void {
    const target = this.#targets.at(this.#verdicts.length, this.#camera.radians());
    if (target === undefined) return;
    this.#verdicts.push(scoreMove(target, this.#player, this.#room));
    this.#worths.push(target.worth);
  }
}

function sumUp(moves: readonly MoveVerdict[], worths: readonly number[]): Verdict {
  const worth = worths.reduce((sum, one) => sum + one, 0);
  const score =
    moves.reduce((sum, move, index) => sum + move.score * (worths[index] ?? 0), 0) / Math.max(1e-6, worth);
  let combo = 0;
  let maxCombo = 0;
  for (const { judgement } of moves) {
    combo = COMBO.includes(judgement) ? combo + 1 : 0;
    maxCombo = Math.max(maxCombo, combo);
  }
  const limbs = Object.fromEntries(LIMBS.map((limb) => [limb, meanOf(moves, limb)])) as Record<Limb, number>;
  return {
    scoreVersion: SCORE_VERSION,
    score: Math.round(score * 100) / 100,
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
