/** How hard a dance is, 1..5, from how fast its limbs go and how often it changes. */
import type { PoseTrack } from '../pose/pose-track';
import { clamp } from '../core/scalar';
import type { Move } from './compile';
import { createMoveTargets } from './move-target';

/** Root mean square limb speed (radians a second) of an easy dance and of a hard one: the bundled ones lie between. */
const EASY = 1.6;
const HARD = 4.6;
/** Moves a second, likewise. */
const CALM = 0.5;
const BUSY = 1.2;
/** How much the speed decides. */
const SPEED_SHARE = 0.7;

export function estimateLevel(reference: PoseTrack, moves: readonly Move[]): number {
  if (moves.length === 0) return 1;
  const targets = createMoveTargets({ reference, moves, seated: false, neutral: null });
  const speed = Math.sqrt(targets.reduce((sum, { energy }) => sum + energy * energy, 0) / targets.length);
  const span = (moves.at(-1)?.end ?? 0) - (moves[0]?.start ?? 0);
  const rate = moves.length / Math.max(1, span);
  const share = (value: number, low: number, high: number): number =>
    clamp((value - low) / (high - low), 0, 1);
  const hard = SPEED_SHARE * share(speed, EASY, HARD) + (1 - SPEED_SHARE) * share(rate, CALM, BUSY);
  return 1 + Math.round(hard * 4);
}
