/** Numbers of items, keyframes between them, and how the plan shows them. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { frameStart, type Flicks } from '../../../src/core/time';
import { easeAt } from '../../../src/effects/easing';
import { KEY_EASES } from '../../../src/effects/effect';
import { itemsOf } from '../../../src/project/change-items';
import { changeKeys, numberAt, setNumbers, toggleKey } from '../../../src/project/edits/change-numbers';
import { addSticker } from '../../../src/project/edits/change-stickers';
import { addText } from '../../../src/project/edits/change-texts';
import { addVoice, detachSound } from '../../../src/project/edits/change-voice';
import { moveClip } from '../../../src/project/edits/move-clip';
import { splitClip } from '../../../src/project/edits/split-clip';
import { trimClip } from '../../../src/project/edits/trim-clip';
import { planFrame } from '../../../src/project/plan-frame';
import { planSound } from '../../../src/project/plan-sound';
import type { Project } from '../../../src/project/project';
import { sampleProject } from '../../support/sample-projects';

const frame = (count: number): Flicks => frameStart(count, 30);
const frameOf = (project: Project, at: number) => planFrame(project, frame(at)).layers[0]?.frame;

describe('easing', () => {
  it('begins at nothing and ends at all, whatever the way', () => {
    for (const ease of KEY_EASES) {
      expect(easeAt({ ease }, 0)).toBeCloseTo(0, 12);
      expect(easeAt({ ease }, 1)).toBe(1);
    }
  });

  it('along a bezier is what CSS says', () => {
    // cubic-bezier(0.42, 0, 0.58, 1) is symmetric; ease-in is below the line.
    expect(easeAt({ ease: 'bezier' }, 0.5)).toBeCloseTo(0.5, 6);
    expect(easeAt({ ease: 'bezier', bezier: [0.42, 0, 1, 1] }, 0.5)).toBeCloseTo(0.3154, 3);
    expect(easeAt({ ease: 'bezier', bezier: [0, 0, 1, 1] }, 0.3)).toBeCloseTo(0.3, 6);
  });

  it('rises with the time along a bezier whose handles do not pull back', () => {
    const unit = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(unit, unit, unit, unit, unit, unit, (x1, y1, x2, y2, a, b) => {
        const at = (part: number): number => easeAt({ ease: 'bezier', bezier: [x1, y1, x2, y2] }, part);
        expect(at(Math.max(a, b))).toBeGreaterThanOrEqual(at(Math.min(a, b)) - 1e-5);
      }),
    );
  });

  it('of a spring swings beyond and comes back', () => {
    const way = Array.from({ length: 100 }, (_, index) => easeAt({ ease: 'spring' }, index / 100));
    expect(Math.max(...way)).toBeGreaterThan(1.05);
    expect(Math.max(...way)).toBeLessThan(1.4);
  });
});

describe('a number of a clip', () => {
  it('is set for the whole clip, and held in its range', () => {
    const film = setNumbers(sampleProject(), 'clip-1', { scale: 99, x: 0.25, nothing: 3 }, frame(30));
    expect(frameOf(film, 0)).toMatchObject({ scale: 10, x: 0.25, y: 0.5, opacity: 1 });
  });

  it('is never a negative zero, which storage would change', () => {
    expect(Object.is(frameOf(setNumbers(sampleProject(), 'clip-1', { x: -0 }, frame(0)), 0)?.x, 0)).toBe(
      true,
    );
  });

  it('with a keyframe is set where the playhead is', () => {
    const keyed = toggleKey(sampleProject(), 'clip-1', 'scale', frame(0));
    const film = setNumbers(keyed, 'clip-1', { scale: 2 }, frame(60));
    expect(frameOf(film, 0)?.scale).toBe(1);
    expect(frameOf(film, 30)?.scale).toBeCloseTo(1.5, 9);
    expect(frameOf(film, 90)?.scale).toBe(2);
    const [clip] = itemsOf(film, 'video');
    expect(clip === undefined ? null : numberAt('video', clip, 'scale', frame(30))).toBeCloseTo(1.5, 9);
  });

  it('takes its keyframe away again', () => {
    const start = sampleProject();
    const film = toggleKey(toggleKey(start, 'clip-1', 'x', frame(9)), 'clip-1', 'x', frame(9));
    expect(film).toEqual(start);
  });

  it('moves as before after a split and a trim', () => {
    const keyed = changeKeys(sampleProject(), 'clip-1', 'rotation', [
      { at: frame(10), value: -20, ease: 'bezier', bezier: [0.3, 0, 0.1, 1] },
      { at: frame(70), value: 50, ease: 'linear' },
    ]);
    const split = splitClip(keyed, 'clip-1', frame(40), 'second');
    const trimmed = trimClip(keyed, 'clip-1', 'start', frame(40));
    for (const at of [40, 55, 69, 80]) {
      expect(frameOf(split, at)).toEqual(frameOf(keyed, at));
      expect(frameOf(trimmed, at - 40)).toEqual(frameOf(keyed, at));
    }
  });
});

describe('words and stickers', () => {
  it('move along their keyframes, and tell their age', () => {
    const film = setNumbers(
      toggleKey(addText(sampleProject(), 'Hey', 'words'), 'words', 'y', frame(0)),
      'words',
      { y: 0.9 },
      frame(30),
    );
    const [text] = planFrame(film, frame(15)).texts;
    expect(text?.y).toBeCloseTo((0.22 + 0.9) / 2, 9);
    expect(text?.age).toBeCloseTo(15.5 / 30, 9);
    expect(text?.left).toBeCloseTo(15 - 15.5 / 30, 9);
  });

  it('lie over the film from the playhead on', () => {
    const film = addSticker(sampleProject(), { kind: 'emoji', emoji: '🔥' }, frame(100), 'fire');
    expect(planFrame(film, frame(99)).stickers).toEqual([]);
    expect(planFrame(film, frame(130)).stickers).toMatchObject([{ id: 'fire', age: 1 }]);
    expect(planFrame(film, frame(190)).stickers).toEqual([]);
  });
});

describe('sound', () => {
  it('that is keyed has an envelope in place of a gain', () => {
    const keyed = toggleKey(sampleProject(), 'music-1', 'volume', frame(0));
    const film = setNumbers(keyed, 'music-1', { volume: 0 }, frame(60));
    const music = planSound(film).pieces.find(({ bus }) => bus === 'music');
    expect(music?.gain).toBe(1);
    expect(music?.envelope?.[0]).toEqual({ at: 0, gain: 1 });
    expect(music?.envelope?.find(({ at }) => Math.abs(at - 1) < 1e-9)?.gain).toBeCloseTo(0.5, 9);
    expect(music?.envelope?.at(-1)?.gain).toBe(0);
  });

  it('that is taken off its picture sounds on, and goes where the clip goes', () => {
    const film = detachSound(splitClip(sampleProject(), 'clip-1', frame(90), 'second'), 'second', 'sound');
    const before = planSound(splitClip(sampleProject(), 'clip-1', frame(90), 'second'));
    expect(
      planSound(film)
        .pieces.map(({ start, duration }) => [start, duration])
        .sort(),
    ).toEqual(before.pieces.map(({ start, duration }) => [start, duration]).sort());
    const moved = moveClip(film, 'second', 0);
    expect(itemsOf(moved, 'voice')).toMatchObject([{ start: 0, linkedTo: 'second' }]);
  });

  it('of a voice is on its own bus and ends with the film', () => {
    const film = addVoice(sampleProject(), 'rec', { start: frame(420), seconds: 9, newId: 'voice' });
    expect(planSound(film).pieces.find(({ bus }) => bus === 'voice')).toMatchObject({
      from: { kind: 'recording', id: 'rec' },
      start: 14,
      duration: 1,
    });
  });
});
