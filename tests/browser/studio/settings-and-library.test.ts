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
