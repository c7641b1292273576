/** The pose detector as the page sees it: pictures in, poses out, one at a time, the newest first. */
import { StudioError, deserializeError } from '../../core/errors';
import type { Disposable } from '../../core/ownership';
import type {
  Detection,
  DetectorInfo,
  DetectorReply,
  DetectorRequest,
  DetectorSettings,
} from './detector-protocol';

export type { Detection, DetectorInfo } from './detector-protocol';

export interface DetectorOptions {
  readonly model: DetectorSettings['model'];
  /** Whether each detection carries the body's matte. Costs about a fifth more time. */
  readonly wantMatte: boolean;
  /** Bodies that are looked for; 1 by default. */
  readonly people?: 1 | 2;
  /** Where the models are served, absolute, with a slash at the end; by default `/models/` of this origin. */
  readonly modelsUrl?: string;
  /** Milliseconds after which a picture without an answer means that the worker hangs or was killed. */
  readonly stallMs?: number;
}

export type DetectorState = 'loading' | 'ready' | 'crashed' | 'closed';

export interface PoseDetector extends Disposable {
  /** Resolves when the first worker has chosen its model. @throws StudioError `pose-model-missing`, `webgl-missing`, `pose-crashed` */
  readonly ready: Promise<DetectorInfo>;
  /**
   * Finds the body. Takes ownership of the picture and closes it. One picture is looked at while at most one waits;
   * a newer one replaces the one that waits, whose call then resolves null. Who awaits each call loses none.
   * @throws StudioError `pose-crashed` once after a crash (the next call finds a new worker); the reason of the last
   * start when none succeeds; `cancelled` when the signal is aborted or the detector disposed
   */
  detect(
    picture: ImageBitmap | VideoFrame,
    timestampMs: number,
    signal?: AbortSignal,
  ): Promise<Detection | null>;
  onStateChange(listener: (state: DetectorState) => void): () => void;
}

interface Job {
  readonly picture: ImageBitmap | VideoFrame;
  readonly timestampMs: number;
  readonly resolve: (detection: Detection | null) => void;
  readonly reject: (error: StudioError) => void;
}

/** Crashes in a row, without a detection between, after which the detector gives up. */
const MOST_CRASHES = 3;

/** Far beyond the slowest first frame measured (a GPU delegate on a software GL: 6.4 s). */
const STALL_MS = 20_000;

/** Starts the worker and its model. */
export function createPoseDetector(options: DetectorOptions): PoseDetector {
  const settings: DetectorSettings = {
    model: options.model,
    wantMatte: options.wantMatte,
    people: options.people ?? 1,
    modelsUrl: options.modelsUrl ?? new URL('/models/', globalThis.location.href).href,
  };
  return new WorkerPoseDetector(settings, options.stallMs ?? STALL_MS);
}

class WorkerPoseDetector implements PoseDetector {
  readonly ready: Promise<DetectorInfo>;
  #settleReady: { resolve: (info: DetectorInfo) => void; reject: (error: StudioError) => void };
  #worker: Worker | null = null;
  #state: DetectorState = 'loading';
  #running: Job | null = null;
  #waiting: Job | null = null;
  #id = 0;
  #crashes = 0;
  #lastCrash: StudioError | null = null;
  #stall: ReturnType<typeof setTimeout> | undefined;
  readonly #listeners = new Set<(state: DetectorState) => void>();

  constructor(
    readonly settings: DetectorSettings,
    readonly stallMs: number,
  ) {
    const { promise, resolve, reject } = withResolvers<DetectorInfo>();
    this.ready = promise;
    // Who does not await `ready` hears of the failure from `detect`.
    promise.catch(() => undefined);
    this.#settleReady = { resolve, reject };
    this.#spawn();
  }

  detect(
    picture: ImageBitmap | VideoFrame,
    timestampMs: number,
    signal?: AbortSignal,
  ): Promise<Detection | null> {
    if (this.#state === 'closed' || signal?.aborted === true) {
      picture.close();
      return Promise.reject(
        new StudioError('cancelled', 'The pose detector is closed or the look cancelled.'),
      );
    }
    return new Promise((resolve, reject) => {
      this.#dropWaiting();
      const job: Job = { picture, timestampMs, resolve, reject };
      this.#waiting = job;
      signal?.addEventListener('abort', () => this.#cancel(job), { once: true });
      if (this.#worker === null) {
        if (this.#crashes >= MOST_CRASHES && this.#lastCrash !== null) {
          this.#failWaiting(this.#lastCrash);
          return;
        }
        this.#spawn();
      }
      this.#next();
    });
  }

  onStateChange(listener: (state: DetectorState) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  dispose(): void {
    if (this.#state === 'closed') return;
    this.#endWorker();
    this.#enter('closed');
    const error = new StudioError('cancelled', 'The pose detector was closed.');
    this.#settleReady.reject(error);
    this.#running?.reject(error);
    this.#running = null;
    this.#failWaiting(error);
    this.#listeners.clear();
  }

  #spawn(): void {
    const worker = new Worker(new URL('../../../workers/pose.worker.ts', import.meta.url), {
      type: 'module',
    });
    this.#worker = worker;
    this.#enter('loading');
    worker.onmessage = ({ data }: MessageEvent<DetectorReply>) => {
      if (worker === this.#worker) this.#hear(data);
    };
    worker.onmessageerror = () =>
      this.#crash(new StudioError('pose-crashed', 'An answer of the pose worker could not be read.'));
    worker.onerror = (event) => {
      event.preventDefault();
      this.#crash(
        new StudioError('pose-crashed', event.message || 'The pose worker ended.', { cause: event.error }),
      );
    };
    this.#send({ kind: 'start', settings: this.settings });
  }

  #hear(reply: DetectorReply): void {
    switch (reply.kind) {
      case 'ready':
        this.#enter('ready');
        this.#settleReady.resolve(reply.info);
        this.#next();
        return;
      case 'failed':
        this.#crash(deserializeError(reply.error));
        return;
      case 'detected': {
        this.#crashes = 0;
        clearTimeout(this.#stall);
        const job = this.#running;
        this.#running = null;
        job?.resolve(reply.detection);
        this.#next();
        return;
      }
      case 'detect-failed':
        // A graph that failed once does not recover: the worker is replaced.
        this.#crash(deserializeError(reply.error));
    }
  }

  /** Ends the worker and tells who waits for it; the next picture finds a new one. */
  #crash(error: StudioError): void {
    this.#crashes += 1;
    this.#lastCrash = error;
    this.#endWorker();
    this.#settleReady.reject(error);
    this.#enter('crashed');
    this.#running?.reject(error);
    this.#running = null;
    this.#failWaiting(error);
  }

  #next(): void {
    if (this.#state !== 'ready' || this.#running !== null || this.#waiting === null) return;
    const job = this.#waiting;
    this.#waiting = null;
    this.#running = job;
    this.#id += 1;
    this.#send({ kind: 'detect', id: this.#id, picture: job.picture, timestampMs: job.timestampMs }, [
      job.picture,
    ]);
    // A worker that the system kills for its memory tells nobody.
    this.#stall = setTimeout(() => {
      this.#crash(new StudioError('pose-crashed', `The pose worker gave no answer for ${this.stallMs} ms.`));
    }, this.stallMs);
  }

  /** Tells the caller at once. A picture that is being looked at stays with the worker, and its answer has no listener. */
  #cancel(job: Job): void {
    if (this.#waiting === job) {
      this.#waiting = null;
      job.picture.close();
    }
    // No effect on a call that is settled.
    job.reject(new StudioError('cancelled', 'The look was cancelled.'));
  }

  #endWorker(): void {
    clearTimeout(this.#stall);
    this.#worker?.terminate();
    this.#worker = null;
  }

  #dropWaiting(): void {
    this.#waiting?.picture.close();
    this.#waiting?.resolve(null);
    this.#waiting = null;
  }

  #failWaiting(error: StudioError): void {
    this.#waiting?.picture.close();
    this.#waiting?.reject(error);
    this.#waiting = null;
  }

  #send(request: DetectorRequest, transfer: Transferable[] = []): void {
    this.#worker?.postMessage(request, transfer);
  }

  #enter(state: DetectorState): void {
    this.#state = state;
    for (const listener of this.#listeners) listener(state);
  }
}

function withResolvers<T>(): {
  promise: Promise<T>;
  resolve: (value: T) => void;
  reject: (error: StudioError) => void;
} {
  let resolve: (value: T) => void = () => undefined;
  let reject: (error: StudioError) => void = () => undefined;
  const promise = new Promise<T>((onResolve, onReject) => {
    resolve = onResolve;
    reject = onReject;
  });
  return { promise, resolve, reject };
}
