/** Compiles ffmpeg.wasm, once for all workers that run it. */
import wasmUrl from '@ffmpeg/core/wasm?url';
import { StudioError } from '../../core/errors';

/** 32 MB of code. It is shared, not copied, with workers it is sent to, and what has become fast stays fast. @throws StudioError `muxer-failed` */
export async function compileCore(): Promise<WebAssembly.Module> {
  try {
    const response = await fetch(new URL(wasmUrl, self.location.href));
    if (!response.ok) throw new Error(`${wasmUrl} answered ${response.status}.`);
    // A static host may not know the type of wasm, which streaming insists on.
    return response.headers.get('content-type') === 'application/wasm'
      ? await WebAssembly.compileStreaming(response)
      : await WebAssembly.compile(await response.arrayBuffer());
  } catch (cause) {
    throw new StudioError('muxer-failed', 'ffmpeg could not be loaded.', { cause });
  }
}
