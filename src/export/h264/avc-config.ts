/** The box in which MP4 keeps parameter sets (AVCDecoderConfigurationRecord, ISO/IEC 14496-15, 5.3.3.1). Pure. */
import { StudioError } from '../../core/errors';
import { parseSps } from './parameter-sets';

export interface AvcConfig {
  /** Bytes of the length before each NAL unit. */
  readonly lengthSize: number;
  readonly spsList: readonly Uint8Array[];
  readonly ppsList: readonly Uint8Array[];
}

/** Profiles whose record ends with chroma format and bit depths. */
const EXTENDED_PROFILES: readonly number[] = [100, 110, 122, 144, 244];

const FIXED_BYTES = 6;

/** @throws StudioError `file-corrupt` */
export function parseAvcConfig(description: Uint8Array): AvcConfig {
  const lengthSize = ((description[4] ?? 0) & 3) + 1;
  const spsList: Uint8Array[] = [];
  const ppsList: Uint8Array[] = [];
  const spsCount = (description[5] ?? 0) & 31;
  let at = readList(description, FIXED_BYTES, spsCount, spsList);
  const ppsCount = description[at] ?? 0;
  at = readList(description, at + 1, ppsCount, ppsList);
  return { lengthSize, spsList, ppsList };
}

function readList(bytes: Uint8Array, from: number, count: number, list: Uint8Array[]): number {
  let at = from;
  for (let index = 0; index < count; index += 1) {
    const length = ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0);
    if (at + 2 + length > bytes.length)
      throw new StudioError('file-corrupt', 'The parameter sets of the film are cut off.');
    list.push(bytes.slice(at + 2, at + 2 + length));
    at += 2 + length;
  }
  return at;
}

/** The record for these sets, with four bytes of length; it names the most demanding profile and level among them. */
export function writeAvcConfig(
  spsList: readonly Uint8Array[],
  ppsList: readonly Uint8Array[],
): Uint8Array<ArrayBuffer> {
  const most = mostDemanding(spsList);
  const lists = [...spsList, ...ppsList];
  const isExtended = EXTENDED_PROFILES.includes(most.profile);
  const length = FIXED_BYTES + 1 + lists.reduce((sum, set) => sum + 2 + set.length, 0) + (isExtended ? 4 : 0);
  const bytes = new Uint8Array(length);
  bytes.set([1, most.profile, most.constraints, most.level, 0xff, 0xe0 | spsList.length]);
  let at = FIXED_BYTES;
  const write = (set: Uint8Array): void => {
    bytes.set([set.length >> 8, set.length & 255], at);
    bytes.set(set, at + 2);
    at += 2 + set.length;
  };
  spsList.forEach(write);
  bytes[at] = ppsList.length;
  at += 1;
  ppsList.forEach(write);
  if (isExtended)
    bytes.set([0xfc | most.chromaFormat, 0xf8 | (most.bitDepth - 8), 0xf8 | (most.bitDepth - 8), 0], at);
  return bytes;
}

/** As RFC 6381 names it, like `avc1.64001f`. */
export function avcCodecString(spsList: readonly Uint8Array[]): string {
  const { profile, constraints, level } = mostDemanding(spsList);
  const hex = [profile, constraints, level].map((value) => value.toString(16).padStart(2, '0'));
  return `avc1.${hex.join('')}`;
}

function mostDemanding(spsList: readonly Uint8Array[]): ReturnType<typeof parseSps> {
  const facts = spsList.map(parseSps);
  const [first, ...rest] = facts;
  if (first === undefined) throw new StudioError('muxer-failed', 'A film without parameter sets.');
  const most = rest.reduce((best, each) => (each.profile > best.profile ? each : best), first);
  return { ...most, level: Math.max(...facts.map(({ level }) => level)) };
}
