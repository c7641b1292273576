/** Breaks a text into lines: between words where there are spaces, inside them where the script has none. */

/** Width of a piece of text in the unit of `limit`. */
export type Measure = (text: string) => number;

/**
 * Lines no wider than `limit` where that is possible. The person's own line breaks are kept; a word wider than the
 * line is broken between graphemes. Chinese, Japanese and Thai break between the words that the browser's
 * dictionary finds, with closing punctuation kept on the line it belongs to.
 */
export function wrapText(text: string, limit: number, measure: Measure): string[] {
  return text.split(/\r?\n/).flatMap((paragraph) => wrapParagraph(paragraph, limit, measure));
}

function wrapParagraph(paragraph: string, limit: number, measure: Measure): string[] {
  const lines: string[] = [];
  let line = '';
  for (const piece of piecesOf(paragraph)) {
    if (measure((line + piece).trimEnd()) <= limit) {
      line += piece;
      continue;
    }
    if (line.trim() !== '') lines.push(line.trimEnd());
    line = '';
    for (const grapheme of measure(piece.trimEnd()) <= limit ? [piece] : graphemesOf(piece)) {
      if (line !== '' && measure((line + grapheme).trimEnd()) > limit) {
        lines.push(line.trimEnd());
        line = '';
      }
      line += line === '' ? grapheme.trimStart() : grapheme;
    }
  }
  lines.push(line.trimEnd());
  return lines;
}

/** A line may not begin with these. */
const CLOSING = /^[\s\p{Pe}\p{Pf}\p{Po}\p{Pd}ー〜々ゝゞぁぃぅぇぉっゃゅょァィゥェォッャュョๆ]+$/u;

/** The smallest pieces between which a line may break; a piece carries the space and punctuation after it. */
function piecesOf(paragraph: string): string[] {
  const pieces: string[] = [];
  let mayBreak = true;
  for (const { segment } of new Intl.Segmenter(undefined, { granularity: 'word' }).segment(paragraph)) {
    const isLatin = /^[\p{Script=Latin}\p{N}'’\p{M}]+$/u.test(segment);
    const previous = pieces.at(-1);
    // Latin words break only after a space: "rock-n-roll" and "4/4" stay whole.
    const glued = previous !== undefined && isLatin && !mayBreak;
    if (previous !== undefined && (CLOSING.test(segment) || glued)) pieces[pieces.length - 1] += segment;
    else pieces.push(segment);
    mayBreak = /\s$/.test(segment) || !/[\p{Script=Latin}\p{N}\p{P}]$/u.test(segment);
  }
  return pieces;
}

function graphemesOf(text: string): string[] {
  const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' });
  return [...segmenter.segment(text)].map(({ segment }) => segment);
}
