/** Numbers that come from a panel or a drag. */
import { clamp } from '../core/scalar';

/** `value` held between `low` and `high`; `otherwise` where it is missing or not a finite number. */
export function clampOr(value: number | undefined, low: number, high: number, otherwise: number): number {
  // Adding 0 makes -0 a plain 0, which is what comes back from storage.
  return value === undefined || !Number.isFinite(value) ? otherwise : clamp(value, low, high) + 0;
}
