/** Changes of the moves of a challenge in the making: each gives a new list, in order and without overlap. Pure. */
import { clamp } from '../core/scalar';
import type { Move } from './compile';
import { renumber } from './cut-track';

/** Seconds of the shortest move. */
export const SHORTEST_MOVE = 0.3;

/** Sets start, end or hold; neighbours keep their place. @param duration seconds of the dance */
export function changeMove(
  moves: readonly Move[],
  index: number,
  patch: Partial<Pick<Move, 'start' | 'end' | 'hold' | 'name'>>,
  duration: number,
): Move[] {
  const move = moves[index];
  if (move === undefined) return [...moves];
  const low = moves[index - 1]?.end ?? 0;
  const high = moves[index + 1]?.start ?? duration;
  const start = clamp(patch.start ?? move.start, low, Math.max(low, (patch.end ?? move.end) - SHORTEST_MOVE));
  const end = clamp(patch.end ?? move.end, start + SHORTEST_MOVE, Math.max(start + SHORTEST_MOVE, high));
  const changed = {
    ...move,
    ...patch,
    start,
    end: Math.min(end, high),
    keyTime: clamp(move.keyTime, start, Math.min(end, high)),
  };
  return changed.end - changed.start < SHORTEST_MOVE - 1e-9
    ? [...moves]
    : moves.map((one, place) => (place === index ? changed : one));
}

export function withoutMove(moves: readonly Move[], index: number): Move[] {
  return renumber(moves.filter((_, place) => place !== index));
}

/** In the middle; a move that is too short stays whole. */
export function splitMoveAt(moves: readonly Move[], index: number): Move[] {
  const move = moves[index];
  if (move === undefined || move.end - move.start < 2 * SHORTEST_MOVE) return [...moves];
  const middle = (move.start + move.end) / 2;
  const parts = [
    { ...move, end: middle, keyTime: Math.min(move.keyTime, middle) },
    { ...move, start: middle, keyTime: Math.max(move.keyTime, middle) },
  ];
  return renumber(moves.flatMap((one, place) => (place === index ? parts : [one])));
}

/** With the next one, and the pause between them. */
export function mergeWithNext(moves: readonly Move[], index: number): Move[] {
  const move = moves[index];
  const next = moves[index + 1];
  if (move === undefined || next === undefined) return [...moves];
  return renumber([
    ...moves.slice(0, index),
    { ...move, end: next.end, hold: move.hold && next.hold },
    ...moves.slice(index + 2),
  ]);
}
