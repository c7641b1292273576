import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addFlicks, frameDuration, frameStart, toFlicks, type Flicks } from '../../../src/core/time';
import { itemsOf } from '../../../src/project/change-items';
import { addClip } from '../../../src/project/edits/add-clip';
import { changeClip } from '../../../src/project/edits/change-clip';
import { cutToBeat } from '../../../src/project/edits/cut-to-beat';
import { trimClip } from '../../../src/project/edits/trim-clip';
import type { Project } from '../../../src/project/project';
import { sampleProject, sampleTake } from '../../support/sample-projects';

const FRAME = frameDuration(30);

/** Beats of `bpm` from `first` seconds on, for a minute. */
function beatsOf(bpm: number, first = 0): Flicks[] {
  return Array.from({ length: bpm }, (_, beat) => toFlicks(first + (beat * 60) / bpm));
}

/** Clips of these lengths in frames, of takes of four seconds. */
function filmOf(lengths: readonly number[], speed = 1): Project {
  const take = { ...sampleTake, duration: 4 };
  let project = sampleProject({ duration: 4 });
  for (let index = 1; index < lengths.length; index += 1)
    project = addClip(project, take, `clip-${index + 1}`);
  itemsOf(project, 'video').forEach(({ id }, index) => {
    project = changeClip(project, id, { speed });
    const { start = frameStart(0, 30) } = itemsOf(project, 'video')[index] ?? {};
    project = trimClip(project, id, 'end', addFlicks(start, frameStart(lengths[index] ?? 30, 30)));
  });
  return project;
}

const ends = (project: Project): number[] =>
  itemsOf(project, 'video').map(({ start, duration }) => start + duration);

const anyFilm = fc.record({
  lengths: fc.array(fc.integer({ min: 5, max: 110 }), { minLength: 1, maxLength: 8 }),
  bpm: fc.integer({ min: 60, max: 200 }),
  first: fc.double({ min: 0, max: 1, noNaN: true }),
});

describe('cutting to the beat', () => {
  it('moves each cut to the nearest beat, and what follows with it', () => {
    const film = cutToBeat(filmOf([40, 29, 52]), beatsOf(120));
    expect(ends(film)).toEqual([frameStart(45, 30), frameStart(75, 30), frameStart(120, 30)]);
  });

  it('leaves every cut on a beat, to half a frame, whatever the film and the song', () => {
    fc.assert(
      fc.property(anyFilm, ({ lengths, bpm, first }) => {
        const beats = beatsOf(bpm, first);
        const film = cutToBeat(filmOf(lengths), beats);
        for (const end of ends(film)) {
          const away = Math.min(...beats.map((beat) => Math.abs(beat - end)));
          expect(away).toBeLessThanOrEqual(FRAME / 2);
        }
      }),
    );
  });

  it('changes nothing when it is done again', () => {
    fc.assert(
      fc.property(anyFilm, ({ lengths, bpm, first }) => {
        const beats = beatsOf(bpm, first);
        const once = cutToBeat(filmOf(lengths), beats);
        expect(cutToBeat(once, beats)).toBe(once);
      }),
    );
  });

  it('asks no more of a take than it has', () => {
    const film = cutToBeat(filmOf([118], 1), [toFlicks(3.5), toFlicks(4.2)]);
    expect(ends(film)).toEqual([frameStart(105, 30)]);
  });

  it('leaves a film alone that has no beat, or none within reach', () => {
    const film = filmOf([40, 29]);
    expect(cutToBeat(film, [])).toBe(film);
    expect(cutToBeat(film, [toFlicks(50)])).toBe(film);
  });
});
