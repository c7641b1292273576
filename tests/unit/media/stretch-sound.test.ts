import { describe, expect, it, test } from 'vitest';
import type { Pcm } from '../../../src/media/pcm';
import { stretchAlong, stretchSound } from '../../../src/media/stretch-sound';

const RATE = 48_000;

function tone(hertz: number, seconds: number): Float32Array {
  // A few overtones, as strings have them.
  return Float32Array.from({ length: seconds * RATE }, (_, frame) => {
    const angle = (2 * Math.PI * hertz * frame) / RATE;
    return 0.4 * Math.sin(angle) + 0.2 * Math.sin(2 * angle) + 0.1 * Math.sin(3 * angle);
  });
}

/** Hertz of the strongest period near `expected`, to a fraction of a sample. */
function pitchNear(sound: Float32Array, expected: number): number {
  const from = Math.round(sound.length / 3);
  const likeness = (lag: number): number => {
    let sum = 0;
    for (let k = 0; k < RATE / 4; k += 1) sum += (sound[from + k] ?? 0) * (sound[from + k + lag] ?? 0);
    return sum;
  };
  const middle = RATE / expected;
  let best = Math.round(middle);
  for (let lag = Math.floor(middle * 0.8); lag <= middle * 1.25; lag += 1)
    if (likeness(lag) > likeness(best)) best = lag;
  const [before, here, after] = [likeness(best - 1), likeness(best), likeness(best + 1)];
  return RATE / (best + (0.5 * (before - after)) / (before - 2 * here + after));
}

function steepest(sound: Float32Array): number {
  let steep = 0;
  for (let k = 1; k < sound.length; k += 1)
    steep = Math.max(steep, Math.abs((sound[k] ?? 0) - (sound[k - 1] ?? 0)));
  return steep;
}

const stretched = (sound: Float32Array, tempo: number): Float32Array =>
  stretchSound({ sampleRate: RATE, channels: [sound] }, tempo).channels[0] ?? new Float32Array();

describe.each([0.5, 0.75, 1.25])('at tempo %f', (tempo) => {
  it.each([55, 110, 220, 440, 1760])(
    'a tone of %i Hz keeps its pitch, lasts as long as it should and has no click',
    (hertz) => {
      const sound = tone(hertz, 2);
      const slow = stretched(sound, tempo);
      expect(slow).toHaveLength(Math.round(sound.length / tempo));
      expect(Math.abs(pitchNear(slow, hertz) / hertz - 1)).toBeLessThan(0.01);
      const inner = slow.subarray(RATE / 10, slow.length - RATE / 10);
      expect(steepest(inner)).toBeLessThan(1.3 * steepest(sound));
    },
  );

  it('strokes come when they should', () => {
    const sound = new Float32Array(4 * RATE);
    const strokes = [0.5, 1, 1.5, 2, 2.5, 3, 3.5];
    for (const at of strokes)
      for (let k = 0; k < 3000; k += 1)
        sound[at * RATE + k] = Math.sin((2 * Math.PI * 180 * k) / RATE) * Math.exp(-k / 600);
    const slow = stretched(sound, tempo);
    for (const at of strokes) {
      const due = Math.round((at / tempo) * RATE);
      const around = slow.subarray(due - RATE / 5, due + RATE / 5);
      let power = 0;
      let moment = 0;
      around.forEach((value, k) => {
        power += value * value;
        moment += value * value * k;
      });
      // A stroke's weight lies 6 ms behind its start; slowed down it is softened by some milliseconds more.
      expect(Math.abs((moment / power - RATE / 5) / RATE - 0.006)).toBeLessThan(0.015);
    }
  });
});

test('both sides are cut alike: what is the same on both stays so', () => {
  const side = tone(330, 1);
  const slow: Pcm = stretchSound(
    { sampleRate: RATE, channels: [side, side.map((value) => value * 0.5)] },
    0.75,
  );
  const [left = new Float32Array(), right = new Float32Array()] = slow.channels;
  expect(left.every((value, k) => Math.abs(value * 0.5 - (right[k] ?? 9)) < 1e-6)).toBe(true);
});

test('tempo 1 is the sound itself; silence stays silent; a senseless tempo is refused', () => {
  const pcm: Pcm = { sampleRate: RATE, channels: [tone(220, 1)] };
  expect(stretchSound(pcm, 1)).toBe(pcm);
  expect(stretched(new Float32Array(RATE), 0.5).every((value) => value === 0)).toBe(true);
  expect(() => stretchSound(pcm, 0)).toThrow(RangeError);
});

describe('along a map of time', () => {
  const sound: Pcm = { sampleRate: RATE, channels: [tone(220, 3)] };
  const along = (outLength: number, map: (sample: number) => number): Float32Array =>
    stretchAlong(sound, outLength, map).channels[0] ?? new Float32Array();

  it('an even map is a tempo', () => {
    expect(along(2 * RATE, (sample) => sample * 1.5)).toEqual(stretched(tone(220, 3), 1.5));
  });

  it('pitch stays where the tempo changes from hop to hop, forwards and backwards', () => {
    // From 0.5x to 1.5x within two seconds.
    const map = (sample: number): number => 0.5 * sample + (sample * sample) / (4 * RATE);
    for (const way of [map, (sample: number) => 2.5 * RATE - map(sample)]) {
      const moved = along(2 * RATE, way);
      expect(moved).toHaveLength(2 * RATE);
      expect(Math.abs(pitchNear(moved, 220) / 220 - 1)).toBeLessThan(0.01);
    }
  });

  it('a map straight back gives the mirrored samples', () => {
    const back = along(3 * RATE, (sample) => 3 * RATE - sample);
    const mirrored = tone(220, 3).reverse();
    expect(back.every((value, k) => Math.abs(value - (mirrored[k] ?? 9)) < 1e-6)).toBe(true);
  });

  it('a part in the middle sounds the same as in the whole', () => {
    const map = (sample: number): number => RATE + sample * 0.8;
    const lone: Pcm = { sampleRate: RATE, channels: [new Float32Array(3 * RATE)] };
    lone.channels[0]?.set(tone(220, 3).subarray(0.8 * RATE, 2.2 * RATE), 0.8 * RATE);
    expect(stretchAlong(lone, RATE, map).channels[0]).toEqual(along(RATE, map));
  });

  it('past the ends of the source is silence', () => {
    expect(along(RATE, (sample) => sample * 2 - 9 * RATE).every((value) => value === 0)).toBe(true);
    expect(along(RATE, (sample) => 9 * RATE - sample * 2).every((value) => value === 0)).toBe(true);
  });
});
