import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { frameStart, toSeconds, type Flicks } from '../../../src/core/time';
import { itemsOf } from '../../../src/project/change-items';
import { projectDuration } from '../../../src/project/duration';
import { addClip } from '../../../src/project/edits/add-clip';
import { changeClip } from '../../../src/project/edits/change-clip';
import { changeEffect, reorderEffect } from '../../../src/project/edits/change-effects';
import { changeMusic, setMusic } from '../../../src/project/edits/change-music';
import { addText } from '../../../src/project/edits/change-texts';
import { deleteItem } from '../../../src/project/edits/delete-item';
import { duplicateItem } from '../../../src/project/edits/duplicate-item';
import { moveClip } from '../../../src/project/edits/move-clip';
import { trimItem } from '../../../src/project/edits/move-item';
import { renameProject } from '../../../src/project/edits/rename';
import { clipAt, splitClip } from '../../../src/project/edits/split-clip';
import { trimClip } from '../../../src/project/edits/trim-clip';
import { ProjectHistory, type Edit } from '../../../src/project/history';
import { parseProject } from '../../../src/project/parse-project';
import { planFrame } from '../../../src/project/plan-frame';
import type { Project } from '../../../src/project/project';
import { action, editOf } from '../../support/any-edit';
import { brokenLaws } from '../../support/check-project';
import { sampleProject, sampleTake } from '../../support/sample-projects';

const frame = (count: number): Flicks => frameStart(count, 30);
const clips = (project: Project): { frames: number; from: number }[] =>
  itemsOf(project, 'video').map((clip) => ({
    frames: clip.duration / frame(1),
    from: Math.round(clip.sourceStart * 30),
  }));

describe('cutting', () => {
  it('splits a clip without changing any frame of the film', () => {
    const project = sampleProject();
    const split = splitClip(project, 'clip-1', frame(100), 'clip-2');
    expect(clips(split)).toEqual([
      { frames: 100, from: 0 },
      { frames: 350, from: 100 },
    ]);
    for (const at of [0, 99, 100, 101, 449]) {
      const [before] = planFrame(project, frame(at)).layers;
      const [after] = planFrame(split, frame(at)).layers;
      expect(after?.sourceTime).toBeCloseTo(before?.sourceTime ?? NaN, 9);
    }
  });

  it('does not split on the first frame or outside of the clip', () => {
    const project = sampleProject();
    for (const at of [0, 450, 900]) expect(splitClip(project, 'clip-1', frame(at), 'clip-2')).toBe(project);
  });

  it('trims the start: what follows closes up, and back again makes room', () => {
    const project = splitClip(sampleProject(), 'clip-1', frame(100), 'clip-2');
    const trimmed = trimClip(project, 'clip-2', 'start', frame(160));
    expect(clips(trimmed)).toEqual([
      { frames: 100, from: 0 },
      { frames: 290, from: 160 },
    ]);
    const back = trimClip(trimmed, 'clip-2', 'start', frame(40));
    expect(clips(back)).toEqual(clips(project));
  });

  it('trims no further than the source and one frame', () => {
    const project = sampleProject();
    expect(clips(trimClip(project, 'clip-1', 'end', frame(9000)))).toEqual([{ frames: 450, from: 0 }]);
    expect(clips(trimClip(project, 'clip-1', 'end', frame(0)))).toEqual([{ frames: 1, from: 0 }]);
    expect(clips(trimClip(project, 'clip-1', 'start', frame(9000)))).toEqual([{ frames: 1, from: 449 }]);
  });

  it('takes words, effects and markers along, and lets the music play on', () => {
    let project = splitClip(sampleProject(), 'clip-1', frame(100), 'clip-2');
    project = addText(project, 'late', 'text-1');
    project = trimItem(project, 'text-1', 'end', frame(230));
    project = trimItem(project, 'text-1', 'start', frame(200));
    const shorter = deleteItem(project, 'clip-1');
    expect(itemsOf(shorter, 'text')[0]).toMatchObject({ start: frame(100), duration: frame(30) });
    expect(itemsOf(shorter, 'effects').map(({ duration }) => duration)).toEqual([frame(350), frame(350)]);
    expect(itemsOf(shorter, 'music')[0]).toMatchObject({ start: 0, duration: frame(350), songStart: 2 });
  });

  it('keeps what covered the whole film over the whole film when it grows', () => {
    const project = addClip(sampleProject(), { ...sampleTake, id: 'take-2', duration: 5 }, 'clip-2');
    expect(toSeconds(projectDuration(project))).toBe(20);
    for (const item of [...itemsOf(project, 'effects'), ...itemsOf(project, 'music')])
      expect(item.duration).toBe(frame(600));
  });

  it('plays a clip at double speed in half the time', () => {
    const project = changeClip(sampleProject(), 'clip-1', { speed: 2 });
    expect(clips(project)).toEqual([{ frames: 225, from: 0 }]);
    expect(planFrame(project, frame(30)).layers[0]?.sourceTime).toBeCloseTo(2, 9);
  });

  it('moves a clip with its judgement markers', () => {
    const base = sampleProject();
    const judged: Project = {
      ...base,
      markers: [{ id: 'm', time: frame(50), kind: 'judgement', label: 'perfect' }],
    };
    const split = splitClip(judged, 'clip-1', frame(100), 'clip-2');
    const moved = moveClip(split, 'clip-1', 1);
    expect(itemsOf(moved, 'video').map(({ id }) => id)).toEqual(['clip-2', 'clip-1']);
    expect(moved.markers[0]?.time).toBe(frame(400));
  });

  it('gives the same document back where there is nothing to do', () => {
    const project = sampleProject();
    const edits: Edit[] = [
      (p) => trimClip(p, 'clip-1', 'end', frame(450)),
      (p) => trimClip(p, 'nobody', 'end', frame(4)),
      (p) => deleteItem(p, 'nobody'),
      (p) => moveClip(p, 'clip-1', 0),
      (p) => changeClip(p, 'clip-1', { speed: 1, mirror: true }),
      (p) => changeEffect(p, 'effect-1', { strength: 1, params: { intensity: 0.5 } }),
      (p) => reorderEffect(p, 'effect-1', -3),
      (p) => renameProject(p, ' '),
      (p) => duplicateItem(p, 'music-1', 'x'),
      (p) => setMusic(p, { kind: 'bundled', id: 'neon-steps' }, 'x'),
    ];
    for (const edit of edits) expect(edit(project)).toBe(project);
  });

  it('replaces the music and keeps its loudness', () => {
    const quiet = changeMusic(sampleProject(), 'music-1', { volume: 0.25, fadeIn: 99 });
    const next = setMusic(quiet, { kind: 'bundled', id: 'rush-hour' }, 'music-2');
    expect(itemsOf(next, 'music')).toMatchObject([
      { id: 'music-2', song: { id: 'rush-hour' }, songStart: 0, volume: 0.25, duration: frame(450) },
    ]);
    expect(itemsOf(setMusic(next, null, 'x'), 'music')).toEqual([]);
  });
});

describe('any sequence of edits', () => {
  const sequences = fc.array(action, { minLength: 1, maxLength: 40 });

  it('keeps the laws of the document, frame plans included', () => {
    fc.assert(
      fc.property(sequences, (actions) => {
        let project = sampleProject();
        actions.forEach((step, serial) => {
          project = editOf(step, serial)(project);
          expect(brokenLaws(project)).toEqual([]);
        });
        const frames = projectDuration(project) / frame(1);
        for (const at of [0, Math.floor(frames / 2), frames - 1]) {
          const clip = clipAt(project, frame(at));
          if (clip !== undefined && at >= 0)
            expect(planFrame(project, frame(at)).layers).toHaveLength(clip.empty === true ? 0 : 1);
        }
        expect(planFrame(project, frame(frames)).layers).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it('is undone to the very start and redone to the very end, gestures included', () => {
    fc.assert(
      fc.property(
        sequences,
        fc.array(fc.boolean(), { minLength: 40, maxLength: 40 }),
        (actions, gestures) => {
          const start = sampleProject();
          const history = new ProjectHistory(start);
          actions.forEach((step, serial) => {
            if (gestures[serial] === true) history.beginGesture('edit.drag');
            history.apply('edit.any', editOf(step, serial), step.what);
            if (gestures[serial + 1] === true) history.endGesture();
          });
          history.endGesture();
          const end = history.present;
          while (history.undo());
          expect(history.present).toBe(start);
          expect(history.canUndo).toBe(false);
          while (history.redo());
          expect(history.present).toBe(end);
          expect(brokenLaws(end)).toEqual([]);
        },
      ),
      { numRuns: 200 },
    );
  });

  it('is stored and read again unchanged', () => {
    fc.assert(
      fc.property(sequences, (actions) => {
        const project = actions.reduce(
          (current, step, serial) => editOf(step, serial)(current),
          sampleProject(),
        );
        expect(parseProject(JSON.parse(JSON.stringify(project)))).toEqual(project);
      }),
      { numRuns: 100 },
    );
  });
});

describe('a gesture', () => {
  it('is one step, and each move of a drag starts from where the drag began', () => {
    const history = new ProjectHistory(sampleProject());
    history.beginGesture('edit.trim');
    for (const at of [10, 20, 30])
      history.apply('edit.trim', (p) => trimClip(p, 'clip-1', 'start', frame(at)), 'trim');
    history.endGesture();
    expect(clips(history.present)).toEqual([{ frames: 420, from: 30 }]);
    expect(history.undoName).toBe('edit.trim');
    history.undo();
    expect(clips(history.present)).toEqual([{ frames: 450, from: 0 }]);
    expect(history.canUndo).toBe(false);
  });

  it('leaves no step when it ends where it began', () => {
    const history = new ProjectHistory(sampleProject());
    history.beginGesture('edit.trim');
    history.apply('edit.trim', (p) => trimClip(p, 'clip-1', 'start', frame(10)), 'trim');
    history.apply('edit.trim', (p) => trimClip(p, 'clip-1', 'start', frame(0)), 'trim');
    history.endGesture();
    expect(history.canUndo).toBe(false);
  });
});
