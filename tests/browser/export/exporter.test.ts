/** The exporter of the studio over real storage: from a take in the library to a file in the library. */
import { afterAll, describe, expect, test } from 'vitest';
import { createStore } from 'zustand/vanilla';
import { createProjectFromTake } from '../../../src/project/create-project';
import { openStorage } from '../../../src/storage/storage';
import { createExporter } from '../../../src/studio/create-exporter';
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

const exporter = createExporter({
  storage,
  settings,
  songs: createSongShelf(storage),
  challenges: createChallengeShelf(createOwnChallenges(storage)),
});

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

test('the estimate grows with the film', async () => {
  const { bytes: short } = await exporter.forecast(await projectOf(0.5), { presetId: 'mp4-720' });
  const { bytes: long } = await exporter.forecast(await projectOf(1), { presetId: 'mp4-720' });
  expect(long / short).toBeCloseTo(2, 5);
});
