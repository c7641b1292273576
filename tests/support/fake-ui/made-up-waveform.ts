/** Sounds that could be a song, a voice or a room, to be looked at. */
import { createRandom, seedFrom } from '../../../src/core/random';
import { waveformOf, type Waveform } from '../../../src/media/waveform';
import type { SoundPiece } from '../../../src/project/frame-plan';

/** Enough for a beat to be seen. */
const RATE = 2000;
const SECONDS = 90;

/** The same source always has the same sound: a song beats twice a second, a take is quieter and has words in it. */
export function madeUpWaveform(from: SoundPiece['from']): Waveform {
  const random = createRandom(seedFrom(JSON.stringify(from)));
  const samples = Float32Array.from({ length: RATE * SECONDS }, (_, at) => {
    const seconds = at / RATE;
    const envelope =
      from.kind === 'song'
        ? 0.25 + 0.65 * Math.exp(-6 * (seconds % 0.5)) * (seconds % 8 < 7 ? 1 : 0.3)
        : 0.06 + 0.5 * Math.max(0, Math.sin(seconds * 2.3) * Math.sin(seconds * 9.1));
    return envelope * (random() * 2 - 1);
  });
  return waveformOf({ sampleRate: RATE, channels: [samples] });
}
