/** Mixes beside the page, in a worker that remembers what it was given: half a second of arithmetic must not stop the picture. */
import { StudioError, asStudioError, deserializeError } from '../core/errors';
import type { Disposable } from '../core/ownership';
import type { SoundPiece, SoundPlan } from '../project/frame-plan';
import type { MixReply, MixRequest } from './mix-sound-protocol';
import type { Pcm } from './pcm';
import { keyOfSource, type GivenSounds } from './sound-desk';

type SoundOf = (piece: SoundPiece) => Promise<Pcm | null>;

export interface SoundMixer extends Disposable {
  /**
   * The same samples as `mixSound`. Sources are copied to the worker, once; the page keeps its own. A mix that the
   * worker has not begun when the next is asked for is given up.
   * @throws StudioError `cancelled` (overtaken, by `signal`, or disposed), `worker-crashed`, what `soundOf` throws
   */
  mix(plan: SoundPlan, soundOf: SoundOf, signal?: AbortSignal): Promise<Pcm>;
}

interface MixJob {
  readonly plan: SoundPlan;
  readonly resolve: (sound: Pcm) => void;
  readonly reject: (error: unknown) => void;
}

interface ReadyJob extends MixJob {
  readonly sounds: ReadonlyMap<string, Pcm | null>;
}

/** A mixer whose worker starts with the first mix. Its owner disposes it. */
export function createSoundMixer(): SoundMixer {
  let worker: Worker | null = null;
  /** What the worker has. */
  let sent: ReadonlyMap<string, Pcm | null> = new Map();
  /** The newest one; its sources are being read, or the worker is busy. */
  let waiting: MixJob | null = null;
  let ready: ReadyJob | null = null;
  let running: MixJob | null = null;
  let disposed = false;

  const cancel = (job: MixJob | null, why: string, cause?: unknown): void =>
    job?.reject(new StudioError('cancelled', why, { cause }));

  const endWorker = (): void => {
    worker?.terminate();
    worker = null;
    sent = new Map();
  };

  /** The worker has ended the running mix in one way or another. */
  const finish = (end: (job: MixJob) => void): void => {
    const job = running;
    running = null;
    if (job !== null) end(job);
    begin();
  };

  const crash = (why: string, cause?: unknown): void => {
    endWorker();
    finish((job) => job.reject(new StudioError('worker-crashed', why, { cause })));
  };

  const startWorker = (): Worker => {
    const started = new Worker(new URL('../../workers/mix.worker.ts', import.meta.url), { type: 'module' });
    started.onmessage = ({ data }: MessageEvent<MixReply>) =>
      finish((job) =>
        data.kind === 'done' ? job.resolve(data.sound) : job.reject(deserializeError(data.error)),
      );
    started.onerror = (event) => {
      event.preventDefault();
      crash(event.message || 'The mix worker ended.', event.error);
    };
    return started;
  };

  /** Hands the waiting mix over when it is ready and the worker is free. */
  const begin = (): void => {
    if (running !== null || ready === null) return;
    const { plan, sounds } = ready;
    running = ready;
    waiting = null;
    ready = null;
    try {
      worker ??= startWorker();
      const request: MixRequest = { plan, sounds: onlyNew(sounds, sent) };
      sent = sounds;
      worker.postMessage(request);
    } catch (error) {
      // Sounds too large to be copied, or no worker to be had.
      crash(asStudioError(error).message, error);
    }
  };

  const mix = async (job: MixJob, soundOf: SoundOf): Promise<void> => {
    const sounds = new Map<string, Pcm | null>();
    for (const piece of job.plan.pieces) {
      const key = keyOfSource(piece);
      if (!sounds.has(key)) sounds.set(key, await soundOf(piece));
      if (waiting !== job) return;
    }
    ready = { ...job, sounds };
    begin();
  };

  return {
    mix(plan, soundOf, signal) {
      return new Promise<Pcm>((resolve, reject) => {
        const job = { plan, resolve, reject };
        if (disposed || signal?.aborted === true) {
          cancel(job, 'Not begun.', signal?.reason);
          return;
        }
        const giveUp = (): void => {
          if (waiting !== job) return;
          waiting = null;
          ready = null;
        };
        // The worker goes on with what it has begun: ended, it would have to be given everything again.
        const stop = (): void => {
          giveUp();
          cancel(job, 'The mix was cancelled.', signal?.reason);
        };
        signal?.addEventListener('abort', stop, { once: true });
        cancel(waiting, 'Overtaken by a newer mix.');
        waiting = job;
        ready = null;
        mix(job, soundOf).catch((error: unknown) => {
          giveUp();
          reject(asStudioError(error));
        });
      });
    },
    dispose() {
      disposed = true;
      for (const job of [waiting, running]) cancel(job, 'The mixer was closed.');
      waiting = null;
      ready = null;
      running = null;
      endWorker();
    },
  };
}

/** What the worker has already is only named. */
function onlyNew(
  sounds: ReadonlyMap<string, Pcm | null>,
  sent: ReadonlyMap<string, Pcm | null>,
): GivenSounds {
  return new Map([...sounds].map(([key, sound]) => [key, sent.get(key) === sound ? 'kept' : sound]));
}
