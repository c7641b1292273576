/** Tables of colours on the GPU, one for each imported `.cube` in use. */
import {
  ClampToEdgeWrapping,
  Data3DTexture,
  DataUtils,
  HalfFloatType,
  NearestFilter,
  NoColorSpace,
  RGBAFormat,
  Vector3,
} from 'three';
import type { ImportedAsset, ImportedAssets } from '../imported-asset';
import { unpackLut } from '../standards/lut';

export interface TableTexture {
  readonly texture: Data3DTexture;
  readonly size: number;
  readonly low: Vector3;
  readonly high: Vector3;
}

/** Owns the textures; those of assets that left the project go with them. */
export class TableTextures {
  readonly #tables = new Map<ImportedAsset, TableTexture | null>();
  #imports: ImportedAssets = {};

  /** Sets what ids mean from now on. */
  use(imports: ImportedAssets): void {
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
  get(id: string): TableTexture | null {
    const asset = Object.hasOwn(this.#imports, id) ? this.#imports[id] : undefined;
    if (asset?.kind !== 'lut') return null;
    const known = this.#tables.get(asset);
    if (known !== undefined) return known;
    const table = createTable(asset.text);
    this.#tables.set(asset, table);
    return table;
  }

  dispose(): void {
    for (const table of this.#tables.values()) table?.texture.dispose();
    this.#tables.clear();
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
