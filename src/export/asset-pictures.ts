/** Decoded pictures that effects of a frame show: in the editor, before the camera and in the export's worker. */
import type { Disposable } from '../core/ownership';
import { StudioError } from '../core/errors';
import type { EffectInstance } from '../effects/effect';
import { findEffect } from '../effects/find-effect';
import type { ImportedAsset, ImportedAssets } from '../effects/imported-asset';
import type { Project, Source } from '../project/project';

/** Owns the bitmaps; each asset is decoded once. */
export class AssetPictures implements Disposable {
  readonly #decoded = new Map<ImportedAsset, Promise<ImageBitmap>>();

  /**
   * The pictures of these effects by the asset's id.
   * @throws StudioError `file-corrupt` for a picture that cannot be decoded
   */
  async of(
    effects: readonly EffectInstance[],
    imports: ImportedAssets,
  ): Promise<ReadonlyMap<string, ImageBitmap>> {
    const pictures = new Map<string, ImageBitmap>();
    for (const asset of shownPictures(effects, imports)) {
      const decoded = this.#decoded.get(asset) ?? decode(asset);
      this.#decoded.set(asset, decoded);
      pictures.set(asset.id, await decoded);
    }
    return pictures;
  }

  dispose(): void {
    for (const decoded of this.#decoded.values())
      decoded.then(
        (bitmap) => bitmap.close(),
        // Whoever asked for it has heard of the failure.
        () => undefined,
      );
    this.#decoded.clear();
  }
}

/** Sources that these effects show, by id: films that play in a loop behind something. */
export function shownSources(
  effects: readonly EffectInstance[],
  { sources, imports }: Pick<Project, 'sources' | 'imports'>,
): ReadonlyMap<string, Source> {
  const shown = new Map<string, Source>();
  for (const id of pictureIds(effects, imports)) {
    const source = Object.hasOwn(sources, id) ? sources[id] : undefined;
    if (source !== undefined && source.duration > 0) shown.set(id, source);
  }
  return shown;
}

function shownPictures(effects: readonly EffectInstance[], imports: ImportedAssets): ImportedAsset[] {
  return pictureIds(effects, imports).flatMap((id) => {
    const asset = Object.hasOwn(imports, id) ? imports[id] : undefined;
    return asset?.kind === 'picture' ? [asset] : [];
  });
}

/** Values of picture parameters that are set. */
function pictureIds(effects: readonly EffectInstance[], imports: ImportedAssets): string[] {
  return effects.flatMap(({ effectId, params }) =>
    Object.entries(findEffect(effectId, imports)?.params ?? {}).flatMap(([name, param]) => {
      const id = params[name];
      return param.type === 'picture' && typeof id === 'string' && id !== '' ? [id] : [];
    }),
  );
}

async function decode({ name, text }: ImportedAsset): Promise<ImageBitmap> {
  try {
    const bytes = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
    // As it is: the compositor does not convert colours either.
    return await createImageBitmap(new Blob([bytes], { type: 'image/jpeg' }), {
      colorSpaceConversion: 'none',
    });
  } catch (cause) {
    throw new StudioError('file-corrupt', `The picture ${name} cannot be decoded.`, { cause });
  }
}
