/** What we use of ffmpeg.wasm's single-threaded core. Its package has no types. */
declare module '@ffmpeg/core' {
  interface FFmpegCore {
    /** Exit status of the last `exec`; 0 is success. */
    readonly ret: number;
    exec(...args: string[]): number;
    /** To be called after each `exec`. */
    reset(): void;
    setLogger(logger: (entry: { type: string; message: string }) => void): void;
    readonly FS: {
      readonly filesystems: { readonly WORKERFS: object };
      /** With `canOwn` the bytes become the file without a copy and must not be used any more. */
      writeFile(path: string, bytes: Uint8Array, options?: { canOwn?: boolean }): void;
      readFile(path: string): Uint8Array;
      unlink(path: string): void;
      mkdir(path: string): void;
      mount(type: object, options: { blobs: { name: string; data: Blob }[] }, path: string): void;
      unmount(path: string): void;
      analyzePath(path: string): { readonly exists: boolean };
    };
  }

  interface FFmpegCoreOptions {
    /** Address with the other addresses, as base64 JSON after `#`: how the core is told where its parts lie. */
    readonly mainScriptUrlOrBlob: string;
    readonly instantiateWasm?: (
      imports: WebAssembly.Imports,
      onInstance: (instance: WebAssembly.Instance, module: WebAssembly.Module) => void,
    ) => object;
  }

  export default function createFFmpegCore(options: FFmpegCoreOptions): Promise<FFmpegCore>;
}
