/** Parameter sets of H.264: reading them, and rewriting what a joined film needs (Rec. ITU-T H.264, 7.3.2 and Annex E). Pure. */
import { StudioError } from '../../core/errors';
import type { Size } from '../../core/geometry';
import { BitReader, BitWriter, ueLength } from './bits';
import { toNal, toRbsp } from './nal';

/** Colours as codes of ITU-T H.273. */
export interface StreamColor {
  readonly primaries: number;
  readonly transfer: number;
  readonly matrix: number;
  readonly fullRange: boolean;
}

export interface SpsFacts {
  readonly id: number;
  /** `profile_idc`: 66 Baseline, 77 Main, 100 High. */
  readonly profile: number;
  readonly constraints: number;
  /** Tenfold: 40 is level 4.0. */
  readonly level: number;
  /** Without what is cropped. */
  readonly size: Size;
  /** `chroma_format_idc`: 1 is 4:2:0. */
  readonly chromaFormat: number;
  readonly bitDepth: number;
  readonly isProgressive: boolean;
  readonly pixelAspect: Size;
  /** null where nothing is said. */
  readonly color: StreamColor | null;
}

/** Profiles whose parameter sets say more. */
const HIGH_PROFILES: readonly number[] = [100, 110, 122, 244, 44, 83, 86, 118, 128, 138, 139, 134, 135];

/** `aspect_ratio_idc`: 1 is square, 255 says it in numbers. */
const SQUARE = 1;
const EXTENDED_ASPECT = 255;

/** Table E-1. */
const ASPECTS: readonly (readonly [number, number])[] = [
  ...([
    [1, 1],
    [1, 1],
    [12, 11],
    [10, 11],
    [16, 11],
    [40, 33],
    [24, 11],
    [20, 11],
    [32, 11],
  ] as const),
  ...([
    [80, 33],
    [18, 11],
    [15, 11],
    [64, 33],
    [160, 99],
    [4, 3],
    [3, 2],
    [2, 1],
  ] as const),
];

/** ITU-T H.273: BT.709 for each, and what says nothing. */
const BT709 = 1;
const UNSPECIFIED = 2;

/** `video_format` that says nothing. */
const UNSPECIFIED_FORMAT = 5;

/** Facts, and where in the bits the parts lie that are rewritten. */
interface ParsedSps extends SpsFacts {
  /** First bit behind `seq_parameter_set_id`, and the first of it. */
  readonly idBits: { readonly from: number; readonly to: number };
  /** The flag whether there is a VUI. */
  readonly vuiFlag: number;
  /** Bits of the VUI's colour part: from its flag to the end of it. null without a VUI. */
  readonly signal: { readonly from: number; readonly to: number; readonly format: number } | null;
}

/** @throws StudioError `file-corrupt` */
export function parseSps(nal: Uint8Array): SpsFacts {
  const { idBits: _id, vuiFlag: _flag, signal: _signal, ...facts } = readSps(toRbsp(nal));
  return facts;
}

function readSps(rbsp: Uint8Array): ParsedSps {
  const reader = new BitReader(rbsp);
  const profile = reader.bits(8);
  const constraints = reader.bits(8);
  const level = reader.bits(8);
  const idFrom = reader.position;
  const id = reader.ue();
  const idBits = { from: idFrom, to: reader.position };
  let chromaFormat = 1;
  let bitDepth = 8;
  if (HIGH_PROFILES.includes(profile)) {
    chromaFormat = reader.ue();
    if (chromaFormat === 3) reader.bit();
    bitDepth = 8 + reader.ue();
    reader.ue();
    reader.bit();
    if (reader.bit() === 1) skipScalingLists(reader, chromaFormat === 3 ? 12 : 8);
  }
  reader.ue();
  skipPictureOrder(reader);
  reader.ue();
  reader.bit();
  const widthInBlocks = reader.ue() + 1;
  const heightInUnits = reader.ue() + 1;
  const isProgressive = reader.bit() === 1;
  if (!isProgressive) reader.bit();
  reader.bit();
  const crop = reader.bit() === 1 ? [reader.ue(), reader.ue(), reader.ue(), reader.ue()] : [0, 0, 0, 0];
  const [left = 0, right = 0, top = 0, bottom = 0] = crop;
  const unitX = chromaFormat === 1 || chromaFormat === 2 ? 2 : 1;
  const unitY = (chromaFormat === 1 ? 2 : 1) * (isProgressive ? 1 : 2);
  const size = {
    width: widthInBlocks * 16 - unitX * (left + right),
    height: heightInUnits * 16 * (isProgressive ? 1 : 2) - unitY * (top + bottom),
  };
  const vuiFlag = reader.position;
  const vui = reader.bit() === 1 ? readVui(reader) : null;
  return {
    ...{ id, profile, constraints, level, size, chromaFormat, bitDepth, isProgressive, idBits, vuiFlag },
    pixelAspect: vui?.pixelAspect ?? { width: 1, height: 1 },
    color: vui?.color ?? null,
    signal: vui?.signal ?? null,
  };
}

function readVui(reader: BitReader): Pick<ParsedSps, 'pixelAspect' | 'color' | 'signal'> {
  const pixelAspect = readAspect(reader);
  if (reader.bit() === 1) reader.bit();
  const from = reader.position;
  let format = UNSPECIFIED_FORMAT;
  let color: StreamColor | null = null;
  if (reader.bit() === 1) {
    format = reader.bits(3);
    const fullRange = reader.bit() === 1;
    const codes = reader.bit() === 1 ? [reader.bits(8), reader.bits(8), reader.bits(8)] : [];
    const [primaries = UNSPECIFIED, transfer = UNSPECIFIED, matrix = UNSPECIFIED] = codes;
    color = { primaries, transfer, matrix, fullRange };
  }
  return { pixelAspect, color, signal: { from, to: reader.position, format } };
}

function readAspect(reader: BitReader): Size {
  if (reader.bit() === 0) return { width: 1, height: 1 };
  const code = reader.bits(8);
  if (code === EXTENDED_ASPECT) {
    const [width, height] = [reader.bits(16), reader.bits(16)];
    return width > 0 && height > 0 ? { width, height } : { width: 1, height: 1 };
  }
  const [width, height] = ASPECTS[code] ?? ASPECTS[SQUARE] ?? [1, 1];
  return { width, height };
}

function skipScalingLists(reader: BitReader, count: number): void {
  for (let list = 0; list < count; list += 1) {
    if (reader.bit() === 0) continue;
    let last = 8;
    let next = 8;
    for (let index = 0; index < (list < 6 ? 16 : 64); index += 1) {
      if (next !== 0) next = (last + reader.se() + 256) % 256;
      last = next === 0 ? last : next;
    }
  }
}

function skipPictureOrder(reader: BitReader): void {
  const kind = reader.ue();
  if (kind === 0) reader.ue();
  if (kind !== 1) return;
  reader.bit();
  reader.se();
  reader.se();
  const cycle = reader.ue();
  for (let index = 0; index < cycle; index += 1) reader.se();
}

/** @throws StudioError `file-corrupt` */
export function parsePps(nal: Uint8Array): { readonly id: number; readonly spsId: number } {
  const reader = new BitReader(toRbsp(nal));
  return { id: reader.ue(), spsId: reader.ue() };
}

/** The same parameter set saying BT.709 and limited range; everything else stays, bit for bit. @throws StudioError `file-corrupt` */
export function withFilmColor(sps: Uint8Array): Uint8Array<ArrayBuffer> {
  const rbsp = toRbsp(sps);
  const { vuiFlag, signal } = readSps(rbsp);
  const writer = new BitWriter();
  const end = new BitReader(rbsp).dataBits;
  if (signal === null) {
    writer.copy(rbsp, 0, vuiFlag);
    writer.bit(1);
    // Neither aspect nor overscan is said.
    writer.bits(0, 2);
    writeFilmColor(writer, UNSPECIFIED_FORMAT);
    // Nor where chroma lies, timing, buffers (twice), order of pictures, or limits of the stream.
    writer.bits(0, 6);
  } else {
    writer.copy(rbsp, 0, signal.from);
    writeFilmColor(writer, signal.format);
    writer.copy(rbsp, signal.to, end);
  }
  return toNal(sps[0] ?? 0, writer.toRbsp());
}

function writeFilmColor(writer: BitWriter, format: number): void {
  writer.bit(1);
  writer.bits(format, 3);
  // Limited range; colours are described.
  writer.bit(0);
  writer.bit(1);
  for (let index = 0; index < 3; index += 1) writer.bits(BT709, 8);
}

/** The same parameter set under another number. @throws StudioError `file-corrupt` */
export function renumberSps(sps: Uint8Array, id: number): Uint8Array<ArrayBuffer> {
  const rbsp = toRbsp(sps);
  const { idBits } = readSps(rbsp);
  const writer = new BitWriter();
  writer.copy(rbsp, 0, idBits.from);
  writer.ue(id);
  writer.copy(rbsp, idBits.to, new BitReader(rbsp).dataBits);
  return toNal(sps[0] ?? 0, writer.toRbsp());
}

/** The same parameter set under another number, for the parameter set `spsId`. @throws StudioError `file-corrupt` */
export function renumberPps(pps: Uint8Array, id: number, spsId: number): Uint8Array<ArrayBuffer> {
  const rbsp = toRbsp(pps);
  const reader = new BitReader(rbsp);
  reader.ue();
  reader.ue();
  const writer = new BitWriter();
  writer.ue(id);
  writer.ue(spsId);
  writer.copy(rbsp, reader.position, reader.dataBits);
  return toNal(pps[0] ?? 0, writer.toRbsp());
}

/** Bytes of a slice in which its first three numbers surely lie. */
const HEAD_BYTES = 24;

/** The picture parameter set that a slice goes by. @throws StudioError `file-corrupt` */
export function ppsIdOf(slice: Uint8Array): number {
  return readSliceHead(toRbsp(slice.subarray(0, HEAD_BYTES))).id;
}

/**
 * The same slice for another picture parameter set. CABAC begins on a whole byte behind the slice's header, so the new number
 * must be longer by whole bytes: then everything behind it only moves on, and nothing of it has to be understood.
 * @throws StudioError `muxer-failed` for a number of another length
 */
export function renumberSlice(slice: Uint8Array, newPpsId: number): Uint8Array<ArrayBuffer> {
  const rbsp = toRbsp(slice);
  const { id, from, to } = readSliceHead(rbsp);
  const grown = ueLength(newPpsId) - ueLength(id);
  if (grown < 0 || grown % 8 !== 0)
    throw new StudioError('muxer-failed', `Picture parameter set ${id} cannot become ${newPpsId}.`);
  const writer = new BitWriter();
  writer.copy(rbsp, 0, from);
  writer.ue(newPpsId);
  // Up to the end of the byte in which the old number ended.
  const whole = Math.ceil(to / 8);
  writer.copy(rbsp, to, whole * 8);
  const head = writer.toRbsp().subarray(0, whole + grown / 8);
  const moved = new Uint8Array(rbsp.length + grown / 8);
  moved.set(head);
  moved.set(rbsp.subarray(whole), head.length);
  return toNal(slice[0] ?? 0, moved);
}

function readSliceHead(rbsp: Uint8Array): { id: number; from: number; to: number } {
  const reader = new BitReader(rbsp);
  reader.ue();
  reader.ue();
  const from = reader.position;
  const id = reader.ue();
  return { id, from, to: reader.position };
}
