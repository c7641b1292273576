/** The parts of an export job, as frames and sounds ask for them. */
import { StudioError } from '../core/errors';
import { decodeSound } from '../media/decode-sound';
import { decodeMatteTrack } from '../media/matte-track-bytes';
import { MIX_RATE } from '../media/mix-sound';
import type { Pcm } from '../media/pcm';
import type { SoundLevels } from '../media/sound-levels';
import { renderSong } from '../media/songs/bundled-songs';
import { decodePoseTrack } from '../pose/pose-track-bytes';
import type { SoundPiece } from '../project/frame-plan';
import type { SongRef } from '../project/project';
import type { ExportJob, SongMaterial, TakeMaterial } from './export-protocol';
import { soundOfFilm } from './film-levels';
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
      sound ??= soundOfFilm(project, soundLoader(job));
      return sound;
    },
  };
}

/**
 * For `mixSound`: the whole sound of a piece's source, each decoded once.
 * The answering function throws StudioError `storage-missing`, `audio-undecodable` and what `decodeSound` throws.
 */
export function soundLoader(job: SoundMaterial): (piece: SoundPiece) => Promise<Pcm> {
  const known = new Map<string, Promise<Pcm>>();
  return ({ from }) => {
    const key = JSON.stringify(from);
    const sound = known.get(key) ?? soundOf(job, from);
    known.set(key, sound);
    return sound;
  };
}

function soundOf(job: SoundMaterial, from: SoundPiece['from']): Promise<Pcm> {
  switch (from.kind) {
    case 'take':
      return soundOfTake(job, from.takeId);
    case 'song':
      return soundOfSong(job, from.song);
    case 'recording':
      return soundOfRecording(job, from.id);
  }
}

async function soundOfRecording(job: SoundMaterial, id: string): Promise<Pcm> {
  const recording = job.recordings.find((each) => each.id === id);
  if (recording === undefined)
    throw new StudioError('storage-missing', `Recording ${id} was not handed over.`);
  return decodeSound(recording.file);
}

async function soundOfTake(job: SoundMaterial, takeId: string): Promise<Pcm> {
  const take = job.takes.find((each) => each.takeId === takeId);
  if (take === undefined) throw new StudioError('storage-missing', `Take ${takeId} was not handed over.`);
  return decodeSound(take.media);
}

async function soundOfSong(job: SoundMaterial, song: SongRef): Promise<Pcm> {
  const material = songMaterial(job, song);
  if (song.kind === 'bundled') return material?.sound ?? renderSong(song.id, MIX_RATE);
  const file = material?.file ?? null;
  if (file === null) throw new StudioError('storage-missing', `Song ${song.id} was not handed over.`);
  return decodeSound(file);
}

function songMaterial(job: SoundMaterial, song: SongRef): SongMaterial | undefined {
  return job.songs.find((each) => each.song.kind === song.kind && each.song.id === song.id);
}
