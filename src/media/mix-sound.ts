/** Lays pieces of sound over each other, to the sample. Pure: the same plan and sounds give the same bytes. */
import { clamp } from '../core/scalar';
import type { SoundPiece, SoundPlan } from '../project/frame-plan';
import { limitPeaks } from './limit-peaks';
import { createPcm, type Pcm } from './pcm';
import { resample } from './resample';

/** Samples a second of the mix. */
export const MIX_RATE = 48_000;

/**
 * The film's sound: 48 kHz stereo, exactly `plan.duration` long (to the nearest sample), peaks held below −1 dBFS.
 * Pieces whose sound is null are silent. A piece played faster sounds higher.
 * @param soundOf the whole sound of a piece's source, any rate, mono or stereo
 */
export async function mixSound(
  plan: SoundPlan,
  soundOf: (piece: SoundPiece) => Promise<Pcm | null>,
): Promise<Pcm> {
  const mix = createPcm(MIX_RATE, 2, Math.round(plan.duration * MIX_RATE));
  for (const piece of plan.pieces) {
    const sound = await soundOf(piece);
    if (sound !== null) addPiece(mix, piece, sound);
  }
  limitPeaks(mix);
  return mix;
}

function addPiece(mix: Pcm, piece: SoundPiece, sound: Pcm): void {
  const start = Math.round(piece.start * MIX_RATE);
  const length = Math.round((piece.start + piece.duration) * MIX_RATE) - start;
  if (length <= 0 || piece.speed <= 0) return;
  const step = (piece.speed * sound.sampleRate) / MIX_RATE;
  const position = piece.sourceStart * sound.sampleRate;
  // At the film's own rate a piece is copied, not interpolated: at most half a sample (10 µs) off.
  const from = step === 1 ? Math.round(position) : position;
  mix.channels.forEach((target, index) => {
    const source = sound.channels[index] ?? sound.channels[0];
    if (source === undefined) return;
    const samples = resample(source, from, step, length);
    const last = Math.min(length, target.length - start);
    for (let at = Math.max(0, -start); at < last; at += 1) {
      const gain = piece.gain * fadeAt(piece, at / MIX_RATE);
      target[start + at] = (target[start + at] ?? 0) + (samples[at] ?? 0) * gain;
    }
  });
}

/** 0..1, linear at both ends. `seconds` since the piece began. */
function fadeAt({ fadeIn, fadeOut, duration }: SoundPiece, seconds: number): number {
  const rise = fadeIn > 0 ? seconds / fadeIn : 1;
  const fall = fadeOut > 0 ? (duration - seconds) / fadeOut : 1;
  return clamp(Math.min(rise, fall), 0, 1);
}
