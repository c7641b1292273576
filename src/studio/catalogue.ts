/** What there is to choose from, as data for the UI: effects, looks, songs, stickers. */
import type { BeatGrid } from '../core/beat-grid';
import type { LocalizedText } from '../core/locale';
import type { EffectDefinition, EffectInstance, Look } from '../effects/effect';
import type { ImportedAssets } from '../effects/imported-asset';
import type { StickerArt } from '../effects/stickers/sticker-art';

/** A song that ships with the app. */
export interface BundledSongCard {
  readonly id: string;
  readonly name: LocalizedText;
  readonly grid: BeatGrid;
  /** Seconds. */
  readonly duration: number;
}

export interface Catalogue {
  readonly effects: readonly EffectDefinition[];
  readonly transitions: readonly EffectDefinition[];
  readonly looks: readonly Look[];
  readonly songs: readonly BundledSongCard[];
  readonly stickers: readonly StickerArt[];
  /** An effect or transition by id: of the catalogue, or of what was imported. */
  find(effectId: string, imports: ImportedAssets): EffectDefinition | undefined;
  /** An instance with default parameters and a fresh id. */
  instantiate(effectId: string): EffectInstance;
  /** The stack of a look with fresh ids. */
  instantiateLook(lookId: string): readonly EffectInstance[];
}
