/** Failures of the browser's storage in the words of the studio. */
import { StudioError } from '../core/errors';

/** The StudioError behind an exception of IndexedDB or of the private file system. */
export function asStorageError(error: unknown): StudioError {
  if (error instanceof StudioError) return error;
  const name = error instanceof Error ? error.name : '';
  const detail = error instanceof Error ? error.message : String(error);
  // By name: the class of a quota failure differs between browsers and between versions.
  if (name === 'QuotaExceededError') return storageFull(detail, error);
  if (name === 'NotFoundError') return new StudioError('storage-missing', detail, { cause: error });
  return new StudioError('storage-unavailable', detail, { cause: error });
}

/** There is no room left. */
export function storageFull(detail: string, cause?: unknown): StudioError {
  return new StudioError('storage-full', detail, { cause });
}
