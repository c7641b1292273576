/**
 * A piece's own samples, fetched from its source at its pace: steadily, along a curve, backwards, with its pitch kept or
 * moving with the speed as a tape's does. Pure.
 */
import { sourceAt, type Pace } from '../core/pace';
import type { SoundPiece } from '../project/frame-plan';
import { createPcm, type Pcm } from './pcm';
import { resample } from './resample';
import { stretchAlong } from './stretch-sound';

/**
 * Along a curve the speed is held for so many samples (a third of a millisecond at 48 kHz). Places are exact at both
 * ends of each block, so nothing drifts; within one a curve from 1x to 3x in a second strays by less than 1 µs.
 */
const BLOCK = 16;

/** Samples that are stretched beyond both ends where the rate changes afterwards: the resampling filter reaches there. */
const FILTER_REACH = 128;

/**
 * The piece's whole duration, to the nearest sample of the film at `rate`, before gain and fades.
 * As many channels as `sound` has. A still, and whatever lies outside the source, is silent.
 * Played steadily forwards at the source's own rate, samples are copied, not interpolated: at most half a sample off.
 * @param rate samples a second of the result
 */
export function pacedSound(sound: Pcm, piece: SoundPiece, rate: number): Pcm {
  const length = Math.round((piece.start + piece.duration) * rate) - Math.round(piece.start * rate);
  const speed = steadySpeed(piece);
  if (length <= 0 || piece.still === true || (speed !== null && speed <= 0)) {
    return createPcm(rate, sound.channels.length, Math.max(0, length));
  }
  if (piece.keepPitch && speed !== 1) return atItsPitch(sound, piece, rate, length);
  const channels = asOnTape(sound, piece, rate, length, speed);
  // Backwards, the samples were fetched in the source's order.
  if (piece.reversed === true) channels.forEach((side) => side.reverse());
  return { sampleRate: rate, channels };
}

/** The one speed that a piece has from its beginning to its end; null along a curve. */
function steadySpeed({ speed, speedCurve }: Pace): number | null {
  const first = speedCurve?.[0];
  if (speedCurve === undefined || first === undefined) return speed;
  return speedCurve.every((point) => point.speed === first.speed) ? first.speed : null;
}

/** Stretched at the source's rate, so that a fast piece needs no more work than it gives sound, then brought to `rate`. */
function atItsPitch(sound: Pcm, piece: SoundPiece, rate: number, length: number): Pcm {
  const { sampleRate } = sound;
  const step = sampleRate / rate;
  const margin = step === 1 ? 0 : FILTER_REACH;
  const stretched = stretchAlong(
    sound,
    Math.ceil(length * step) + 2 * margin,
    (sample) => sourceAt(piece, (sample - margin) / sampleRate) * sampleRate,
  );
  const channels = stretched.channels.map((side) => resample(side, margin, step, length));
  return { sampleRate: rate, channels };
}

/**
 * Pitch moves with the speed. In the order of the source, whichever way the piece runs.
 * @param speed null along a curve
 */
function asOnTape(
  sound: Pcm,
  piece: SoundPiece,
  rate: number,
  length: number,
  speed: number | null,
): Float32Array[] {
  const { sampleRate } = sound;
  const placeAt = (sample: number): number =>
    piece.reversed === true
      ? // A sample fills the span up to the next, so backwards the one below a place is what sounds there.
        sourceAt(piece, (length - 1 - sample) / rate) * sampleRate - 1
      : sourceAt(piece, sample / rate) * sampleRate;
  if (speed === null) return alongCurve(sound.channels, placeAt, length);
  const step = (speed * sampleRate) / rate;
  const from = step === 1 ? Math.round(placeAt(0)) : placeAt(0);
  return sound.channels.map((source) => resample(source, from, step, length));
}

/** Block by block at the speed that each has; the filter against aliasing follows it. */
function alongCurve(
  sources: readonly Float32Array[],
  placeAt: (sample: number) => number,
  length: number,
): Float32Array[] {
  const sides = sources.map(() => new Float32Array(length));
  let from = placeAt(0);
  for (let block = 0; block < length; block += BLOCK) {
    const to = placeAt(block + BLOCK);
    const step = (to - from) / BLOCK;
    const count = Math.min(BLOCK, length - block);
    for (const [index, source] of sources.entries()) {
      sides[index]?.set(resample(source, from, step, count), block);
    }
    from = to;
  }
  return sides;
}
