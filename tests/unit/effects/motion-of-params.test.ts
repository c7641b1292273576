/** Numbers that follow keyframes, the music, the body and the score. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { beatAt } from '../../../src/core/beat-grid';
import { toFlicks } from '../../../src/core/time';
import { DRIVE_SOURCES } from '../../../src/effects/drive-source';
import { driveLevel, driveParams } from '../../../src/effects/drive-params';
import {
  KEY_EASES,
  NO_SIGNALS,
  type Drive,
  type EffectInstance,
  type FrameSignals,
  type Moment,
  type ParamKey,
} from '../../../src/effects/effect';
import { applyKeys, keyedValue, withKey, withoutKey } from '../../../src/effects/key-values';
import { measureMoment } from '../../../src/effects/moment-metrics';
import { createEffectInstance, effectById } from '../../../src/effects/registry';
import { LANDMARK } from '../../../src/pose/landmarks';
import { createPose, type Pose } from '../../../src/pose/pose';

const at = (seconds: number) => toFlicks(seconds);
const key = (seconds: number, value: ParamKey['value'], ease: ParamKey['ease'] = 'linear'): ParamKey => ({
  at: at(seconds),
  value,
  ease,
});

describe('keyframes', () => {
  const keys = [key(1, 0), key(3, 1)];

  it('hold before the first and after the last, and go straight between', () => {
    expect([0, 1, 2, 3, 9].map((seconds) => keyedValue(keys, at(seconds)))).toEqual([0, 0, 0.5, 1, 1]);
    expect(keyedValue([], at(1))).toBeUndefined();
  });

  it('are eased or held as their first end says', () => {
    expect(keyedValue([key(0, 0, 'smooth'), key(1, 1)], at(0.25))).toBeCloseTo(0.15625, 6);
    expect(keyedValue([key(0, 0, 'hold'), key(1, 1)], at(0.99))).toBe(0);
  });

  it('mix places and colours', () => {
    expect(keyedValue([key(0, [0, 1]), key(2, [1, 0])], at(1))).toEqual([0.5, 0.5]);
    expect(keyedValue([key(0, '#000000'), key(2, '#ff8000')], at(1))).toBe('#804000');
  });

  it('never leave the range of their values', () => {
    const numbers = fc.array(
      fc.tuple(fc.double({ min: 0, max: 20, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true })),
      { minLength: 1, maxLength: 8 },
    );
    fc.assert(
      fc.property(
        numbers,
        fc.constantFrom(...KEY_EASES),
        fc.double({ min: 0, max: 25, noNaN: true }),
        (points, ease, seconds) => {
          const made = points.reduce<readonly ParamKey[]>(
            (all, [time, value]) => withKey(all, key(time, value, ease)),
            [],
          );
          const value = keyedValue(made, at(seconds));
          const values = made.map((each) => each.value as number);
          expect(value).toBeGreaterThanOrEqual(Math.min(...values));
          expect(value).toBeLessThanOrEqual(Math.max(...values));
          // A key is where it was set.
          for (const each of made) expect(keyedValue(made, each.at)).toBe(each.value);
        },
      ),
    );
  });

  it('replace one at the same time, and go', () => {
    const more = withKey(keys, key(3, 0.5));
    expect(more).toHaveLength(2);
    expect(withoutKey(more, at(3))).toEqual([key(1, 0)]);
    expect(withoutKey(more, at(2))).toBe(more);
  });

  it('set parameters and strength of an instance, and leave one without keys alone', () => {
    const plain = createEffectInstance('bloom', 'x', 1);
    expect(applyKeys(plain, at(1))).toBe(plain);
    const keyed: EffectInstance = { ...plain, keys: { size: keys, strength: [key(0, 0), key(2, 1)] } };
    expect(applyKeys(keyed, at(1))).toMatchObject({ strength: 0.5, params: { size: 0 } });
  });
});

const ASPECT = 9 / 16;

/** Somebody who stands upright; `hands` is the wrists' place from the shoulders, in torso lengths, y down. */
function poseWith(hands: readonly [number, number], lift = 0): Pose {
  const pose = createPose();
  pose.visibility.fill(1);
  const torso = 0.2;
  const put = (name: keyof typeof LANDMARK, x: number, y: number): void => {
    pose.image[LANDMARK[name] * 3] = 0.5 + x / ASPECT;
    pose.image[LANDMARK[name] * 3 + 1] = y - lift;
  };
  for (const [side, sign] of [
    ['left', 1],
    ['right', -1],
  ] as const) {
    put(`${side}Shoulder`, sign * 0.05, 0.4);
    put(`${side}Hip`, sign * 0.04, 0.4 + torso);
    put(`${side}Wrist`, sign * (0.05 + hands[0] * torso), 0.4 + hands[1] * torso);
    put(`${side}Ankle`, sign * 0.04, 0.95);
  }
  return pose;
}

const moment = (patch: Partial<Moment>): Moment => ({
  pose: null,
  beat: null,
  audio: null,
  score: null,
  ...patch,
});
const audio = (level: number): Moment['audio'] => ({
  level,
  bands: new Array<number>(8).fill(level),
  wave: [],
});

describe('what a moment measures', () => {
  const measure = (source: (typeof DRIVE_SOURCES)[number], moments: readonly Moment[]): number =>
    measureMoment(source, moments, 0, ASPECT);

  it('is nothing where nothing is known, and always from 0 to 1', () => {
    for (const source of DRIVE_SOURCES) expect(measure(source, [moment({})])).toBe(0);
    const wild = Array.from({ length: 30 }, (_, index) =>
      moment({
        pose: poseWith([((index * 7) % 11) - 5, ((index * 5) % 9) - 4], (index % 3) * 0.3),
        beat: beatAt({ bpm: 97, firstBeat: 0, beatsPerBar: 4 }, index / 30),
        audio: audio((index % 4) / 3),
        score: { judgement: 'great', since: index / 10, combo: index * 3 },
      }),
    );
    for (const source of DRIVE_SOURCES) {
      for (let place = 0; place < 30; place += 1) {
        const value = measureMoment(source, wild, place, ASPECT);
        expect(value).toBeGreaterThanOrEqual(0);
        expect(value).toBeLessThanOrEqual(1);
      }
    }
  });

  it('tells hands, arms and jumps', () => {
    const hanging = moment({ pose: poseWith([0, 1]) });
    const out = moment({ pose: poseWith([1.4, 0]) });
    const up = moment({ pose: poseWith([0, -1]) });
    expect(measure('hand-height', [hanging])).toBeCloseTo(0, 2);
    expect(measure('hand-height', [up])).toBeCloseTo(1, 2);
    expect(measure('arm-span', [out])).toBeGreaterThan(0.8);
    expect(measure('arm-span', [hanging])).toBeLessThan(0.3);
    expect(measure('left-arm-angle', [hanging])).toBeCloseTo(0, 2);
    expect(measure('left-arm-angle', [out])).toBeCloseTo(0.5, 2);
    expect(measure('right-arm-angle', [up])).toBeCloseTo(1, 2);
    expect(measure('hand-speed', [up, hanging, hanging])).toBe(1);
    expect(measure('hand-speed', [up, up, up])).toBe(0);
    const standing = Array.from({ length: 20 }, () => hanging);
    expect(measure('jump', [moment({ pose: poseWith([0, 1], 0.1) }), ...standing])).toBeGreaterThan(0.7);
    expect(measure('jump', standing)).toBe(0);
  });

  it('tells the judgement while it is fresh, and the combo', () => {
    const score = (since: number) => [moment({ score: { judgement: 'perfect', since, combo: 5 } })];
    expect(measure('judgement', score(0))).toBe(1);
    expect(measure('judgement', score(2))).toBe(0);
    expect(measure('combo', score(0))).toBe(0.5);
    expect(measure('judgement', [moment({ score: { judgement: 'miss', since: 0, combo: 0 } })])).toBe(0);
  });

  it('pulses at most three times a second, however fast the song is', () => {
    for (const bpm of [60, 120, 174, 200, 240, 300]) {
      const pulses = Array.from({ length: 600 }, (_, frame) =>
        measure('beat', [moment({ beat: beatAt({ bpm, firstBeat: 0, beatsPerBar: 4 }, frame / 60) })]),
      );
      const rises = pulses.filter((value, frame) => value > 0.6 && (pulses[frame - 1] ?? 1) <= 0.6).length;
      expect(rises / 10, `${bpm} BPM`).toBeLessThanOrEqual(3.05);
      expect(rises).toBeGreaterThan(5);
    }
  });
});

describe('a driven number', () => {
  const bloom = effectById('bloom');
  if (bloom === undefined) throw new RangeError('There is bloom.');
  const drive = (patch: Partial<Drive>): Drive => ({
    source: 'level',
    amount: 1,
    smoothing: 0,
    low: 0,
    high: 1,
    ...patch,
  });
  const signals = (level: number, past: readonly number[] = []): FrameSignals => ({
    ...NO_SIGNALS,
    audio: audio(level),
    past: past.map((each) => moment({ audio: audio(each) })),
  });
  const driven = (patch: Partial<Drive>, shown: FrameSignals, name = 'size') =>
    driveParams(
      { ...createEffectInstance('bloom', 'x', 1), drives: { [name]: drive(patch) } },
      bloom,
      shown,
      ASPECT,
    );

  it('moves by its amount and stays in its range', () => {
    expect(driven({ amount: 0.3 }, signals(1)).params['size']).toBeCloseTo(0.8, 6);
    expect(driven({ amount: 1 }, signals(1)).params['size']).toBe(1);
    expect(driven({ amount: -1 }, signals(1)).params['size']).toBe(0);
    expect(driven({ amount: -1 }, signals(1), 'strength').strength).toBe(0);
  });

  it('listens to a part of the source', () => {
    expect(driveLevel(drive({ low: 0.5, high: 1 }), [moment({ audio: audio(0.4) })], ASPECT)).toBe(0);
    expect(driveLevel(drive({ low: 0.5, high: 1 }), [moment({ audio: audio(0.75) })], ASPECT)).toBeCloseTo(
      0.5,
      6,
    );
    expect(driveLevel(drive({ low: 1, high: 0 }), [moment({ audio: audio(0.25) })], ASPECT)).toBeCloseTo(
      0.75,
      6,
    );
  });

  it('is calmer the more it is smoothed', () => {
    const loud = signals(1, new Array<number>(30).fill(0));
    const values = [0, 0.2, 0.5, 1].map(
      (smoothing) => driven({ smoothing, amount: 0.5 }, loud).params['size'] as number,
    );
    expect(values).toEqual([...values].sort((a, b) => b - a));
    expect(values[3]).toBeLessThan(0.55);
  });

  it('leaves an instance without drives, and names that are no numbers, alone', () => {
    const plain = createEffectInstance('bloom', 'x', 1);
    expect(driveParams(plain, bloom, signals(1), ASPECT)).toBe(plain);
    expect(driven({}, signals(1), 'nonsense').params).toEqual(plain.params);
  });
});
