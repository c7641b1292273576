/** The person's own effects: favourites, what was used last, looks of their own, foreign files. */
import type { StoreApi } from 'zustand/vanilla';
import type { StudioError } from '../core/errors';
import type { EffectInstance } from '../effects/effect';
import type { ImportedAsset, ImportedAssets } from '../effects/imported-asset';
import type { Refusal } from '../effects/standards/refusal';
import type { LookFile } from '../project/look-file';
import type { LookRecord } from '../storage/records';

export interface EffectShelfState {
  /** Ids of effects, looks and transitions. */
  readonly favourites: readonly string[];
  /** Ids, the latest first. */
  readonly recent: readonly string[];
  /** Newest first. */
  readonly looks: readonly LookRecord[];
  /** By name. */
  readonly assets: readonly ImportedAsset[];
  /** What *Paste effects* would lay on. */
  readonly copied: LookFile | null;
  /** The file that is being tried. */
  readonly importing: string | null;
  readonly error: StudioError | null;
}

/** What became of a file that was dropped in. */
export type ImportOutcome =
  | { readonly kind: 'taken'; readonly name: string; readonly asset: ImportedAsset }
  | { readonly kind: 'refused'; readonly name: string; readonly refusal: Refusal }
  | { readonly kind: 'failed'; readonly name: string; readonly error: StudioError };

export interface EffectShelf {
  readonly store: StoreApi<EffectShelfState>;
  toggleFavourite(id: string): void;
  noteUsed(id: string): void;
  /** Keeps a stack as a look; gives its id. @throws StudioError `storage-*` */
  saveLook(name: string, stack: readonly EffectInstance[], imports: ImportedAssets): Promise<string>;
  /** @throws StudioError `storage-*` */
  removeLook(id: string): Promise<void>;
  /** Brings back what `removeLook` took. @throws StudioError `storage-*` */
  restoreLook(record: LookRecord): Promise<void>;
  /** Gives a look away as a `.fifteen-look` file: through the device's sharing where it has it, else as a download. */
  shareLook(look: LookFile): Promise<void>;
  /** Takes a look in; gives its id. @throws StudioError `look-invalid`, `file-unreadable`, `storage-*` */
  openLook(file: File): Promise<string>;
  copy(name: string, stack: readonly EffectInstance[], imports: ImportedAssets): void;
  /**
   * Takes in `.fs` (with its `.vs` beside it), `.glsl` and `.cube` files: read, tried in a worker, kept for every project.
   * Never throws for a file that cannot be used: that is its outcome.
   */
  importFiles(files: readonly File[], signal?: AbortSignal): Promise<readonly ImportOutcome[]>;
  /** Films that use it keep their copy. @throws StudioError `storage-*` */
  removeAsset(id: string): Promise<void>;
  /** Brings back what `removeAsset` took. @throws StudioError `storage-*` */
  restoreAsset(asset: ImportedAsset): Promise<void>;
}
