/** The sound of a whole film, ready for the encoder. */
import { mixSound } from '../media/mix-sound';
import { pcmLength, type Pcm } from '../media/pcm';
import { planSound } from '../project/plan-sound';
import type { ExportJob } from './export-protocol';
import { interleave } from './interleave';
import { soundLoader } from './job-material';

/** Sound as it goes to the encoder. */
export interface FilmSound {
  /** Left, right, left, right: 32-bit floats. */
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly sampleRate: number;
  /** Samples of one side. */
  readonly samples: number;
  /** Whether there is nothing to be heard in it. */
  readonly isSilent: boolean;
}

/** Below −80 dBFS nothing is heard. */
const SILENCE = 1e-4;

/**
 * Mixes everything that is heard, exactly as long as the picture; null for a film in which nothing sounds.
 * @param duration seconds
 * @throws StudioError what reading the sources throws
 */
export async function mixFilmSound(
  job: Pick<ExportJob, 'project' | 'takes' | 'songs' | 'recordings'>,
  duration: number,
): Promise<FilmSound | null> {
  const plan = planSound(job.project);
  if (plan.pieces.length === 0) return null;
  const mixed = await mixSound({ ...plan, duration }, soundLoader(job));
  return {
    bytes: interleave(mixed),
    sampleRate: mixed.sampleRate,
    samples: pcmLength(mixed),
    isSilent: isSilent(mixed),
  };
}

function isSilent({ channels }: Pcm): boolean {
  return channels.every((samples) => samples.every((sample) => Math.abs(sample) < SILENCE));
}
