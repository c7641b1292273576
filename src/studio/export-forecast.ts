/** What an export will be, before it is made. */
import { StudioError, asStudioError, isCancelled } from '../core/errors';
import { projectDuration } from '../project/duration';
import { toSeconds } from '../core/time';
import { chosenRange, exportSize, expectedBytes } from '../export/presets';
import { preflight } from '../export/preflight';
import { OpenSources } from '../export/routes/open-sources';
import { planJob } from '../export/routes/plan-job';
import { takesOnTimeline } from '../project/takes-on-timeline';
import type { Project } from '../project/project';
import type { ExportRecord } from '../storage/records';
import type { Storage } from '../storage/storage';
import { chooseFilm } from './export-job';
import { expectedSeconds, readPace } from './export-pace';
import { exportSignature } from './export-signature';
import type { ExportChoice, ExportForecast, ExportStretch } from './exporter';
import { wordsBox } from './item-box';

/** A forecast, and what the making has to know besides. */
export interface MakingForecast extends ExportForecast {
  readonly maxBytes: number | null;
}

/** @throws StudioError `export-failed` for a preset that is not there, `storage-*` */
export async function forecastExport(
  { storage }: { readonly storage: Storage },
  stored: Project,
  choice: ExportChoice,
): Promise<MakingForecast> {
  const film = chooseFilm(stored, choice);
  const { project, preset, duration } = film;
  const filmDuration = toSeconds(projectDuration(project));
  const { start, end } = chosenRange(choice, filmDuration);
  const size = exportSize(preset, project.size);
  const takes = await openTakes(storage, project);
  const bytes = expectedBytes(preset, duration);
  const stretches = await plannedStretches(film, size, takes);
  const { quota, usage } = await navigator.storage.estimate();
  const pace = await readPace(storage.settings);
  return {
    size,
    fps: preset.fps,
    duration,
    filmDuration,
    bytes,
    seconds: pace === null ? null : expectedSeconds(pace, stretches, size),
    stretches,
    maxBytes: preset.maxBytes ?? null,
    made: await madeBefore(storage, stored.id, await exportSignature(stored, choice)),
    problems: preflight({
      project: stored,
      preset,
      start,
      end,
      missing: takes.missing,
      undecodable: takes.undecodable,
      bytes,
      freeBytes: quota === undefined ? null : quota - (usage ?? 0),
      boxOf: (text) => wordsBox(stored, text),
    }),
  };
}

/** The finished film of the same name, if its file is still there; one with a flaw is made anew. */
export async function madeBefore(
  storage: Storage,
  projectId: string,
  signature: string,
): Promise<ExportRecord | null> {
  const found = (await storage.exports.list()).find(
    (record) =>
      record.projectId === projectId &&
      record.signature === signature &&
      record.checks?.every(({ passed }) => passed) === true,
  );
  if (found === undefined) return null;
  try {
    await storage.exports.file(found.id);
    return found;
  } catch (error) {
    // Gone from the disk: it has to be made again.
    if (asStudioError(error).code === 'storage-missing') return null;
    throw error;
  }
}

interface OpenTakes {
  readonly media: ReadonlyMap<string, Blob>;
  readonly missing: readonly string[];
  readonly undecodable: readonly string[];
}

/** The films of a project: those that are there and can be decoded. */
export async function openTakes(storage: Storage, project: Project): Promise<OpenTakes> {
  const media = new Map<string, Blob>();
  const missing: string[] = [];
  const undecodable: string[] = [];
  const sources = new OpenSources((takeId) => media.get(takeId) ?? null);
  try {
    for (const takeId of takesOnTimeline(project)) {
      try {
        media.set(takeId, await storage.takes.media(takeId));
        await sources.open(takeId);
      } catch (error) {
        if (isCancelled(error)) throw error;
        const { code } = asStudioError(error);
        media.delete(takeId);
        if (code === 'storage-missing' || code === 'file-unreadable') missing.push(takeId);
        else undecodable.push(takeId);
      }
    }
  } finally {
    sources.dispose();
  }
  return { media, missing, undecodable };
}

/** As the worker will plan; nothing while a film is missing. */
async function plannedStretches(
  { project, preset, first, count }: ReturnType<typeof chooseFilm>,
  size: ExportForecast['size'],
  { media, missing, undecodable }: OpenTakes,
): Promise<ExportStretch[]> {
  if (missing.length + undecodable.length > 0 || count === 0) return [];
  if (preset.kind === 'sound') return [];
  const sources = new OpenSources((takeId) => media.get(takeId) ?? null);
  try {
    const { fps, videoBitrate, kind } = preset;
    const job = {
      project,
      first,
      count,
      fps,
      size,
      videoBitrate,
      pictureCodec: kind === 'mp4' ? 'avc' : 'vp9',
    } as const;
    return await planJob(job, { encoder: 'webcodecs', cheapest: 'copy' }, sources);
  } catch (error) {
    throw error instanceof StudioError ? error : asStudioError(error, 'export-failed');
  } finally {
    sources.dispose();
  }
}
