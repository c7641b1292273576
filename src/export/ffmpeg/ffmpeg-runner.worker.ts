/** Runs ffmpeg.wasm. Each run blocks its worker until it is done. */
import createFFmpegCore, { type FFmpegCore } from '@ffmpeg/core';
import wasmUrl from '@ffmpeg/core/wasm?url';
import { StudioError } from '../../core/errors';
import type { FFmpegRun } from './ffmpeg-protocol';

/** The core leaks a little with each run and dies of it somewhere after a hundred; long before, it is replaced. */
const RUNS_A_CORE = 15;

/** Lines of the log that an error quotes. */
const QUOTED_LINES = 12;

const BLOB_FOLDER = '/blobs';

/** Owns one core at a time. */
export class FFmpegRunner {
  #core: FFmpegCore | null = null;
  #runs = 0;
  #log: string[] = [];

  constructor(readonly module: WebAssembly.Module) {}

  /** Makes the core ready, so that the first run need not wait. */
  async load(): Promise<void> {
    if (this.#core !== null && this.#runs < RUNS_A_CORE) return;
    this.#core = await instantiate(this.module);
    this.#core.setLogger(({ message }) => {
      this.#log.push(message);
      if (this.#log.length > QUOTED_LINES) this.#log.shift();
    });
    this.#runs = 0;
  }

  /**
   * @returns the bytes of the output file
   * @throws StudioError `muxer-failed` with the end of ffmpeg's log
   */
  async run({ args, files, blobs, output }: FFmpegRun): Promise<Uint8Array<ArrayBuffer>> {
    await this.load();
    const core = this.#core;
    if (core === null) throw new StudioError('muxer-failed', 'ffmpeg was not loaded.');
    const { FS } = core;
    this.#runs += 1;
    this.#log = [];
    const mounted = Object.entries(blobs).map(([name, data]) => ({ name, data }));
    try {
      for (const [name, bytes] of Object.entries(files)) FS.writeFile(name, bytes, { canOwn: true });
      if (mounted.length > 0) {
        if (!FS.analyzePath(BLOB_FOLDER).exists) FS.mkdir(BLOB_FOLDER);
        FS.mount(FS.filesystems.WORKERFS, { blobs: mounted }, BLOB_FOLDER);
      }
      core.exec(...args);
      const status = core.ret;
      core.reset();
      if (status !== 0 || !FS.analyzePath(output).exists)
        throw new StudioError('muxer-failed', `ffmpeg ended with ${status}: ${this.#log.join(' | ')}`);
      // The core's memory is shared by all its files; a copy of our own can be given away.
      return new Uint8Array(FS.readFile(output));
    } catch (cause) {
      // Whatever state it is in, it is not used again.
      this.#core = null;
      if (cause instanceof StudioError) throw cause;
      throw new StudioError('muxer-failed', `ffmpeg broke down: ${this.#log.join(' | ')}`, { cause });
    } finally {
      if (this.#core !== null) {
        if (mounted.length > 0) FS.unmount(BLOB_FOLDER);
        for (const name of [...Object.keys(files), output]) FS.unlink(name);
      }
    }
  }
}

function instantiate(module: WebAssembly.Module): Promise<FFmpegCore> {
  return createFFmpegCore({
    mainScriptUrlOrBlob: `#${btoa(JSON.stringify({ wasmURL: wasmUrl }))}`,
    // One compilation serves all cores: code that has become fast stays fast.
    instantiateWasm(imports, onInstance) {
      void WebAssembly.instantiate(module, imports).then((instance) => onInstance(instance, module));
      return {};
    },
  });
}
