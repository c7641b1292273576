/** Phrases: what a dancer counts, written out as keys. */
import { describe, expect, it } from 'vitest';
import { expandPhrases, mirrorBody } from '../../../src/dance/expand-phrases';
import { PHRASES } from '../../../src/dance/vocabulary/phrases';

describe('expandPhrases', () => {
  it('writes a phrase out from its beat on', () => {
    const keys = expandPhrases([{ beat: 8, phrase: 'runningMan' }]);
    expect(keys.map(({ beat }) => beat)).toEqual([8, 8.5, 9, 9.5]);
    expect(keys[0]?.leftFoot).toEqual(PHRASES.runningMan.keys[0]?.leftFoot);
  });

  it('repeats it, every second time to the other side, in double time', () => {
    const keys = expandPhrases([{ beat: 4, phrase: 'kneeLift', times: 2, alternate: true, pace: 0.5 }]);
    expect(keys.map(({ beat }) => beat)).toEqual([4, 4.5, 5, 5.5]);
    const [x, y, z] = keys[0]?.leftFoot ?? [0, 0, 0];
    expect(y).toBeGreaterThan(20);
    expect(keys[2]?.rightFoot).toEqual([-x, y, z]);
  });

  it('lays arms over steps on the same beat, and lets what is written last win', () => {
    const keys = expandPhrases([
      { beat: 4, phrase: 'stepTouch' },
      { beat: 4, phrase: 'windmill' },
      { beat: 4, leftArm: 'hip' },
    ]);
    const [first] = keys;
    expect(first?.pelvis).toEqual(PHRASES.stepTouch.keys[0]?.pelvis);
    expect(first?.rightArm).toBe('low');
    expect(first?.leftArm).toBe('hip');
    expect(keys.map(({ beat }) => beat)).toEqual([4, 4.5, 5, 5.5]);
  });

  it('holds what is said beside a phrase in each of its keys', () => {
    const keys = expandPhrases([{ beat: 0, phrase: 'rock', ease: 'smooth', bounce: 3 }]);
    expect(keys.every(({ ease, bounce }) => ease === 'smooth' && bounce === 3)).toBe(true);
  });

  it('leaves plain keys as they are, in order of their beats', () => {
    const keys = [
      { beat: 0, bounce: 4 },
      { beat: 2, lean: 5 },
    ];
    expect(expandPhrases(keys)).toEqual(keys);
  });
});

describe('mirrorBody', () => {
  it.each(Object.entries(PHRASES))('gives %s back when it is mirrored twice', (_, phrase) => {
    for (const { at: _at, ...body } of phrase.keys)
      expect(positive(mirrorBody(mirrorBody(body)))).toEqual(positive(body));
  });

  it('changes sides: limbs, places, leaning and turning', () => {
    const body = mirrorBody({
      leftArm: 'up',
      rightFoot: [-20, 5, 3],
      pelvis: [8, -4, 2],
      lean: 6,
      turn: 90,
      head: [10, 4, -3],
      shoulders: [6, 0],
      knees: [40, 10],
    });
    expect(body).toEqual({
      rightArm: 'up',
      leftFoot: [20, 5, 3],
      pelvis: [-8, -4, 2],
      lean: -6,
      turn: -90,
      head: [-10, 4, 3],
      shoulders: [0, 6],
      knees: [10, 40],
    });
  });
});

describe('the vocabulary', () => {
  it.each(Object.entries(PHRASES))('counts %s in order within its beats', (_, { beats, keys }) => {
    const ats = keys.map(({ at }) => at);
    expect(ats).toEqual([...ats].sort((a, b) => a - b));
    expect(ats[0]).toBe(0);
    expect(ats.at(-1)).toBeLessThanOrEqual(beats);
  });
});

/** −0 is 0. */
function positive(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value, (_, inner: unknown) => (inner === 0 ? 0 : inner)));
}
