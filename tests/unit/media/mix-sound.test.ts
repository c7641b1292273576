/** Pieces of sound lie where the plan says, to the sample. */
import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import { PEAK_LIMIT } from '../../../src/media/limit-peaks';
import { integratedLoudness } from '../../../src/media/loudness';
import { mixSound } from '../../../src/media/mix-sound';
import type { Pcm } from '../../../src/media/pcm';
import type { SoundPiece } from '../../../src/project/frame-plan';
import type { Master } from '../../../src/project/project';

const RATE = 48_000;

/** Sample `n` has the value n / length. */
function ramp(seconds: number, rate = RATE): Pcm {
  const length = Math.round(seconds * rate);
  const side = Float32Array.from({ length }, (_, at) => at / length);
  return { sampleRate: rate, channels: [side, side.map((value) => -value)] };
}

const piece = (patch: Partial<SoundPiece> = {}): SoundPiece => ({
  from: { kind: 'take', takeId: 'take' },
  bus: 'film',
  start: 0,
  duration: 1,
  sourceStart: 0,
  speed: 1,
  keepPitch: false,
  gain: 1,
  fadeIn: 0,
  fadeOut: 0,
  ...patch,
});

const PLAIN: Master = { evenLoudness: false, duck: 0 };

const mix = (
  duration: number,
  pieces: SoundPiece[],
  sound: Pcm | null | ((piece: SoundPiece) => Pcm),
  master = PLAIN,
): Promise<Pcm> =>
  mixSound({ duration, pieces, master }, (asked) =>
    Promise.resolve(typeof sound === 'function' ? sound(asked) : sound),
  );

const flat = (level: number, seconds = 1): Pcm => ({
  sampleRate: RATE,
  channels: [new Float32Array(seconds * RATE).fill(level)],
});

/** A tone of 1 kHz. */
const tone = (amplitude: number, seconds: number): Pcm => ({
  sampleRate: RATE,
  channels: [
    Float32Array.from(
      { length: seconds * RATE },
      (_, at) => amplitude * Math.sin((2 * Math.PI * 1000 * at) / RATE),
    ),
  ],
});

/** Amplitude of what sounds between two instants. */
const amplitude = ({ channels }: Pcm, from: number, to: number): number =>
  (channels[0] ?? new Float32Array())
    .slice(from * RATE, to * RATE)
    .reduce((most, sample) => Math.max(most, Math.abs(sample)), 0);

describe('mixSound', () => {
  test('is as long as the plan, silent where nothing lies', async () => {
    const mixed = await mix(2.5, [piece({ start: 1, duration: 1 })], ramp(1));
    expect(mixed.channels.map(({ length }) => length)).toEqual([120_000, 120_000]);
    expect(mixed.channels[0]?.slice(0, RATE).every((sample) => sample === 0)).toBe(true);
    expect(mixed.channels[0]?.slice(2 * RATE).every((sample) => sample === 0)).toBe(true);
  });

  test('copies to the sample, both sides', async () => {
    const source = ramp(2);
    const mixed = await mix(1, [piece({ start: 0.25, duration: 0.5, sourceStart: 0.5 })], source);
    expect(mixed.channels[0]?.[12_000]).toBe(source.channels[0]?.[24_000]);
    expect(mixed.channels[0]?.[35_999]).toBe(source.channels[0]?.[47_999]);
    expect(mixed.channels[0]?.[36_000]).toBe(0);
    expect(mixed.channels[1]?.[12_000]).toBe(source.channels[1]?.[24_000]);
  });

  test('a mono source is heard on both sides', async () => {
    const mixed = await mix(1, [piece()], flat(0.5));
    expect(mixed.channels.map((side) => side[100])).toEqual([0.5, 0.5]);
  });

  test('at double speed the source is over in half the time', async () => {
    const mixed = await mix(1, [piece({ speed: 2 })], ramp(1));
    expect(mixed.channels[0]?.[12_000]).toBeCloseTo(0.5, 2);
    expect(mixed.channels[0]?.[30_000]).toBeCloseTo(0, 5);
  });

  test('another rate keeps its time', async () => {
    const mixed = await mix(1, [piece()], ramp(1, 44_100));
    expect(mixed.channels[0]?.[24_000]).toBeCloseTo(0.5, 3);
  });

  test('fades rise and fall evenly', async () => {
    const mixed = await mix(1, [piece({ fadeIn: 0.5, fadeOut: 0.25 })], flat(0.5));
    expect(mixed.channels[0]?.[0]).toBe(0);
    expect(mixed.channels[0]?.[12_000]).toBeCloseTo(0.25, 4);
    expect(mixed.channels[0]?.[30_000]).toBeCloseTo(0.5, 4);
    expect(mixed.channels[0]?.[42_000]).toBeCloseTo(0.25, 4);
  });

  test('overlapping pieces sum; a source that is gone is silent', async () => {
    const both = await mix(1, [piece(), piece({ gain: 2 })], flat(0.25));
    expect(both.channels[0]?.[100]).toBeCloseTo(0.75, 6);
    const none = await mix(1, [piece()], null);
    expect(none.channels[0]?.some((sample) => sample !== 0)).toBe(false);
  });

  test('a piece that reaches over either end is cut there', async () => {
    const mixed = await mix(0.5, [piece({ start: -0.25, duration: 2 })], ramp(2));
    expect(mixed.channels[0]).toHaveLength(24_000);
    expect(mixed.channels[0]?.[0]).toBeCloseTo(0.125, 4);
  });

  test('an envelope multiplies: even between its points, held outside, on top of gain and fades', async () => {
    const envelope = [
      { at: 0.25, gain: 1 },
      { at: 0.5, gain: 0 },
      { at: 0.5, gain: 0.5 },
      { at: 0.75, gain: 2 },
    ];
    const mixed = await mix(1, [piece({ gain: 0.5, fadeOut: 0.1, envelope })], flat(0.4));
    const at = (seconds: number): number => mixed.channels[0]?.[seconds * RATE] ?? NaN;
    expect(at(0)).toBeCloseTo(0.2, 6);
    expect(at(0.25)).toBeCloseTo(0.2, 6);
    expect(at(0.375)).toBeCloseTo(0.1, 6);
    expect(at(0.5)).toBeCloseTo(0.1, 6);
    expect(at(0.625)).toBeCloseTo(0.25, 6);
    expect(at(0.8)).toBeCloseTo(0.4, 6);
    expect(at(0.95)).toBeCloseTo(0.2, 6);
  });

  test('an envelope without points changes nothing', async () => {
    const mixed = await mix(1, [piece({ envelope: [] })], flat(0.4));
    expect(mixed.channels[0]?.[100]).toBeCloseTo(0.4, 6);
  });

  test('a piece keeps its pitch or moves it, as it says', async () => {
    for (const keepPitch of [true, false]) {
      const mixed = await mix(1, [piece({ speed: 2, keepPitch })], tone(0.5, 3));
      let crossings = 0;
      mixed.channels[0]?.forEach((sample, at, side) => {
        if (sample < 0 && (side[at + 1] ?? 0) >= 0) crossings += 1;
      });
      expect(crossings / (keepPitch ? 1000 : 2000)).toBeCloseTo(1, 2);
    }
  });
});

describe('the buses', () => {
  const pieces = [
    piece({ bus: 'music', duration: 4 }),
    piece({ bus: 'voice', start: 1, duration: 1, from: { kind: 'recording', id: 'voice' } }),
  ];
  // The voice is at 1 kHz too, but mixed so quietly that the music is what is measured.
  const soundOf = ({ bus }: SoundPiece): Pcm => (bus === 'voice' ? tone(0.02, 1) : tone(0.5, 4));

  test('music steps back under the voice by what is asked, and comes back', async () => {
    const mixed = await mix(4, pieces, soundOf, { evenLoudness: false, duck: 0.5 });
    const down = 0.5 * 10 ** (-12 / 20);
    expect(amplitude(mixed, 0, 0.8)).toBeCloseTo(0.5, 4);
    expect(amplitude(mixed, 0.99, 1)).toBeCloseTo(down, 1);
    expect(amplitude(mixed, 1.2, 1.8)).toBeCloseTo(down + 0.02, 3);
    expect(amplitude(mixed, 3, 4)).toBeCloseTo(0.5, 4);
  });

  test("the film's own sound does not", async () => {
    const film = pieces.map((one) => (one.bus === 'music' ? { ...one, bus: 'film' as const } : one));
    const mixed = await mix(4, film, soundOf, { evenLoudness: false, duck: 1 });
    expect(amplitude(mixed, 1.2, 1.8)).toBeCloseTo(0.52, 3);
  });

  test('without a voice, or without being asked to, nothing steps back', async () => {
    const plain = await mix(4, pieces, soundOf);
    expect(amplitude(plain, 1.2, 1.8)).toBeCloseTo(0.52, 3);
    const alone = await mix(4, pieces.slice(0, 1), soundOf, { evenLoudness: false, duck: 1 });
    expect(amplitude(alone, 0, 4)).toBeCloseTo(0.5, 4);
  });
});

describe('the master', () => {
  test('brings the film to −14 LUFS only where that is asked', async () => {
    const quiet = tone(0.05, 3);
    const even = await mix(3, [piece({ duration: 3 })], quiet, { evenLoudness: true, duck: 0 });
    expect(Math.abs(integratedLoudness(even) + 14)).toBeLessThan(0.5);
    const own = await mix(3, [piece({ duration: 3 })], quiet);
    expect(own.channels[0]).toEqual(quiet.channels[0]);
  });

  test('gives finite samples below the limit, the same ones each time, whatever the plan', async () => {
    const speeds = fc.double({ min: 0.1, max: 10, noNaN: true });
    const seconds = (min: number, max: number): fc.Arbitrary<number> => fc.double({ min, max, noNaN: true });
    const curves = fc
      .array(speeds, { maxLength: 4 })
      .map((all) => all.map((speed, at) => ({ at: at / 4, speed })));
    const envelopes = fc
      .array(seconds(0, 4), { maxLength: 4 })
      .map((all) => all.map((gain, at) => ({ at: at / 8, gain })));
    const pieces = fc.record({
      from: fc.constant({ kind: 'take', takeId: 'take' } as const),
      bus: fc.constantFrom('film', 'music', 'voice'),
      start: seconds(-0.5, 1),
      duration: seconds(0, 1),
      sourceStart: seconds(-1, 2),
      speed: speeds,
      speedCurve: curves,
      reversed: fc.boolean(),
      still: fc.boolean(),
      keepPitch: fc.boolean(),
      gain: seconds(0, 8),
      envelope: envelopes,
      fadeIn: seconds(0, 1),
      fadeOut: seconds(0, 1),
    });
    const masters = fc.record({ evenLoudness: fc.boolean(), duck: seconds(0, 1) });
    const sounds = [tone(1, 1), ramp(1, 44_100), ramp(0.5, 8000), flat(-1), flat(0, 0)];
    await fc.assert(
      fc.asyncProperty(
        fc.array(pieces, { maxLength: 4 }),
        masters,
        fc.constantFrom(...sounds),
        async (all, master, sound) => {
          const mixed = await mix(1, all, sound, master);
          expect(mixed.channels.map(({ length }) => length)).toEqual([RATE, RATE]);
          // One expectation a side: one a sample would take minutes. NaN fails it too.
          for (const side of mixed.channels) {
            expect(side.every((sample) => Math.abs(sample) <= PEAK_LIMIT + 1e-5)).toBe(true);
          }
          const again = await mix(1, all, sound, master);
          mixed.channels.forEach((side, index) => {
            expect(again.channels[index]?.every((sample, at) => sample === side[at])).toBe(true);
          });
        },
      ),
      { numRuns: 100 },
    );
  });
});
