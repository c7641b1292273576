/** Stretches of one film by different routes: packets that are copied, pictures that are scaled, frames that are drawn. */
import { describe, expect, test } from 'vitest';
import { commands } from 'vitest/browser';
import { toFlicks } from '../../../src/core/time';
import { createEffectInstance } from '../../../src/effects/registry';
import { exportFilm } from '../../../src/export/export-client';
import type { ExportJob, ExportedFilm } from '../../../src/export/export-protocol';
import { openPictures } from '../../../src/media/picture-reader';
import { itemsOf } from '../../../src/project/change-items';
import { setNumbers } from '../../../src/project/edits/change-numbers';
import { splitClip } from '../../../src/project/edits/split-clip';
import { evenTimes, makeFilm, paintGrey } from '../media/made-films';
import { jobOf, toBase64 } from './films';

const SIZE = { width: 180, height: 320 };

const painted = await makeFilm({
  size: SIZE,
  times: evenTimes(90, 30),
  paint: (context, index) => {
    paintGrey(context, 40 + index * 2);
    context.fillStyle = '#35c2ff';
    context.fillRect((index * 7) % 150, 120, 30, 80);
  },
});

/** H.264 in the film's own colours, a key picture each half second: what may be copied. */
const source = (await exportFilm(await jobOf(painted, { seconds: 3, ...SIZE }), { routes: ['webcodecs'] }))
  .file;

const failures = ({ checks }: ExportedFilm): string[] =>
  checks.filter(({ passed }) => !passed).map(({ id, value }) => `${id}: ${value}`);

async function picturesOf(file: Blob, seconds: readonly number[]): Promise<Uint8Array[]> {
  const reader = await openPictures(file);
  const found: Uint8Array[] = [];
  for (const time of seconds) {
    const picture = await reader.pictureAt(time);
    if (picture === null) throw new Error(`No picture at ${time} s.`);
    const bytes = new Uint8Array(picture.allocationSize());
    await picture.copyTo(bytes);
    picture.close();
    found.push(bytes);
  }
  reader.dispose();
  return found;
}

function distance(a: Uint8Array | undefined, b: Uint8Array | undefined): number {
  if (a === undefined || b === undefined) return Infinity;
  return a.reduce((sum, value, at) => sum + Math.abs(value - (b[at] ?? 0)), 0) / a.length;
}

describe('an untouched film', () => {
  test('is copied packet by packet: its pictures are the same to the bit', async () => {
    const made = await exportFilm(await jobOf(source, { seconds: 3, ...SIZE }), { routes: ['webcodecs'] });
    expect(failures(made)).toEqual([]);
    expect(made.stretches).toMatchObject([{ first: 0, count: 90, route: 'copy', reason: 'untouched' }]);
    const times = [0.01, 0.99, 1.51, 2.98];
    expect(await picturesOf(made.file, times)).toEqual(await picturesOf(source, times));
  });

  test('that begins between two key pictures is copied from the next one on', async () => {
    const job = await jobOf(source, { seconds: 3, ...SIZE });
    const made = await exportFilm({ ...job, first: 20, count: 70 }, { routes: ['webcodecs'] });
    expect(failures(made)).toEqual([]);
    expect(made.stretches).toMatchObject([
      { first: 0, count: 10, route: 'direct', reason: 'edge' },
      { first: 10, count: 60, route: 'copy', reason: 'untouched' },
    ]);
    const [mine, theirs] = [
      await picturesOf(made.file, [0.01, 1.01]),
      await picturesOf(source, [0.68, 1.68]),
    ];
    expect(distance(mine[0], theirs[0])).toBeLessThan(4);
    expect(mine[1]).toEqual(theirs[1]);
  });
});

describe('a film of copied, scaled and drawn stretches', () => {
  const mixed = async (): Promise<ExportJob> => {
    const job = await jobOf(source, { seconds: 3, ...SIZE });
    const [clip] = itemsOf(job.project, 'video');
    if (clip === undefined) throw new Error('The film has no clip.');
    let project = splitClip(job.project, clip.id, toFlicks(1), 'middle');
    project = splitClip(project, 'middle', toFlicks(2), 'last');
    project = setNumbers(project, 'middle', { scale: 1.5 }, toFlicks(1.2));
    const effects = { id: 'fx', kind: 'effects', items: [] } as const;
    const item = {
      id: 'vignette',
      start: toFlicks(2.2),
      duration: toFlicks(0.3),
      effect: createEffectInstance('vignette', 'v', 1),
    };
    const tracks = project.tracks.some(({ kind }) => kind === 'effects')
      ? project.tracks.map((track) => (track.kind === 'effects' ? { ...track, items: [item] } : track))
      : [...project.tracks, { ...effects, items: [item] }];
    return { ...job, project: { ...project, tracks } };
  };

  test.for(['webcodecs', 'ffmpeg'] as const)(
    'by %s is one sound film, also for native ffmpeg',
    async (route) => {
      const made = await exportFilm(await mixed(), { routes: [route] });
      expect(failures(made)).toEqual([]);
      expect(made.stretches.map(({ first, count, route: way }) => [first, count, way])).toEqual([
        [0, 30, 'copy'],
        [30, 30, 'direct'],
        [60, 6, 'direct'],
        [66, 9, 'compose'],
        [75, 15, 'copy'],
      ]);
      const native = await commands.inspectFilm(await toBase64(made.file), []);
      if (native === null) return;
      expect(native.frames).toBe(90);
      expect(native.video).toMatchObject({ avg_frame_rate: '30/1', color_space: 'bt709', color_range: 'tv' });
    },
  );

  test('shows what the compositor would show', async () => {
    const job = await mixed();
    const [quick, drawn] = await Promise.all([
      exportFilm(job, { routes: ['webcodecs'] }),
      exportFilm(job, { routes: ['webcodecs'], cheapest: 'compose' }),
    ]);
    expect(drawn.stretches.every(({ route }) => route === 'compose')).toBe(true);
    const times = [0.5, 1.25, 1.75, 2.1, 2.3, 2.9];
    const [a, b] = [await picturesOf(quick.file, times), await picturesOf(drawn.file, times)];
    times.forEach((_, index) => expect(distance(a[index], b[index])).toBeLessThan(4));
  });
});
