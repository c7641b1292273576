/** An excerpt is found to the sample where it lies, and sounds that could lie anywhere say nothing. */
import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import { createRandom } from '../../../../src/core/random';
import { offsetIn, windowOf } from '../../../../src/export/check/sound-offset';

const RATE = 48_000;
const SECONDS = 2;

const made = (sample: (at: number) => number): Float32Array =>
  Float32Array.from({ length: SECONDS * RATE }, (_, at) => sample(at));

/** Drums over a low tone. */
function drums(seed = 1): Float32Array {
  const random = createRandom(seed);
  return made(
    (at) =>
      0.4 * (random() - 0.5) * Math.exp(-((at % 12_000) / 2400)) +
      0.2 * Math.sin((2 * Math.PI * 55 * at) / RATE),
  );
}

const tone = (frequency: number): Float32Array =>
  made((at) => 0.3 * Math.sin((2 * Math.PI * frequency * at) / RATE));

const MIX = drums();

const probeOf = (mix: Float32Array, at: number, seconds = 0.4): { at: number; samples: Float32Array } => ({
  at,
  samples: mix.slice(at * RATE, (at + seconds) * RATE),
});

/** The mix, `late` samples later. */
const shifted = (mix: Float32Array, late: number): Float32Array => mix.map((_, at) => mix[at - late] ?? 0);

/** As a file would be listened to. */
function offsetOf(sound: Float32Array, probe: { at: number; samples: Float32Array }): number | null {
  const { start, length } = windowOf(probe, RATE);
  return offsetIn(
    Float32Array.from({ length }, (_, at) => sound[start + at] ?? 0),
    probe,
    RATE,
  );
}

describe('the offset', () => {
  test('is found to the sample, early or late', () => {
    fc.assert(
      fc.property(fc.integer({ min: -2700, max: 2700 }), (late) => {
        expect(offsetOf(shifted(MIX, late), probeOf(MIX, 0.8))).toBeCloseTo(late / RATE, 9);
      }),
      { numRuns: 12 },
    );
  });

  test('is found at either end of the sound', () => {
    expect(offsetOf(shifted(MIX, 480), probeOf(MIX, 0))).toBeCloseTo(0.01, 9);
    expect(offsetOf(shifted(MIX, -480), probeOf(MIX, SECONDS - 0.4))).toBeCloseTo(-0.01, 9);
  });

  test('is found under noise and at another loudness', () => {
    const random = createRandom(5);
    const sound = shifted(MIX, 960).map((sample) => 0.5 * sample + 0.02 * (random() - 0.5));
    expect(offsetOf(sound, probeOf(MIX, 0.8))).toBeCloseTo(0.02, 4);
  });

  test.each([
    { name: 'silence', mix: new Float32Array(SECONDS * RATE) },
    { name: 'a high tone', mix: tone(440) },
    { name: 'a low tone', mix: tone(45) },
    { name: 'a tone of a whole number of samples', mix: tone(1000) },
  ])('is not told of $name', ({ mix }) => {
    expect(offsetOf(shifted(mix, 1900), probeOf(mix, 0.8))).toBeNull();
  });

  test('is not told of an excerpt that is not there', () => {
    expect(
      offsetOf(
        shifted(drums(2), 0),
        probeOf(
          made(() => createRandom(9)() - 0.5),
          0.8,
        ),
      ),
    ).toBeNull();
    expect(offsetOf(shifted(new Float32Array(SECONDS * RATE), 0), probeOf(MIX, 0.8))).toBeNull();
    expect(offsetIn(new Float32Array(0), probeOf(MIX, 0.8), RATE)).toBeNull();
  });

  test('is not told of an excerpt without samples', () => {
    expect(offsetOf(shifted(MIX, 0), { at: 0.5, samples: new Float32Array(0) })).toBeNull();
  });
});
