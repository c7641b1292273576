/** Mixes a film's sound, or listens to it, beside its picture: in a worker of its own, ended when it has answered. */
import { StudioError, deserializeError } from '../../core/errors';
import type { Disposable } from '../../core/ownership';
import type { SoundProbe } from '../check/expected-film';
import type { HeardFile } from '../check/hear-file';
import type { FilmSound, HeardJob, HeardRange } from './film-sound';
import type { SoundReply, SoundRequest } from './sound-protocol';

export interface SoundMixing extends Disposable {
  /** @throws StudioError what reading the sources throws, `worker-crashed` */
  readonly sound: Promise<FilmSound | null>;
}

export interface Listening extends Disposable {
  /** @throws StudioError as `hearFile`, `worker-crashed` */
  readonly heard: Promise<HeardFile>;
}

/** A worker that waits for its question. */
export function startSoundWorker(): Worker {
  return new Worker(new URL('../../../workers/sound.worker.ts', import.meta.url), { type: 'module' });
}

/** Begins to mix. @param worker is ended with the answer */
export function startMixing(
  worker: Worker,
  { project, takes, songs, recordings }: HeardJob,
  range: HeardRange,
): SoundMixing {
  // Bodies are not heard: their tracks stay here.
  const heard = takes.map((take) => ({ ...take, pose: null, matte: null, coach: null }));
  const job = { project, takes: heard, songs, recordings };
  const sound = ask(worker, { kind: 'mix', job, range }).then((reply) =>
    reply.kind === 'mixed' ? reply.sound : null,
  );
  return { sound, dispose: () => worker.terminate() };
}

/** Begins to listen, as `hearFile`. @param worker is ended with the answer */
export function startListening(
  worker: Worker,
  file: Blob,
  probes: readonly SoundProbe[],
  duration: number,
): Listening {
  const heard = ask(worker, { kind: 'hear', file, probes, duration }).then((reply) => {
    if (reply.kind !== 'heard')
      throw new StudioError('unexpected', 'The sound worker answered another question.');
    return reply.heard;
  });
  return { heard, dispose: () => worker.terminate() };
}

function ask(worker: Worker, request: SoundRequest): Promise<Exclude<SoundReply, { kind: 'failed' }>> {
  const answer = new Promise<Exclude<SoundReply, { kind: 'failed' }>>((resolve, reject) => {
    worker.onmessage = ({ data }: MessageEvent<SoundReply>) => {
      worker.terminate();
      if (data.kind === 'failed') reject(deserializeError(data.error));
      else resolve(data);
    };
    worker.onerror = (event) => {
      event.preventDefault();
      reject(new StudioError('worker-crashed', `The sound worker ended: ${event.message}`));
    };
  });
  worker.postMessage(request);
  return answer;
}
