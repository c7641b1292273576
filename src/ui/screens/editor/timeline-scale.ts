/** Zoom and scroll of the timeline as plain numbers. A scale is pixels a second; x is pixels from the film's start. */
import { clamp } from '../../../core/scalar';
import { FLICKS_PER_SECOND, frameDuration, type Flicks } from '../../../core/time';

/** A frame at 30 fps is then 30 px wide: enough to hit. */
export const LARGEST_SCALE = 900;

/** A whole minute in a phone's width. */
export const SMALLEST_SCALE = 6;

/** Room after the last clip: for the button that adds one, and to pull its edge further out. */
export const TAIL_PX = 120;

/** One press of a zoom button. */
export const ZOOM_STEP = 1.5;

/** Pixels from the start of the film. */
export function xOf(time: number, scale: number): number {
  return (time / FLICKS_PER_SECOND) * scale;
}

/** The time at `x`; never before the start. */
export function timeAt(x: number, scale: number): Flicks {
  return Math.max(0, Math.round((x / scale) * FLICKS_PER_SECOND)) as Flicks;
}

/** The time at `x`, on the nearest frame boundary. */
export function frameTimeAt(x: number, scale: number, fps: number): Flicks {
  const frame = frameDuration(fps);
  return (Math.round(timeAt(x, scale) / frame) * frame) as Flicks;
}

/** What of the tail is seen when the whole film is: the button. */
const SEEN_TAIL_PX = 80;

/** Seconds that an empty film is shown as. */
export const EMPTY_SECONDS = 15;

/** The scale at which the whole film and the button after it fit `width` px. */
export function fitScale(duration: Flicks, width: number): number {
  const seconds = duration > 0 ? duration / FLICKS_PER_SECOND : EMPTY_SECONDS;
  return holdScale(Math.max(1, width - SEEN_TAIL_PX) / seconds);
}

/** `scale` inside its limits. */
export function holdScale(scale: number): number {
  return clamp(scale, SMALLEST_SCALE, LARGEST_SCALE);
}

/**
 * Where to scroll so that what lies at `anchor` stays there when the scale changes.
 * @param anchor pixels from the left of the visible part
 */
export function scrollForZoom(scroll: number, anchor: number, before: number, after: number): number {
  return Math.max(0, ((scroll + anchor) * after) / before - anchor);
}

/**
 * Where to scroll so that `x` is seen; the same place when it is already.
 * A playhead that runs out on the right comes back in at a sixth of the width.
 */
export function scrollToShow(x: number, scroll: number, width: number): number {
  const margin = Math.min(24, width / 8);
  if (x >= scroll + margin && x <= scroll + width - margin) return scroll;
  if (x >= 0 && x < margin && scroll === 0) return scroll;
  return Math.max(0, x - width / 6);
}

/** A labelled line on the ruler. */
export interface Tick {
  readonly time: Flicks;
  readonly x: number;
}

/** Seconds between labels: the smallest that leaves each its room. */
const STEPS = [0.1, 0.2, 0.5, 1, 2, 5, 10, 15, 30, 60, 120, 300, 600] as const;
const LABEL_PX = 64;

/** Short lines between two labels. */
export const LINES_PER_LABEL = 5;

/** Seconds between two labels at a scale. */
export function labelStep(scale: number): number {
  return STEPS.find((step) => step * scale >= LABEL_PX) ?? 600;
}

/** The labelled lines of the ruler from 0 to `end`. */
export function labelsUpTo(end: Flicks, scale: number): readonly Tick[] {
  const step = labelStep(scale);
  const count = Math.floor(end / FLICKS_PER_SECOND / step + 1e-6);
  return Array.from({ length: count + 1 }, (_, index) => {
    const time = Math.round(index * step * FLICKS_PER_SECOND) as Flicks;
    return { time, x: xOf(time, scale) };
  });
}
