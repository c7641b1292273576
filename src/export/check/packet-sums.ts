/** What was put into a file against what is read from it, packet by packet. */
import { EncodedPacketSink } from 'mediabunny';
import type { MediaInput } from '../../media/media-input';
import { requirePicture } from '../../media/open-media';
import type { CheckResult } from './check-result';

/** FNV-1a (Fowler, Noll, Vo) over words of four bytes, little-endian, and over the bytes that remain. */
const OFFSET = 0x811c9dc5;
const PRIME = 0x01000193;

/** A number for these bytes: another for any one word that differs, since each step can be undone. @returns an integer of 32 bits */
export function packetSum(bytes: Uint8Array): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const words = bytes.length & ~3;
  let sum = OFFSET ^ bytes.length;
  for (let at = 0; at < words; at += 4) sum = Math.imul(sum ^ view.getUint32(at, true), PRIME);
  for (let at = words; at < bytes.length; at += 1) sum = Math.imul(sum ^ view.getUint8(at), PRIME);
  return sum;
}

/** The numbers of all packets of picture, in the order of the file. @throws StudioError `file-no-picture` */
export async function readPacketSums(media: MediaInput): Promise<number[]> {
  const sums: number[] = [];
  for await (const { data } of new EncodedPacketSink(requirePicture(media)).packets())
    sums.push(packetSum(data));
  return sums;
}

/** Nothing was lost or changed on the way into the file. The value counts packets that were. */
export function checkPackets(found: readonly number[], sums: readonly number[]): CheckResult {
  const different = sums.filter((sum, index) => sum !== found[index]).length;
  const lost = different + Math.max(0, found.length - sums.length);
  return { passed: lost === 0, value: String(lost) };
}
