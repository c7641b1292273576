/** Packets of an untouched film, as they are, in chunks. */
import type { EncodedPacket } from 'mediabunny';
import { StudioError } from '../../core/errors';
import { pictureOf } from '../chunks/annex-b-picture';
import { ChunkAssembler } from '../chunks/chunk-assembler';
import type { FilmChunk, StoredChunk } from '../chunks/film-chunk';
import type { FilmFrames } from '../film-frames.worker';
import { readSignature } from '../picture-signature';
import type { AvcStream, OpenSource, OpenSources } from '../routes/open-sources';
import type { PictureGroup } from '../routes/source-facts';
import type { FilmStretch } from '../routes/stretch';
import type { Stopwatch } from '../stopwatch';

/** Groups are gathered until a chunk has so many bytes. */
const CHUNK_BYTES = 2 * 1024 * 1024;

/** Stamps are told apart by far less than the shortest picture lasts. */
const STAMP_SLACK_SECONDS = 1e-4;

/** A stretch whose packets stay in their film until the file is put together. */
export interface CopiedStretch {
  /** Frame of the film at which it begins. */
  readonly first: number;
  readonly chunks: readonly StoredChunk[];
  /** What its first frame looks like: what the check holds the file against. null where that cannot be told. */
  readonly signature: Promise<Uint8ClampedArray | null>;
}

/**
 * The chunks of a stretch; reading one throws StudioError `file-corrupt` when its packets are not what the plan was made of.
 * @throws StudioError `file-corrupt` for a film without H.264; as opening it
 */
export async function copyStretch(
  stretch: FilmStretch,
  sources: OpenSources,
  frames: FilmFrames,
  stopwatch: Stopwatch,
): Promise<CopiedStretch> {
  const { takeId = '', picture: firstPicture = 0 } = stretch;
  const source = await sources.open(takeId);
  const { stream } = source;
  if (stream === null) throw new StudioError('file-corrupt', `Take ${takeId} has no H.264 to copy.`);
  const groups = source.facts.groups.filter(
    ({ first, count }) => first >= firstPicture && first + count <= firstPicture + stretch.count,
  );
  const signature = stopwatch.time('sign', () => signatureAt(stretch.first, frames));
  // Heard of when it is waited for.
  signature.catch(() => undefined);
  const shift = stretch.first - firstPicture;
  const chunks = batchesOf(groups).map((batch): StoredChunk => {
    const head = batch[0]?.first ?? 0;
    const count = batch.reduce((sum, group) => sum + group.count, 0);
    return {
      first: head + shift,
      count,
      sps: stream.sps,
      pps: stream.pps,
      read: () => stopwatch.time('copy', () => readCopied(source, stream, { head, count, shift })),
    };
  });
  return { first: stretch.first, chunks, signature };
}

/** @param span pictures of the source from `head` on, which are frames of the film `shift` later */
async function readCopied(
  source: OpenSource,
  stream: AvcStream,
  { head, count, shift }: { readonly head: number; readonly count: number; readonly shift: number },
): Promise<FilmChunk> {
  const chunk = new ChunkAssembler(head + shift, count, 'copy', 'avc');
  chunk.sps = stream.sps;
  chunk.pps = stream.pps;
  for (const packet of await packetsOf(source, head, count)) {
    const { data, isKey } = pictureOf(stream.split(packet.data));
    chunk.add({ frame: shownAs(source, packet) + shift, isKey, data });
  }
  return chunk.toChunk();
}

async function signatureAt(frame: number, frames: FilmFrames): Promise<Uint8ClampedArray | null> {
  const picture = await frames.pictureOf(frame);
  if (picture === null) return null;
  try {
    return await readSignature(picture);
  } finally {
    picture.close();
  }
}

function batchesOf(groups: readonly PictureGroup[]): PictureGroup[][] {
  const batches: PictureGroup[][] = [];
  let bytes = Infinity;
  for (const group of groups) {
    if (bytes + group.bytes > CHUNK_BYTES) {
      batches.push([]);
      bytes = 0;
    }
    batches.at(-1)?.push(group);
    bytes += group.bytes;
  }
  return batches;
}

/** The packets of `count` pictures from a group's first on, in the order of decoding. */
async function packetsOf(
  { facts, packets, origin }: OpenSource,
  first: number,
  count: number,
): Promise<EncodedPacket[]> {
  const time = (facts.times[first] ?? 0) + origin;
  const found: EncodedPacket[] = [];
  let packet = await packets.getKeyPacket(time + STAMP_SLACK_SECONDS);
  if (packet === null || Math.abs(packet.timestamp - time) > STAMP_SLACK_SECONDS)
    throw new StudioError('file-corrupt', `No key picture at ${time} s.`);
  while (packet !== null && found.length < count) {
    found.push(packet);
    if (found.length < count) packet = await packets.getNextPacket(packet);
  }
  return found;
}

/** Which picture a packet is, in the order of showing. */
function shownAs({ facts: { times }, origin }: OpenSource, packet: EncodedPacket): number {
  const time = packet.timestamp - origin;
  let low = 0;
  let high = times.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((times[middle] ?? 0) < time - STAMP_SLACK_SECONDS) low = middle + 1;
    else high = middle;
  }
  return low;
}
