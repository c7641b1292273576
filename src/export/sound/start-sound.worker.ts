/** The film's sound, mixed and encoded beside the picture, or copied where nothing is done to it. */
import { Scope, type Disposable } from '../../core/ownership';
import { frameStart, toSeconds } from '../../core/time';
import { planSound } from '../../project/plan-sound';
import type { ExpectedSound } from '../check-file';
import type { ExportJob } from '../export-protocol';
import type { OpenSources } from '../routes/open-sources';
import type { Standby } from '../standby.worker';
import type { Stopwatch } from '../stopwatch';
import { copySound } from './copy-sound.worker';
import { encodeAac } from './encode-aac.worker';
import { encodeOpus } from './encode-opus.worker';
import { soundWithin, type FilmSound } from './film-sound';
import { startMixing } from './sound-client.worker';
import type { SoundPackets } from './sound-packets';
import { untouchedSound } from './untouched-sound';

/** The film's sound as the file takes it, null where nothing sounds, and what the file must then sound like. */
export interface EncodedSound {
  readonly packets: SoundPackets | null;
  readonly expected: ExpectedSound;
}

/** Mixing and encoding beside the picture. */
export interface SoundMaking extends Disposable {
  /** @throws StudioError what reading the sources throws, `encoder-unsupported`, `export-failed`, `muxer-failed`, `worker-crashed` */
  readonly encoded: Promise<EncodedSound>;
}

const NOTHING: EncodedSound = { packets: null, expected: { kind: 'none' } };

/** What sound is made of and with. */
export interface SoundOrder {
  readonly job: ExportJob;
  readonly sources: OpenSources;
  /** Its ffmpeg is taken before there is anything to encode: loading takes a while. */
  readonly standby: Standby;
  /** Told what took how long, all of it beside the picture. */
  readonly stopwatch: Stopwatch;
}

/** Begins. */
export function startSound(order: SoundOrder): SoundMaking {
  const scope = new Scope();
  const encoded = makeSound(order, scope);
  // Heard of when it is waited for.
  encoded.catch(() => undefined);
  return { encoded, dispose: () => scope.dispose() };
}

async function makeSound(
  { job, sources, standby, stopwatch }: SoundOrder,
  scope: Scope,
): Promise<EncodedSound> {
  const range = {
    start: toSeconds(frameStart(job.first, job.fps)),
    duration: toSeconds(frameStart(job.count, job.fps)),
  };
  const plan = soundWithin(planSound(job.project), range);
  if (plan.pieces.length === 0) return NOTHING;
  const untouched = job.kind === 'webm' ? null : untouchedSound(plan);
  if (untouched !== null) {
    const { takeId, from } = untouched;
    const copied = await stopwatch.time('sound-copy', async () => {
      const { input } = await sources.open(takeId);
      return copySound(input, from, range.duration);
    });
    if (copied !== null) {
      const { packets, late } = copied;
      return { packets, expected: { kind: 'copied', packets: packets.packets, late } };
    }
  }
  const ffmpeg = job.kind === 'webm' ? null : scope.own(standby.takeFFmpeg());
  const mixing = scope.own(startMixing(standby.takeSoundWorker(), job, range));
  const sound = await stopwatch.time('sound-mix', () => mixing.sound);
  if (sound === null) return NOTHING;
  const expected = expectedOf(sound);
  const packets = await stopwatch.time('sound-encode', () =>
    ffmpeg === null ? encodeOpus(sound, job.audioBitrate) : encodeAac(ffmpeg, sound, job.audioBitrate),
  );
  return { packets, expected };
}

function expectedOf({ isSilent, loudness, probes }: FilmSound): ExpectedSound {
  return { kind: isSilent ? 'silent' : 'heard', loudness, probes };
}
