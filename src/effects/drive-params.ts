/** Numbers that follow the music, the body or the score: from what was set and what is measured to what is drawn. */
import { clamp } from '../core/scalar';
import type { Drive, EffectDefinition, EffectInstance, FrameSignals, Moment, ParamValue } from './effect';
import { STRENGTH } from './effect';
import { measureMoment } from './moment-metrics';

/** Moments a second that `past` holds one of. */
const MOMENTS_A_SECOND = 30;

/** Least smoothing, in seconds, of what trembles from frame to frame: without it a loud song makes a strobe. */
const LEAST_SMOOTHING: Partial<Record<Drive['source'], number>> = {
  level: 0.12,
  bass: 0.12,
  mids: 0.12,
  treble: 0.12,
  'hand-speed': 0.1,
};

/**
 * The instance as it is drawn at this moment: each driven number moved by its drive, and driven and keyed ones held inside
 * their ranges (a spring between two keyframes swings beyond them). The same object where nothing is driven or keyed.
 * @param aspect width over height of the stage
 */
export function driveParams(
  instance: EffectInstance,
  definition: Pick<EffectDefinition, 'params'>,
  signals: FrameSignals,
  aspect: number,
): EffectInstance {
  const drives = Object.entries(instance.drives ?? {});
  const keyed = Object.keys(instance.keys ?? {});
  if (drives.length === 0 && keyed.length === 0) return instance;
  const moments: readonly Moment[] = [signals, ...signals.past];
  const params: Record<string, ParamValue> = { ...instance.params };
  for (const name of keyed) {
    const param = definition.params[name];
    const value = params[name];
    if (param?.type === 'number' && typeof value === 'number')
      params[name] = clamp(value, param.min, param.max);
  }
  let { strength } = instance;
  for (const [name, drive] of drives) {
    const push = drive.amount * driveLevel(drive, moments, aspect);
    if (name === STRENGTH) {
      strength = clamp(strength + push, 0, 1);
      continue;
    }
    const param = definition.params[name];
    const base = instance.params[name] ?? param?.default;
    if (param?.type !== 'number' || typeof base !== 'number') continue;
    params[name] = clamp(base + push * (param.max - param.min), param.min, param.max);
  }
  return { ...instance, params, strength };
}

/** 0..1: the source averaged over its smoothing, the newest counting most, and laid between `low` and `high`. */
export function driveLevel(drive: Drive, moments: readonly Moment[], aspect: number): number {
  const seconds = Math.max(drive.smoothing, LEAST_SMOOTHING[drive.source] ?? 0);
  const reach = Math.min(Math.round(seconds * MOMENTS_A_SECOND), Math.max(0, moments.length - 1));
  let sum = 0;
  let total = 0;
  for (let back = 0; back <= reach; back += 1) {
    const weight = reach + 1 - back;
    sum += weight * measureMoment(drive.source, moments, back, aspect);
    total += weight;
  }
  const level = sum / total;
  const span = drive.high - drive.low;
  // A range of no width is a threshold.
  return Math.abs(span) < 1e-6 ? (level >= drive.low ? 1 : 0) : clamp((level - drive.low) / span, 0, 1);
}
