import { afterEach, describe, expect, it } from 'vitest';
import type { TakeRecord } from '../../../src/storage/records';
import { openStorage, type Storage } from '../../../src/storage/storage';
import { createLibrary } from '../../../src/studio/create-library';
import { createSettings, DEFAULT_SETTINGS } from '../../../src/studio/create-settings';
import type { Library } from '../../../src/studio/library';
import { sampleTake } from '../../support/sample-projects';

const open: Storage[] = [];
let serial = 0;

async function storageNamed(name = `library-${Date.now()}-${(serial += 1)}`): Promise<Storage> {
  const storage = await openStorage({ name });
  open.push(storage);
  return storage;
}

afterEach(async () => {
  for (const storage of open.splice(0)) storage.dispose();
  const root = await navigator.storage.getDirectory();
  for await (const name of root.keys()) await root.removeEntry(name, { recursive: true });
});

const record: TakeRecord = {
  ...sampleTake,
  createdAt: 1,
  origin: 'import',
  state: 'ready',
  mimeType: 'video/mp4',
  fps: 30,
  challengeId: null,
  bytes: 0,
};

async function libraryWithTake(storage: Storage, id = 'take-1'): Promise<Library> {
  await storage.takes.importFile({ ...record, id }, new Blob([new Uint8Array(1000)]));
  const library = createLibrary({ storage });
  await library.refresh();
  return library;
}

describe('settings', () => {
  it('are kept, and begin with the defaults', async () => {
    const name = `settings-${Date.now()}`;
    const storage = await storageNamed(name);
    const settings = await createSettings(storage);
    expect(settings.store.getState()).toEqual(DEFAULT_SETTINGS);
    settings.change({ locale: 'zh-TW', latencyMs: 40 });
    await expect.poll(() => storage.settings.read('settings')).toMatchObject({ latencyMs: 40 });
    const again = await createSettings(await storageNamed(name));
    expect(again.store.getState()).toEqual({ ...DEFAULT_SETTINGS, locale: 'zh-TW', latencyMs: 40 });
  });

  it('leave out what is not understood', async () => {
    const storage = await storageNamed();
    await storage.settings.write('settings', { theme: 'pink', latencyMs: NaN, mirror: false, hacked: 1 });
    const { store } = await createSettings(storage);
    expect(store.getState()).toEqual({ ...DEFAULT_SETTINGS, mirror: false });
  });
});

describe('importing', () => {
  const shared = async (path: string, type: string): Promise<File | null> => {
    const answer = await fetch(`/shared/media/${path}`);
    return answer.ok ? new File([await answer.blob()], path.split('/').at(-1) ?? path, { type }) : null;
  };

  it('makes a take of a film, with a thumbnail that is kept', async ({ skip }) => {
    const film = await shared('people/dance_woman.mp4', 'video/mp4');
    if (film === null) {
      console.warn('SKIPPED importing a real film: no footage beside the repository.');
      return skip();
    }
    const storage = await storageNamed();
    const library = createLibrary({ storage });
    const progress: number[] = [];
    library.store.subscribe(({ importing }) => importing !== null && progress.push(importing.progress));
    const take = await library.importVideo(film);
    expect(take).toMatchObject({
      name: 'dance_woman',
      origin: 'import',
      state: 'ready',
      size: { width: 800, height: 488 },
    });
    expect(take.duration).toBeCloseTo(4.2, 1);
    expect([progress[0], progress.at(-1)]).toEqual([0, 1]);
    expect(library.store.getState()).toMatchObject({ importing: null, takes: [{ id: take.id }] });
    const url = await library.thumbnail('take', take.id);
    expect(await library.thumbnail('take', take.id)).toBe(url);
    const picture = new Image();
    picture.src = url ?? '';
    await picture.decode();
    expect(picture.naturalHeight).toBeGreaterThan(100);
    expect(picture.naturalHeight).toBeLessThanOrEqual(480);
    expect(await storage.takes.readFile(take.id, 'thumbnail.jpg')).not.toBeNull();
    const project = await library.createProject(take.id);
    expect(await library.thumbnail('project', project)).not.toBeNull();
  });

  it.each([
    ['nothing', new File([], 'empty.mp4')],
    ['a text with a wrong name', new File(['Not a film, whatever it is called.'], 'text.mp4')],
    ['noise', new File([new Uint8Array(50_000).map((_, at) => (at * 7919) % 251)], 'noise.webm')],
  ])('refuses %s in plain words and keeps nothing of it', async (_name, file) => {
    const storage = await storageNamed();
    const library = createLibrary({ storage });
    await expect(library.importVideo(file)).rejects.toMatchObject({
      name: 'StudioError',
      code: expect.stringMatching(/^file-/) as string,
    });
    expect(library.store.getState()).toMatchObject({ importing: null, takes: [] });
    expect((await storage.usage()).used).toBe(0);
  });

  it('makes a song of a sound file', async ({ skip }) => {
    const sound = await shared('audio/track_120bpm_garzul_mika.ogg', 'audio/ogg');
    if (sound === null) {
      console.warn('SKIPPED importing a real song: no footage beside the repository.');
      return skip();
    }
    const library = createLibrary({ storage: await storageNamed() });
    const song = await library.importSong(sound);
    expect(song.duration).toBeGreaterThan(1);
    // Its beats were looked for, and what was found is the truth.
    expect(song.bpm).toBeGreaterThan(119.4);
    expect(song.bpm).toBeLessThan(120.6);
    expect(song.firstBeat).toBeGreaterThanOrEqual(0);
    expect(library.store.getState().songs).toEqual([song]);
    await expect(library.importSong(new File(['la la'], 'song.mp3'))).rejects.toMatchObject({
      name: 'StudioError',
    });
  });
});

describe('a song that the browser cannot read', () => {
  /** A second of 440 Hz as Sun audio (.au), which no browser plays. */
  function sunAudio(): File {
    const rate = 48_000;
    const view = new DataView(new ArrayBuffer(24 + rate * 2));
    [0x2e736e64, 24, rate * 2, 3, rate, 1].forEach((value, index) => view.setUint32(index * 4, value));
    for (let at = 0; at < rate; at += 1)
      view.setInt16(24 + at * 2, Math.round(12_000 * Math.sin((2 * Math.PI * 440 * at) / rate)));
    return new File([view.buffer], 'tone.au', { type: 'audio/basic' });
  }

  it('is read by ffmpeg and kept as a WAV', async () => {
    const library = createLibrary({ storage: await storageNamed() });
    const song = await library.importSong(sunAudio());
    expect(song.mimeType).toBe('audio/wav');
    expect(song.duration).toBeCloseTo(1, 2);
  }, 60_000);
});

describe('the library', () => {
  it('lists takes and the projects made of them', async () => {
    const library = await libraryWithTake(await storageNamed());
    const id = await library.createProject('take-1');
    const { takes, projects, storage } = library.store.getState();
    expect(takes.map((take) => take.id)).toEqual(['take-1']);
    expect(projects).toMatchObject([{ id, name: 'Squats', duration: 15 }]);
    expect(storage?.used).toBe(1000);
  });

  it('renames and duplicates', async () => {
    const storage = await storageNamed();
    const library = await libraryWithTake(storage);
    const id = await library.createProject('take-1');
    await library.rename('project', id, '  New name ');
    const copy = await library.duplicateProject(id);
    await library.rename('take', 'take-1', 'Other take');
    expect((await storage.projects.get(copy))?.name).toBe('New name (2)');
    expect((await storage.projects.get(id))?.name).toBe('New name');
    expect(library.store.getState().takes[0]?.name).toBe('Other take');
  });

  it('takes a deleted thing out of the list at once and out of storage with the next deletion', async () => {
    const storage = await storageNamed();
    const library = await libraryWithTake(storage);
    await libraryWithTake(storage, 'take-2');
    await library.refresh();
    await library.remove('take', 'take-1');
    expect(library.store.getState().takes.map(({ id }) => id)).toEqual(['take-2']);
    expect(library.store.getState().deleted).toEqual({ kind: 'take', id: 'take-1', name: 'Squats' });
    await library.undoRemove();
    expect(library.store.getState()).toMatchObject({
      deleted: null,
      takes: [{ id: 'take-1' }, { id: 'take-2' }],
    });
    await library.remove('take', 'take-1');
    await library.remove('take', 'take-2');
    expect(await storage.takes.get('take-1')).toBeUndefined();
    expect(await storage.takes.get('take-2')).toBeDefined();
    expect((await storage.usage()).used).toBe(1000);
  });

  it('does not bring back what was deleted before the tab closed', async () => {
    const name = `trash-${Date.now()}`;
    const storage = await storageNamed(name);
    const library = await libraryWithTake(storage);
    await library.remove('take', 'take-1');
    // Another tab opens meanwhile: the deletion can still be undone here.
    const other = createLibrary({ storage: await storageNamed(name) });
    await other.refresh();
    expect(await storage.takes.get('take-1')).toBeDefined();
    // A closed tab frees its locks; so does this, by another name for the same deletion.
    await library.undoRemove();
    await storage.settings.write('trash', [{ kind: 'take', id: 'take-1', name: 'Squats' }]);
    const next = createLibrary({ storage: await storageNamed(name) });
    await next.refresh();
    expect(next.store.getState().takes).toEqual([]);
    expect(await storage.takes.get('take-1')).toBeUndefined();
  });

  it('says what cannot be read, and keeps it', async () => {
    const storage = await storageNamed();
    const library = await libraryWithTake(storage);
    const id = await library.createProject('take-1');
    const project = await storage.projects.get(id);
    await storage.projects.save({ ...project, version: 7 } as never);
    await library.refresh();
    expect(library.store.getState().error?.code).toBe('project-too-new');
    expect(await storage.projects.listUnreadable()).toHaveLength(1);
  });
});
