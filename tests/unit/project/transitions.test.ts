import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addFlicks, frameStart, toFlicks, toSeconds, type Flicks } from '../../../src/core/time';
import { itemsOf } from '../../../src/project/change-items';
import { crossingAt, transitionReach } from '../../../src/project/clip-transitions';
import { projectDuration } from '../../../src/project/duration';
import { changeTransition, setTransition } from '../../../src/project/edits/change-transition';
import { trimClip } from '../../../src/project/edits/trim-clip';
import { planFrame } from '../../../src/project/plan-frame';
import { planSound } from '../../../src/project/plan-sound';
import type { Project } from '../../../src/project/project';
import { longProject, sampleEffect } from '../../support/sample-projects';

const frame = (count: number): Flicks => frameStart(count, 30);

/** Three clips of a second, or as short as `frames`; transitions of `seconds` into the second and the third. */
function crossed(seconds: number, frames = 30): Project {
  let project = longProject(3);
  for (const { id } of itemsOf(project, 'video'))
    project = trimClip(project, id, 'end', addFlicks(clipStart(project, id), frame(frames)));
  for (const id of ['clip-2', 'clip-3'])
    project = setTransition(project, id, {
      effect: sampleEffect(`t-${id}`, 'crossfade'),
      duration: toFlicks(seconds),
    });
  return project;
}

function clipStart(project: Project, id: string): Flicks {
  return itemsOf(project, 'video').find((clip) => clip.id === id)?.start ?? frame(0);
}

describe('a transition between clips', () => {
  it('lies around the cut and does not change how long the film is', () => {
    const project = crossed(0.5);
    expect(projectDuration(project)).toBe(projectDuration(longProject(3)));
    expect(planFrame(project, frame(22)).transition).toBeNull();
    const { transition, layers } = planFrame(project, frame(30));
    expect(transition).toMatchObject({
      fromClipId: 'clip-1',
      toClipId: 'clip-2',
      effect: { effectId: 'crossfade' },
    });
    expect(layers.map(({ clipId }) => clipId)).toEqual(['clip-1', 'clip-2']);
    expect(planFrame(project, frame(38)).transition).toBeNull();
  });

  it('rises evenly from 0 to 1, and never is at either end', () => {
    const clips = itemsOf(crossed(0.5), 'video');
    const steps = Array.from(
      { length: 60 },
      (_, index) => crossingAt(clips, frame(index), 30)?.progress ?? null,
    );
    const shown = steps.filter((progress) => progress !== null).slice(0, 15);
    expect(shown).toHaveLength(15);
    expect(shown[0]).toBeCloseTo(0.5 / 15);
    expect(shown.at(-1)).toBeCloseTo(14.5 / 15);
    for (let index = 1; index < shown.length; index += 1)
      expect((shown[index] ?? 0) - (shown[index - 1] ?? 0)).toBeCloseTo(1 / 15);
  });

  it('never meets the next, however short the clips and however long it should be', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 30 }),
        fc.double({ min: 0.01, max: 9, noNaN: true }),
        (frames, seconds) => {
          const clips = itemsOf(crossed(seconds, frames), 'video');
          const [first, second, third] = clips;
          if (first === undefined || second === undefined || third === undefined)
            throw new Error('Three clips.');
          const into = transitionReach(first, second, 30);
          const outOf = transitionReach(second, third, 30);
          expect((into?.after ?? 0) + (outOf?.before ?? 0)).toBeLessThanOrEqual(frames);
          expect(into?.before ?? 0).toBeLessThanOrEqual(frames);
        },
      ),
    );
  });

  it('into the first clip is none', () => {
    const project = setTransition(longProject(2), 'clip-1', {
      effect: sampleEffect('t', 'crossfade'),
      duration: frame(15),
    });
    expect(planFrame(project, frame(0)).transition).toBeNull();
  });

  it('is held between a tenth of a second and three, on whole frames', () => {
    const lengthOf = (project: Project): number =>
      toSeconds(itemsOf(project, 'video')[1]?.transition?.duration ?? frame(0));
    const project = crossed(0.51);
    expect(lengthOf(project)).toBe(0.5);
    expect(lengthOf(changeTransition(project, 'clip-2', { duration: toFlicks(60) }))).toBe(3);
    expect(lengthOf(changeTransition(project, 'clip-2', { duration: frame(0) }))).toBeCloseTo(0.1);
  });

  it('is changed by parts, and goes without a trace', () => {
    const project = crossed(0.5);
    const changed = changeTransition(project, 'clip-2', { params: { intensity: 0.9 }, seed: 11 });
    expect(itemsOf(changed, 'video')[1]?.transition?.effect).toMatchObject({
      params: { intensity: 0.9, flag: true },
      seed: 11,
    });
    const bare = setTransition(setTransition(project, 'clip-2', null), 'clip-3', null);
    expect(itemsOf(bare, 'video')).toEqual(
      itemsOf(crossed(0.5), 'video').map(({ transition: _, ...clip }) => clip),
    );
    expect(setTransition(bare, 'clip-2', null)).toBe(bare);
  });

  it('lets the sounds cross as the pictures do, as far as the takes go', () => {
    // The first clip ends half way through its take, the second begins there: both have sound beyond the cut.
    let project = crossed(0.4, 15);
    project = trimClip(project, 'clip-3', 'start', frame(40));
    const takes = planSound(project).pieces.filter(({ from }) => from.kind === 'take');
    const [first, second] = takes;
    const cut = toSeconds(clipStart(project, 'clip-2'));
    expect((first?.start ?? 0) + (first?.duration ?? 0)).toBeCloseTo(cut + 0.2);
    expect(first?.fadeOut).toBeCloseTo(0.4);
    // There is nothing before the beginning of a take: its sound comes in on the cut.
    expect(second?.start).toBeCloseTo(cut);
    expect(second?.fadeIn).toBeCloseTo(0.2);
  });
});
