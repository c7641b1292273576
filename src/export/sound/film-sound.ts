/** The sound of a whole film, ready for the encoder. */
import { integratedLoudness } from '../../media/loudness';
import { mixSound } from '../../media/mix-sound';
import { pcmLength, type Pcm } from '../../media/pcm';
import { planSound } from '../../project/plan-sound';
import type { SoundPlan } from '../../project/frame-plan';
import type { SoundProbe } from '../check-file';
import type { ExportJob } from '../export-protocol';
import { interleave } from './interleave';
import { soundLoader } from '../job-material';

/** Sound as it goes to the encoder. */
export interface FilmSound {
  /** Left, right, left, right: 32-bit floats. */
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly sampleRate: number;
  /** Samples of one side. */
  readonly samples: number;
  /** Whether there is nothing to be heard in it. */
  readonly isSilent: boolean;
  /** LUFS; null for what is too short or too quiet to be measured. */
  readonly loudness: number | null;
  /** Excerpts from the beginning and the end: the finished file is held against them. */
  readonly probes: readonly SoundProbe[];
}

/** What of a job is heard. */
export type HeardJob = Pick<ExportJob, 'project' | 'takes' | 'songs' | 'recordings'>;

/** Seconds of the film: [start, start + duration). */
export interface HeardRange {
  readonly start: number;
  readonly duration: number;
}

/** Below −80 dBFS nothing is heard. */
const SILENCE = 1e-4;

/** Length of an excerpt in seconds. */
const PROBE_SECONDS = 0.6;

/** An excerpt is looked for within so many seconds of either end. */
const PROBE_REACH_SECONDS = 3;

/**
 * Mixes everything that is heard, exactly as long as the picture; null for a film in which nothing sounds.
 * @throws StudioError what reading the sources throws
 */
export async function mixFilmSound(job: HeardJob, range: HeardRange): Promise<FilmSound | null> {
  const plan = soundWithin(planSound(job.project), range);
  if (plan.pieces.length === 0) return null;
  const mixed = await mixSound(plan, soundLoader(job, plan));
  const loudness = integratedLoudness(mixed);
  return {
    bytes: interleave(mixed),
    sampleRate: mixed.sampleRate,
    samples: pcmLength(mixed),
    isSilent: isSilent(mixed),
    loudness: Number.isFinite(loudness) ? loudness : null,
    probes: probesOf(mixed),
  };
}

/** What is heard in a part of the film, in that part's own time. */
export function soundWithin(plan: SoundPlan, { start, duration }: HeardRange): SoundPlan {
  const pieces = plan.pieces
    .filter((piece) => piece.start < start + duration && piece.start + piece.duration > start)
    .map((piece) => ({ ...piece, start: piece.start - start }));
  return { ...plan, duration, pieces };
}

function isSilent({ channels }: Pcm): boolean {
  return channels.every((samples) => !samples.some((sample) => Math.abs(sample) >= SILENCE));
}

/** The liveliest excerpt near either end. */
function probesOf({ sampleRate, channels }: Pcm): SoundProbe[] {
  const [left = new Float32Array(0), right = left] = channels;
  const length = Math.min(left.length, Math.round(PROBE_SECONDS * sampleRate));
  const reach = Math.round(PROBE_REACH_SECONDS * sampleRate);
  const starts = [
    liveliest(left, 0, Math.min(left.length, reach), length),
    liveliest(left, Math.max(0, left.length - reach), left.length, length),
  ];
  return starts.map((start) => ({
    at: start / sampleRate,
    samples: Float32Array.from(
      { length },
      (_, at) => ((left[start + at] ?? 0) + (right[start + at] ?? 0)) / 2,
    ),
  }));
}

/** Where in [from, to) the excerpt with the most energy begins, by steps of half its length. */
function liveliest(samples: Float32Array, from: number, to: number, length: number): number {
  let best = { start: from, energy: -1 };
  for (let start = from; start + length <= to; start += Math.max(1, length >> 1)) {
    let energy = 0;
    for (let at = start; at < start + length; at += 4) energy += (samples[at] ?? 0) ** 2;
    if (energy > best.energy) best = { start, energy };
  }
  return best.start;
}
