/** A foreign shader, table of colours or picture as a project keeps it: its contents, so that the film looks alike everywhere. */

export const IMPORT_KINDS = ['isf', 'gl-transition', 'lut', 'picture', 'sticker'] as const;

export type ImportKind = (typeof IMPORT_KINDS)[number];

export interface ImportedAsset {
  /** Made of the kind and the contents, so that the same file is the same asset in every project. */
  readonly id: string;
  readonly kind: ImportKind;
  /** What the person sees: the file's name without its ending, or its own title. */
  readonly name: string;
  /** The shader's text, a packed table, or a picture in base64: a JPEG behind the dancer, any format as a sticker. */
  readonly text: string;
  /** For ISF the vertex program that came along; for a sticker the type of its picture, such as `image/gif`. */
  readonly companion?: string;
}

/** Whether the asset is a program, which may be too slow or not compile. */
export function isShader({ kind }: ImportedAsset): boolean {
  return kind === 'isf' || kind === 'gl-transition';
}

/** Assets by id. */
export type ImportedAssets = Readonly<Record<string, ImportedAsset>>;

/** No assets. */
export const NO_IMPORTS: ImportedAssets = {};
