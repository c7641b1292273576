/** The tables of IndexedDB. */
import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import type { ChallengeRow } from './challenge-store';
import type { ImportedAsset } from '../effects/imported-asset';
import type { ExportRecord, LookRecord, PlayRecord, SongRecord, TakeRecord } from './records';
import { asStorageError } from './storage-error';

const DATABASE_VERSION = 3;

/** One saved state of a project. Kept as text, so that what is checked is what was stored. */
export interface ProjectRow {
  readonly id: string;
  /** Rises by one with each save. */
  readonly generation: number;
  readonly text: string;
  /** FNV-1a of the text: a row that was half written is not taken for a project. */
  readonly checksum: number;
}

interface Tables extends DBSchema {
  takes: { key: string; value: TakeRecord };
  projects: { key: [string, number]; value: ProjectRow };
  exports: { key: string; value: ExportRecord };
  songs: { key: string; value: SongRecord };
  settings: { key: string; value: unknown };
  challenges: { key: string; value: ChallengeRow };
  plays: { key: string; value: PlayRecord };
  looks: { key: string; value: LookRecord };
  assets: { key: string; value: ImportedAsset };
}

export type Database = IDBPDatabase<Tables>;

/** @throws StudioError `storage-unavailable` where the browser forbids storage, or a tab with an older app holds it */
export async function openDatabase(name: string): Promise<Database> {
  try {
    const database: Database = await openDB<Tables>(name, DATABASE_VERSION, {
      upgrade(upgraded, oldVersion) {
        if (oldVersion < 3) {
          upgraded.createObjectStore('looks', { keyPath: 'id' });
          upgraded.createObjectStore('assets', { keyPath: 'id' });
        }
        if (oldVersion < 2) {
          upgraded.createObjectStore('challenges', { keyPath: 'id' });
          upgraded.createObjectStore('plays', { keyPath: 'id' });
        }
        if (oldVersion >= 1) return;
        upgraded.createObjectStore('takes', { keyPath: 'id' });
        upgraded.createObjectStore('projects', { keyPath: ['id', 'generation'] });
        upgraded.createObjectStore('exports', { keyPath: 'id' });
        upgraded.createObjectStore('songs', { keyPath: 'id' });
        upgraded.createObjectStore('settings');
      },
      // A newer app in another tab wants to upgrade: it goes first, and this tab's next call says so.
      blocking: () => database.close(),
    });
    return database;
  } catch (error) {
    throw asStorageError(error);
  }
}

/** Every value of a project's rows, oldest first. */
export function generationsOf(id: string): IDBKeyRange {
  return IDBKeyRange.bound([id, -Infinity], [id, Infinity]);
}
