/** Why a foreign file cannot be taken in: one of a few plain reasons, and the line that shows it. */
import { StudioError } from '../../core/errors';

/** Each is translated as a sentence; the text in a `Refusal`'s error is the same in English, for developers. */
export const REFUSAL_REASONS = {
  'too-large': 'The file is larger than such files ever need to be.',
  'not-recognised': 'The file is neither an ISF shader nor a GL transition nor a .cube table.',
  empty: 'The file holds nothing.',
  'cube-word': 'This line is neither a keyword of the format nor three numbers.',
  'cube-number': 'This is not a finite number.',
  'cube-size': 'The size of the table is missing or outside what the format allows.',
  'cube-size-twice': 'The size of the table is said twice.',
  'cube-domain': 'The domain must run from a smaller to a larger number.',
  'cube-rows-few': 'The table ends too early.',
  'cube-rows-many': 'The table has more rows than its size says.',
  'header-missing': 'An ISF file begins with a comment that describes its inputs; there is none.',
  'header-broken': 'The description at the beginning of the file cannot be read here.',
  'header-input': 'An input has no usable name or type.',
  'header-pass': 'A pass is described in a way that cannot be followed.',
  'pass-size': 'The size of a pass cannot be calculated.',
  'too-many-passes': 'The shader asks for more passes than can be drawn in time.',
  'too-many-inputs': 'The shader has more inputs than fit a program.',
  'needs-picture': 'The shader reads a picture that lies beside it and does not come along.',
  'needs-vertex': 'The shader needs its .vs file.',
  'transition-passes': 'A transition of several passes cannot be drawn.',
  'glsl-syntax': 'The program cannot be read here.',
  'glsl-directive': 'This instruction to the preprocessor cannot be followed.',
  'glsl-no-main': 'The program has no main function.',
  'no-transition': 'The file has no function called transition.',
  'too-heavy': 'The program is too heavy for any frame.',
} as const;

export type RefusalReason = keyof typeof REFUSAL_REASONS;

/**
 * @param line counted from 1; 0 when no line is to blame
 * @param found what stood there, for developers
 */
export function refuse(reason: RefusalReason, line: number, found = ''): never {
  const place = line > 0 ? `Line ${line}: ` : '';
  const tail = found === '' ? '' : ` (${found.slice(0, 80)})`;
  throw new StudioError('effect-unreadable', `${place}${REFUSAL_REASONS[reason]}${tail}`, {
    values: { line, reason },
  });
}

/** What a caller gets instead of a definition. */
export interface Refusal {
  readonly reason: RefusalReason;
  readonly line: number;
}

/** `error` as a refusal, or null when it is something else. */
export function refusalOf(error: unknown): Refusal | null {
  if (!(error instanceof StudioError) || error.code !== 'effect-unreadable') return null;
  const { reason, line } = error.values;
  if (typeof reason !== 'string' || !(reason in REFUSAL_REASONS)) return null;
  return { reason: reason as RefusalReason, line: typeof line === 'number' ? line : 0 };
}
