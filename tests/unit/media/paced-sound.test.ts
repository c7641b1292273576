/** A piece's samples come from where its pace says, backwards as well as along a curve, with or without its pitch. */
import { describe, expect, it, test } from 'vitest';
import { secondsBetween, sourceAt, type SpeedPoint } from '../../../src/core/pace';
import { pacedSound } from '../../../src/media/paced-sound';
import type { Pcm } from '../../../src/media/pcm';
import type { SoundPiece } from '../../../src/project/frame-plan';

const RATE = 48_000;

const CURVE: readonly SpeedPoint[] = [
  { at: 0.5, speed: 0.5 },
  { at: 3, speed: 2 },
  { at: 5, speed: 0.75 },
];

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

const mono = (side: Float32Array, sampleRate = RATE): Pcm => ({ sampleRate, channels: [side] });

const paced = (sound: Pcm, patch: Partial<SoundPiece>): Float32Array =>
  pacedSound(sound, piece(patch), RATE).channels[0] ?? new Float32Array();

function sine(hertz: number, seconds: number, rate = RATE): Float32Array {
  return Float32Array.from(
    { length: Math.round(seconds * rate) },
    (_, at) => 0.5 * Math.sin((2 * Math.PI * hertz * at) / rate),
  );
}

/** No two samples alike, and no period. */
function unique(seconds: number): Float32Array {
  return Float32Array.from({ length: seconds * RATE }, (_, at) => Math.sin(at * at * 1e-6));
}

/** Short strokes of a drum at instants of the source. */
function strokesAt(instants: readonly number[], seconds: number): Float32Array {
  const sound = new Float32Array(seconds * RATE);
  for (const instant of instants) {
    for (let k = 0; k < 2000; k += 1) {
      sound[Math.round(instant * RATE) + k] = Math.sin((2 * Math.PI * 300 * k) / RATE) * Math.exp(-k / 300);
    }
  }
  return sound;
}

/** Hertz of a sine between two instants, by its first and last upward crossing. */
function pitchIn(sound: Float32Array, from: number, to: number): number {
  const crossings: number[] = [];
  for (let at = Math.round(from * RATE); at < to * RATE; at += 1) {
    const [here, next] = [sound[at] ?? 0, sound[at + 1] ?? 0];
    if (here < 0 && next >= 0) crossings.push(at + here / (here - next));
  }
  return ((crossings.length - 1) * RATE) / ((crossings.at(-1) ?? 0) - (crossings[0] ?? 0));
}

/** Where the weight of the sound lies within 0.1 s round an instant, in seconds. */
function weightNear(sound: Float32Array, instant: number): number {
  let power = 0;
  let moment = 0;
  for (let at = Math.round((instant - 0.1) * RATE); at < (instant + 0.1) * RATE; at += 1) {
    const value = (sound[at] ?? 0) ** 2;
    power += value;
    moment += value * at;
  }
  return moment / power / RATE;
}

describe('at speed 1', () => {
  const sound = mono(unique(2));

  it.each([false, true])('forwards samples are copied, pitch kept or not (%s)', (keepPitch) => {
    const copied = paced(sound, { sourceStart: 0.5, keepPitch });
    expect(copied).toEqual(sound.channels[0]?.slice(24_000, 72_000));
  });

  it('a curve that says 1 everywhere is speed 1', () => {
    const level = [0, 1].map((at) => ({ at, speed: 1 }));
    const copied = paced(sound, { sourceStart: 0.5, keepPitch: true, speed: 3, speedCurve: level });
    expect(copied).toEqual(sound.channels[0]?.slice(24_000, 72_000));
  });

  it.each([false, true])('backwards they are mirrored, pitch kept or not (%s)', (keepPitch) => {
    const back = paced(sound, { sourceStart: 2, duration: 2, reversed: true, keepPitch });
    expect(back).toEqual(sound.channels[0]?.slice().reverse());
  });

  it('a cut through a mirrored piece goes unheard', () => {
    const whole = paced(sound, { sourceStart: 1.5, duration: 1, reversed: true });
    const later = paced(sound, { sourceStart: 1.25, start: 0.25, duration: 0.75, reversed: true });
    expect(later).toEqual(whole.slice(12_000));
  });
});

describe('a piece', () => {
  const sound = mono(sine(440, 1));

  it('that stands still is silent', () => {
    const still = paced(sound, { sourceStart: 0.5, still: true });
    expect(still).toHaveLength(RATE);
    expect(still.every((sample) => sample === 0)).toBe(true);
  });

  it.each([
    { keepPitch: false, reversed: false },
    { keepPitch: true, reversed: false },
    { keepPitch: false, reversed: true },
    { keepPitch: true, reversed: true },
  ])('is silent where its source is over: %o', (way) => {
    const over = paced(sound, { ...way, sourceStart: 0.5, speed: 2, duration: 1 });
    expect(over.subarray(4800, 9600).some((sample) => Math.abs(sample) > 0.1)).toBe(true);
    expect(over.subarray(14_400).every((sample) => sample === 0)).toBe(true);
  });

  it('wholly outside its source is silent', () => {
    for (const sourceStart of [-9, 9]) {
      const away = paced(sound, { sourceStart, speed: 2, keepPitch: true });
      expect(away.every((sample) => sample === 0)).toBe(true);
    }
  });

  it('ends on the sample at which the next one begins', () => {
    const [first, second] = [0.3, 0.4].map((duration) =>
      paced(sound, { start: 1 / 7, duration, speed: 1.1 }),
    );
    expect(first).toHaveLength(Math.round((1 / 7 + 0.3) * RATE) - Math.round(RATE / 7));
    expect(second).toHaveLength(Math.round((1 / 7 + 0.4) * RATE) - Math.round(RATE / 7));
  });
});

describe('pitch', () => {
  it.each([
    { speed: 0.5, reversed: false, rate: 48_000 },
    { speed: 2, reversed: false, rate: 48_000 },
    { speed: 0.5, reversed: true, rate: 48_000 },
    { speed: 2, reversed: true, rate: 44_100 },
    { speed: 0.1, reversed: false, rate: 48_000 },
    { speed: 10, reversed: false, rate: 44_100 },
  ])('stays when it is kept: %o', ({ speed, reversed, rate }) => {
    const sound = mono(sine(330, 12, rate), rate);
    const sourceStart = reversed ? 12 : 0;
    const kept = paced(sound, { sourceStart, speed, reversed, keepPitch: true });
    expect(pitchIn(kept, 0.1, 0.9) / 330).toBeCloseTo(1, 2);
  });

  it.each([0.5, 2])('moves with the speed as on a tape otherwise: %f', (speed) => {
    for (const reversed of [false, true]) {
      const sound = mono(sine(330, 4));
      const moved = paced(sound, { sourceStart: reversed ? 4 : 0, speed, reversed });
      expect(pitchIn(moved, 0.1, 0.9) / 330).toBeCloseTo(speed, 3);
    }
  });

  it('stays along a curve', () => {
    const sound = mono(sine(330, 6));
    const kept = paced(sound, { speedCurve: CURVE, duration: 5, keepPitch: true });
    for (const from of [0.2, 1, 2, 3, 4]) {
      expect(Math.abs(pitchIn(kept, from, from + 0.5) / 330 - 1)).toBeLessThan(0.01);
    }
  });

  it('follows a curve as on a tape, without a sound of its own', () => {
    const sound = mono(sine(1000, 6));
    for (const reversed of [false, true]) {
      const pace = { speedCurve: CURVE, duration: 4, sourceStart: reversed ? 5.5 : 0, reversed };
      const moved = paced(sound, pace);
      let worst = 0;
      moved.forEach((sample, at) => {
        const place = sourceAt(piece(pace), at / RATE) - (reversed ? 1 / RATE : 0);
        const due = 0.5 * Math.sin(2 * Math.PI * 1000 * place);
        if (at > 200 && at < moved.length - 200) worst = Math.max(worst, Math.abs(sample - due));
      });
      // −48 dB below the tone.
      expect(worst).toBeLessThan(0.002);
    }
  });
});

describe('strokes along a curve', () => {
  const instants = [0.4, 1, 1.6, 2.3, 3, 3.6, 4.2, 5];
  const sound = mono(strokesAt(instants, 6));
  // Where the weight of one stroke lies behind its beginning.
  const behind = weightNear(sound.channels[0] ?? new Float32Array(), 1) - 1;

  test.each([
    { keepPitch: false, reversed: false, within: 0.002 },
    { keepPitch: true, reversed: false, within: 0.01 },
    { keepPitch: false, reversed: true, within: 0.002 },
    { keepPitch: true, reversed: true, within: 0.01 },
  ])('land where the pace says: %o', ({ keepPitch, reversed, within }) => {
    const pace = { speedCurve: CURVE, sourceStart: reversed ? 5.5 : 0, duration: 6, reversed };
    const moved = paced(sound, { ...pace, keepPitch });
    for (const instant of instants) {
      const due = secondsBetween(piece(pace), pace.sourceStart, instant + behind);
      expect(Math.abs(weightNear(moved, due) - due)).toBeLessThan(within);
    }
  });
});
