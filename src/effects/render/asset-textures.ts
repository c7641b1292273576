/** What a project brought along, on the GPU: a table of colours for each `.cube` in use, and pictures. */
import {
  ClampToEdgeWrapping,
  Data3DTexture,
  DataUtils,
  HalfFloatType,
  NearestFilter,
  NoColorSpace,
  RGBAFormat,
  Vector2,
  Vector3,
  type Texture,
  type WebGLRenderer,
} from 'three';
import type { ImportedAsset, ImportedAssets } from '../imported-asset';
import { unpackLut } from '../standards/lut';
import type { Picture } from './compositor-types';
import { hasPixels, PictureTexture, sizeOfPicture } from './picture-texture';

export interface TableTexture {
  readonly texture: Data3DTexture;
  readonly size: number;
  readonly low: Vector3;
  readonly high: Vector3;
}

export interface AssetPicture {
  readonly texture: Texture;
  /** Pixels. */
  readonly size: Vector2;
}

/** Owns the textures; those of assets that left the project go with them. */
export class AssetTextures {
  readonly #tables = new Map<ImportedAsset, TableTexture | null>();
  readonly #pictures = new Map<string, { readonly texture: PictureTexture; readonly shown: AssetPicture }>();
  #imports: ImportedAssets = {};

  constructor(private readonly renderer: WebGLRenderer) {}

  /** Sets what ids mean from now on; `pictures` are those that are decoded and needed now. */
  use(imports: ImportedAssets, pictures: ReadonlyMap<string, Picture>): void {
    this.#usePictures(pictures);
    if (imports === this.#imports) return;
    this.#imports = imports;
    const used = new Set(Object.values(imports));
    for (const [asset, table] of this.#tables) {
      if (used.has(asset)) continue;
      table?.texture.dispose();
      this.#tables.delete(asset);
    }
  }

  /** The table with this id; null when there is none. */
  table(id: string): TableTexture | null {
    const asset = Object.hasOwn(this.#imports, id) ? this.#imports[id] : undefined;
    if (asset?.kind !== 'lut') return null;
    const known = this.#tables.get(asset);
    if (known !== undefined) return known;
    const table = createTable(asset.text);
    this.#tables.set(asset, table);
    return table;
  }

  /** The picture with this id; null when there is none, or none yet. */
  picture(id: string): AssetPicture | null {
    return this.#pictures.get(id)?.shown ?? null;
  }

  dispose(): void {
    for (const table of this.#tables.values()) table?.texture.dispose();
    this.#tables.clear();
    for (const { texture } of this.#pictures.values()) texture.dispose();
    this.#pictures.clear();
  }

  #usePictures(pictures: ReadonlyMap<string, Picture>): void {
    for (const [id, { texture }] of this.#pictures) {
      if (pictures.has(id)) continue;
      texture.dispose();
      this.#pictures.delete(id);
    }
    for (const [id, picture] of pictures) {
      // One whose owner has closed it has no pixels.
      if (!hasPixels(picture)) continue;
      const known = this.#pictures.get(id);
      const texture = known?.texture ?? new PictureTexture(this.renderer);
      texture.uploadPicture(picture);
      if (known !== undefined) continue;
      const { width, height } = sizeOfPicture(picture);
      this.#pictures.set(id, {
        texture,
        shown: { texture: texture.texture, size: new Vector2(width, height) },
      });
    }
  }
}

/** Null for a text that is no table, as if there were none. Half floats hold an eighth of a step of eight bits everywhere, and every device can read them. */
function createTable(packed: string): TableTexture | null {
  const unpacked = unpackLut(packed);
  if (unpacked === null) return null;
  const { size, domainMin, domainMax, values } = unpacked;
  const texels = new Uint16Array(size ** 3 * 4);
  const opaque = DataUtils.toHalfFloat(1);
  for (let entry = 0; entry < size ** 3; entry += 1) {
    for (let channel = 0; channel < 3; channel += 1) {
      texels[entry * 4 + channel] = DataUtils.toHalfFloat((values[entry * 3 + channel] ?? 0) / 65535);
    }
    texels[entry * 4 + 3] = opaque;
  }
  const texture = new Data3DTexture(texels, size, size, size);
  texture.format = RGBAFormat;
  texture.type = HalfFloatType;
  texture.colorSpace = NoColorSpace;
  texture.minFilter = NearestFilter;
  texture.magFilter = NearestFilter;
  texture.wrapS = ClampToEdgeWrapping;
  texture.wrapT = ClampToEdgeWrapping;
  texture.wrapR = ClampToEdgeWrapping;
  texture.generateMipmaps = false;
  texture.unpackAlignment = 1;
  texture.needsUpdate = true;
  return { texture, size, low: new Vector3(...domainMin), high: new Vector3(...domainMax) };
}
