/** Collects all that a film is made of, as the export worker needs it. */
import { StudioError } from '../core/errors';
import { textFacesOf } from '../effects/render/text-faces';
import type { ExportJob, SongMaterial, TakeMaterial } from '../export/export-protocol';
import { needsOf } from '../export/frame-needs';
import { exportSize } from '../export/presets';
import { itemsOf } from '../project/change-items';
import { isShown } from '../project/plan-frame';
import type { Project, SongRef } from '../project/project';
import { TAKE_FILES } from '../storage/records';
import type { Storage } from '../storage/storage';
import type { ExportPreset } from './exporter';
import { bodyNeedsOf, type BodyNeeds } from './find-body';
import type { SongShelf } from './song-shelf';

/**
 * A film without the pictures of a missing take would be black there: better none at all.
 * @throws StudioError `storage-missing` when a take or a song of the film is gone
 */
export async function collectJob(
  project: Project,
  preset: ExportPreset,
  { storage, songs }: { readonly storage: Storage; readonly songs: SongShelf },
): Promise<Omit<ExportJob, 'route'>> {
  const needs = bodyNeedsOf(project);
  const takeIds = new Set(
    itemsOf(project, 'video').flatMap(({ sourceId }) => project.sources[sourceId]?.takeId ?? []),
  );
  const takes = await Promise.all([...takeIds].map((takeId) => collectTake(storage, takeId, needs)));
  const wantsBeats = needsOf(shownEffects(project)).has('beats');
  const refs = new Map(itemsOf(project, 'music').map(({ song }) => [`${song.kind}:${song.id}`, song]));
  const used = await Promise.all(
    [...refs.values()].map((song) => collectSong(song, { storage, songs }, wantsBeats)),
  );
  return {
    project,
    takes,
    songs: used,
    faces: await textFacesOf(itemsOf(project, 'text').map(({ text }) => text)),
    size: exportSize(preset, project.size),
    fps: preset.fps,
    videoBitrate: preset.videoBitrate,
    audioBitrate: preset.audioBitrate,
  };
}

async function collectTake(storage: Storage, takeId: string, needs: BodyNeeds): Promise<TakeMaterial> {
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
    grid: songs.gridOf(song),
  };
}

function shownEffects(project: Project) {
  return itemsOf(project, 'effects')
    .map(({ effect }) => effect)
    .filter(isShown);
}
