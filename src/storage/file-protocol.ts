/** What the page and the storage worker say to each other. Types only. */
import type { SerializedError } from '../core/errors';

/** A place in the origin's private file system, from its root; the last part is the file. */
export type FilePath = readonly [string, ...string[]];

export type FileRequest =
  /** Opens a file for writing, emptied; its folders are made. */
  | { readonly kind: 'open'; readonly id: number; readonly file: number; readonly path: FilePath }
  /** `bytes` are transferred. With `flush` they are handed to the disk before the answer. */
  | {
      readonly kind: 'write';
      readonly id: number;
      readonly file: number;
      readonly bytes: Uint8Array<ArrayBuffer>;
      readonly position: number;
      readonly flush: boolean;
    }
  | { readonly kind: 'close'; readonly id: number; readonly file: number }
  /** Writes a whole file beside the old one and puts it in its place. */
  | {
      readonly kind: 'replace';
      readonly id: number;
      readonly path: FilePath;
      readonly bytes: Uint8Array<ArrayBuffer>;
    };

/** The answer to the request with the same id; `size` is the length of the file in bytes after it. */
export type FileAnswer =
  | { readonly kind: 'done'; readonly id: number; readonly size: number }
  | { readonly kind: 'failed'; readonly id: number; readonly error: SerializedError };
