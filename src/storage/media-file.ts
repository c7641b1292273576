/** The main file of a take, an export or a song: streamed in, written once, read many times. */
import { throwIfCancelled } from '../core/errors';
import type { FileClient } from './file-client';
import type { FilePath } from './file-protocol';

/** Where encoders and recorders put their bytes. */
export interface ByteSink {
  /** @throws StudioError `storage-full`; what was written before is kept, and everything after is refused */
  write(bytes: Uint8Array, position: number): Promise<void>;
}

/** Options of a long copy. */
export interface CopyOptions {
  readonly signal?: AbortSignal | undefined;
  /** 0..1. */
  readonly onProgress?: ((progress: number) => void) | undefined;
}

/**
 * Copies a file into storage piece by piece; never the whole of it in memory.
 * @throws StudioError `storage-full`, `cancelled`, `file-unreadable` when the original cannot be read
 */
export async function copyIn(
  files: FileClient,
  path: FilePath,
  blob: Blob,
  { signal, onProgress }: CopyOptions = {},
): Promise<void> {
  throwIfCancelled(signal);
  const file = await files.open(path);
  try {
    const reader = blob.stream().getReader();
    let position = 0;
    try {
      for (;;) {
        const { done, value } = await reader.read();
        if (done) break;
        throwIfCancelled(signal);
        // Not flushed one by one: the copy is of no use before it is whole.
        await file.write(value, position, { flush: false });
        position += value.byteLength;
        onProgress?.(blob.size === 0 ? 1 : position / blob.size);
      }
    } finally {
      await reader.cancel();
    }
  } finally {
    await file.close();
  }
}
