/** Whether a film's sound is that of one take as it is. Pure. */
import type { SoundPiece, SoundPlan } from '../../project/frame-plan';

/** Sound of a take that nothing is done to. */
export interface UntouchedSound {
  readonly takeId: string;
  /** Second of the take at which it begins. */
  readonly from: number;
}

/** Fades so short only keep a cut from clicking, in seconds; where a file begins and ends there is no cut. */
const DECLICK_SECONDS = 0.005;

/** Rounding of times, in seconds. */
const SLACK = 1e-3;

/** @returns null where anything is changed, mixed or evened, or the sound is not as long as the film */
export function untouchedSound({ pieces, duration, master }: SoundPlan): UntouchedSound | null {
  const [piece] = pieces;
  if (piece === undefined || pieces.length > 1 || master.evenLoudness) return null;
  if (piece.from.kind !== 'take' || !isPlain(piece)) return null;
  const isWhole = piece.start <= SLACK && piece.start + piece.duration >= duration - SLACK;
  return isWhole ? { takeId: piece.from.takeId, from: piece.sourceStart - piece.start } : null;
}

function isPlain(piece: SoundPiece): boolean {
  const isSteady = piece.speed === 1 && piece.speedCurve === undefined && piece.reversed !== true;
  const isLevel = piece.gain === 1 && (piece.envelope ?? []).every(({ gain }) => gain === 1);
  const fades = Math.max(piece.fadeIn, piece.fadeOut);
  return isSteady && piece.still !== true && isLevel && fades <= DECLICK_SECONDS;
}
