/** Sound that was copied: nothing but the same bytes at the same places will do. */
import { EncodedPacketSink } from 'mediabunny';
import type { MediaInput } from '../../media/media-input';
import type { SoundPacket } from '../sound/sound-packets';
import type { CheckResult } from './check-result';
import type { CopiedPackets } from './expected-film';
import { IN_SYNC_SECONDS } from './sound-checks';

/** All packets of sound, from the file's own beginning. */
export async function readSoundPackets({ audio, origin }: MediaInput): Promise<SoundPacket[]> {
  if (audio === null) return [];
  const packets: SoundPacket[] = [];
  for await (const { data, timestamp, duration } of new EncodedPacketSink(audio).packets())
    packets.push({ data, start: timestamp - origin, duration });
  return packets;
}

/** The same packets, byte for byte. The value counts them. */
export function checkCopied(found: readonly SoundPacket[], { packets }: CopiedPackets): CheckResult {
  const isSame =
    found.length === packets.length && packets.every(({ data }, index) => isEqual(data, found[index]?.data));
  return { passed: isSame, value: `${found.length} packets as they were` };
}

/** Each where it belongs. The value is the worst offset, positive where sound comes late. */
export function checkCopiedSync(
  found: readonly SoundPacket[],
  { packets, late }: CopiedPackets,
): CheckResult {
  let worst = late;
  packets.forEach(({ start }, index) => {
    const offset = (found[index]?.start ?? Infinity) - start + late;
    if (Math.abs(offset) > Math.abs(worst)) worst = offset;
  });
  return { passed: Math.abs(worst) <= IN_SYNC_SECONDS, value: `${(worst * 1000).toFixed(1)} ms` };
}

function isEqual(one: Uint8Array, other: Uint8Array | undefined): boolean {
  return other?.length === one.length && one.every((byte, index) => byte === other[index]);
}
