/** Why a challenge file is refused, in a word that the screens can translate. */
import { StudioError } from '../core/errors';

/**
 * `foreign`: no challenge file; `newer`: of a later version; `broken`: its description or dance breaks a rule;
 * `song-missing`: it asks for a song that does not ship with this version; `sound`: its sound is none.
 */
export const CHALLENGE_REFUSALS = [
  'empty',
  'foreign',
  'cut-off',
  'newer',
  'damaged',
  'too-large',
  'broken',
  'song-missing',
  'sound',
] as const;

export type ChallengeRefusal = (typeof CHALLENGE_REFUSALS)[number];

/**
 * @param reason goes into the error's values as `reason`
 * @param detail the rule and what it met, for developers
 * @throws StudioError `challenge-invalid`, always
 */
export function refuseChallenge(reason: ChallengeRefusal, detail: string, cause?: unknown): never {
  throw new StudioError('challenge-invalid', `The challenge file is refused: ${detail}.`, {
    values: { reason },
    ...(cause === undefined ? {} : { cause }),
  });
}

/** The reason in an error of a challenge file; `broken` where it has none. */
export function refusalOf(error: StudioError): ChallengeRefusal {
  return CHALLENGE_REFUSALS.find((reason) => reason === error.values['reason']) ?? 'broken';
}
