/** Films for the tests of the export: real footage where it is there, and pictures made here. */
import { frameCount } from '../../../src/core/time';
import { projectDuration } from '../../../src/project/duration';
import { createProjectFromTake } from '../../../src/project/create-project';
import { describeMedia } from '../../../src/media/open-media';
import type { EffectInstance } from '../../../src/effects/effect';
import type { ExportJob, TakeMaterial } from '../../../src/export/export-protocol';
import type { FilmStretch } from '../../../src/export/routes/stretch';
import type { Project } from '../../../src/project/project';
import type { TakeRecord } from '../../../src/storage/records';

/** A file of the folder of real footage; null, loudly, where that is missing. */
export async function fetchFootage(path: string): Promise<Blob | null> {
  const response = await fetch(`/shared/media/${path}`);
  if (response.ok) return response.blob();
  console.warn(`Skipped: no real footage at ../shared/media/${path}.`);
  return null;
}

/** A take as the library would record it. */
export async function takeOf(film: Blob, patch: Partial<TakeRecord> = {}): Promise<TakeRecord> {
  const info = await describeMedia(film);
  return {
    id: 'take',
    name: 'Squats',
    createdAt: 0,
    origin: 'import',
    state: 'ready',
    mimeType: film.type,
    duration: info.duration,
    size: info.size,
    fps: info.fps,
    hasSound: info.hasSound,
    mirror: false,
    music: null,
    challengeId: null,
    verdict: null,
    bytes: film.size,
    ...patch,
  };
}

/** The first `seconds` of a take as a job of the given size. */
export async function jobOf(
  film: Blob,
  options: {
    seconds: number;
    width: number;
    height: number;
    stack?: readonly EffectInstance[];
    take?: Partial<TakeRecord>;
  },
): Promise<ExportJob> {
  const record = await takeOf(film, options.take);
  const take = { ...record, duration: Math.min(options.seconds, record.duration) };
  const project = createProjectFromTake(take, {
    id: 'project',
    now: 0,
    ...(options.stack === undefined ? {} : { stack: options.stack }),
  });
  return jobOfProject(
    project,
    [{ takeId: take.id, media: film, pose: null, matte: null, judged: null, coach: null }],
    options,
  );
}

/** A job over any project. */
export function jobOfProject(
  project: Project,
  takes: readonly TakeMaterial[],
  { width, height }: { width: number; height: number },
): ExportJob {
  return {
    kind: 'mp4',
    pictureCodec: 'avc',
    first: 0,
    count: frameCount(projectDuration(project), 30),
    project,
    takes,
    songs: [],
    recordings: [],
    faces: [],
    size: { width, height },
    fps: 30,
    videoBitrate: 4_000_000,
    audioBitrate: 128_000,
  };
}

/** All of a job as one stretch that the compositor draws. */
export function drawnWhole({ count }: Pick<ExportJob, 'count'>): FilmStretch {
  return { first: 0, count, route: 'compose', reason: 'effects' };
}

/** Bytes as a test's commands take them. */
export async function toBase64(blob: Blob): Promise<string> {
  const bytes = new Uint8Array(await blob.arrayBuffer());
  let text = '';
  for (let at = 0; at < bytes.length; at += 8192)
    text += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return btoa(text);
}

export function fromBase64(text: string): Uint8Array {
  return Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
}
