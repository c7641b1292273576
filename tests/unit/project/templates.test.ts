/** Films whose clips wait for takes. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { beatTime } from '../../../src/core/beat-grid';
import { StudioError } from '../../../src/core/errors';
import { LOCALES } from '../../../src/core/locale';
import { toSeconds } from '../../../src/core/time';
import { effectById, lookById } from '../../../src/effects/registry';
import { stickerById } from '../../../src/effects/stickers/bundled-stickers';
import { BUNDLED_SONGS } from '../../../src/media/songs/bundled-songs';
import { changeItems, itemsOf } from '../../../src/project/change-items';
import { sourceEnd } from '../../../src/project/clip-pace';
import { projectDuration } from '../../../src/project/duration';
import { replaceEffects } from '../../../src/project/edits/change-effects';
import { addVoice } from '../../../src/project/edits/change-voice';
import { splitClip } from '../../../src/project/edits/split-clip';
import { frameStart } from '../../../src/core/time';
import { parseProject } from '../../../src/project/parse-project';
import type { Project } from '../../../src/project/project';
import { fillTemplate, parseTemplate, placesOf, toTemplate } from '../../../src/project/template';
import { TEMPLATE_PLANS, bundledTemplates } from '../../../src/project/templates/bundled-templates';
import { brokenLaws } from '../../support/check-project';
import { sampleEffect, sampleProject, sampleTake } from '../../support/sample-projects';

// Of no song: what was danced to the template's own has its own rules.
const take = (id: string, duration: number) => ({ ...sampleTake, id, duration, music: null });
function ids() {
  let count = 0;
  return { projectId: 'film', now: 1, newId: () => `new-${(count += 1)}` };
}

describe.each(bundledTemplates().map((each) => [each.id, each] as const))('%s', (id, bundled) => {
  const plan = TEMPLATE_PLANS.find((each) => each.id === id);
  const { template } = bundled;

  it('is named in every language, and made of what the app has', () => {
    for (const locale of LOCALES) {
      expect(bundled.name[locale]).not.toBe('');
      expect(bundled.hint[locale]).not.toBe('');
    }
    if (plan?.look != null) expect(lookById(plan.look)).toBeDefined();
    for (const { transition } of plan?.places ?? [])
      if (transition !== undefined) expect(effectById(transition)?.kind).toBe('transition');
    for (const { picture } of plan?.stickers ?? [])
      if (picture.kind === 'bundled') expect(stickerById(picture.id)).toBeDefined();
  });

  it('is cut on the beats of its song, which is long enough', () => {
    const song = BUNDLED_SONGS.find((each) => each.id === plan?.song.id);
    if (song === undefined || plan === undefined) throw new RangeError('There is no such song.');
    expect(plan.song.bpm).toBe(song.grid.bpm);
    const songStart = beatTime(song.grid, plan.song.fromBeat);
    const length = toSeconds(projectDuration(template.project));
    expect(songStart + length).toBeLessThanOrEqual(song.duration + 0.02);
    expect(length).toBeLessThanOrEqual(15);
    for (const { start } of placesOf(template)) {
      const beats = (start * song.grid.bpm) / 60;
      expect(Math.abs(beats - Math.round(beats)) * (60 / song.grid.bpm)).toBeLessThanOrEqual(0.5 / 30 + 1e-9);
    }
  });

  it('is a sound document, and its file is read again equal', () => {
    expect(brokenLaws(template.project)).toEqual([]);
    expect(parseTemplate(JSON.stringify(template))).toEqual(template);
  });

  it('filled with long takes keeps its cuts', () => {
    const film = fillTemplate(template, [take('a', 30), take('b', 40)], ids());
    expect(itemsOf(film, 'video').map(({ start }) => toSeconds(start))).toEqual(
      placesOf(template).map(({ start }) => start),
    );
    expect(itemsOf(film, 'video').some(({ empty }) => empty === true)).toBe(false);
    expect(film.sources).not.toHaveProperty('place');
  });

  it('runs one long take through in time', () => {
    const film = fillTemplate(template, [take('a', 40)], ids());
    for (const { start, sourceStart } of itemsOf(film, 'video'))
      expect(sourceStart).toBeCloseTo(toSeconds(start), 6);
  });

  it('shows one take nearly in time that is a little short of the film', () => {
    const length = toSeconds(projectDuration(template.project));
    const film = fillTemplate(template, [take('a', length - 0.1)], ids());
    for (const { start, sourceStart } of itemsOf(film, 'video'))
      expect(Math.abs(sourceStart - toSeconds(start))).toBeLessThanOrEqual(0.1 + 1e-6);
  });

  it('shows a later part of a take each time, up to its end', () => {
    const longest = Math.max(...placesOf(template).map(({ duration }) => duration));
    fc.assert(
      fc.property(fc.double({ min: longest, max: 60, noNaN: true }), (duration) => {
        const starts = itemsOf(fillTemplate(template, [take('a', duration)], ids()), 'video').map(
          ({ sourceStart }) => sourceStart,
        );
        // Bars are a frame longer or shorter, so a take no longer than a bar may begin a frame earlier.
        for (const [index, start] of starts.entries())
          expect(start).toBeGreaterThanOrEqual((starts[index - 1] ?? 0) - 1 / 30 - 1e-6);
        expect(starts[0]).toBe(0);
      }),
    );
  });

  it('keeps whatever was danced to its song in time with it', () => {
    const [song] = itemsOf(template.project, 'music');
    if (song === undefined) throw new RangeError('There is no song.');
    for (const songStart of [0, 0.7]) {
      const danced = { duration: 20, music: { song: song.song, songStart } };
      const takes = ['a', 'b', 'c'].map((each) => ({ ...sampleTake, ...danced, id: each }));
      for (const { start, sourceStart } of itemsOf(fillTemplate(template, takes, ids()), 'video'))
        expect(songStart + sourceStart).toBeCloseTo(song.songStart + toSeconds(start), 6);
    }
  });

  it('is the same template again when its film is given away', () => {
    const film = fillTemplate(template, [take('a', 30), take('b', 40)], ids());
    expect(toTemplate(film, template.name)).toEqual(template);
  });

  it('takes takes of any number and length', () => {
    const lengths = fc.array(fc.double({ min: 0.1, max: 60, noNaN: true }), { maxLength: 8 });
    fc.assert(
      fc.property(lengths, (durations) => {
        const film = fillTemplate(
          template,
          durations.map((duration, index) => take(`take-${index}`, duration)),
          ids(),
        );
        expect(brokenLaws(film)).toEqual([]);
        expect(parseProject(JSON.parse(JSON.stringify(film)))).toEqual(film);
        for (const clip of itemsOf(film, 'video')) {
          if (clip.empty === true) continue;
          const { duration = 0 } = film.sources[clip.sourceId] ?? {};
          // Half a frame may be covered by the last picture.
          expect(sourceEnd(clip)).toBeLessThanOrEqual(duration + 0.5 / 30 + 1e-6);
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe('a template of a film', () => {
  const film = addVoice(splitClip(sampleProject(), 'clip-1', frameStart(100, 30), 'second'), 'recording', {
    start: frameStart(10, 30),
    seconds: 2,
    newId: 'voice',
  });

  it('keeps the cuts and leaves the person behind', () => {
    const template = toTemplate(film, '  Mine  ');
    expect(template.name).toBe('Mine');
    expect(placesOf(template).map(({ duration }) => duration)).toEqual([100 / 30, 350 / 30]);
    expect(JSON.stringify(template)).not.toContain('take-1');
    expect(JSON.stringify(template)).not.toContain('recording');
  });

  it('names neither the film, nor its takes, nor pictures that are not seen', () => {
    const backdrop = { ...sampleEffect('backdrop', 'background-replace'), params: { picture: 'source-1' } };
    const shown = { id: 'shown', kind: 'sticker', name: 'me.png', text: 'A' } as const;
    const imports = { shown, hidden: { ...shown, id: 'hidden' } };
    const sticker = {
      id: 'sticker',
      start: frameStart(0, 30),
      duration: frameStart(30, 30),
      picture: { kind: 'asset', id: 'shown' },
      x: 0.5,
      y: 0.5,
      size: 0.3,
      rotation: 0,
      opacity: 1,
      mirror: false,
      blend: 'normal',
    } as const;
    const own = replaceEffects({ ...changeItems(film, 'stickers', () => [sticker]), imports }, [backdrop]);
    const template = toTemplate(own, 'Mine');
    expect(Object.keys(template.project.imports)).toEqual(['shown']);
    for (const secret of ['source-1', film.id, film.name, String(film.createdAt)])
      expect(JSON.stringify(template)).not.toContain(secret);
  });

  it('empties every row of pictures, and keeps how each is laid into the stage', () => {
    const second = itemsOf(film, 'video').map((clip) => ({
      ...clip,
      id: `${clip.id}-over`,
      fit: 'blur' as const,
    }));
    const rows: Project = {
      ...film,
      tracks: [...film.tracks, { id: 'over', kind: 'video', muted: false, items: second }],
    };
    const template = toTemplate(rows, 'Mine');
    const clips = template.project.tracks.flatMap((track) => (track.kind === 'video' ? track.items : []));
    expect(clips.map(({ fit }) => fit)).toEqual(['cover', 'cover', 'blur', 'blur']);
    expect(clips.every(({ empty }) => empty === true)).toBe(true);
    expect(parseTemplate(JSON.stringify(template))).toEqual(template);
  });

  it('begins a take where its best part is, if that reaches', () => {
    const template = toTemplate(film, 'Mine');
    const startOf = (bestFrom: number): number[] =>
      itemsOf(fillTemplate(template, [{ ...take('a', 20), bestFrom }], ids()), 'video').map((clip) =>
        Number(clip.sourceStart.toFixed(3)),
      );
    expect(startOf(2)).toEqual([2, 5.333]);
    expect(startOf(19)).toEqual([5, 8.333]);
  });

  it('of a newer app says so', () => {
    const newer = JSON.stringify({ ...toTemplate(film, 'Mine'), version: 2, more: true });
    expect(() => parseTemplate(newer)).toThrow(expect.objectContaining({ code: 'project-too-new' }) as Error);
  });

  it('that is damaged is refused in words, whatever is wrong with it', () => {
    const text = JSON.stringify(toTemplate(film, 'Mine'));
    fc.assert(
      fc.property(fc.nat(text.length - 1), fc.nat(40), fc.string({ maxLength: 8 }), (at, gone, put) => {
        try {
          parseTemplate(text.slice(0, at) + put + text.slice(at + gone));
        } catch (error) {
          expect(error).toBeInstanceOf(StudioError);
        }
      }),
      { numRuns: 2000 },
    );
  });
});
