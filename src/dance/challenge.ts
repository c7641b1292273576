/** A challenge: choreography, song and level, read from data that may come from anybody. */
import type { BeatGrid } from '../core/beat-grid';
import { StudioError } from '../core/errors';
import type { LocalizedText } from '../core/locale';
import { expandPhrases } from './expand-phrases';
import { challengeSchema, type ChoreographyKey, type ChoreographyMove } from './choreography';

/** What every challenge has, whether it was written on beats or made from a video. */
export interface ChallengeInfo {
  readonly id: string;
  readonly seriesId: string;
  readonly seriesName: LocalizedText;
  readonly title: LocalizedText;
  /** 1..5. */
  readonly level: number;
  readonly beatGrid: BeatGrid;
  /** Seconds. */
  readonly duration: number;
  /** Danced on a chair: legs are not judged. */
  readonly seated: boolean;
  /** Whose dance is to be beaten, and its score; absent in bundled ones. */
  readonly rival?: { readonly name: string | null; readonly score: number } | null;
}

/** A challenge that ships with the app: keys on beats, to a bundled song. */
export interface Challenge extends ChallengeInfo {
  /** A bundled song. */
  readonly songId: string;
  /** In order of their beats, phrases written out. */
  readonly keys: readonly ChoreographyKey[];
  /** In order, without overlap. */
  readonly moves: readonly ChoreographyMove[];
}

/**
 * Reads a challenge file.
 * @throws StudioError `challenge-invalid` that names the field and the rule
 */
export function parseChallenge(json: unknown): Challenge {
  const read = challengeSchema.safeParse(json);
  if (!read.success) {
    const [issue] = read.error.issues;
    throw new StudioError(
      'challenge-invalid',
      `${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'not a challenge'}`,
      {
        cause: read.error,
      },
    );
  }
  const {
    bpm,
    beatsPerBar,
    firstBeat,
    keys: written,
    moves,
    format: _format,
    version: _version,
    ...rest
  } = read.data;
  checkOrder(written, moves);
  const keys = expandPhrases(written);
  return { ...rest, beatGrid: { bpm, beatsPerBar, firstBeat }, keys, moves };
}

function checkOrder(keys: readonly { readonly beat: number }[], moves: readonly ChoreographyMove[]): void {
  keys.forEach((key, index) => {
    const before = keys[index - 1];
    if (before !== undefined && key.beat < before.beat) refuse(`keys.${index}: beats must not fall`);
  });
  moves.forEach((move, index) => {
    const before = moves[index - 1];
    if (move.to <= move.from) refuse(`moves.${index}: ends before it begins`);
    if (move.key < move.from || move.key > move.to) refuse(`moves.${index}: its key lies outside`);
    if (before !== undefined && move.from < before.to) refuse(`moves.${index}: overlaps the move before`);
  });
}

function refuse(reason: string): never {
  throw new StudioError('challenge-invalid', reason);
}
