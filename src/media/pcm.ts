/** Decoded or synthesised sound: samples of each channel, in memory. */

/** Sound as numbers. All channels have the same length; samples are nominally -1..1. */
export interface Pcm {
  /** Samples a second. */
  readonly sampleRate: number;
  /** One array a channel: [left, right], or one for mono. */
  readonly channels: readonly Float32Array[];
}

/**
 * Silence.
 * @param frames length in samples of one channel, a whole number ≥ 0
 */
export function createPcm(sampleRate: number, channelCount: number, frames: number): Pcm {
  return { sampleRate, channels: Array.from({ length: channelCount }, () => new Float32Array(frames)) };
}

/** Length in samples of one channel. */
export function pcmLength(pcm: Pcm): number {
  return pcm.channels[0]?.length ?? 0;
}

/** Length in seconds. */
export function pcmDuration(pcm: Pcm): number {
  return pcmLength(pcm) / pcm.sampleRate;
}
