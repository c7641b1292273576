/** Times on the timeline in figures: for the transport, and for what screen readers say. */
import { FLICKS_PER_SECOND, frameDuration, toSeconds, type Flicks } from '../../../core/time';
import { formatClock } from '../../format';

/** `0:04.12`: minutes, seconds and the frame in its second (not hundredths). */
export function formatTimecode(time: Flicks, fps: number): string {
  const frames = Math.floor(Math.max(0, time) / frameDuration(fps));
  const perSecond = Math.round(FLICKS_PER_SECOND / frameDuration(fps));
  const seconds = Math.floor(frames / perSecond);
  const digits = String(perSecond - 1).length;
  const frame = String(frames % perSecond).padStart(digits, '0');
  return `${formatClock(seconds)}.${frame}`;
}

/** `0:04.2`: as it is said aloud. */
export function formatMoment(time: Flicks): string {
  return formatClock(toSeconds(time), { tenths: true });
}
