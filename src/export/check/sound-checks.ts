/** The sound of the finished film against the mix. Pure. */
import type { MediaInput } from '../../media/media-input';
import type { CheckResult } from './check-result';
import type { HeardSound } from './expected-film';
import type { HeardFile } from './hear-file';
import { offsetIn } from './sound-offset';

/** Root of the mean square below which nothing is heard. */
const SILENCE = 1e-5;

/** Longest that sound may end before or after the picture, in seconds: two AAC frames. */
const SLACK_SECONDS = 0.045;

/** There is no sound track. */
export function checkNoSound({ audio }: Pick<MediaInput, 'audio'>): CheckResult {
  return { passed: audio === null, value: audio === null ? 'none' : 'some' };
}

/** There is sound for as long as there is picture. @param duration of the film, in seconds */
export function checkSound(
  { level, seconds }: HeardFile,
  { kind }: HeardSound,
  duration: number,
): CheckResult {
  const isHeard = kind === 'silent' || level > SILENCE;
  return {
    passed: isHeard && Math.abs(seconds - duration) < SLACK_SECONDS,
    value: `${seconds.toFixed(3)} s, ${level > 0 ? (20 * Math.log10(level)).toFixed(1) : '-∞'} dB`,
  };
}

/** Encoding may change the loudness by so much, in LU. */
const SAME_LOUDNESS = 1;

/** What was too quiet for the mix to be measured, at −70 LUFS, is not louder than this afterwards. */
const STILL_QUIET = -65;

/** As loud as the mix. */
export function checkLoudness({ loudness: found }: HeardFile, { loudness }: HeardSound): CheckResult {
  return {
    passed: loudness === null ? found < STILL_QUIET : Math.abs(found - loudness) <= SAME_LOUDNESS,
    value: Number.isFinite(found) ? `${found.toFixed(1)} LUFS` : '–',
  };
}

/** Sound and picture may be apart by so much, in seconds: a quarter of what ITU-R BT.1359 finds can be noticed. */
export const IN_SYNC_SECONDS = 0.01;

/** Each excerpt lies where it belongs. The value is the worst offset, positive where sound comes late. */
export function checkSync({ windows, sampleRate }: HeardFile, { probes }: HeardSound): CheckResult {
  const offsets = probes
    .map((probe, index) => offsetIn(windows[index] ?? new Float32Array(0), probe, sampleRate))
    .filter((offset) => offset !== null);
  if (offsets.length === 0) return { passed: true, value: '–' };
  const worst = offsets.reduce((most, offset) => (Math.abs(offset) > Math.abs(most) ? offset : most));
  return { passed: Math.abs(worst) <= IN_SYNC_SECONDS, value: `${(worst * 1000).toFixed(1)} ms` };
}
