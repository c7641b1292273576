/** How much of a source its pieces need. Pure. */
import { sourceAt } from '../../core/pace';
import type { SoundSpan } from '../../media/decode-sound';
import type { SoundPiece } from '../../project/frame-plan';

/** Filters and stretching reach this far beyond a piece, in seconds of the source. */
const REACH_SECONDS = 0.3;

/**
 * From the first to the last place that is heard.
 * @param pieces of one source
 * @param duration seconds of the film; what a piece has beyond is not heard
 */
export function neededSpan(pieces: readonly SoundPiece[], duration: number): SoundSpan {
  const places = pieces.flatMap((piece) => {
    const first = Math.max(0, -piece.start);
    const last = Math.min(piece.duration, duration - piece.start);
    // The way through a source never turns round within a piece.
    return last > first ? [sourceAt(piece, first), sourceAt(piece, last)] : [];
  });
  if (places.length === 0) return { from: 0, to: 0 };
  return {
    from: Math.max(0, Math.min(...places) - REACH_SECONDS),
    to: Math.max(0, Math.max(...places) + REACH_SECONDS),
  };
}
