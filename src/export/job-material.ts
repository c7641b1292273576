/** The parts of an export job, as frames and sounds ask for them. */
import { StudioError } from '../core/errors';
import { decodeSound, type SoundSpan } from '../media/decode-sound';
import { decodeMatteTrack } from '../media/matte-track-bytes';
import { MIX_RATE } from '../media/mix-sound';
import type { Pcm } from '../media/pcm';
import type { SoundLevels } from '../media/sound-levels';
import { renderSong } from '../media/songs/bundled-songs';
import { decodePoseTrack } from '../pose/pose-track-bytes';
import type { SoundPiece, SoundPlan } from '../project/frame-plan';
import { planSound } from '../project/plan-sound';
import type { SongRef } from '../project/project';
import type { ExportJob, SongMaterial, TakeMaterial } from './export-protocol';
import { soundOfFilm } from './film-levels';
import { neededSpan } from './sound/needed-span';
import type { FrameMaterial } from './frame-inputs';

/** What of a job can be heard. */
type SoundMaterial = Pick<ExportJob, 'takes' | 'songs' | 'recordings'>;

/** For `createFrameInputs`. */
export function frameMaterialOf(job: ExportJob): FrameMaterial {
  let sound: Promise<SoundLevels | null> | null = null;
  const take = (takeId: string): TakeMaterial | null =>
    job.takes.find((each) => each.takeId === takeId) ?? null;
  return {
    media: (takeId) => Promise.resolve(take(takeId)?.media ?? null),
    poseTrack(takeId) {
      const bytes = take(takeId)?.pose ?? null;
      return Promise.resolve(bytes === null ? null : decodePoseTrack(bytes));
    },
    matteTrack(takeId) {
      const bytes = take(takeId)?.matte ?? null;
      return bytes === null ? Promise.resolve(null) : decodeMatteTrack(bytes);
    },
    judged: (takeId) => Promise.resolve(take(takeId)?.judged ?? null),
    gridOf: (song) => songMaterial(job, song)?.grid ?? null,
    coachTrack(takeId) {
      const bytes = take(takeId)?.coach ?? null;
      return Promise.resolve(bytes === null ? null : decodePoseTrack(bytes));
    },
    sound(project) {
      sound ??= soundOfFilm(project, soundLoader(job, planSound(project)));
      return sound;
    },
  };
}

/**
 * For `mixSound`: the sound of a piece's source, each decoded once, as far as the plan needs it.
 * The answering function throws StudioError `storage-missing`, `audio-undecodable` and what `decodeSound` throws.
 */
export function soundLoader(
  job: SoundMaterial,
  { pieces, duration }: Pick<SoundPlan, 'pieces' | 'duration'>,
): (piece: SoundPiece) => Promise<Pcm> {
  const known = new Map<string, Promise<Pcm>>();
  return ({ from }) => {
    const key = JSON.stringify(from);
    const ofSame = pieces.filter((piece) => JSON.stringify(piece.from) === key);
    const sound = known.get(key) ?? soundOf(job, from, neededSpan(ofSame, duration));
    known.set(key, sound);
    return sound;
  };
}

function soundOf(job: SoundMaterial, from: SoundPiece['from'], span: SoundSpan): Promise<Pcm> {
  switch (from.kind) {
    case 'take':
      return soundOfTake(job, from.takeId, span);
    case 'song':
      return soundOfSong(job, from.song, span);
    case 'recording':
      return soundOfRecording(job, from.id, span);
  }
}

async function soundOfRecording(job: SoundMaterial, id: string, span: SoundSpan): Promise<Pcm> {
  const recording = job.recordings.find((each) => each.id === id);
  if (recording === undefined)
    throw new StudioError('storage-missing', `Recording ${id} was not handed over.`);
  return decodeSound(recording.file, undefined, span);
}

async function soundOfTake(job: SoundMaterial, takeId: string, span: SoundSpan): Promise<Pcm> {
  const take = job.takes.find((each) => each.takeId === takeId);
  if (take === undefined) throw new StudioError('storage-missing', `Take ${takeId} was not handed over.`);
  return decodeSound(take.media, undefined, span);
}

async function soundOfSong(job: SoundMaterial, song: SongRef, span: SoundSpan): Promise<Pcm> {
  const material = songMaterial(job, song);
  if (song.kind === 'bundled') return material?.sound ?? renderSong(song.id, MIX_RATE);
  const file = material?.file ?? null;
  if (file === null) throw new StudioError('storage-missing', `Song ${song.id} was not handed over.`);
  return decodeSound(file, undefined, span);
}

function songMaterial(job: SoundMaterial, song: SongRef): SongMaterial | undefined {
  return job.songs.find((each) => each.song.kind === song.kind && each.song.id === song.id);
}
