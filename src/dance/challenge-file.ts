/**
 * The `.fifteen-challenge` file: a dance that anybody can be sent. Data only, and every byte of it is doubted.
 *
 * Layout, little-endian: the eight bytes of `MAGIC`, a 16-bit version, a 16-bit count of parts, then the parts, each a
 * four-letter tag, a 32-bit length, a 32-bit FNV-1a checksum and its bytes. `META` is JSON in ASCII, `DANC` and `GHST` are packed
 * tracks, `SONG` is an encoded sound as it came from its file, of the kind that
 * its first bytes say.
 */
import * as z from 'zod/mini';
import { packTrack, unpackTrack } from '../pose/packed-track';
import type { PoseTrack } from '../pose/pose-track';
import { refuseChallenge } from './challenge-refusal';
import { LIMBS, type Limb } from './judgement';
import { sharedName } from './shared-text';
import { SOUND_KINDS, soundKindOf } from './sound-kind';

/** As in PNG: the high byte and the line ends show what a text transfer has broken. */
const MAGIC = Uint8Array.of(0x8f, 0x31, 0x35, 0x43, 0x48, 0x0d, 0x0a, 0x1a);
const VERSION = 1;
const HEADER_BYTES = MAGIC.length + 4;
const PART_BYTES = 12;
const MOST_BYTES = { META: 65_536, DANC: 4_000_000, GHST: 4_000_000, SONG: 12_000_000 } as const;
const MOST_MOVES = 64;
const LONGEST_SECONDS = 60;
/** The last pose of a capture may lie so far before the end of its last move, seconds. */
const REACH_SECONDS = 0.5;
/** A dance lasts at least this long. */
const SHORTEST_SECONDS = 3;

type Tag = keyof typeof MOST_BYTES;

const finite = (low: number, high: number) => z.number().check(z.minimum(low), z.maximum(high));
const seconds = finite(0, LONGEST_SECONDS);
const limb = z.enum(LIMBS);

const moveSchema = z.strictObject({
  name: sharedName(40),
  start: seconds,
  end: seconds,
  /** When the big pose is reached. */
  keyTime: seconds,
  hold: z.boolean(),
  limbs: z.array(limb).check(z.maxLength(LIMBS.length)),
  weights: z.partialRecord(limb, finite(0, 4)),
});

const metaSchema = z.strictObject({
  format: z.literal('fifteen.challenge-file'),
  id: z.string().check(z.regex(/^[a-z0-9][a-z0-9-]{0,60}$/)),
  title: sharedName(60),
  /** Who made it, or danced the ghost. */
  maker: z.nullable(sharedName(40)),
  level: z.int().check(z.minimum(1), z.maximum(5)),
  beats: z.strictObject({
    bpm: finite(40, 240),
    firstBeat: finite(0, 30),
    beatsPerBar: z.int().check(z.minimum(2), z.maximum(7)),
  }),
  duration: finite(SHORTEST_SECONDS, LONGEST_SECONDS),
  seated: z.boolean(),
  /** A song that ships with the app; null = the sound in the file, or silence. */
  bundledSong: z.nullable(z.string().check(z.regex(/^[a-z0-9][a-z0-9-]{0,40}$/))),
  songMimeType: z.nullable(z.enum(SOUND_KINDS)),
  /** Points that the file claims for its ghost. Shown nowhere: whoever imports it judges the ghost anew. */
  claimedScore: z.nullable(finite(0, 100)),
  moves: z.array(moveSchema).check(z.minLength(1), z.maxLength(MOST_MOVES)),
});

export type SharedMove = z.infer<typeof moveSchema> & { readonly weights: Partial<Record<Limb, number>> };

/** What a file holds, all of it checked. Times are song time in seconds. */
export interface SharedChallenge extends Omit<z.infer<typeof metaSchema>, 'format' | 'moves'> {
  readonly moves: readonly SharedMove[];
  /** As the coach is shown from the front. */
  readonly reference: PoseTrack;
  /** Somebody's dance to it, as the camera saw it. */
  readonly ghost: PoseTrack | null;
  /** Encoded as `songMimeType` says; not decoded here. */
  readonly song: Uint8Array<ArrayBuffer> | null;
}

/**
 * Writes a file.
 * @throws StudioError `challenge-invalid` where the challenge would be refused by whoever gets it
 */
export function encodeChallengeFile(challenge: SharedChallenge): Uint8Array<ArrayBuffer> {
  const { reference, ghost, song, ...meta } = challenge;
  const text = JSON.stringify({ format: 'fifteen.challenge-file', ...meta });
  const parts: (readonly [Tag, Uint8Array])[] = [
    ['META', ascii(text)],
    ['DANC', packTrack(reference)],
  ];
  if (ghost !== null) parts.push(['GHST', packTrack(ghost)]);
  if (song !== null) parts.push(['SONG', song]);
  const bytes = new Uint8Array(parts.reduce((sum, [, part]) => sum + PART_BYTES + part.length, HEADER_BYTES));
  const view = new DataView(bytes.buffer);
  bytes.set(MAGIC);
  view.setUint16(MAGIC.length, VERSION, true);
  view.setUint16(MAGIC.length + 2, parts.length, true);
  let at = HEADER_BYTES;
  for (const [tag, part] of parts) {
    bytes.set(ascii(tag), at);
    view.setUint32(at + 4, part.length, true);
    view.setUint32(at + 8, checksum(part), true);
    bytes.set(part, at + PART_BYTES);
    at += PART_BYTES + part.length;
  }
  decodeChallengeFile(bytes);
  return bytes;
}

/**
 * Reads a file from anybody.
 * @throws StudioError `challenge-invalid` with the reason; nothing else, whatever the bytes are
 */
export function decodeChallengeFile(bytes: Uint8Array): SharedChallenge {
  const parts = readParts(bytes);
  const meta = readMeta(parts.get('META') ?? refuseChallenge('broken', 'it has no description'));
  const { format: _format, ...rest } = meta;
  const reference = unpackTrack(
    parts.get('DANC') ?? refuseChallenge('broken', 'it has no dance'),
    `challenge:${meta.id}`,
  );
  const ghost = parts.get('GHST');
  const song = parts.get('SONG');
  if ((song === undefined) !== (meta.songMimeType === null))
    refuseChallenge('broken', 'its sound and its description differ');
  if (song !== undefined && meta.bundledSong !== null) refuseChallenge('broken', 'it names two songs');
  if (song !== undefined && soundKindOf(song) !== meta.songMimeType)
    refuseChallenge('sound', `its sound is no ${String(meta.songMimeType)}`);
  checkMoves(meta.moves, meta.duration);
  const danced = (reference.times.at(-1) ?? 0) - (reference.times[0] ?? 0);
  if (danced < (meta.moves.at(-1)?.end ?? 0) - REACH_SECONDS)
    refuseChallenge('broken', 'its moves go on after its dance has ended');
  return {
    ...rest,
    reference,
    ghost: ghost === undefined ? null : unpackTrack(ghost, `ghost:${meta.id}`),
    song: song === undefined ? null : song.slice(),
  };
}

function readParts(bytes: Uint8Array): Map<Tag, Uint8Array> {
  if (bytes.length === 0) refuseChallenge('empty', 'it is empty');
  if (!MAGIC.every((byte, index) => bytes[index] === byte))
    refuseChallenge('foreign', 'it is no .fifteen-challenge file');
  if (bytes.length < HEADER_BYTES) refuseChallenge('cut-off', 'it is cut off');
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const version = view.getUint16(MAGIC.length, true);
  if (version > VERSION) refuseChallenge('newer', 'it was made by a newer Fifteen; update this one');
  if (version < 1) refuseChallenge('broken', 'its version is not one');
  const count = view.getUint16(MAGIC.length + 2, true);
  const parts = new Map<Tag, Uint8Array>();
  let at = HEADER_BYTES;
  for (let index = 0; index < count; index += 1) {
    if (at + PART_BYTES > bytes.length) refuseChallenge('cut-off', 'it is cut off');
    const tag = String.fromCharCode(...bytes.subarray(at, at + 4));
    const length = view.getUint32(at + 4, true);
    if (!isTag(tag)) return refuseChallenge('broken', 'it holds something unknown');
    if (parts.has(tag)) refuseChallenge('broken', `it holds ${tag} twice`);
    if (length > MOST_BYTES[tag]) refuseChallenge('too-large', `its ${tag} is too large`);
    if (at + PART_BYTES + length > bytes.length) refuseChallenge('cut-off', 'it is cut off');
    const part = bytes.subarray(at + PART_BYTES, at + PART_BYTES + length);
    if (checksum(part) !== view.getUint32(at + 8, true)) refuseChallenge('damaged', `its ${tag} was damaged`);
    parts.set(tag, part);
    at += PART_BYTES + length;
  }
  if (at !== bytes.length) refuseChallenge('broken', 'something hangs on its end');
  return parts;
}

function readMeta(bytes: Uint8Array): z.infer<typeof metaSchema> {
  let json: unknown;
  try {
    json = JSON.parse(fromAscii(bytes));
  } catch (error) {
    refuseChallenge('broken', 'its description is no JSON', error);
  }
  const read = metaSchema.safeParse(json);
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  return refuseChallenge('broken', `${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'not a challenge'}`);
}

function checkMoves(moves: readonly z.infer<typeof moveSchema>[], duration: number): void {
  moves.forEach((move, index) => {
    const before = moves[index - 1];
    if (move.end <= move.start) refuseChallenge('broken', `move ${index + 1} ends before it begins`);
    if (move.end > duration + 1e-6) refuseChallenge('broken', `move ${index + 1} lies after the end`);
    if (move.keyTime < move.start - 1e-6 || move.keyTime > move.end + 1e-6)
      refuseChallenge('broken', `move ${index + 1} has its pose elsewhere`);
    if (before !== undefined && move.start < before.end - 1e-6)
      refuseChallenge('broken', `move ${index + 1} overlaps the one before`);
  });
}

function isTag(text: string): text is Tag {
  return Object.hasOwn(MOST_BYTES, text);
}

/** FNV-1a, 32 bits: against accidents, not against malice. */
function checksum(bytes: Uint8Array): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < bytes.length; index += 1)
    hash = Math.imul(hash ^ (bytes[index] ?? 0), 0x01000193);
  return hash >>> 0;
}

/** Pure code has no TextEncoder; JSON needs none: what is not ASCII is written as `\\uXXXX`. */
function ascii(text: string): Uint8Array {
  const escaped = text.replace(
    /[^\x20-\x7e]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return Uint8Array.from(escaped, (character) => character.charCodeAt(0));
}

/** Bytes beyond ASCII become signs that no JSON of ours holds, and fail there. */
function fromAscii(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += byte < 128 ? String.fromCharCode(byte) : '\ufffd';
  return text;
}
