/** Collects all that a film is made of, as the export worker needs it. */
import { StudioError } from '../core/errors';
import { frameCount, toSeconds } from '../core/time';
import { textFacesOf } from '../effects/render/text-faces';
import type { ExportJob, RecordingMaterial, SongMaterial, TakeMaterial } from '../export/export-protocol';
import { shownSources } from '../export/asset-pictures';
import { needsOf } from '../export/frame-needs';
import { chosenPreset, chosenRange, exportSize, pictureBitrate } from '../export/presets';
import { encodePoseTrack } from '../pose/pose-track-bytes';
import { itemsOf } from '../project/change-items';
import { projectDuration } from '../project/duration';
import { takesOnTimeline } from '../project/takes-on-timeline';
import type { Project, SongRef } from '../project/project';
import { TAKE_FILES } from '../storage/records';
import type { Storage } from '../storage/storage';
import type { ExportChoice, ExportPreset } from './exporter';
import type { ChallengeShelf } from './challenge-shelf';
import { coachTrackOf } from './coach-of-take';
import { bodyNeedsOf, drawnEffects, type BodyNeeds } from './find-body';
import type { SongShelf } from './song-shelf';
import { withWatermark } from './watermark';

/** Where the parts of a film lie. */
export interface JobParts {
  readonly storage: Storage;
  readonly songs: SongShelf;
  readonly challenges: ChallengeShelf;
}

/** What of a project is made by a choice: the film at the rate of the file, and which of its frames. */
export interface ChosenFilm {
  readonly project: Project;
  readonly preset: ExportPreset;
  readonly first: number;
  readonly count: number;
  /** Seconds. */
  readonly duration: number;
}

/** @throws StudioError `export-failed` for a preset that is not there */
export function chooseFilm(stored: Project, choice: ExportChoice): ChosenFilm {
  const preset = chosenPreset(choice);
  if (preset === undefined) throw new StudioError('export-failed', `No preset "${choice.presetId}".`);
  const { fps } = preset;
  const marked = choice.watermark === true ? withWatermark(stored) : stored;
  const project = marked.fps === fps ? marked : { ...marked, fps };
  const length = projectDuration(project);
  const { start, end } = chosenRange(choice, toSeconds(length));
  const frames = frameCount(length, fps);
  const at = preset.kind === 'cover' ? (choice.coverAt ?? start) : start;
  const first = Math.min(Math.max(0, frames - 1), Math.round(at * fps));
  const last = preset.kind === 'cover' ? first + 1 : Math.round(end * fps);
  const count = Math.max(0, Math.min(frames, last) - first);
  return { project, preset, first, count, duration: count / fps };
}

/**
 * A film without the pictures of a missing take would be black there: better none at all.
 * @throws StudioError `storage-missing` when a take or a song of the film is gone, `export-failed`
 */
export async function collectJob(
  stored: Project,
  choice: ExportChoice,
  { storage, songs, challenges }: JobParts,
): Promise<ExportJob> {
  const { project, preset, first, count, duration } = chooseFilm(stored, choice);
  const needs = bodyNeedsOf(project);
  const asked = needsOf(drawnEffects(project), project.imports);
  const takeIds = new Set([
    ...takesOnTimeline(project),
    ...[...shownSources(drawnEffects(project), project).values()].map(({ takeId }) => takeId),
  ]);
  const takes = await Promise.all(
    [...takeIds].map(async (takeId) => ({
      ...(await collectTake(storage, takeId, needs)),
      coach: asked.has('coach') ? await coachOfTake(storage, challenges, takeId) : null,
    })),
  );
  const wantsBeats = asked.has('beats');
  const refs = new Map(itemsOf(project, 'music').map(({ song }) => [`${song.kind}:${song.id}`, song]));
  const used = await Promise.all(
    [...refs.values()].map((song) => collectSong(song, { storage, songs }, wantsBeats)),
  );
  return {
    project,
    takes,
    songs: used,
    recordings: await collectRecordings(storage, project),
    faces: await textFacesOf(itemsOf(project, 'text').map(({ text, font = 'sans' }) => ({ text, font }))),
    size: exportSize(preset, project.size),
    fps: preset.fps,
    first,
    count,
    kind: preset.kind,
    pictureCodec: preset.kind === 'webm' ? 'vp9' : 'avc',
    videoBitrate: pictureBitrate(preset, duration),
    audioBitrate: preset.audioBitrate,
  };
}

/** @throws StudioError `storage-missing` */
async function collectRecordings(storage: Storage, project: Project): Promise<RecordingMaterial[]> {
  const ids = new Set(
    itemsOf(project, 'voice').flatMap(({ from }) => (from.kind === 'recording' ? [from.id] : [])),
  );
  return Promise.all([...ids].map(async (id) => ({ id, file: await storage.songs.file(id) })));
}

/** The packed track of what the coach of a take dances; null for a take that no challenge belongs to, or one that is gone. */
async function coachOfTake(
  storage: Storage,
  challenges: ChallengeShelf,
  takeId: string,
): Promise<Uint8Array | null> {
  const track = await coachTrackOf(storage, challenges, takeId);
  return track === null ? null : encodePoseTrack(track);
}

async function collectTake(
  storage: Storage,
  takeId: string,
  needs: BodyNeeds,
): Promise<Omit<TakeMaterial, 'coach'>> {
  const record = await storage.takes.get(takeId);
  if (record === undefined) throw new StudioError('storage-missing', `Take ${takeId} is gone.`);
  const { verdict } = record;
  return {
    takeId,
    media: await storage.takes.media(takeId),
    pose: needs.pose ? await storage.takes.readFile(takeId, TAKE_FILES.pose) : null,
    matte: needs.matte ? await storage.takes.readFile(takeId, TAKE_FILES.matte) : null,
    judged: verdict === null ? null : { verdict, songStart: record.music?.songStart ?? 0 },
  };
}

async function collectSong(
  song: SongRef,
  { storage, songs }: { readonly storage: Storage; readonly songs: SongShelf },
  wantsBeats: boolean,
): Promise<SongMaterial> {
  // The beats of a song of the person's own are known once it was loaded, as in the preview.
  if (wantsBeats) await songs.load(song);
  return {
    song,
    file: song.kind === 'imported' ? await storage.songs.file(song.id) : null,
    sound: song.kind === 'bundled' ? await songs.loaded(song) : null,
    grid: songs.gridOf(song),
  };
}
