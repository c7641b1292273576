/** A song for a dance that has none: a click on every beat, higher on the first of a bar. */
import { beatTime, type BeatGrid } from '../core/beat-grid';
import type { Pcm } from './pcm';

/** Seconds that a click rings. */
const RING = 0.06;

export function clickTrack(grid: BeatGrid, seconds: number, sampleRate: number): Pcm {
  const samples = new Float32Array(Math.ceil(seconds * sampleRate));
  for (let beat = 0; beatTime(grid, beat) < seconds; beat += 1) {
    const start = Math.round(beatTime(grid, beat) * sampleRate);
    const hertz = beat % grid.beatsPerBar === 0 ? 1600 : 1100;
    for (let index = 0; index < RING * sampleRate && start + index < samples.length; index += 1) {
      const age = index / sampleRate;
      samples[start + index] = 0.5 * Math.exp(-age * 70) * Math.sin(2 * Math.PI * hertz * age);
    }
  }
  return { sampleRate, channels: [samples] };
}
