/** What may go wrong while a film is made: workers that die, a disk that fills, a tab that is hidden, two films at once. */
import { afterEach, describe, expect, test } from 'vitest';
import { cdp } from 'vitest/browser';
import { createMemoryShelf } from '../../../src/export/chunks/export-shelf';
import { StudioError } from '../../../src/core/errors';
import { exportFilm, type ExportProgress, type LeftRoute } from '../../../src/export/export-client';
import { createExportWorkers, type ExportWorkers } from '../../../src/export/export-workers';
import type { ExportedFilm, ExportJob } from '../../../src/export/export-protocol';
import { openStorage } from '../../../src/storage/storage';
import type { ExportRecord } from '../../../src/storage/records';
import { evenTimes, makeFilm, paintGrey } from '../media/made-films';
import { jobOf } from './films';

const SIZE = { width: 180, height: 320 } as const;
const FRAMES = 120;
const PATIENCE = { sound: 60_000, picture: 1500, muxing: 60_000, checking: 60_000 } as const;

const film = await makeFilm({
  size: SIZE,
  times: evenTimes(FRAMES, 30),
  paint: (context, index) => {
    paintGrey(context, 40 + index);
    context.fillStyle = '#35c2ff';
    context.fillRect((index * 7) % 150, 120, 30, 80);
  },
});

const job = (): Promise<ExportJob> => jobOf(film, { seconds: FRAMES / 30, ...SIZE });

const failures = ({ checks }: ExportedFilm): string[] =>
  checks.filter(({ passed }) => !passed).map(({ id, value }) => `${id}: ${value}`);

/** Workers that the test can reach, to end one as a browser short of memory does: without a word. */
function reachableWorkers(): ExportWorkers & { kill(): void } {
  const workers = createExportWorkers();
  let last: Worker | null = null;
  return {
    ...workers,
    take: () => {
      last = workers.take();
      return last;
    },
    kill: () => last?.terminate(),
  };
}

describe('a worker that dies midway', () => {
  test.for([
    ['webcodecs', 'ffmpeg'],
    ['ffmpeg', 'webcodecs'],
  ] as const)('(%s) is missed, and %s goes on from what was kept', async ([first, second]) => {
    const workers = reachableWorkers();
    const left: LeftRoute[] = [];
    const begun = new Map<string, number>();
    let killed = false;
    const made = await exportFilm(await job(), {
      routes: [first, second],
      workers,
      patienceMs: PATIENCE,
      onRouteLeft: (route) => left.push(route),
      onProgress({ route, step, done }: ExportProgress) {
        if (step !== 'picture') return;
        if (!begun.has(route)) begun.set(route, done);
        if (done < FRAMES / 2 || killed) return;
        killed = true;
        workers.kill();
      },
    });
    expect(killed).toBe(true);
    expect(left).toMatchObject([{ route: first, error: { code: 'export-failed' } }]);
    expect(made.route).toBe(second);
    expect(failures(made)).toEqual([]);
    // Whole groups that were done are not done again.
    expect(begun.get(second)).toBeGreaterThanOrEqual(15);
  });

  test('tells of it at once when the browser does', async () => {
    const left: LeftRoute[] = [];
    let number = 0;
    const workers = createExportWorkers();
    const made = await exportFilm(await job(), {
      routes: ['webcodecs', 'ffmpeg'],
      workers: {
        ...workers,
        take() {
          number += 1;
          if (number > 1) return workers.take();
          // Ends as it begins: its script is none.
          const broken = URL.createObjectURL(new Blob(['no script'], { type: 'text/javascript' }));
          return new Worker(broken, { type: 'module' });
        },
      },
      onRouteLeft: (route) => left.push(route),
    });
    expect(left).toMatchObject([{ error: { code: 'worker-crashed' } }]);
    expect(failures(made)).toEqual([]);
  });
});

test('a worker that was prepared does what a fresh one does, and one that was not needed ends', async () => {
  const workers = createExportWorkers();
  workers.prepare();
  workers.prepare();
  const prepared = workers.take();
  expect(workers.take()).not.toBe(prepared);
  prepared.terminate();
  workers.prepare();
  const made = await exportFilm(await job(), { routes: ['webcodecs'], workers });
  expect(failures(made)).toEqual([]);
  workers.prepare();
  workers.dispose();
  expect(workers.take()).toBeInstanceOf(Worker);
});

describe('a full disk', () => {
  test('while pieces are kept ends the export by name, and no other way is tried', async () => {
    const shelf = createMemoryShelf();
    const left: LeftRoute[] = [];
    const full = new StudioError('storage-full', 'No room.');
    const exporting = exportFilm(await job(), {
      routes: ['webcodecs', 'ffmpeg'],
      shelf: { ...shelf, keepChunk: () => Promise.reject(full) },
      onRouteLeft: (route) => left.push(route),
    });
    await expect(exporting).rejects.toMatchObject({ code: 'storage-full' });
    expect(left).toEqual([]);
  });

  describe('of a real browser', () => {
    const limit = (quotaSize?: number): Promise<unknown> =>
      (cdp() as unknown as { send(method: string, params: object): Promise<unknown> }).send(
        'Storage.overrideQuotaForOrigin',
        { origin: location.origin, ...(quotaSize === undefined ? {} : { quotaSize }) },
      );

    afterEach(() => limit());

    test('ends the export by name, and what was made goes', async () => {
      const storage = await openStorage({ name: 'full-disk-test' });
      try {
        const big = await jobOf(film, { seconds: FRAMES / 30, width: 720, height: 1280 });
        const record: ExportRecord = {
          ...{ id: 'full', projectId: 'nobody', name: 'film.mp4', createdAt: 0, mimeType: 'video/mp4' },
          ...{ size: big.size, duration: 4, bytes: 0, route: 'webcodecs' },
        };
        const shelf = await storage.exports.create(record);
        const { usage = 0 } = await navigator.storage.estimate();
        await limit(usage + 60_000);
        const exporting = exportFilm({ ...big, videoBitrate: 20_000_000 }, { routes: ['webcodecs'], shelf });
        await expect(exporting).rejects.toMatchObject({ code: 'storage-full' });
        await shelf.discard();
        expect(await storage.exports.list()).toEqual([]);
        expect(await storage.exports.unfinished()).toEqual([]);
      } finally {
        await limit();
        storage.dispose();
      }
    });
  });
});

test('a hidden tab, which gets no animation frames and one timer a second, makes the same film', async () => {
  const plain = {
    frame: window.requestAnimationFrame.bind(window),
    timer: window.setTimeout.bind(window),
  };
  window.requestAnimationFrame = () => 0;
  window.setTimeout = ((work: () => void, ms = 0) =>
    plain.timer(work, Math.max(1000, ms))) as typeof window.setTimeout;
  try {
    const made = await exportFilm(await job(), { routes: ['webcodecs'] });
    expect(failures(made)).toEqual([]);
  } finally {
    window.requestAnimationFrame = plain.frame;
    window.setTimeout = plain.timer;
  }
});

test('two films at once are both made', async () => {
  const [one, other] = await Promise.all([
    exportFilm(await job(), { routes: ['webcodecs'] }),
    exportFilm(await job(), { routes: ['ffmpeg'] }),
  ]);
  expect([one.route, other.route]).toEqual(['webcodecs', 'ffmpeg']);
  expect([...failures(one), ...failures(other)]).toEqual([]);
});

test('a copied file that fails its check is made again without copying, by the same encoder', async () => {
  const source = (await exportFilm(await job(), { routes: ['webcodecs'] })).file;
  const ways: string[] = [];
  const made = await exportFilm(await jobOf(source, { seconds: FRAMES / 30, ...SIZE }), {
    routes: ['webcodecs', 'ffmpeg'],
    shelf: spoiledOnce(),
    onPlanned: (stretches) => ways.push(stretches.map(({ route }) => route).join()),
  });
  expect(ways).toEqual(['copy', 'direct']);
  expect(made.route).toBe('webcodecs');
  expect(failures(made)).toEqual([]);
});

/** A shelf whose first file is not what was written: half of it is zeros. */
function spoiledOnce(): ReturnType<typeof createMemoryShelf> {
  const shelf = createMemoryShelf();
  let files = 0;
  return {
    ...shelf,
    async closeFile(type) {
      const file = await shelf.closeFile(type);
      files += 1;
      if (files > 1) return file;
      const bytes = new Uint8Array(await file.arrayBuffer());
      return new Blob([bytes.fill(0, bytes.length / 2)], { type });
    },
  };
}
