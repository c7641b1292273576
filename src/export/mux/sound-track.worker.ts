/** The sound of a file, laid beside the picture as it grows. */
import { EncodedAudioPacketSource, EncodedPacket, type Output } from 'mediabunny';
import type { SoundPackets } from '../sound/sound-packets';

export class SoundTrack {
  readonly #source: EncodedAudioPacketSource | null;
  #next = 0;

  /** Adds a track to an output that has not begun; none without sound. */
  constructor(
    output: Output,
    readonly sound: SoundPackets | null,
  ) {
    this.#source = sound === null ? null : new EncodedAudioPacketSource(sound.codec);
    if (this.#source !== null)
      output.addAudioTrack(this.#source, { maximumPacketCount: sound?.packets.length ?? 0 });
  }

  /** Adds what begins before `seconds`, so that sound and picture lie near each other in the file. */
  async addUntil(seconds: number): Promise<void> {
    const { packets = [], config } = this.sound ?? {};
    for (; (packets[this.#next]?.start ?? Infinity) < seconds; this.#next += 1) {
      const packet = packets[this.#next];
      if (packet === undefined) return;
      const meta = this.#next === 0 && config !== undefined ? { decoderConfig: config } : undefined;
      await this.#source?.add(new EncodedPacket(packet.data, 'key', packet.start, packet.duration), meta);
    }
  }
}
