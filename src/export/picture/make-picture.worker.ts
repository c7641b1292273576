/** Makes the picture of a film by the browser's encoder, chunk by chunk. */
import { StudioError } from '../../core/errors';
import type { ExportJob } from '../export-protocol';
import { readAnnexBPicture } from '../chunks/annex-b-picture';
import { ChunkAssembler } from '../chunks/chunk-assembler';
import type { FilmChunk } from '../chunks/film-chunk';
import type { FFmpeg } from '../ffmpeg/ffmpeg-client.worker';
import type { FilmFrames } from '../film-frames.worker';
import type { FilmStretch } from '../routes/stretch';
import type { Stopwatch } from '../stopwatch';
import { encoderRequestOf, type EncoderWish } from './encoder-request';
import { signatureOfFrame } from './frame-signature.worker';
import { chunkLength, isGroupStart } from './group-length';
import { spansOf } from './missing-stretches';
import type { TriedConfig } from './webcodecs-config.worker';
import { WebCodecsEncoder, type EncoderOutput } from './webcodecs-encoder.worker';

/** What the making needs and gives. */
export interface PictureMaking {
  readonly job: ExportJob;
  /** What is still to be encoded, in order. */
  readonly stretches: readonly FilmStretch[];
  readonly frames: FilmFrames;
  /** An ffmpeg of one's own. */
  readonly takeFFmpeg: () => FFmpeg;
  /** As `chooseConfig`. */
  readonly chooseConfig: (wish: EncoderWish) => Promise<TriedConfig>;
  readonly stopwatch: Stopwatch;
  /** Keeps a chunk; waits while too many are on their way. @throws StudioError `storage-full` */
  readonly keep: (chunk: FilmChunk) => Promise<void>;
  /** Told how many more frames are encoded. */
  readonly onFrames: (count: number) => void;
}

/**
 * Lets the browser encode.
 * @throws StudioError `encoder-unsupported` when the encoder does not do what it says; what drawing and keeping throw
 */
export async function makeWithWebCodecs(making: PictureMaking): Promise<void> {
  const { job, stretches, stopwatch, chooseConfig } = making;
  const wantsScaling = stretches.some(({ route }) => route === 'direct');
  const tried = await stopwatch.time('trial', () => chooseConfig({ ...encoderRequestOf(job), wantsScaling }));
  const coding = new Coding(making, tried);
  try {
    for (const stretch of stretches) await coding.encode(stretch);
    await stopwatch.time('encode', () => coding.finish());
  } finally {
    coding.dispose();
  }
}

/** One encoder and the chunks that come out of it. */
class Coding {
  readonly #encoder: WebCodecsEncoder;
  /** Chunks that wait for pictures, in order. */
  #open: ChunkAssembler[] = [];
  #keeping: Promise<void> = Promise.resolve();
  #signing: Promise<unknown> = Promise.resolve();

  constructor(
    readonly making: PictureMaking,
    tried: TriedConfig,
  ) {
    const { job } = making;
    this.#encoder = new WebCodecsEncoder(encoderRequestOf(job), tried, (picture) => this.#take(picture));
  }

  async encode(stretch: FilmStretch): Promise<void> {
    const { job, frames, stopwatch } = this.making;
    const source = frames.framesOf(stretch, stretch.first, this.#encoder);
    const spans = spansOf(stretch, chunkLength(job.fps));
    let frame = stretch.first;
    for await (const picture of source) {
      const span = spans.find(({ first, count }) => frame >= first && frame < first + count);
      if (span === undefined) throw new StudioError('unexpected', `Frame ${frame} lies in no chunk.`);
      if (frame === span.first)
        this.#open.push(new ChunkAssembler(span.first, span.count, 'webcodecs', job.pictureCodec));
      const isKey = isGroupStart(frame - span.first, job.fps);
      if (isKey || frame === job.count - 1) this.#sign(frame, signatureOfFrame(picture, job.size, stopwatch));
      const number = frame;
      await stopwatch.time('encode', () => this.#encoder.encode(picture, number, isKey));
      frame += 1;
    }
  }

  async finish(): Promise<void> {
    await this.#encoder.flush();
    await this.#keeping;
    const [left] = this.#open;
    if (left !== undefined)
      throw new StudioError('encoder-unsupported', `Pictures from ${left.first} on did not come out.`);
  }

  dispose(): void {
    this.#encoder.dispose();
    // Whoever waits for it has heard of the failure.
    this.#keeping.catch(() => undefined);
  }

  /** The picture is looked at while it and others are being encoded. */
  #sign(frame: number, signature: Promise<Uint8ClampedArray>): void {
    const chunk = this.#open.at(-1);
    const signed = signature.then((pixels) => void chunk?.signatures.set(frame, pixels));
    // Heard of when the chunk is kept.
    this.#signing = Promise.all([this.#signing, signed]);
    this.#signing.catch(() => undefined);
  }

  #take({ frame, isKey, bytes }: EncoderOutput): void {
    const [chunk] = this.#open;
    if (chunk === undefined)
      throw new StudioError('encoder-unsupported', `Picture ${frame} was not asked for.`);
    if (chunk.codec === 'avc') {
      const picture = readAnnexBPicture(bytes);
      if (chunk.sps.length === 0) {
        // Sent with each key picture; some send them with the first alone.
        chunk.sps = picture.sps.length > 0 ? picture.sps : this.#sets.sps;
        chunk.pps = picture.pps.length > 0 ? picture.pps : this.#sets.pps;
        this.#sets = { sps: chunk.sps, pps: chunk.pps };
      }
      chunk.add({ frame, isKey: isKey && picture.isKey, data: picture.data });
    } else chunk.add({ frame, isKey, data: bytes });
    this.making.onFrames(1);
    if (!chunk.isWhole) return;
    this.#open.shift();
    const signed = this.#signing;
    this.#keeping = this.#keeping.then(async () => {
      await signed;
      await this.making.keep(chunk.toChunk());
    });
    // Heard of at the end, or by the next frame that waits.
    this.#keeping.catch(() => undefined);
  }

  #sets: { readonly sps: readonly Uint8Array[]; readonly pps: readonly Uint8Array[] } = { sps: [], pps: [] };
}
