/** Mixes a film's sound beside its picture: a second worker, ended when it has answered. */
import { StudioError, deserializeError } from '../../core/errors';
import type { Disposable } from '../../core/ownership';
import type { FilmSound, HeardJob, HeardRange } from './film-sound';
import type { SoundReply, SoundRequest } from './sound-protocol';

export interface SoundMixing extends Disposable {
  /** @throws StudioError what reading the sources throws, `worker-crashed` */
  readonly sound: Promise<FilmSound | null>;
}

/** A worker that waits for `startMixing`. */
export function startSoundWorker(): Worker {
  return new Worker(new URL('../../../workers/sound.worker.ts', import.meta.url), { type: 'module' });
}

/** Begins to mix. @param worker is ended with the answer */
export function startMixing(
  worker: Worker,
  { project, takes, songs, recordings }: HeardJob,
  range: HeardRange,
): SoundMixing {
  const sound = new Promise<FilmSound | null>((resolve, reject) => {
    worker.onmessage = ({ data }: MessageEvent<SoundReply>) => {
      worker.terminate();
      if (data.kind === 'done') resolve(data.sound);
      else reject(deserializeError(data.error));
    };
    worker.onerror = (event) => {
      event.preventDefault();
      reject(new StudioError('worker-crashed', `The sound worker ended: ${event.message}`));
    };
  });
  // Bodies are not heard: their tracks stay here.
  const heard = takes.map((take) => ({ ...take, pose: null, matte: null, coach: null }));
  const request: SoundRequest = { job: { project, takes: heard, songs, recordings }, range };
  worker.postMessage(request);
  return { sound, dispose: () => worker.terminate() };
}
