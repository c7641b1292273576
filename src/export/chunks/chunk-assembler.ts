/** Gathers what an encoder gives out into chunks. Pure. */
import { StudioError } from '../../core/errors';
import type { ChunkMaker, ChunkSample, FilmChunk, PictureCodec } from './film-chunk';

/** One encoded picture of the film. */
export interface EncodedPicture {
  readonly frame: number;
  readonly isKey: boolean;
  readonly data: Uint8Array;
}

/** A chunk under way. Encoders that are asked for no pictures out of order give them in the order they were given. */
export class ChunkAssembler {
  readonly #samples: ChunkSample[] = [];
  readonly #data: Uint8Array[] = [];
  readonly signatures = new Map<number, Uint8ClampedArray>();
  sps: readonly Uint8Array[] = [];
  pps: readonly Uint8Array[] = [];

  /** Frames of the film: [first, first + count). */
  constructor(
    readonly first: number,
    readonly count: number,
    readonly maker: ChunkMaker,
    readonly codec: PictureCodec,
  ) {}

  get isWhole(): boolean {
    return this.#samples.length === this.count;
  }

  /** @throws StudioError `encoder-unsupported` for a picture that does not belong here, or a first one that is no key picture */
  add({ frame, isKey, data }: EncodedPicture): void {
    const isFirst = this.#samples.length === 0;
    if (this.isWhole || frame < this.first || frame >= this.first + this.count || (isFirst && !isKey))
      throw new StudioError('encoder-unsupported', `Picture ${frame} came out of its turn.`);
    this.#samples.push({ frame, isKey, bytes: data.length });
    this.#data.push(data);
  }

  /** @throws StudioError `encoder-unsupported` when pictures are missing */
  toChunk(): FilmChunk {
    const { first, count, maker, codec, sps, pps, signatures } = this;
    const samples = this.#samples;
    const isComplete = new Set(samples.map(({ frame }) => frame)).size === count;
    const hasSets = codec !== 'avc' || (sps.length > 0 && pps.length > 0);
    if (!isComplete || !hasSets)
      throw new StudioError('encoder-unsupported', `${samples.length} of ${count} pictures came out.`);
    return { first, count, maker, codec, sps, pps, samples, signatures, data: join(this.#data) };
  }
}

function join(pieces: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const joined = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    joined.set(piece, at);
    at += piece.length;
  }
  return joined;
}
