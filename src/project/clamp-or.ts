/** Numbers that come from a panel or a drag. */
import { clamp } from '../core/scalar';

/** `value` held between `low` and `high`; `otherwise` where it is missing or not a finite number. */
export function clampOr(value: number | undefined, low: number, high: number, otherwise: number): number {
  return value === undefined || !Number.isFinite(value) ? otherwise : clamp(value, low, high);
}
