/** A shelf of effects that is forgotten with the page. */
import { createStore } from 'zustand/vanilla';
import { readImport } from '../../../src/effects/standards/import-shader';
import { lookFileOf } from '../../../src/project/look-file';
import type { EffectShelf, EffectShelfState, ImportOutcome } from '../../../src/studio/effect-shelf';

/** @param state laid over an empty shelf */
export function createFakeEffectShelf(state: Partial<EffectShelfState> = {}): EffectShelf {
  const store = createStore<EffectShelfState>(() => ({
    favourites: [],
    recent: [],
    looks: [],
    assets: [],
    copied: null,
    importing: null,
    error: null,
    ...state,
  }));
  let saved = 0;
  return {
    store,
    toggleFavourite: (id) =>
      store.setState(({ favourites }) => ({
        favourites: favourites.includes(id) ? favourites.filter((each) => each !== id) : [...favourites, id],
      })),
    noteUsed: (id) =>
      store.setState(({ recent }) => ({ recent: [id, ...recent.filter((each) => each !== id)] })),
    saveLook(name, stack, imports) {
      saved += 1;
      const record = { id: `own-${saved}`, createdAt: saved, look: lookFileOf(name, stack, imports) };
      store.setState(({ looks }) => ({ looks: [record, ...looks] }));
      return Promise.resolve(record.id);
    },
    removeLook(id) {
      store.setState(({ looks }) => ({ looks: looks.filter((look) => look.id !== id) }));
      return Promise.resolve();
    },
    restoreLook(record) {
      store.setState(({ looks }) => ({ looks: [record, ...looks] }));
      return Promise.resolve();
    },
    shareLook: () => Promise.resolve(),
    openLook: () => Promise.resolve('own-0'),
    copy: (name, stack, imports) => store.setState({ copied: lookFileOf(name, stack, imports) }),
    // Read for real, and not tried: there is no GPU behind these looks.
    async importFiles(files) {
      const outcomes: ImportOutcome[] = [];
      for (const { name, text } of await Promise.all(files.map(textOf))) {
        const result = readImport({ name, text });
        if (result.ok) store.setState(({ assets }) => ({ assets: [...assets, result.asset] }));
        outcomes.push(
          result.ok
            ? { kind: 'taken', name, asset: result.asset }
            : { kind: 'refused', name, refusal: result.refusal },
        );
      }
      return outcomes;
    },
    removeAsset(id) {
      store.setState(({ assets }) => ({ assets: assets.filter((asset) => asset.id !== id) }));
      return Promise.resolve();
    },
    restoreAsset(asset) {
      store.setState(({ assets }) => ({ assets: [...assets, asset] }));
      return Promise.resolve();
    },
  };
}

async function textOf(file: File): Promise<{ name: string; text: string }> {
  return { name: file.name, text: await file.text() };
}
