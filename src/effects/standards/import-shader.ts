/** Takes a foreign file in: finds out what it is, checks it, and keeps it so that a project can carry it. */
import type { EffectDefinition } from '../effect';
import type { ImportedAsset, ImportKind } from '../imported-asset';
import { parseCube } from './cube';
import { cleanName, oneLine, textHash } from './foreign-text';
import { parseGlTransition } from './gl-transition';
import { parseIsf } from './isf';
import { packLut } from './lut';
import { refusalOf, refuse, type Refusal } from './refusal';

/** A file as it is dropped in. */
export interface ForeignFile {
  /** With its ending. */
  readonly name: string;
  readonly text: string;
  readonly companion?: string | undefined;
}

/** Characters of a shader with its companion, and of a table. */
export const LARGEST_SHADER = 512 * 1024;
export const LARGEST_CUBE = 8 * 1024 * 1024;

/** What a file became, or why it did not. */
export type ImportResult =
  { readonly ok: true; readonly asset: ImportedAsset } | { readonly ok: false; readonly refusal: Refusal };

/** Reads a file; shaders are checked as far as that goes without compiling them. */
export function readImport(file: ForeignFile): ImportResult {
  try {
    return { ok: true, asset: readAsset(file) };
  } catch (error) {
    const refusal = refusalOf(error);
    if (refusal === null) throw error;
    return { ok: false, refusal };
  }
}

function readAsset({ name, text, companion }: ForeignFile): ImportedAsset {
  const kind = kindOf(name, text);
  if (text.length + (companion?.length ?? 0) > (kind === 'lut' ? LARGEST_CUBE : LARGEST_SHADER))
    refuse('too-large', 0);
  if (text.trim() === '') refuse('empty', 0);
  if (kind === null) return refuse('not-recognised', 0);
  if (kind === 'lut') {
    const table = parseCube(text);
    const packed = packLut(table);
    return {
      id: idOf(kind, packed),
      kind,
      name: oneLine(table.title, 60) || cleanName(name, 'LUT'),
      text: packed,
    };
  }
  const asset: ImportedAsset = {
    id: idOf(kind, text + (companion === undefined ? '' : `\0${companion}`)),
    kind,
    name: cleanName(name, kind === 'isf' ? 'ISF' : 'GL'),
    text,
    ...(companion === undefined ? {} : { companion }),
  };
  definitionOf(asset);
  return asset;
}

function idOf(kind: ImportKind, text: string): string {
  return `${kind}:${textHash(text)}`;
}

/** By content first: `.fs` and `.glsl` are each used for both kinds of shaders. */
function kindOf(name: string, text: string): ImportKind | null {
  const ending = /\.([A-Za-z0-9]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
  if (ending === 'cube' || /^\s*LUT_[13]D_SIZE\b/m.test(text.slice(0, 20_000))) return 'lut';
  const hasHeader = /^[^{}]*?\/\*\s*\{/.test(text.slice(0, 20_000));
  if (hasHeader && /"(?:INPUTS|PASSES|ISFVSN|CATEGORIES|DESCRIPTION|CREDIT|PERSISTENT_BUFFERS)"/.test(text)) {
    return 'isf';
  }
  if (/\bvec4\s+transition\s*\(/.test(text)) return 'gl-transition';
  const isOldTransition = /\bprogress\b/.test(text) && /\bfrom\b/.test(text) && /\bto\b/.test(text);
  if (isOldTransition && /\buniform\s+sampler2D\b/.test(text)) return 'gl-transition';
  if (ending === 'fs' || ending === 'isf') return 'isf';
  return ending === 'glsl' && /\bvoid\s+main\b/.test(text) && hasHeader ? 'isf' : null;
}

/**
 * The definition that follows from a shader alone, everywhere alike.
 *
 * @throws RangeError for a table or a picture, which is a value and no effect
 * @throws StudioError `effect-unreadable` for a shader that cannot be followed
 */
export function definitionOf(asset: ImportedAsset): EffectDefinition {
  const { id, name, text } = asset;
  switch (asset.kind) {
    case 'isf':
      return parseIsf({ id, name, fragment: text, vertex: asset.companion });
    case 'gl-transition':
      return parseGlTransition({ id, name, text });
    case 'lut':
    case 'picture':
    case 'sticker':
      throw new RangeError(`${id} is the value of a parameter, and no effect of its own.`);
  }
}
