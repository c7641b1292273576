/** Looks and foreign effects of the person's own, for every project. Small records without files. */
import type { ImportedAsset } from '../effects/imported-asset';
import type { Database } from './database';
import type { LookRecord } from './records';
import { asStorageError } from './storage-error';

export interface EffectStore {
  /** Newest first. */
  listLooks(): Promise<LookRecord[]>;
  /** @throws StudioError `storage-*` */
  saveLook(record: LookRecord): Promise<void>;
  /** @throws StudioError `storage-*` */
  removeLook(id: string): Promise<void>;
  /** By name. */
  listAssets(): Promise<ImportedAsset[]>;
  /** @throws StudioError `storage-*` */
  saveAsset(asset: ImportedAsset): Promise<void>;
  /** @throws StudioError `storage-*` */
  removeAsset(id: string): Promise<void>;
}

export function createEffectStore(database: Database): EffectStore {
  const guarded = async (work: Promise<unknown>): Promise<void> => {
    try {
      await work;
    } catch (error) {
      throw asStorageError(error);
    }
  };
  return {
    async listLooks() {
      const looks = await database.getAll('looks');
      return looks.sort((a, b) => b.createdAt - a.createdAt || (a.id < b.id ? -1 : 1));
    },
    saveLook: (record) => guarded(database.put('looks', record)),
    removeLook: (id) => guarded(database.delete('looks', id)),
    async listAssets() {
      const assets = await database.getAll('assets');
      return assets.sort((a, b) => a.name.localeCompare(b.name) || (a.id < b.id ? -1 : 1));
    },
    saveAsset: (asset) => guarded(database.put('assets', asset)),
    removeAsset: (id) => guarded(database.delete('assets', id)),
  };
}
