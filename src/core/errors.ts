/**
 * The one error that crosses stages. Its code is what the UI translates: every code has a title and a next step
 * in each language (`error.<code>.title`, `error.<code>.next`), so nobody meets a raw exception.
 */

/** All that can go wrong in a way a person should hear of. */
export const STUDIO_ERROR_CODES = [
  // capture
  'camera-denied',
  'camera-missing',
  'camera-busy',
  'camera-lost',
  'camera-unsupported',
  'microphone-denied',
  'microphone-missing',
  'recorder-failed',
  // sources
  'file-empty',
  'file-unreadable',
  'file-not-media',
  'file-no-picture',
  'codec-unsupported',
  'file-too-long',
  'file-too-large',
  'file-corrupt',
  'audio-undecodable',
  'motion-unknown',
  'nobody-dances',
  // body
  'pose-model-missing',
  'pose-crashed',
  'webgl-missing',
  'gpu-lost',
  // effects
  'effect-invalid',
  'effect-unreadable',
  'effect-too-slow',
  'look-invalid',
  'captions-invalid',
  'shader-failed',
  // documents
  'project-invalid',
  'project-too-new',
  'challenge-invalid',
  // storage
  'storage-full',
  'storage-unavailable',
  'storage-missing',
  // export
  'export-failed',
  'export-empty',
  'encoder-unsupported',
  'muxer-failed',
  'worker-crashed',
  'cancelled',
  'unexpected',
] as const;

export type StudioErrorCode = (typeof STUDIO_ERROR_CODES)[number];

/** An expected failure: a code to translate, values for the message, and the cause for the report. */
export class StudioError extends Error {
  override readonly name = 'StudioError';

  /**
   * @param code what happened, as the UI names it
   * @param detail one sentence for developers: the rule and the value it met
   * @param options `cause` the error behind it; `values` to fill into the translated message
   */
  constructor(
    readonly code: StudioErrorCode,
    detail: string,
    options: { cause?: unknown; values?: Readonly<Record<string, string | number>> } = {},
  ) {
    super(detail, options.cause === undefined ? undefined : { cause: options.cause });
    this.values = options.values ?? {};
  }

  readonly values: Readonly<Record<string, string | number>>;
}

/** Whether `error` says that somebody asked to stop: not a failure. */
export function isCancelled(error: unknown): boolean {
  if (error instanceof StudioError) return error.code === 'cancelled';
  return error instanceof Error && error.name === 'AbortError';
}

/** `error` as a StudioError: itself, or wrapped under `code` with itself as the cause. */
export function asStudioError(error: unknown, code: StudioErrorCode = 'unexpected'): StudioError {
  if (error instanceof StudioError) return error;
  if (isCancelled(error)) return new StudioError('cancelled', 'The job was cancelled.', { cause: error });
  const detail = error instanceof Error ? error.message : String(error);
  return new StudioError(code, detail, { cause: error });
}

/** Plain data that survives `postMessage` and can be made an error again on the other side. */
export interface SerializedError {
  code: StudioErrorCode;
  detail: string;
  values: Readonly<Record<string, string | number>>;
}

/** For the way out of a worker. */
export function serializeError(error: unknown, code: StudioErrorCode = 'unexpected'): SerializedError {
  const { code: known, message, values } = asStudioError(error, code);
  return { code: known, detail: message, values };
}

/** For the way in from a worker. */
export function deserializeError(data: SerializedError): StudioError {
  return new StudioError(data.code, data.detail, { values: data.values });
}

/**
 * @throws StudioError `cancelled` when `signal` is aborted
 */
export function throwIfCancelled(
  signal: { readonly aborted: boolean; readonly reason?: unknown } | undefined,
): void {
  if (signal?.aborted === true)
    throw new StudioError('cancelled', 'The job was cancelled.', { cause: signal.reason });
}
