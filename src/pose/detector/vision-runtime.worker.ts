/** Loads MediaPipe's wasm runtime once a worker, so that several landmarkers can be made from it. */
import { StudioError } from '../../core/errors';

/** Paths as `PoseLandmarker.createFromOptions` takes them. */
export interface VisionFileset {
  readonly wasmLoaderPath: string;
  readonly wasmBinaryPath: string;
}

/** Emscripten's entry, and its hook for a binary that is already compiled. */
type ModuleFactory = (module?: object) => Promise<object>;

interface RuntimeScope {
  ModuleFactory?: ModuleFactory | undefined;
  Module?:
    | {
        instantiateWasm(
          imports: WebAssembly.Imports,
          done: (instance: WebAssembly.Instance, module: WebAssembly.Module) => void,
        ): object;
      }
    | undefined;
}

export interface VisionRuntime {
  /** To be called right before each creation of a task: the library uses its globals up every time. */
  arm(): VisionFileset;
}

/**
 * Fetches loader and binary and compiles.
 *
 * Why not `FilesetResolver` alone: it imports the loader anew for each task, and a module that is imported a second time
 * does not run, so the second task of a worker fails with "ModuleFactory not set". Compiling once also saves time.
 * @param folder absolute URL with a slash at the end; absolute, because Vite's dev server rewrites imports of relative ones
 * @throws StudioError `pose-model-missing`
 */
export async function loadVisionRuntime(folder: string): Promise<VisionRuntime> {
  const base = `${folder}vision_wasm_module_internal`;
  let factory: ModuleFactory;
  let compiled: WebAssembly.Module;
  try {
    const [loader, module] = await Promise.all([
      import(/* @vite-ignore */ `${base}.js`) as Promise<{ default: ModuleFactory }>,
      compile(`${base}.wasm`),
    ]);
    factory = loader.default;
    compiled = module;
  } catch (cause) {
    throw new StudioError('pose-model-missing', `The vision runtime did not load from ${folder}.`, { cause });
  }
  return {
    arm() {
      const scope = globalThis as RuntimeScope;
      scope.ModuleFactory = factory;
      scope.Module = {
        instantiateWasm(imports, done) {
          void WebAssembly.instantiate(compiled, imports).then((instance) => done(instance, compiled));
          return {};
        },
      };
      // Without a loader path the library takes the factory that is there.
      return { wasmLoaderPath: '', wasmBinaryPath: `${base}.wasm` };
    },
  };
}

/** Compiles while it downloads, where the server names the type; else afterwards. */
async function compile(url: string): Promise<WebAssembly.Module> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url} answered ${response.status}.`);
  return response.headers.get('content-type') === 'application/wasm'
    ? WebAssembly.compileStreaming(response)
    : WebAssembly.compile(await response.arrayBuffer());
}
