/** What the choice of routes must know of a film. Pure. */
import type { Size } from '../../core/geometry';
import type { StretchReason } from './stretch';

/** A packet of a film, without its bytes. */
export interface PacketFacts {
  /** Seconds from the film's start at which its picture is shown. */
  readonly time: number;
  /** Whether decoding may begin here: an IDR picture. */
  readonly isEntry: boolean;
  readonly bytes: number;
}

/** Pictures that can be decoded without any before or after them, counted in the order of showing. */
export interface PictureGroup {
  readonly first: number;
  readonly count: number;
  readonly bytes: number;
}

export interface SourceFacts {
  /** As displayed. */
  readonly size: Size;
  /** Why its packets cannot go into any film; null where they can. */
  readonly notCopied: StretchReason | null;
  /** Whether its pictures can be scaled and encoded without being drawn. */
  readonly isScalable: boolean;
  /** When each picture is shown, seconds from the film's start, rising. */
  readonly times: Float64Array;
  readonly groups: readonly PictureGroup[];
  /** Of all pictures. */
  readonly bytes: number;
}

/**
 * Cuts a film where it can be cut: before entries that no picture around them reaches across (closed groups).
 * @param packets in decoding order
 * @returns the times in the order of showing, and the groups between the cuts; packets before the first cut belong to none
 */
export function closedGroups(
  packets: readonly PacketFacts[],
): Pick<SourceFacts, 'times' | 'groups' | 'bytes'> {
  const order = packets
    .map((_, index) => index)
    .sort((a, b) => (packets[a]?.time ?? 0) - (packets[b]?.time ?? 0));
  const times = Float64Array.from(order, (index) => packets[index]?.time ?? 0);
  const shownAs = new Int32Array(packets.length);
  order.forEach((packet, shown) => (shownAs[packet] = shown));
  const groups: PictureGroup[] = [];
  let open: { first: number; bytes: number } | null = null;
  let reach = -1;
  packets.forEach(({ isEntry, bytes }, index) => {
    const shown = shownAs[index] ?? 0;
    // As many decoded before it as are shown before it, and all of those are: then none reaches across.
    if (isEntry && shown === index && reach === index - 1) {
      if (open !== null) groups.push({ ...open, count: index - open.first });
      open = { first: index, bytes: 0 };
    }
    if (open !== null) open.bytes += bytes;
    reach = Math.max(reach, shown);
  });
  const last = open as { first: number; bytes: number } | null;
  if (last !== null) groups.push({ ...last, count: packets.length - last.first });
  return { times, groups, bytes: packets.reduce((sum, { bytes }) => sum + bytes, 0) };
}
