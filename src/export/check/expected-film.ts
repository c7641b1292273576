/** What a finished film must be. Types only. */
import type { Size } from '../../core/geometry';
import type { SoundPacket } from '../sound/sound-packets';

/** An excerpt of the sound before it was encoded. */
export interface SoundProbe {
  /** Seconds of the film at which it begins. */
  readonly at: number;
  /** Left and right together, 48 kHz. */
  readonly samples: Float32Array;
}

/** A sound track. `silent`: there is nothing on it. */
export interface HeardSound {
  readonly kind: 'silent' | 'heard';
  /** LUFS of the mix, integrated; null for what is too short or too quiet to be measured. */
  readonly loudness: number | null;
  readonly probes: readonly SoundProbe[];
}

/** The packets of another film, byte for byte. */
export interface CopiedPackets {
  readonly kind: 'copied';
  readonly packets: readonly SoundPacket[];
  /** Seconds that they come late against the film, negative when early. */
  readonly late: number;
}

export type ExpectedSound = { readonly kind: 'none' } | HeardSound | CopiedPackets;

export interface ExpectedFilm {
  /** Seconds. */
  readonly duration: number;
  readonly frames: number;
  /** Pixels of the file. */
  readonly size: Size;
  /** The stage, whose shape the file has; in units of its own. */
  readonly aspect: Size;
  readonly fps: number;
  readonly sound: ExpectedSound;
  /** What was put into the file, packet by packet (`packetSum`); not looked at without. */
  readonly sums?: readonly number[];
  /** What some frames looked like when they were drawn, by index: the first, the last, and some of every second. */
  readonly signatures: ReadonlyMap<number, Uint8ClampedArray>;
}
