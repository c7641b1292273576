/** Makes the picture of a film, chunk by chunk, each stretch by its route. */
import { StudioError } from '../../core/errors';
import type { ExportJob } from '../export-protocol';
import { readAnnexBPicture } from '../chunks/annex-b-picture';
import { ChunkAssembler } from '../chunks/chunk-assembler';
import type { FilmChunk } from '../chunks/film-chunk';
import type { FFmpeg } from '../ffmpeg/ffmpeg-client.worker';
import type { FilmFrames } from '../film-frames.worker';
import type { FilmStretch } from '../routes/stretch';
import type { OpenSources } from '../routes/open-sources';
import type { Stopwatch } from '../stopwatch';
import { copyStretch } from './copy-stretch.worker';
import { signatureOfFrame } from './frame-signature.worker';
import { chunkLength, isGroupStart } from './group-length';
import { spansOf } from './missing-stretches';
import { chooseConfig, type TriedConfig } from './webcodecs-config.worker';
import { WebCodecsEncoder, type EncoderOutput } from './webcodecs-encoder.worker';

/** What the making needs and gives. */
export interface PictureMaking {
  readonly job: ExportJob;
  /** What is still to be made, in order. */
  readonly stretches: readonly FilmStretch[];
  readonly frames: FilmFrames;
  readonly sources: OpenSources;
  /** An ffmpeg of one's own. */
  readonly takeFFmpeg: () => FFmpeg;
  readonly stopwatch: Stopwatch;
  /** Keeps a chunk; waits while too many are on their way. @throws StudioError `storage-full` */
  readonly keep: (chunk: FilmChunk) => Promise<void>;
  /** Told how many more frames are encoded. */
  readonly onFrames: (count: number) => void;
}

/**
 * Copies what is copied and lets the browser encode the rest.
 * @throws StudioError `encoder-unsupported` when the encoder does not do what it says; what drawing and keeping throw
 */
export async function makeWithWebCodecs(making: PictureMaking): Promise<void> {
  const { stretches, frames, sources, stopwatch, keep } = making;
  const encoded = stretches.filter(({ route }) => route !== 'copy');
  // What is copied is copied while the encoder is tried: each waits for others most of the time.
  const opening = encoded.length === 0 ? null : openCoding(making, encoded);
  opening?.catch(() => undefined);
  try {
    for (const stretch of stretches.filter(({ route }) => route === 'copy')) {
      for await (const chunk of copyStretch(stretch, sources, frames, stopwatch)) {
        await keep(chunk);
        making.onFrames(chunk.count);
      }
    }
    const coding = await opening;
    for (const stretch of encoded) await coding?.encode(stretch);
    await stopwatch.time('encode', () => coding?.finish());
  } finally {
    opening?.then(
      (coding) => coding.dispose(),
      // Heard of above.
      () => undefined,
    );
  }
}

async function openCoding(making: PictureMaking, stretches: readonly FilmStretch[]): Promise<Coding> {
  const { job, stopwatch } = making;
  const wantsScaling = stretches.some(({ route }) => route === 'direct');
  const tried = await stopwatch.time('trial', () =>
    chooseConfig({ ...job, codec: job.pictureCodec }, wantsScaling),
  );
  return new Coding(making, tried);
}

/** One encoder and the chunks that come out of it. */
class Coding {
  readonly #encoder: WebCodecsEncoder;
  /** Chunks that wait for pictures, in order. */
  #open: ChunkAssembler[] = [];
  #keeping: Promise<void> = Promise.resolve();

  constructor(
    readonly making: PictureMaking,
    tried: TriedConfig,
  ) {
    const { job } = making;
    this.#encoder = new WebCodecsEncoder({ ...job, codec: job.pictureCodec }, tried, (picture) =>
      this.#take(picture),
    );
  }

  async encode(stretch: FilmStretch): Promise<void> {
    const { job, frames, stopwatch } = this.making;
    const source = frames.framesOf(stretch, stretch.first, this.#encoder.canScale);
    const spans = spansOf(stretch, chunkLength(job.fps));
    let frame = stretch.first;
    for await (const picture of source) {
      const span = spans.find(({ first, count }) => frame >= first && frame < first + count);
      if (span === undefined) throw new StudioError('unexpected', `Frame ${frame} lies in no chunk.`);
      if (frame === span.first)
        this.#open.push(new ChunkAssembler(span.first, span.count, 'webcodecs', job.pictureCodec));
      const isKey = isGroupStart(frame - span.first, job.fps);
      if (isKey || frame === job.count - 1)
        this.#sign(frame, await signatureOfFrame(picture, job.size, stopwatch));
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

  #sign(frame: number, signature: Uint8ClampedArray): void {
    this.#open.at(-1)?.signatures.set(frame, signature);
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
    const whole = chunk.toChunk();
    this.#keeping = this.#keeping.then(() => this.making.keep(whole));
    // Heard of at the end, or by the next frame that waits.
    this.#keeping.catch(() => undefined);
  }

  #sets: { readonly sps: readonly Uint8Array[]; readonly pps: readonly Uint8Array[] } = { sps: [], pps: [] };
}
