/** What is still to be made of a film when some of it is there. Pure. */
import type { FilmStretch } from '../routes/stretch';

/** Frames [first, first + count). */
export interface FrameSpan {
  readonly first: number;
  readonly count: number;
}

/** The stretches without the frames that are done; those that were copied keep their pictures. */
export function missingStretches(
  stretches: readonly FilmStretch[],
  done: readonly FrameSpan[],
): FilmStretch[] {
  const spans = done.toSorted((a, b) => a.first - b.first);
  return stretches.flatMap((stretch) => {
    const pieces: FilmStretch[] = [];
    const end = stretch.first + stretch.count;
    let at = stretch.first;
    for (const { first, count } of spans) {
      if (first + count <= at || first >= end) continue;
      if (first > at) pieces.push(pieceOf(stretch, at, first));
      at = Math.max(at, first + count);
    }
    if (at < end) pieces.push(pieceOf(stretch, at, end));
    return pieces;
  });
}

function pieceOf(stretch: FilmStretch, from: number, to: number): FilmStretch {
  const { picture, first } = stretch;
  return {
    ...stretch,
    first: from,
    count: to - from,
    ...(picture === undefined ? {} : { picture: picture + from - first }),
  };
}

/** A stretch in spans of at most `length` frames. */
export function spansOf({ first, count }: FrameSpan, length: number): FrameSpan[] {
  return Array.from({ length: Math.ceil(count / length) }, (_, index) => ({
    first: first + index * length,
    count: Math.min(length, count - index * length),
  }));
}
