/** The exporter of the studio over real storage: from a take in the library to a file in the library. */
import { afterAll, describe, expect, test } from 'vitest';
import { createStore } from 'zustand/vanilla';
import { createProjectFromTake } from '../../../src/project/create-project';
import { exportFilm } from '../../../src/export/export-client';
import { createExportWorkers } from '../../../src/export/export-workers';
import { addClip } from '../../../src/project/edits/add-clip';
import { openStorage } from '../../../src/storage/storage';
import { createExporter } from '../../../src/studio/create-exporter';
import { collectJob } from '../../../src/studio/export-job';
import { exportSignature } from '../../../src/studio/export-signature';
import type { ExporterState } from '../../../src/studio/exporter';
import type { Settings, SettingsState } from '../../../src/studio/settings';
import { createChallengeShelf } from '../../../src/studio/challenge-shelf';
import { createOwnChallenges } from '../../../src/studio/own-challenges';
import { createSongShelf } from '../../../src/studio/song-shelf';
import { evenTimes, makeFilm, paintGrey } from '../media/made-films';
import { takeOf } from './films';

const film = await makeFilm({
  size: { width: 180, height: 320 },
  times: evenTimes(30, 30),
  paint: (context, index) => paintGrey(context, 60 + index * 4),
});

const storage = await openStorage({ name: 'exporter-test' });
afterAll(async () => {
  for (const { id } of await storage.exports.list()) await storage.exports.remove(id);
  for (const { id } of await storage.takes.list()) await storage.takes.remove(id);
  storage.dispose();
});

const settings: Settings = {
  store: createStore<SettingsState>(() => ({
    locale: null,
    theme: 'system',
    motion: 'system',
    flashGuard: true,
    cameraId: null,
    microphoneId: null,
    recordMicrophone: false,
    mirror: false,
    latencyMs: 0,
    seated: false,
    latencyOffered: true,
    poseModel: 'lite',
    countInBeats: 4,
    keyBindings: {},
    tourSeen: true,
  })),
  change: () => undefined,
};

const challenges = createChallengeShelf(createOwnChallenges(storage));
const exporter = createExporter({ storage, settings, songs: createSongShelf(storage), challenges });

/** A project in the library over a take in the library. */
async function projectOf(seconds = 1): Promise<string> {
  const music = { song: { kind: 'bundled', id: 'neon-steps' }, songStart: 0 } as const;
  const record = await takeOf(film, { id: crypto.randomUUID(), state: 'recording', music });
  const take = await storage.takes.importFile(record, film);
  const project = createProjectFromTake({ ...take, duration: seconds }, { id: crypto.randomUUID(), now: 0 });
  await storage.projects.save(project);
  return project.id;
}

describe('an export', () => {
  test('ends as a checked file in the library', async () => {
    const projectId = await projectOf();
    const phases: ExporterState['phase'][] = [];
    const stop = exporter.store.subscribe(({ phase }) => phases.push(phase));
    await exporter.start(projectId, 'mp4-720');
    stop();
    const { phase, error, record, checks, progress } = exporter.store.getState();
    expect({ phase, error }).toEqual({ phase: 'done', error: null });
    expect([...new Set(phases)]).toEqual(['preparing', 'running', 'checking', 'done']);
    expect(progress).toBe(1);
    expect(checks.every(({ passed }) => passed)).toBe(true);
    expect(record).toMatchObject({ projectId, mimeType: 'video/mp4', route: 'webcodecs', duration: 1 });
    expect(record?.size).toEqual({ width: 720, height: 1280 });
    const file = await exporter.fileOf(record?.id ?? '');
    expect(file.size).toBe(record?.bytes);
    expect(file.name).toMatch(/^Squats_\d{4}-\d\d-\d\d_720x1280\.mp4$/);
    expect(await storage.exports.list()).toHaveLength(1);
    exporter.reset();
    expect(exporter.store.getState().phase).toBe('idle');
  });

  test('that is cancelled leaves nothing, and another can begin at once', async () => {
    const before = (await storage.exports.list()).length;
    const projectId = await projectOf();
    const running = new Promise<void>((resolve) => {
      const stop = exporter.store.subscribe(({ phase }) => {
        if (phase !== 'running') return;
        stop();
        resolve();
      });
    });
    const exporting = exporter.start(projectId, 'mp4-720');
    await running;
    exporter.cancel();
    expect(exporter.store.getState().phase).toBe('cancelled');
    const second = exporter.start(projectId, 'mp4-720');
    await exporting;
    await second;
    expect(exporter.store.getState()).toMatchObject({ phase: 'done' });
    expect(await storage.exports.list()).toHaveLength(before + 1);
    expect(await exporter.interrupted()).toEqual([]);
  });

  test('of a project whose take is gone fails by name', async () => {
    const projectId = await projectOf();
    const project = await storage.projects.get(projectId);
    for (const { takeId } of Object.values(project?.sources ?? {})) await storage.takes.remove(takeId);
    await exporter.start(projectId, 'mp4-720');
    expect(exporter.store.getState()).toMatchObject({ phase: 'failed', error: { code: 'storage-missing' } });
  });

  test('of a project that is gone fails by name', async () => {
    await exporter.start('nobody', 'mp4-720');
    expect(exporter.store.getState()).toMatchObject({ phase: 'failed', error: { code: 'storage-missing' } });
  });
});

describe('a film that was made before', () => {
  test('is there at once while its project is as it was, and is made anew when it is not', async () => {
    const projectId = await projectOf();
    await exporter.start(projectId, 'mp4-720');
    const made = exporter.store.getState().record;
    expect((await exporter.forecast(projectId, { presetId: 'mp4-720' })).made?.id).toBe(made?.id);
    const phases: ExporterState['phase'][] = [];
    const stop = exporter.store.subscribe(({ phase }) => phases.push(phase));
    await exporter.start(projectId, 'mp4-720');
    stop();
    expect(phases).not.toContain('running');
    expect(exporter.store.getState()).toMatchObject({ phase: 'done', record: { id: made?.id } });

    const project = await storage.projects.get(projectId);
    if (project === undefined) throw new Error('The project is gone.');
    await storage.projects.save({ ...project, master: { ...project.master, evenLoudness: false } });
    expect((await exporter.forecast(projectId, { presetId: 'mp4-720' })).made).toBeNull();
    await exporter.start(projectId, 'mp4-720');
    expect(exporter.store.getState().record?.id).not.toBe(made?.id);
  });

  test('is made anew when its file is gone', async () => {
    const projectId = await projectOf();
    await exporter.start(projectId, 'mp4-720');
    const made = exporter.store.getState().record;
    await storage.exports.remove(made?.id ?? '');
    await exporter.start(projectId, 'mp4-720');
    expect(exporter.store.getState()).toMatchObject({ phase: 'done' });
    expect(exporter.store.getState().record?.id).not.toBe(made?.id);
  });
});

describe('an export that a closed tab ended', () => {
  /** As a tab leaves it that is closed midway: pieces on the disk, and nobody who holds them. */
  async function interrupt(projectId: string): Promise<void> {
    const other = await openStorage({ name: 'exporter-test' });
    const project = await other.projects.get(projectId);
    if (project === undefined) throw new Error('The project is gone.');
    const choice = { presetId: 'mp4-720' };
    const parts = { storage: other, songs: createSongShelf(other), challenges };
    const job = await collectJob(project, choice, parts);
    const writer = await other.exports.create({
      ...{ id: crypto.randomUUID(), projectId, name: 'film.mp4', createdAt: Date.now() },
      ...{ mimeType: 'video/mp4', size: job.size, duration: 1, bytes: 0, route: 'webcodecs' },
      ...{ choice, signature: await exportSignature(project, choice) },
    });
    const workers = createExportWorkers();
    let worker: Worker | null = null;
    const exporting = exportFilm(job, {
      routes: ['webcodecs'],
      shelf: writer,
      patienceMs: { sound: 20_000, picture: 500, muxing: 500, checking: 500 },
      workers: {
        ...workers,
        take: () => {
          worker = workers.take();
          return worker;
        },
      },
      onProgress: ({ step }) => {
        if (step === 'muxing') worker?.terminate();
      },
    });
    await expect(exporting).rejects.toMatchObject({ code: 'export-failed' });
    // Its lock goes with it.
    other.dispose();
  }

  test('is offered, and goes on from what is on the disk', async () => {
    const projectId = await projectOf();
    await interrupt(projectId);
    const [offered, ...others] = await exporter.interrupted();
    expect(others).toEqual([]);
    expect(offered).toMatchObject({ projectId, choice: { presetId: 'mp4-720' }, done: 1 });
    const before = await storage.exports.list();
    let least = 1;
    const stop = exporter.store.subscribe(({ step, progress }) => {
      if (step === 'picture') least = Math.min(least, progress);
    });
    await exporter.resume(offered?.id ?? '');
    stop();
    expect(exporter.store.getState()).toMatchObject({ phase: 'done', record: { projectId } });
    expect(exporter.store.getState().checks.every(({ passed }) => passed)).toBe(true);
    // All of its pictures were done: none is made again.
    expect(least).toBeGreaterThan(0.9);
    expect(await storage.exports.list()).toHaveLength(before.length + 1);
    expect(await exporter.interrupted()).toEqual([]);
  });

  test('is made anew when its film was changed since', async () => {
    const projectId = await projectOf();
    await interrupt(projectId);
    const project = await storage.projects.get(projectId);
    if (project === undefined) throw new Error('The project is gone.');
    await storage.projects.save({ ...project, master: { ...project.master, evenLoudness: false } });
    const [offered] = await exporter.interrupted();
    await exporter.resume(offered?.id ?? '');
    expect(exporter.store.getState()).toMatchObject({ phase: 'done' });
    expect(await exporter.interrupted()).toEqual([]);
  });

  test('can be thrown away', async () => {
    await interrupt(await projectOf());
    const [offered] = await exporter.interrupted();
    await exporter.discard(offered?.id ?? '');
    expect(await exporter.interrupted()).toEqual([]);
  });
});

test('a take that is gone is told before, and one tap takes its clips out', async () => {
  const projectId = await projectOf();
  const project = await storage.projects.get(projectId);
  if (project === undefined) throw new Error('The project is gone.');
  const second = await storage.takes.importFile(
    await takeOf(film, { id: crypto.randomUUID(), state: 'recording' }),
    film,
  );
  await storage.projects.save(addClip(project, { ...second, duration: 1 }, 'second'));
  const choice = { presetId: 'mp4-720' };
  expect((await exporter.forecast(projectId, choice)).problems).toEqual([]);
  await storage.takes.remove(second.id);
  expect((await exporter.forecast(projectId, choice)).problems).toEqual([
    { id: 'missing-source', isFatal: true, values: { count: 1 } },
  ]);
  await exporter.mend(projectId, choice, 'missing-source');
  expect((await exporter.forecast(projectId, choice)).problems).toEqual([]);
  await exporter.start(projectId, choice);
  expect(exporter.store.getState()).toMatchObject({ phase: 'done', record: { duration: 1 } });
});

test('a cover and its stills are pictures of the film', async () => {
  const projectId = await projectOf();
  const still = await exporter.still(projectId, 0.5);
  const bitmap = await createImageBitmap(still);
  expect([bitmap.width, bitmap.height]).toEqual([360, 640]);
  bitmap.close();
  await exporter.start(projectId, { presetId: 'cover', coverAt: 0.5 });
  const { record } = exporter.store.getState();
  expect(record).toMatchObject({ mimeType: 'image/jpeg' });
  expect((await exporter.fileOf(record?.id ?? '')).name).toMatch(/\.jpg$/);
});

test('the estimate grows with the film', async () => {
  const { bytes: short } = await exporter.forecast(await projectOf(0.5), { presetId: 'mp4-720' });
  const { bytes: long } = await exporter.forecast(await projectOf(1), { presetId: 'mp4-720' });
  expect(long / short).toBeCloseTo(2, 3);
});
