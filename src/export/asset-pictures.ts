/** Decoded pictures that effects of a frame show: in the editor, before the camera and in the export's worker. */
import type { Disposable } from '../core/ownership';
import { StudioError } from '../core/errors';
import type { EffectInstance } from '../effects/effect';
import { findEffect } from '../effects/find-effect';
import type { ImportedAsset, ImportedAssets } from '../effects/imported-asset';
import type { PlannedSticker } from '../project/frame-plan';
import type { Project, Source } from '../project/project';
import { decodeMovingPicture, type MovingPicture } from './moving-picture';

/** Owns the bitmaps; each asset is decoded once. */
export class AssetPictures implements Disposable {
  readonly #decoded = new Map<ImportedAsset, Promise<ImageBitmap>>();
  readonly #moving = new Map<ImportedAsset, Promise<MovingPicture>>();

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

  /**
   * The frame that each sticker of the person's own shows, by the sticker's id.
   * @throws StudioError `file-corrupt` for a picture that cannot be decoded
   */
  async ofStickers(
    stickers: readonly PlannedSticker[],
    imports: ImportedAssets,
  ): Promise<ReadonlyMap<string, ImageBitmap>> {
    const pictures = new Map<string, ImageBitmap>();
    for (const { id, picture, age } of stickers) {
      const asset =
        picture.kind === 'asset' && Object.hasOwn(imports, picture.id) ? imports[picture.id] : undefined;
      if (asset?.kind !== 'sticker') continue;
      const decoded = this.#moving.get(asset) ?? decodeSticker(asset);
      this.#moving.set(asset, decoded);
      const frame = (await decoded).at(age);
      if (frame !== undefined) pictures.set(id, frame);
    }
    return pictures;
  }

  dispose(): void {
    for (const moving of this.#moving.values())
      moving.then(
        (picture) => picture.dispose(),
        () => undefined,
      );
    this.#moving.clear();
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

/** @throws StudioError `file-corrupt` */
async function decodeSticker({ name, text, companion = 'image/png' }: ImportedAsset): Promise<MovingPicture> {
  let bytes: Uint8Array<ArrayBuffer>;
  try {
    bytes = bytesOf(text);
  } catch (cause) {
    throw new StudioError('file-corrupt', `The picture ${name} is damaged.`, { cause });
  }
  return decodeMovingPicture(bytes, companion, name);
}

/** Bytes of base64. */
function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
}

async function decode({ name, text }: ImportedAsset): Promise<ImageBitmap> {
  try {
    const bytes = bytesOf(text);
    // As it is: the compositor does not convert colours either.
    return await createImageBitmap(new Blob([bytes], { type: 'image/jpeg' }), {
      colorSpaceConversion: 'none',
    });
  } catch (cause) {
    throw new StudioError('file-corrupt', `The picture ${name} cannot be decoded.`, { cause });
  }
}
