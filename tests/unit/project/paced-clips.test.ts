/** Clips that run along a curve, backwards, or stand still. */
import { describe, expect, it } from 'vitest';
import { secondsBetween } from '../../../src/core/pace';
import { frameStart, toSeconds, type Flicks } from '../../../src/core/time';
import { itemsOf } from '../../../src/project/change-items';
import { sourceEnd } from '../../../src/project/clip-pace';
import { changeClip, reverseClip, setSpeedCurve } from '../../../src/project/edits/change-clip';
import { emptyClip, fillClip } from '../../../src/project/edits/empty-clip';
import { freezeFrame } from '../../../src/project/edits/freeze-frame';
import { rollCut, slipClip } from '../../../src/project/edits/shift-cut';
import { splitClip } from '../../../src/project/edits/split-clip';
import { trimClip } from '../../../src/project/edits/trim-clip';
import { planFrame } from '../../../src/project/plan-frame';
import { planSound } from '../../../src/project/plan-sound';
import type { Clip, Project } from '../../../src/project/project';
import { sampleProject, sampleTake } from '../../support/sample-projects';

const frame = (count: number): Flicks => frameStart(count, 30);
const clipOf = (project: Project, index = 0): Clip => {
  const clip = itemsOf(project, 'video')[index];
  if (clip === undefined) throw new RangeError(`No clip ${index}.`);
  return clip;
};
/** Seconds of the source at a frame of the film. */
const shownAt = (project: Project, count: number): number =>
  planFrame(project, frame(count)).layers[0]?.sourceTime ?? NaN;

const HERO = [
  { at: 0, speed: 4 },
  { at: 0.4, speed: 4 },
  { at: 0.5, speed: 0.5 },
  { at: 1, speed: 4 },
];

describe('a speed curve', () => {
  const film = setSpeedCurve(sampleProject(), 'clip-1', HERO);

  it('shows the same piece of the take in the time that the curve takes', () => {
    const clip = clipOf(film);
    expect(sourceEnd(clip)).toBeCloseTo(15, 0);
    expect(toSeconds(clip.duration)).toBeCloseTo(secondsBetween(clip, 0, 15), 1);
    expect(toSeconds(clip.duration)).toBeLessThan(15);
  });

  it('splits and trims without moving a picture that stays', () => {
    const split = splitClip(film, 'clip-1', frame(60), 'second');
    const trimmed = trimClip(film, 'clip-1', 'start', frame(60));
    for (const at of [60, 75, 100]) {
      expect(shownAt(split, at)).toBeCloseTo(shownAt(film, at), 9);
      expect(shownAt(trimmed, at - 60)).toBeCloseTo(shownAt(film, at), 9);
    }
  });

  it('goes when a steady speed is chosen, and when it is taken away', () => {
    expect(clipOf(changeClip(film, 'clip-1', { speed: 2 }))).not.toHaveProperty('speedCurve');
    expect(toSeconds(clipOf(changeClip(film, 'clip-1', { speed: 2 })).duration)).toBeCloseTo(7.5, 1);
    // A frame at speed 4 is four of the take: the end is rounded to half of that.
    expect(Math.abs(toSeconds(clipOf(setSpeedCurve(film, 'clip-1', null)).duration) - 15)).toBeLessThan(
      2.5 / 30,
    );
  });

  it('keeps pitch in the sound, which follows the same way', () => {
    const [piece] = planSound(film).pieces;
    expect(piece).toMatchObject({ keepPitch: true, speedCurve: clipOf(film).speedCurve, sourceStart: 0 });
  });
});

describe('a reversed clip', () => {
  const film = reverseClip(trimClip(sampleProject(), 'clip-1', 'end', frame(90)), 'clip-1');

  it('shows the same piece from its end', () => {
    expect(shownAt(film, 0)).toBeCloseTo(3, 6);
    expect(shownAt(film, 30)).toBeCloseTo(2, 6);
    expect(clipOf(film).duration).toBe(frame(90));
  });

  it('twice is as it was', () => {
    expect(shownAt(reverseClip(film, 'clip-1'), 30)).toBeCloseTo(1, 6);
    expect(clipOf(reverseClip(film, 'clip-1'))).not.toHaveProperty('reversed');
  });

  it('reaches no further than the beginning of the take', () => {
    const longer = trimClip(film, 'clip-1', 'end', frame(900));
    expect(clipOf(longer).duration).toBe(frame(90));
  });
});

describe('a still', () => {
  const film = freezeFrame(sampleProject(), frame(45), 30, { still: 'still', rest: 'rest' });

  it('stands where it was made, silent, and the clip goes on after it', () => {
    expect([44, 45, 60, 74].map((at) => shownAt(film, at))).toEqual([
      expect.closeTo(44 / 30, 9),
      ...[1, 2, 3].map(() => expect.closeTo(1.5, 9) as number),
    ]);
    expect(shownAt(film, 75)).toBeCloseTo(1.5, 9);
    expect(planSound(film).pieces.filter(({ bus }) => bus === 'film')).toHaveLength(2);
  });

  it('of no number of frames is none', () => {
    const start = sampleProject();
    expect(freezeFrame(start, frame(45), Number.NaN, { still: 'still', rest: 'rest' })).toBe(start);
  });

  it('can be pulled as long as one likes', () => {
    expect(clipOf(trimClip(film, 'still', 'end', frame(900)), 1).duration).toBe(frame(855));
  });
});

describe('a rolled cut', () => {
  const film = splitClip(sampleProject(), 'clip-1', frame(100), 'second');

  it('moves, and the film keeps its length', () => {
    const rolled = rollCut(film, 'second', frame(130));
    expect(itemsOf(rolled, 'video').map(({ duration }) => duration)).toEqual([frame(130), frame(320)]);
    for (const at of [99, 110, 129, 130, 200]) expect(shownAt(rolled, at)).toBeCloseTo(shownAt(film, at), 9);
  });

  it('leaves a frame of either clip', () => {
    expect(clipOf(rollCut(film, 'second', frame(-50))).duration).toBe(frame(1));
    expect(clipOf(rollCut(film, 'second', frame(5000)), 1).duration).toBe(frame(1));
  });
});

describe('slipping', () => {
  const film = trimClip(trimClip(sampleProject(), 'clip-1', 'end', frame(100)), 'clip-1', 'start', frame(30));

  it('changes what is shown, not where or how long', () => {
    const slipped = slipClip(film, 'clip-1', 15);
    expect(clipOf(slipped).duration).toBe(clipOf(film).duration);
    expect(shownAt(slipped, 0)).toBeCloseTo(1.5, 9);
  });

  it('ends where the take does', () => {
    expect(shownAt(slipClip(film, 'clip-1', -5000), 0)).toBeCloseTo(0, 6);
    expect(sourceEnd(clipOf(slipClip(film, 'clip-1', 5000)))).toBeCloseTo(15, 6);
  });
});

describe('an empty place', () => {
  const film = emptyClip(splitClip(sampleProject(), 'clip-1', frame(100), 'second'), 'clip-1');

  it('is as long as what it held, black and silent', () => {
    expect(clipOf(film)).toMatchObject({ empty: true, duration: frame(100) });
    expect(planFrame(film, frame(50)).layers).toEqual([]);
    expect(planSound(film).pieces.filter(({ bus }) => bus === 'film')).toHaveLength(1);
  });

  it('takes a take, and closes up round one that is too short', () => {
    const filled = fillClip(film, 'clip-1', { ...sampleTake, id: 'take-9', duration: 9 }, 2, 'source-9');
    expect(shownAt(filled, 30)).toBeCloseTo(3, 9);
    expect(clipOf(filled, 1).start).toBe(frame(100));
    const short = fillClip(film, 'clip-1', { ...sampleTake, id: 'take-9', duration: 3 }, 2, 'source-9');
    expect(clipOf(short).duration).toBe(frame(30));
    expect(clipOf(short, 1).start).toBe(frame(30));
  });
});
