/** What the page and the worker of the export's peers say to each other. Types only. */

/** `omniclip`: canvas, the browser's encoder, ffmpeg.wasm. `one-ffmpeg`: ffmpeg.wasm alone, one thread, one run. */
export interface ShapeRequest {
  readonly shape: 'omniclip' | 'one-ffmpeg';
  readonly film: Blob;
  readonly width: number;
  readonly height: number;
  readonly fps: number;
  readonly frames: number;
  readonly videoBitrate: number;
  /** Stereo 32-bit floats at 48 kHz. */
  readonly sound: Uint8Array<ArrayBuffer>;
}

/** `isReady`: ffmpeg is loaded. `bytes`: of the file. */
export type ShapeReply = { readonly isReady: true } | { readonly bytes: number } | { readonly error: string };
