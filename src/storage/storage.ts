/** All that is kept on this device: the only place that persists. Records lie in IndexedDB, bytes in the private file system. */
import type { Disposable } from '../core/ownership';
import { Scope } from '../core/ownership';
import { createChallengeStore, type ChallengeStore } from './challenge-store';
import { openDatabase } from './database';
import { createEffectStore, type EffectStore } from './effect-store';
import { createExportStore, type ExportStore } from './export-store';
import { createFileClient } from './file-client';
import { createPlayStore, type PlayStore } from './play-store';
import { createProjectStore, type ProjectStore } from './project-store';
import { createSongStore, type SongStore } from './song-store';
import { asStorageError } from './storage-error';
import { createTakeStore, type TakeStore } from './take-store';

/** Small values by name. What is read was written by some version of the app and has to be checked. */
export interface SettingsStore {
  read(name: string): Promise<unknown>;
  write(name: string, value: unknown): Promise<void>;
}

export interface StorageUsage {
  /** Bytes of takes, exports, songs and challenges. The browser's own figure may be far off. */
  readonly used: number;
  /** Bytes that the browser says it would allow; a promise it does not always keep. */
  readonly quota: number;
  /** Whether the browser will not throw it away by itself. */
  readonly persisted: boolean;
}

export interface Storage extends Disposable {
  readonly takes: TakeStore;
  readonly projects: ProjectStore;
  readonly exports: ExportStore;
  readonly songs: SongStore;
  readonly challenges: ChallengeStore;
  readonly plays: PlayStore;
  readonly effects: EffectStore;
  readonly settings: SettingsStore;
  usage(): Promise<StorageUsage>;
  /** Asks the browser to keep everything; best called from a tap. */
  persist(): Promise<boolean>;
}

/**
 * Opens the storage of this origin. Disposing ends the worker; takes being recorded are then as after a killed tab.
 * @param options `name` of the namespace; tests have their own
 * @throws StudioError `storage-unavailable` where the browser gives no storage
 */
export async function openStorage(options: { name?: string } = {}): Promise<Storage> {
  const root = options.name ?? 'fifteen';
  const scope = new Scope();
  try {
    await navigator.storage.getDirectory();
    const database = await openDatabase(root);
    scope.defer(() => database.close());
    const files = scope.own(createFileClient());
    const parts = { database, files, root, onClose: (release: () => void) => scope.defer(release) };
    const takes = createTakeStore(parts);
    const exports = createExportStore(parts);
    const songs = createSongStore(parts);
    const challenges = createChallengeStore(parts);
    await exports.sweep();
    return {
      takes,
      projects: createProjectStore(database),
      exports,
      songs,
      challenges,
      plays: createPlayStore(parts),
      effects: createEffectStore(database),
      settings: {
        read: (name) => database.get('settings', name),
        async write(name, value) {
          try {
            await database.put('settings', value, name);
          } catch (error) {
            throw asStorageError(error);
          }
        },
      },
      async usage() {
        const records = await Promise.all([takes.list(), exports.list(), songs.list(), challenges.list()]);
        const [{ quota = 0 }, persisted] = await Promise.all([
          navigator.storage.estimate(),
          navigator.storage.persisted(),
        ]);
        return { used: records.flat().reduce((sum, { bytes }) => sum + bytes, 0), quota, persisted };
      },
      persist: () => navigator.storage.persist(),
      dispose: () => scope.dispose(),
    };
  } catch (error) {
    scope.dispose();
    throw asStorageError(error);
  }
}
