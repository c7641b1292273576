/** The music steps back while somebody speaks, and is back when they are done. Pure. */
import { pcmLength, type Pcm } from './pcm';

/** Decibels that the music falls by at full duck. */
export const DUCK_RANGE_DB = 24;

/** The voice's level is measured this often, in seconds, each time over `BLOCKS_AT_ONCE` blocks around the instant. */
const BLOCK_SECONDS = 0.005;

/** 20 ms: a period of the lowest voice, and short against a syllable. */
const BLOCKS_AT_ONCE = 4;

/** Above this, in dBFS, somebody speaks: room noise and breath lie below. */
const SPEAKS_DB = -45;

/** Below this, in dBFS, they no longer do; the gap between both keeps soft ends of words. */
const RESTS_DB = -51;

/** The music begins to fall this long before the voice, in seconds, and is down when it begins. */
const FALL_SECONDS = 0.12;

/** It stays down this long after the voice, in seconds: pauses between words don't pump. */
const HOLD_SECONDS = 0.35;

/** It takes this long to come back, in seconds. */
const RISE_SECONDS = 0.5;

/**
 * Turns the music down under the voice, in place and all channels alike, in ramps that are even in decibels.
 * Where nobody speaks no sample is touched.
 * @param voice as long as the music, at the same rate
 * @param duck 0..1: how far, as a part of `DUCK_RANGE_DB`
 */
export function duckUnder(music: Pcm, voice: Pcm, duck: number): void {
  const block = Math.round(BLOCK_SECONDS * music.sampleRate);
  const depths = depthsUnder(voice, block, block / music.sampleRate);
  const nepers = (-duck * DUCK_RANGE_DB * Math.LN10) / 20;
  for (let index = 0; index + 1 < depths.length; index += 1) {
    const depth = depths[index] ?? 0;
    const slope = ((depths[index + 1] ?? 0) - depth) / block;
    if (depth === 0 && slope === 0) continue;
    for (let k = 0; k < block; k += 1) {
      const gain = Math.exp(nepers * (depth + slope * k));
      const at = index * block + k;
      for (const side of music.channels) {
        if (at < side.length) side[at] = (side[at] ?? 0) * gain;
      }
    }
  }
}

/** How far the music is down, 0..1, at the beginning of each block and at the end of the last. */
function depthsUnder(voice: Pcm, block: number, blockSeconds: number): Float64Array {
  const depths = new Float64Array(Math.ceil(pcmLength(voice) / block) + 1);
  const speaking = speakingAt(voice, block, depths.length);
  let held = 0;
  let depth = 0;
  for (let index = 0; index < depths.length; index += 1) {
    held = speaking[index] === 1 ? Math.round(HOLD_SECONDS / blockSeconds) + 1 : held - 1;
    depth = held > 0 ? 1 : Math.max(0, depth - blockSeconds / RISE_SECONDS);
    depths[index] = depth;
  }
  // Backwards: each instant is already on the way to what comes after it.
  for (let index = depths.length - 1; index >= 0; index -= 1) {
    depth = Math.max(depths[index] ?? 0, depth - blockSeconds / FALL_SECONDS);
    depths[index] = depth;
  }
  return depths;
}

/** 1 where somebody speaks around the beginning of a block. */
function speakingAt(voice: Pcm, block: number, count: number): Uint8Array {
  const powers = voice.channels.map((side) => blockPowers(side, block));
  const speaking = new Uint8Array(count);
  let speaks = false;
  for (let index = 0; index < count; index += 1) {
    // The louder side counts: a voice on one side alone is a voice.
    const power = Math.max(0, ...powers.map((side) => meanAround(side, index)));
    speaks = power > 10 ** ((speaks ? RESTS_DB : SPEAKS_DB) / 10);
    speaking[index] = speaks ? 1 : 0;
  }
  return speaking;
}

function blockPowers(side: Float32Array, block: number): Float64Array {
  const powers = new Float64Array(Math.ceil(side.length / block));
  side.forEach((sample, at) => {
    const index = Math.floor(at / block);
    powers[index] = (powers[index] ?? 0) + (sample * sample) / block;
  });
  return powers;
}

/** Mean of the blocks around the beginning of block `index`; outside is silence. */
function meanAround(powers: Float64Array, index: number): number {
  let sum = 0;
  for (let k = -BLOCKS_AT_ONCE / 2; k < BLOCKS_AT_ONCE / 2; k += 1) sum += powers[index + k] ?? 0;
  return sum / BLOCKS_AT_ONCE;
}
