/** The parts of wrapped lines that move by themselves. */
import type { TextMotion } from '../../project/project';
import type { Measure } from './text-layout';

export interface TextPart {
  readonly text: string;
  /** The line that it is part of, and its number from the top. */
  readonly line: string;
  readonly row: number;
  /** From the left of its line. */
  readonly x: number;
  readonly width: number;
}

/** Letters are graphemes; words are what the dictionary of the script says, with what follows them up to the next. */
export function partsOfLines(
  lines: readonly string[],
  unit: TextMotion['unit'],
  widthOf: Measure,
): TextPart[] {
  return lines.flatMap((line, row) => {
    let before = '';
    return piecesOf(line, unit).flatMap((text): TextPart[] => {
      const x = widthOf(before);
      before += text;
      // A space is a way, not a part.
      return text.trim() === '' ? [] : [{ text, line, row, x, width: widthOf(before) - x }];
    });
  });
}

function piecesOf(line: string, unit: TextMotion['unit']): string[] {
  if (unit === 'line') return [line];
  if (unit === 'letter')
    return [...new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(line)].map(
      ({ segment }) => segment,
    );
  const words: string[] = [];
  for (const { segment, isWordLike } of new Intl.Segmenter(undefined, { granularity: 'word' }).segment(
    line,
  )) {
    if (isWordLike === true || words.length === 0) words.push(segment);
    else words[words.length - 1] += segment;
  }
  return words;
}
