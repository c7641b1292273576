/** The way from one keyframe to the next. */
import { smoothstep } from '../core/scalar';
import type { BezierHandles, ParamKey } from './effect';

/** Handles of a new bezier: slow, fast, slow, as CSS calls `ease-in-out`. */
export const USUAL_BEZIER: BezierHandles = [0.42, 0, 0.58, 1];

/** How fast a spring comes to rest, and how often it swings through: one and three quarter turns end on the value. */
const SPRING_DECAY = 6;
const SPRING_ANGLE = 2 * Math.PI * 1.75;

/** How much of the way is done at `part` of the time, both 0..1; a spring and a bezier may swing beyond. */
export function easeAt({ ease, bezier }: Pick<ParamKey, 'ease' | 'bezier'>, part: number): number {
  switch (ease) {
    case 'linear':
      return part;
    case 'smooth':
      return smoothstep(0, 1, part);
    case 'hold':
      return part < 1 ? 0 : 1;
    case 'bezier':
      return bezierAt(bezier ?? USUAL_BEZIER, part);
    case 'spring':
      return part >= 1 ? 1 : 1 - Math.exp(-SPRING_DECAY * part) * Math.cos(SPRING_ANGLE * part);
  }
}

/** Halvings that find the place on a bezier to a millionth. */
const HALVINGS = 22;

/** A cubic bezier from (0, 0) to (1, 1) with two handles, as CSS `cubic-bezier`: its y where its x is `part`. */
function bezierAt([x1, y1, x2, y2]: BezierHandles, part: number): number {
  if (part <= 0 || part >= 1) return part <= 0 ? 0 : 1;
  let low = 0;
  let high = 1;
  // x rises with the place because the handles' x lie in 0..1.
  for (let halving = 0; halving < HALVINGS; halving += 1) {
    const middle = (low + high) / 2;
    if (cubic(x1, x2, middle) < part) low = middle;
    else high = middle;
  }
  return cubic(y1, y2, (low + high) / 2);
}

function cubic(first: number, second: number, t: number): number {
  const rest = 1 - t;
  return 3 * rest * rest * t * first + 3 * rest * t * t * second + t * t * t;
}
