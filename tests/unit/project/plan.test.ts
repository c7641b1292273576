import { describe, expect, it } from 'vitest';
import { frameStart, toSeconds, type Flicks } from '../../../src/core/time';
import { changeItems, itemsOf } from '../../../src/project/change-items';
import { projectDuration } from '../../../src/project/duration';
import { addClip } from '../../../src/project/edits/add-clip';
import { changeClip } from '../../../src/project/edits/change-clip';
import { changeEffect } from '../../../src/project/edits/change-effects';
import { changeMusic } from '../../../src/project/edits/change-music';
import { splitClip } from '../../../src/project/edits/split-clip';
import { trimClip } from '../../../src/project/edits/trim-clip';
import { planFrame } from '../../../src/project/plan-frame';
import { planSound } from '../../../src/project/plan-sound';
import { longProject, sampleProject, sampleTake } from '../../support/sample-projects';
import { verdict } from './sample-verdict';

const frame = (count: number): Flicks => frameStart(count, 30);

describe('a project from a take', () => {
  it('is the whole take as 9:16 film with its song from where it was danced', () => {
    const project = sampleProject();
    expect(projectDuration(project)).toBe(frame(450));
    expect(project.size).toEqual({ width: 1080, height: 1920 });
    const plan = planFrame(project, frame(30));
    expect(plan.layers).toMatchObject([{ takeId: 'take-1', sourceTime: 1, mirror: true, fit: 'cover' }]);
    expect(plan.effects.map(({ effectId }) => effectId)).toEqual(['bloom', 'trails']);
    expect(plan.song).toEqual({ song: { kind: 'bundled', id: 'neon-steps' }, songTime: 3 });
  });

  it('is not limited to fifteen seconds', () => {
    expect(toSeconds(projectDuration(sampleProject({ duration: 62.5 })))).toBe(62.5);
  });

  it('rounds to the frame that is at least half there', () => {
    expect(projectDuration(sampleProject({ duration: 14.99 }))).toBe(frame(450));
    expect(projectDuration(sampleProject({ duration: 0.001 }))).toBe(frame(1));
  });

  it('marks each judgement where its move ends', () => {
    const project = sampleProject({ verdict });
    expect(project.markers.map(({ time, label }) => [toSeconds(time), label])).toEqual([
      [1, 'perfect'],
      [2, 'great'],
      [3, 'miss'],
      [4, 'perfect'],
    ]);
  });
});

describe('planFrame', () => {
  it('is black before and after the film', () => {
    const project = sampleProject();
    expect(planFrame(project, frame(449)).layers).toHaveLength(1);
    expect(planFrame(project, frame(450)).layers).toEqual([]);
  });

  it('gives the frame that is on screen between two frames', () => {
    const plan = planFrame(sampleProject(), (frame(10) + 12_345) as Flicks);
    expect([plan.frame, plan.time]).toEqual([10, frame(10)]);
  });

  it('leaves out effects that are off or have no strength', () => {
    const off = changeEffect(sampleProject(), 'effect-1', { enabled: false });
    const none = changeEffect(off, 'effect-2', { strength: 0 });
    expect(planFrame(none, frame(0)).effects).toEqual([]);
  });

  it('shows the right clip at every cut of a thousand', () => {
    const project = longProject(1000);
    for (const at of [0, 29, 30, 14_999, 15_000, 29_999]) {
      const [layer] = planFrame(project, frame(at)).layers;
      expect(layer?.clipId).toBe(`clip-${Math.floor(at / 30) + 1}`);
      expect(layer?.sourceTime).toBeCloseTo((at % 30) / 30, 9);
    }
  });

  it('does not look at the other clips', () => {
    let looks = 0;
    const project = changeItems(longProject(1000), 'video', (clips) =>
      clips.map(
        (clip) =>
          new Proxy(clip, {
            get: (target, key) => {
              looks += 1;
              return Reflect.get(target, key) as unknown;
            },
          }),
      ),
    );
    planFrame(project, frame(0));
    looks = 0;
    planFrame(project, frame(20_000));
    expect(looks).toBeLessThan(30);
  });
});

describe('planSound', () => {
  it('is the take and the song, as long as the film', () => {
    const plan = planSound(sampleProject());
    expect(plan.duration).toBe(15);
    expect(
      plan.pieces.map(({ from, start, duration, sourceStart }) => [from.kind, start, duration, sourceStart]),
    ).toEqual([
      ['take', 0, 15, 0],
      ['song', 0, 15, 2],
    ]);
  });

  it('is silent without sound, volume, or on a muted track', () => {
    expect(planSound(sampleProject({ hasSound: false, music: null })).pieces).toEqual([]);
    const quiet = changeMusic(changeClip(sampleProject(), 'clip-1', { volume: 0 }), 'music-1', { volume: 0 });
    expect(planSound(quiet).pieces).toEqual([]);
    const project = sampleProject();
    const muted = {
      ...project,
      tracks: project.tracks.map((track) => ('muted' in track ? { ...track, muted: true } : track)),
    };
    expect(planSound(muted).pieces).toEqual([]);
  });

  it('fades a cut that would click, and never one where the sound runs on', () => {
    const split = splitClip(sampleProject(), 'clip-1', frame(100), 'clip-2');
    const [first, second] = planSound(split).pieces;
    expect([first?.fadeOut, second?.fadeIn]).toEqual([0, 0]);
    const [cut, next] = planSound(trimClip(split, 'clip-2', 'start', frame(160))).pieces;
    expect(cut?.fadeOut).toBeGreaterThan(0);
    expect(next?.fadeIn).toBeGreaterThan(0);
  });

  it('ends the music with the picture and fades there', () => {
    const grown = addClip(sampleProject(), { ...sampleTake, id: 'b', duration: 5 }, 'clip-2');
    const faded = changeMusic(grown, 'music-1', { fadeOut: 2 });
    const long = changeItems(faded, 'music', (items) =>
      items.map((item) => ({ ...item, duration: frame(9000) })),
    );
    const song = planSound(long).pieces.at(-1);
    expect([song?.duration, song?.fadeOut]).toEqual([20, 2]);
    expect(itemsOf(long, 'music')[0]?.duration).toBe(frame(9000));
  });
});
