/** A stream that a muxer writes to and whose bytes go elsewhere, piece by piece. */
import { StreamTarget, type StreamTargetChunk } from 'mediabunny';
import { StudioError } from '../../core/errors';

/** Writes into a file: at `position` from its beginning. */
export type WriteBytes = (bytes: Uint8Array<ArrayBuffer>, position: number) => Promise<void>;

/** Bytes handed on at a time. */
const PIECE_BYTES = 2 * 1024 * 1024;

/** Remembers what went wrong with writing first: the muxer only says that its stream failed. */
export class WrittenStream {
  /** For the muxer. */
  readonly target: StreamTarget;
  #failure: { readonly error: unknown } | null = null;

  /** @param change may change a piece in place before it is written */
  constructor(write: WriteBytes, change: (piece: Uint8Array<ArrayBuffer>) => void = () => undefined) {
    const stream = new WritableStream<StreamTargetChunk>({
      write: async ({ data, position }) => {
        try {
          const piece = new Uint8Array(data);
          change(piece);
          await write(piece, position);
        } catch (error) {
          this.#failure ??= { error };
          throw error;
        }
      },
    });
    this.target = new StreamTarget(stream, { chunked: true, chunkSize: PIECE_BYTES });
  }

  /** Runs the muxer. @throws StudioError `muxer-failed`; what writing threw */
  async run<T>(mux: () => Promise<T>): Promise<T> {
    try {
      return await mux();
    } catch (cause) {
      if (this.#failure !== null) throw this.#failure.error;
      if (cause instanceof StudioError) throw cause;
      throw new StudioError('muxer-failed', `The file could not be put together: ${String(cause)}`, {
        cause,
      });
    }
  }
}
