/** The packets of a take's sound as they are, where the film has it untouched. */
import { EncodedPacketSink } from 'mediabunny';
import type { MediaInput } from '../../media/media-input';
import { AAC_CONFIG, AAC_FRAME_SAMPLES } from './aac';
import type { SoundPacket, SoundPackets } from './sound-packets';

/** Sound that was copied. */
export interface CopiedSound {
  readonly packets: SoundPackets;
  /** Seconds that it comes late against the film, negative when early: packets cannot be cut. */
  readonly late: number;
}

/** What is farther from its place than this is encoded anew, in seconds. */
const MOST_LATE_SECONDS = 0.005;

/** Packets that follow each other lie no farther apart than their length and this, in seconds: stamps are rounded. */
const SEAM_SECONDS = 0.001;

const RATE = 48_000;
const PACKET_SECONDS = AAC_FRAME_SAMPLES / RATE;

/**
 * @param input the film of the take
 * @param from second of the take at which the sound begins
 * @param duration seconds of it
 * @returns null where it is no AAC-LC of 48 kHz stereo, has gaps, ends before the film, or its packets lie askew
 */
export async function copySound(
  { audio, origin }: MediaInput,
  from: number,
  duration: number,
): Promise<CopiedSound | null> {
  const config = audio === null ? null : await audio.getDecoderConfig();
  if (audio === null || config === null || !isFilmAac(config)) return null;
  const sink = new EncodedPacketSink(audio);
  const wanted = Math.floor(duration / PACKET_SECONDS);
  // The packet that is being heard then, or the one after it.
  const first = await sink.getPacket(from + origin + PACKET_SECONDS / 2);
  if (first === null) return null;
  const late = first.timestamp - origin - from;
  if (Math.abs(late) > MOST_LATE_SECONDS) return null;
  const packets: SoundPacket[] = [];
  let end = first.timestamp;
  for await (const packet of sink.packets(first)) {
    if (packets.length === wanted) break;
    if (Math.abs(packet.timestamp - end) > SEAM_SECONDS) return null;
    end = packet.timestamp + PACKET_SECONDS;
    packets.push({
      data: packet.data,
      start: packets.length * PACKET_SECONDS,
      duration: PACKET_SECONDS,
    });
  }
  if (packets.length < wanted) return null;
  return {
    packets: { codec: 'aac', config: { ...config, description: AAC_CONFIG }, packets },
    late,
  };
}

function isFilmAac({ sampleRate, numberOfChannels, description }: AudioDecoderConfig): boolean {
  if (sampleRate !== RATE || numberOfChannels !== 2 || description === undefined) return false;
  const bytes = ArrayBuffer.isView(description)
    ? new Uint8Array(description.buffer, description.byteOffset, description.byteLength)
    : new Uint8Array(description);
  // What follows the two bytes says what may be left unsaid.
  return AAC_CONFIG.every((byte, index) => bytes[index] === byte);
}
