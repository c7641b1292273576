/** What the export worker and an ffmpeg worker say to each other. Types only. */
import type { SerializedError } from '../../core/errors';

/** One run of ffmpeg: files in, files out, nothing stays. */
export interface FFmpegRun {
  readonly args: readonly string[];
  /** Files in memory, by name. Their buffers are given away, and back when the run was a success. */
  readonly files: Readonly<Record<string, Uint8Array<ArrayBuffer>>>;
  /** Files that are read where they lie, by name; ffmpeg finds them under `/blobs/`. */
  readonly blobs: Readonly<Record<string, Blob>>;
  /** Name of the file that is made. */
  readonly output: string;
}

/** `load` comes first. */
export type FFmpegRequest =
  | { readonly kind: 'load'; readonly module: WebAssembly.Module }
  | { readonly kind: 'run'; readonly id: number; readonly run: FFmpegRun };

export type FFmpegReply =
  | {
      readonly id: number;
      readonly output: Uint8Array<ArrayBuffer>;
      /** The files in memory, in the order of their names in the run. */
      readonly files: readonly Uint8Array<ArrayBuffer>[];
    }
  | { readonly id: number; readonly error: SerializedError };
