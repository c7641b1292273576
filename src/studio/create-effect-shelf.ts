/** The effect shelf over the storage of this device. */
import { createStore } from 'zustand/vanilla';
import { StudioError, asStudioError } from '../core/errors';
import { isShader, type ImportedAsset } from '../effects/imported-asset';
import { readImport } from '../effects/standards/import-shader';
import { lookFileOf, parseLookFile, type LookFile } from '../project/look-file';
import type { LookRecord } from '../storage/records';
import type { Storage } from '../storage/storage';
import type { EffectShelf, EffectShelfState, ImportOutcome } from './effect-shelf';
import { fileNameOf, handOutFile } from './hand-out-file';
import { importPicture, isPicture } from './import-picture';
import { tryShaderAside } from './shader-trial-client';

/** Name of the stored favourites and recent ones. */
const STORED_AS = 'effect-shelf';

const MOST_RECENT = 12;
const MOST_FAVOURITES = 500;

/** Files larger than this are not even read. */
const LARGEST_FILE = 32 * 1024 * 1024;

/** Reads what is kept; what cannot be read is told in `error`, and the shelf is empty there. */
export async function createEffectShelf(
  storage: Pick<Storage, 'effects' | 'settings'>,
): Promise<EffectShelf> {
  const store = createStore<EffectShelfState>(() => ({
    favourites: [],
    recent: [],
    looks: [],
    assets: [],
    copied: null,
    importing: null,
    error: null,
  }));
  try {
    const [kept, looks, assets] = await Promise.all([
      storage.settings.read(STORED_AS),
      storage.effects.listLooks(),
      storage.effects.listAssets(),
    ]);
    store.setState({ ...idsOf(kept), looks, assets });
  } catch (error) {
    store.setState({ error: asStudioError(error) });
  }

  const keep = (): void => {
    const { favourites, recent } = store.getState();
    storage.settings.write(STORED_AS, { favourites, recent }).then(
      () => undefined,
      (error: unknown) => store.setState({ error: asStudioError(error) }),
    );
  };

  const addLook = async (look: LookFile): Promise<string> => {
    const record: LookRecord = { id: `own-${crypto.randomUUID()}`, createdAt: Date.now(), look };
    await storage.effects.saveLook(record);
    store.setState(({ looks }) => ({ looks: [record, ...looks] }));
    return record.id;
  };

  const addAsset = async (asset: ImportedAsset): Promise<void> => {
    await storage.effects.saveAsset(asset);
    store.setState({ assets: await storage.effects.listAssets() });
  };

  const importOne = async (
    file: File,
    companion: File | undefined,
    signal: AbortSignal | undefined,
  ): Promise<ImportOutcome> => {
    const { name } = file;
    store.setState({ importing: name });
    try {
      if (file.size > LARGEST_FILE)
        return { kind: 'refused', name, refusal: { reason: 'too-large', line: 0 } };
      if (isPicture(file)) {
        const asset = await importPicture(file);
        await addAsset(asset);
        return { kind: 'taken', name, asset };
      }
      const [text, vertex] = await Promise.all([file.text(), companion?.text()]);
      const result = readImport({ name, text, companion: vertex });
      if (!result.ok) return { kind: 'refused', name, refusal: result.refusal };
      if (isShader(result.asset)) await tryShaderAside(result.asset, signal);
      await addAsset(result.asset);
      return { kind: 'taken', name, asset: result.asset };
    } catch (error) {
      return { kind: 'failed', name, error: asStudioError(error, 'file-unreadable') };
    } finally {
      store.setState({ importing: null });
    }
  };

  return {
    store,
    toggleFavourite(id) {
      store.setState(({ favourites }) => ({
        favourites: favourites.includes(id)
          ? favourites.filter((each) => each !== id)
          : [...favourites, id].slice(-MOST_FAVOURITES),
      }));
      keep();
    },
    noteUsed(id) {
      store.setState(({ recent }) => ({
        recent: [id, ...recent.filter((each) => each !== id)].slice(0, MOST_RECENT),
      }));
      keep();
    },
    saveLook: (name, stack, imports) => addLook(lookFileOf(name, stack, imports)),
    async removeLook(id) {
      await storage.effects.removeLook(id);
      store.setState(({ looks }) => ({ looks: looks.filter((look) => look.id !== id) }));
    },
    async restoreLook(record) {
      await storage.effects.saveLook(record);
      store.setState({ looks: await storage.effects.listLooks() });
    },
    shareLook: (look) => handOutFile(fileOfLook(look)),
    async openLook(file) {
      if (file.size > LARGEST_FILE) throw new StudioError('look-invalid', `${file.size} bytes are no look.`);
      const look = parseLookFile(await file.text());
      const assets = Object.values(look.imports);
      // A look may come from anyone: what it brings along is tried like a file of its own.
      for (const asset of assets) if (isShader(asset)) await tryShaderAside(asset);
      for (const asset of assets) await addAsset(asset);
      return addLook(look);
    },
    copy: (name, stack, imports) => store.setState({ copied: lookFileOf(name, stack, imports) }),
    async importFiles(files, signal) {
      const outcomes: ImportOutcome[] = [];
      for (const file of files) {
        if (isCompanion(file) && files.some((other) => other !== file && stemOf(other) === stemOf(file)))
          continue;
        const companion = files.find((other) => isCompanion(other) && stemOf(other) === stemOf(file));
        outcomes.push(await importOne(file, companion === file ? undefined : companion, signal));
      }
      return outcomes;
    },
    async removeAsset(id) {
      await storage.effects.removeAsset(id);
      store.setState(({ assets }) => ({ assets: assets.filter((asset) => asset.id !== id) }));
    },
    restoreAsset: addAsset,
  };
}

/** A file to give away. */
function fileOfLook(look: LookFile): File {
  return new File([JSON.stringify(look)], `${fileNameOf(look.name)}.fifteen-look`, {
    type: 'application/json',
  });
}

function isCompanion({ name }: File): boolean {
  return /\.vs$/i.test(name);
}

/** The name without its ending. */
function stemOf({ name }: File): string {
  return name.replace(/\.[^.]*$/, '').toLowerCase();
}

/** What is stored was written by some version of the app. */
function idsOf(kept: unknown): Pick<EffectShelfState, 'favourites' | 'recent'> {
  const list = (name: 'favourites' | 'recent'): string[] => {
    const value: unknown = typeof kept === 'object' && kept !== null ? Reflect.get(kept, name) : null;
    return Array.isArray(value) ? value.filter((id): id is string => typeof id === 'string') : [];
  };
  return { favourites: list('favourites'), recent: list('recent') };
}
