/** What an export will be, before it is made. */
import { StudioError, asStudioError, isCancelled } from '../core/errors';
import type { Size } from '../core/geometry';
import { Scope, type Disposable } from '../core/ownership';
import { projectDuration } from '../project/duration';
import { toSeconds } from '../core/time';
import { encoderRequestOf } from '../export/picture/encoder-request';
import { chosenRange, exportSize, expectedBytes, pictureBitrate } from '../export/presets';
import { preflight } from '../export/preflight';
import type { Preparation } from '../export/export-protocol';
import { OpenSources, type TakeFilm } from '../export/routes/open-sources';
import { planJob, type PlannedJob } from '../export/routes/plan-job';
import type { FilmStretch } from '../export/routes/stretch';
import { takesOnTimeline } from '../project/takes-on-timeline';
import type { Project } from '../project/project';
import type { ExportRecord } from '../storage/records';
import type { Storage } from '../storage/storage';
import { chooseFilm, type ChosenFilm } from './export-job';
import { expectedFilmBytes, expectedSeconds, readPace, type FilmBytes } from './export-pace';
import { exportSignature } from './export-signature';
import type { ExportChoice, ExportForecast, ExportPreset, ExportStretch } from './exporter';
import { wordsBox } from './item-box';

/** A forecast, and what the making has to know besides. */
export interface MakingForecast extends ExportForecast {
  readonly maxBytes: number | null;
  /** null for files that are no films. */
  readonly filmBytes: FilmBytes | null;
  readonly preparation: Preparation;
}

/** @throws StudioError `export-failed` for a preset that is not there, `storage-*` */
export async function forecastExport(
  { storage }: { readonly storage: Storage },
  stored: Project,
  choice: ExportChoice,
): Promise<MakingForecast> {
  const scope = new Scope();
  try {
    return await forecastIn(scope, storage, stored, choice);
  } finally {
    scope.dispose();
  }
}

async function forecastIn(
  scope: Scope,
  storage: Storage,
  stored: Project,
  choice: ExportChoice,
): Promise<MakingForecast> {
  const film = chooseFilm(stored, choice);
  const { project, preset, duration } = film;
  const filmDuration = toSeconds(projectDuration(project));
  const { start, end } = chosenRange(choice, filmDuration);
  const size = exportSize(preset, project.size);
  const takes = scope.own(await openTakes(storage, project));
  const mostBytes = expectedBytes(preset, duration);
  const plan = pictureOf(film, size);
  const stretches = await plannedStretches(plan, takes);
  const { quota, usage } = await navigator.storage.estimate();
  const pace = await readPace(storage.settings);
  const isFilm = preset.kind === 'mp4' || preset.kind === 'webm';
  const filmBytes = isFilm ? await bytesOf(stretches, takes, preset, mostBytes, plan) : null;
  return {
    size,
    fps: preset.fps,
    duration,
    filmDuration,
    bytes: filmBytes === null ? mostBytes : expectedFilmBytes(filmBytes, pace),
    isMost: filmBytes !== null && filmBytes.encoded > 0 && pace === null,
    filmBytes,
    seconds: pace === null ? null : expectedSeconds(pace, stretches, size),
    stretches,
    maxBytes: preset.maxBytes ?? null,
    preparation: preparationFor(plan, preset, stretches, takes.films),
    made: await madeBefore(storage, stored.id, await exportSignature(stored, choice)),
    problems: preflight({
      project: stored,
      preset,
      start,
      end,
      missing: takes.missing,
      undecodable: takes.undecodable,
      bytes: mostBytes,
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

interface OpenTakes extends Disposable {
  readonly films: readonly TakeFilm[];
  /** Those that are there and can be decoded. */
  readonly sources: OpenSources;
  readonly missing: readonly string[];
  readonly undecodable: readonly string[];
}

/** Opens the films of a project. The caller disposes them. */
export async function openTakes(storage: Storage, project: Project): Promise<OpenTakes> {
  const films: TakeFilm[] = [];
  const missing: string[] = [];
  const undecodable: string[] = [];
  const sources = new OpenSources();
  for (const takeId of takesOnTimeline(project)) {
    try {
      const film = { takeId, media: await storage.takes.media(takeId) };
      sources.add([film]);
      await sources.open(takeId);
      films.push(film);
    } catch (error) {
      if (isCancelled(error)) {
        sources.dispose();
        throw error;
      }
      const { code } = asStudioError(error);
      if (code === 'storage-missing' || code === 'file-unreadable') missing.push(takeId);
      else undecodable.push(takeId);
    }
  }
  return { films, sources, missing, undecodable, dispose: () => sources.dispose() };
}

/** The picture of a film, as its job will ask for it. */
function pictureOf({ project, preset, first, count, duration }: ChosenFilm, size: Size): PlannedJob {
  const pictureCodec = preset.kind === 'webm' ? 'vp9' : 'avc';
  const videoBitrate = pictureBitrate(preset, duration);
  return { project, first, count, fps: preset.fps, size, videoBitrate, pictureCodec, kind: preset.kind };
}

/** As the worker will plan; nothing while a film is missing, and for what has no stretches. */
async function plannedStretches(
  plan: PlannedJob,
  { sources, missing, undecodable }: OpenTakes,
): Promise<FilmStretch[]> {
  if (missing.length + undecodable.length > 0 || plan.count === 0) return [];
  if (plan.kind === 'sound' || plan.kind === 'cover') return [];
  try {
    return await planJob(plan, { encoder: 'webcodecs', cheapest: 'copy' }, sources);
  } catch (error) {
    throw error instanceof StudioError ? error : asStudioError(error, 'export-failed');
  }
}

/** What is copied has the bytes that it has. @param most bytes of the whole film, were all of it encoded */
async function bytesOf(
  stretches: readonly FilmStretch[],
  { sources }: OpenTakes,
  { audioBitrate }: ExportPreset,
  most: number,
  { count, fps }: PlannedJob,
): Promise<FilmBytes> {
  let copied = 0;
  let copiedFrames = 0;
  for (const { route, takeId = '', count: frames } of stretches) {
    if (route !== 'copy') continue;
    const { bytes, times } = (await sources.open(takeId)).facts;
    copied += (bytes / Math.max(1, times.length)) * frames;
    copiedFrames += frames;
  }
  const sound = (audioBitrate / 8) * (count / fps);
  const part = 1 - copiedFrames / Math.max(1, count);
  return { copied: copied + sound, encoded: (most - sound) * part };
}

/** Loops, sounds and covers go by other encoders than films do, and what is copied by none. */
function preparationFor(
  plan: PlannedJob,
  { kind }: ExportPreset,
  stretches: readonly ExportStretch[],
  films: Preparation['films'],
): Preparation {
  const nothing: Preparation = { wish: null, films, isByFFmpeg: false, drawn: null };
  if (kind === 'sound') return nothing;
  const has = (route: ExportStretch['route']): boolean => stretches.some((each) => each.route === route);
  const drawn = has('compose') ? { project: plan.project, size: plan.size } : null;
  const isEncoded = (kind === 'mp4' || kind === 'webm') && (has('direct') || has('compose'));
  if (!isEncoded) return { ...nothing, drawn };
  if (typeof VideoEncoder === 'undefined') return { ...nothing, drawn, isByFFmpeg: true };
  return { ...nothing, drawn, wish: { ...encoderRequestOf(plan), wantsScaling: has('direct') } };
}
