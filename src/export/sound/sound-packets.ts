/** Encoded sound on its way into a file. Types only. */

/** Sound as a container takes it. */
export interface SoundPackets {
  readonly codec: 'aac' | 'opus';
  /** What a decoder is told. */
  readonly config: AudioDecoderConfig;
  /** In order, each with its beginning and length in seconds. */
  readonly packets: readonly SoundPacket[];
}

export interface SoundPacket {
  readonly data: Uint8Array;
  readonly start: number;
  readonly duration: number;
}
