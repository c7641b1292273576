/** The pictures of a live stack: decoded aside, shown as soon as they are there. */
import type { Disposable } from '../core/ownership';
import type { EffectInstance } from '../effects/effect';
import type { ImportedAssets } from '../effects/imported-asset';
import { AssetPictures } from '../export/asset-pictures';

type Pictures = ReadonlyMap<string, ImageBitmap>;

export class LivePictures implements Disposable {
  readonly #assets = new AssetPictures();
  #stack: readonly EffectInstance[] | null = null;
  #pictures: Pictures = new Map();

  constructor(private readonly onError: (error: unknown) => void) {}

  /** Those of this stack, or of the one before as long as they are being decoded. */
  of(stack: readonly EffectInstance[], imports: ImportedAssets): Pictures {
    if (stack === this.#stack) return this.#pictures;
    this.#stack = stack;
    this.#assets.of(stack, imports).then((pictures) => {
      if (stack === this.#stack) this.#pictures = pictures;
    }, this.onError);
    return this.#pictures;
  }

  dispose(): void {
    this.#assets.dispose();
  }
}
