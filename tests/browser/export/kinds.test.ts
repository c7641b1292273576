/** Every kind of file that can be made, from one film, each opened again. */
import { describe, expect, test } from 'vitest';
import { exportFilm } from '../../../src/export/export-client';
import type { ExportJob } from '../../../src/export/export-protocol';
import { createRandom } from '../../../src/core/random';
import { createMemoryShelf } from '../../../src/export/chunks/export-shelf';
import { makeWithin } from '../../../src/studio/make-within';
import { evenTimes, makeFilm, paintGrey } from '../media/made-films';
import { jobOf } from './films';

const film = await makeFilm({
  size: { width: 180, height: 320 },
  times: evenTimes(60, 30),
  paint: (context, index) => {
    paintGrey(context, 40 + index * 3);
    context.fillStyle = '#d23313';
    context.fillRect(20, index * 4, 60, 40);
  },
});
const music = { song: { kind: 'bundled', id: 'neon-steps' }, songStart: 0 } as const;

async function jobFor(patch: Partial<ExportJob>): Promise<ExportJob> {
  const job = await jobOf(film, { seconds: 2, width: 180, height: 320, take: { music } });
  return { ...job, ...patch };
}

const failures = (checks: readonly { id: string; passed: boolean; value: string }[]): string[] =>
  checks.filter(({ passed }) => !passed).map(({ id, value }) => `${id}: ${value}`);

describe.each([
  ['webm', 'video/webm', { pictureCodec: 'vp9' }, 'sync'],
  ['gif', 'image/gif', { audioBitrate: 0 }, 'picture'],
  ['webp', 'image/webp', { audioBitrate: 0 }, 'picture'],
  ['sound', 'audio/mp4', {}, 'loudness'],
  ['cover', 'image/jpeg', { first: 30, count: 1 }, 'picture'],
] as const)('%s', (kind, type, patch, check) => {
  test('is made, and is right when it is opened again', async () => {
    const made = await exportFilm(await jobFor({ kind, ...patch }), { routes: ['webcodecs'] });
    expect(failures(made.checks)).toEqual([]);
    expect(made.checks.map(({ id }) => id)).toContain(check);
    expect(made.file.type).toBe(type);
    expect(made.file.size).toBeGreaterThan(500);
  });
});

test('a film at sixty pictures a second has twice as many', async () => {
  const job = await jobFor({ fps: 60, count: 120 });
  const made = await exportFilm({ ...job, project: { ...job.project, fps: 60 } }, { routes: ['webcodecs'] });
  expect(failures(made.checks)).toEqual([]);
  expect(made.checks.find(({ id }) => id === 'frames')?.value).toBe('120');
});

test('a film that has a limit is made again with fewer bits until it keeps it', async () => {
  const random = createRandom(7);
  const restless = await makeFilm({
    size: { width: 180, height: 320 },
    times: evenTimes(60, 30),
    paint: (context) => {
      for (let spot = 0; spot < 30; spot += 1) {
        context.fillStyle = `rgb(${random() * 255} ${random() * 255} ${random() * 255})`;
        context.fillRect(random() * 180, random() * 320, 12, 12);
      }
    },
  });
  const job = {
    ...(await jobOf(restless, { seconds: 2, width: 180, height: 320 })),
    videoBitrate: 3_000_000,
  };
  const routes = ['webcodecs'] as const;
  const { file } = await exportFilm(job, { routes, cheapest: 'direct' });
  const shelf = createMemoryShelf();
  const most = Math.round(file.size / 2);
  const made = await makeWithin(
    job,
    most,
    (pass) => exportFilm(pass, { routes, cheapest: 'direct', shelf }),
    () => shelf.dropChunks(),
  );
  expect(failures(made.checks)).toEqual([]);
  expect(made.file.size).toBeLessThanOrEqual(most);
  expect(made.file.size).toBeGreaterThan(most / 3);
});

test('a part of a film begins where it is asked to', async () => {
  const made = await exportFilm(await jobFor({ first: 30, count: 20 }), { routes: ['webcodecs'] });
  expect(failures(made.checks)).toEqual([]);
  const whole = await exportFilm(await jobFor({}), { routes: ['webcodecs'] });
  expect(made.checks.find(({ id }) => id === 'frames')?.value).toBe('20');
  expect(made.file.size).toBeLessThan(whole.file.size);
});

test('sound alone of a film in which nothing sounds says so', async () => {
  const job = await jobOf(film, { seconds: 1, width: 180, height: 320 });
  await expect(exportFilm({ ...job, kind: 'sound' }, { routes: ['webcodecs'] })).rejects.toMatchObject({
    code: 'export-empty',
  });
});
