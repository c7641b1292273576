/** An export can be stopped at any time, notices when it is stuck, and finds another way when one fails. */
import { describe, expect, test } from 'vitest';
import { exportFilm, type LeftRoute } from '../../../src/export/export-client';
import type { ExportJob, ExportStep } from '../../../src/export/export-protocol';
import { evenTimes, makeFilm, paintGrey } from '../media/made-films';
import { jobOf } from './films';

const film = await makeFilm({
  size: { width: 180, height: 320 },
  times: evenTimes(30, 30),
  paint: (context, index) => paintGrey(context, 60 + index * 4),
});

const job = (): Promise<ExportJob> => jobOf(film, { seconds: 1, width: 180, height: 320 });

describe('cancelling', () => {
  test.for(['sound', 'picture', 'muxing', 'checking'] as const)('during "%s" ends at once', async (step) => {
    const abort = new AbortController();
    let after = 0;
    const exporting = exportFilm(await job(), {
      routes: ['webcodecs', 'ffmpeg'],
      signal: abort.signal,
      onProgress(progress) {
        if (abort.signal.aborted) after += 1;
        if (progress.step === step) abort.abort();
      },
    });
    await expect(exporting).rejects.toMatchObject({ code: 'cancelled' });
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(after).toBe(0);
  });

  test('before it begins starts nothing', async () => {
    await expect(
      exportFilm(await job(), { routes: ['webcodecs'], signal: AbortSignal.abort() }),
    ).rejects.toMatchObject({ code: 'cancelled' });
  });
});

describe('a route that fails', () => {
  const patience: Record<ExportStep, number> = {
    sound: 1,
    picture: 60_000,
    muxing: 60_000,
    checking: 60_000,
  };

  test('because nothing happens is left for the next, with the reason', async () => {
    const left: LeftRoute[] = [];
    const attempt = exportFilm(await job(), {
      routes: ['webcodecs', 'ffmpeg'],
      patienceMs: patience,
      onRouteLeft: (route) => left.push(route),
    });
    // With a patience of one millisecond both are stuck.
    await expect(attempt).rejects.toMatchObject({ code: 'export-failed' });
    expect(left.map(({ route, error }) => [route, error.code])).toEqual([
      ['webcodecs', 'export-failed'],
      ['ffmpeg', 'export-failed'],
    ]);
  });

  test('because the browser refuses to encode is left for x264', async () => {
    const left: LeftRoute[] = [];
    // No bits at all: what browsers refuse and x264 takes as "as many as you like".
    const exported = await exportFilm(
      { ...(await job()), videoBitrate: 0 },
      { routes: ['webcodecs', 'ffmpeg'], onRouteLeft: (route) => left.push(route) },
    );
    expect(left).toMatchObject([{ route: 'webcodecs', error: { code: 'encoder-unsupported' } }]);
    expect(exported.route).toBe('ffmpeg');
    expect(exported.checks.every(({ passed }) => passed)).toBe(true);
  });
});

test('an empty film says so, and no second route is tried', async () => {
  const empty = await job();
  const tracks = empty.project.tracks.map((track) => ({ ...track, items: [] }));
  const left: LeftRoute[] = [];
  const exporting = exportFilm(
    { ...empty, count: 0, project: { ...empty.project, tracks } },
    { routes: ['webcodecs', 'ffmpeg'], onRouteLeft: (route) => left.push(route) },
  );
  await expect(exporting).rejects.toMatchObject({ code: 'export-empty' });
  expect(left).toEqual([]);
});

test('a film that cannot be read says so, and no second route is tried', async () => {
  const good = await job();
  const takes = good.takes.map((take) => ({ ...take, media: new Blob(['no film']) }));
  await expect(exportFilm({ ...good, takes }, { routes: ['webcodecs', 'ffmpeg'] })).rejects.toMatchObject({
    code: 'file-not-media',
  });
});
