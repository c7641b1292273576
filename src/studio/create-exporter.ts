/** Exports projects of the library: finds what the effects need, runs the job, stores the file, hands it out. */
import { createStore } from 'zustand/vanilla';
import { StudioError, asStudioError, isCancelled, throwIfCancelled } from '../core/errors';
import { exportFilm, type ExportProgress } from '../export/export-client';
import type { ExportedFilm, ExportJob, ExportRoute } from '../export/export-protocol';
import { createExportWorkers, type ExportWorkers } from '../export/export-workers';
import { EXPORT_PRESETS } from '../export/presets';
import { projectDuration } from '../project/duration';
import type { Project } from '../project/project';
import type { ExportWriter } from '../storage/export-store';
import type { ExportRecord } from '../storage/records';
import type { Storage } from '../storage/storage';
import type { ChallengeShelf } from './challenge-shelf';
import { captionOf } from './export-caption';
import { collectJob } from './export-job';
import { forecastExport, madeBefore } from './export-forecast';
import { checkFits, makeWithin } from './make-within';
import { learnPace, learnShare, readPace, writePace, type FilmBytes } from './export-pace';
import { exportSignature } from './export-signature';
import { exportName, mimeTypeOf } from './export-name';
import type { ExportChoice, Exporter, ExporterState, StartOptions } from './exporter';
import { bodyNeedsOf, findBody, takesWithoutBody } from './find-body';
import { saveFile, shareFile } from './hand-out-file';
import { mendProblem } from './mend-problem';
import { RemainingTime } from './remaining-time';
import type { Settings } from './settings';
import type { SongShelf } from './song-shelf';
import { songTitles } from './song-titles';

export interface ExporterParts {
  readonly storage: Storage;
  readonly settings: Settings;
  readonly songs: SongShelf;
  readonly challenges: ChallengeShelf;
}

const IDLE: ExporterState = {
  phase: 'idle',
  projectId: null,
  presetId: null,
  choice: null,
  progress: 0,
  step: null,
  route: null,
  stretches: [],
  remaining: null,
  record: null,
  checks: [],
  error: null,
};

/** The fastest first. */
const ROUTES: readonly ExportRoute[] = ['webcodecs', 'ffmpeg'];

/** Share of finding the body in a job that has to. It costs about as much as all the rest. */
const BODY_SHARE = 0.5;

/** A still to choose a cover by needs no more. */
const STILL_HEIGHT_PX = 640;

/** One exporter for the whole studio. */
export function createExporter(parts: ExporterParts): Exporter {
  const { storage } = parts;
  const store = createStore<ExporterState>(() => IDLE);
  const workers = createExportWorkers();
  let job: AbortController | null = null;
  /** Whether somebody is about to make a film. */
  let isPrepared = false;

  const projectOf = async (projectId: string): Promise<Project> => {
    const project = await storage.projects.get(projectId);
    if (project === undefined)
      throw new StudioError('storage-missing', `No project ${projectId} in the library.`);
    return project;
  };

  /** Runs one job with its state; `work` answers with the finished record. */
  const runJob = async (
    projectId: string,
    choice: ExportChoice,
    work: (job: RunningJob) => Promise<void>,
  ): Promise<void> => {
    if (job !== null) throw new StudioError('export-failed', 'Another film is being made.');
    const mine = new AbortController();
    job = mine;
    store.setState({ ...IDLE, phase: 'preparing', projectId, presetId: choice.presetId, choice }, true);
    // What a cancelled job still says is nobody's business any more.
    const report = (state: Partial<ExporterState>): void => {
      if (job === mine) store.setState(state);
    };
    const releaseScreen = await keepScreenOn();
    try {
      await work({ signal: mine.signal, report });
    } catch (error) {
      if (isCancelled(error)) report({ phase: 'cancelled', step: null, remaining: null });
      else {
        const known = asStudioError(error, 'export-failed');
        report({ phase: 'failed', step: null, remaining: null, error: known });
      }
    } finally {
      releaseScreen();
      if (job === mine) job = null;
    }
  };

  const fileOf = (exportId: string): Promise<File> => storage.exports.file(exportId);

  return {
    store,
    presets: EXPORT_PRESETS,
    prepare() {
      isPrepared = true;
      workers.prepare();
      return () => {
        isPrepared = false;
        workers.dispose();
      };
    },
    async start(projectId, wanted, options = {}) {
      const choice = typeof wanted === 'string' ? { presetId: wanted } : wanted;
      await runJob(projectId, choice, async (running) => {
        const project = await projectOf(projectId);
        const signature = await exportSignature(project, choice);
        const made = options.route === undefined ? await madeBefore(storage, projectId, signature) : null;
        if (made !== null) {
          running.report(doneState(made));
          return;
        }
        const order = { project, choice, signature, options, unfinishedId: null };
        await makeFilm({ ...parts, workers }, order, running);
      });
    },
    cancel() {
      if (job === null) return;
      const running = job;
      store.setState({ phase: 'cancelled', step: null, remaining: null });
      job = null;
      running.abort();
    },
    reset() {
      if (job === null) store.setState(IDLE, true);
    },
    async forecast(projectId, choice) {
      const forecast = await forecastExport(parts, await projectOf(projectId), choice);
      // While the person looks at it, the films are looked into and the encoder is tried.
      if (isPrepared && job === null) workers.prepare(forecast.preparation);
      return forecast;
    },
    mend: async (projectId, choice, problem) =>
      mendProblem(storage, await projectOf(projectId), choice, problem),
    async interrupted() {
      const found = await storage.exports.unfinished();
      const projects = new Set((await storage.projects.list()).map(({ id }) => id));
      return found
        .filter(({ record }) => projects.has(record.projectId))
        .map(({ record, frames }) => ({
          id: record.id,
          projectId: record.projectId,
          name: record.name,
          choice: record.choice ?? { presetId: EXPORT_PRESETS[0]?.id ?? '' },
          done: Math.min(1, frames / Math.max(1, framesOf(record))),
        }));
    },
    async resume(id) {
      const found = (await storage.exports.unfinished()).find(({ record }) => record.id === id);
      if (found === undefined) throw new StudioError('storage-missing', `No unfinished export ${id}.`);
      const { projectId, choice = { presetId: EXPORT_PRESETS[0]?.id ?? '' }, signature } = found.record;
      await runJob(projectId, choice, async (running) => {
        const project = await projectOf(projectId);
        const current = await exportSignature(project, choice);
        if (current !== signature) await discardUnfinished(storage, id);
        await makeFilm(
          { ...parts, workers },
          {
            project,
            choice,
            signature: current,
            options: {},
            unfinishedId: current === signature ? id : null,
          },
          running,
        );
      });
    },
    discard: (id) => discardUnfinished(storage, id),
    async still(projectId, seconds, signal) {
      const project = await projectOf(projectId);
      const whole = await collectJob(project, { presetId: 'cover', coverAt: seconds }, parts);
      const scale = STILL_HEIGHT_PX / whole.size.height;
      const size = { width: 2 * Math.round((whole.size.width * scale) / 2), height: STILL_HEIGHT_PX };
      const film = await exportFilm({ ...whole, size }, { routes: ['webcodecs'], signal });
      return film.file;
    },
    async caption(projectId) {
      const project = await projectOf(projectId);
      return captionOf(project, await songTitles(storage, project));
    },
    fileOf,
    async download(exportId) {
      return saveFile(await fileOf(exportId));
    },
    async canShare(exportId) {
      // Missing in browsers that have no share sheet.
      if (!('canShare' in navigator)) return false;
      return navigator.canShare({ files: [await fileOf(exportId)] });
    },
    share: async (exportId) => shareFile(await fileOf(exportId)),
  };
}

/** A job that may be cancelled, and where it says how it stands. */
interface RunningJob {
  readonly signal: AbortSignal;
  readonly report: (state: Partial<ExporterState>) => void;
}

interface FilmOrder {
  readonly project: Project;
  readonly choice: ExportChoice;
  readonly signature: string;
  readonly options: StartOptions;
  /** What a closed tab left of the same film. */
  readonly unfinishedId: string | null;
}

async function makeFilm(
  parts: ExporterParts & { readonly workers: ExportWorkers },
  { project, choice, signature, options, unfinishedId }: FilmOrder,
  { signal, report }: RunningJob,
): Promise<void> {
  const { storage } = parts;
  if (projectDuration(project) <= 0) throw new StudioError('export-empty', 'The film has no clip.');
  const began = performance.now();
  const remaining = new RemainingTime();
  const show = (state: Partial<ExporterState>, progress: number): void =>
    report({ ...state, progress, remaining: remaining.at(progress, performance.now()) });
  const base = await findBodies(parts, project, signal, (progress) => show({ step: 'body' }, progress));
  const forecast = await forecastExport(parts, project, choice);
  const collected = await collectJob(project, choice, parts);
  const writer = await openWriter(storage, unfinishedId, () =>
    draftOf(project, collected, { choice, signature, expected: forecast }),
  );
  try {
    const routes = options.route === undefined ? ROUTES : [options.route];
    const make = (job: ExportJob): Promise<ExportedFilm> =>
      exportFilm(job, {
        routes,
        signal,
        shelf: writer,
        workers: parts.workers,
        onPlanned: (stretches) => report({ stretches }),
        onProgress: ({ route, step, overall }: ExportProgress) =>
          show(
            { phase: step === 'checking' ? 'checking' : 'running', route, step },
            base + (1 - base) * overall,
          ),
        onRouteLeft: ({ error }) => report({ routeLeft: error }),
      });
    const film = await makeWithin(collected, forecast.maxBytes, make, () => writer.dropChunks());
    throwIfCancelled(signal);
    const seconds = (performance.now() - began) / 1000;
    const record = await writer.finish({
      route: film.route,
      duration: film.duration,
      size: film.size,
      stretches: film.stretches.map(({ first, count, route, reason }) => ({ first, count, route, reason })),
      checks: [...film.checks, ...checkFits(film.file.size, forecast.maxBytes)],
      seconds,
    });
    report(doneState(record));
    // Only later estimates suffer when it cannot be remembered, and a full disk is told of elsewhere.
    await remember(storage, film, seconds, forecast.filmBytes).catch(() => undefined);
  } catch (error) {
    await writer.discard();
    throw error;
  }
}

/** Looks for the body where effects need it. @returns the share of the whole job that it was */
async function findBodies(
  { storage, settings }: ExporterParts,
  project: Project,
  signal: AbortSignal,
  onProgress: (progress: number) => void,
): Promise<number> {
  const lacking = await takesWithoutBody(storage, project);
  for (const [index, takeId] of lacking.entries()) {
    await findBody(storage, takeId, {
      poseModel: settings.store.getState().poseModel,
      wantMatte: bodyNeedsOf(project).matte,
      signal,
      onProgress: (progress) => onProgress((BODY_SHARE * (index + progress)) / lacking.length),
    });
  }
  return lacking.length > 0 ? BODY_SHARE : 0;
}

async function openWriter(
  storage: Storage,
  unfinishedId: string | null,
  draft: () => ExportRecord,
): Promise<ExportWriter> {
  return unfinishedId === null ? storage.exports.create(draft()) : storage.exports.reopen(unfinishedId);
}

function draftOf(
  project: Project,
  { size, fps, count, kind }: ExportJob,
  made: Pick<ExportRecord, 'choice' | 'signature' | 'expected'> & {
    readonly choice: ExportChoice;
    readonly expected: { readonly seconds: number | null; readonly bytes: number };
  },
): ExportRecord {
  const now = new Date();
  const { seconds, bytes } = made.expected;
  return {
    id: crypto.randomUUID(),
    projectId: project.id,
    name: exportName(project.name, { size, kind }, now),
    createdAt: now.getTime(),
    mimeType: mimeTypeOf(kind),
    size,
    duration: count / fps,
    bytes: 0,
    route: 'webcodecs',
    ...made,
    expected: { seconds, bytes },
  };
}

function doneState(record: ExportRecord): Partial<ExporterState> {
  return {
    phase: 'done',
    progress: 1,
    step: null,
    remaining: 0,
    route: record.route,
    stretches: record.stretches ?? [],
    record,
    checks: record.checks ?? [],
  };
}

async function remember(
  storage: Storage,
  film: ExportedFilm,
  seconds: number,
  filmBytes: FilmBytes | null,
): Promise<void> {
  const pictureMs = film.times['picture'] ?? 0;
  const before = await readPace(storage.settings);
  const pace = learnPace(before, film.stretches, film.size, pictureMs, seconds * 1000);
  await writePace(
    storage.settings,
    filmBytes === null ? pace : learnShare(pace, filmBytes, film.file.size, before === null),
  );
}

/** Frames of an unfinished film. */
function framesOf({ duration, choice }: ExportRecord): number {
  const fps = choice?.custom?.fps ?? EXPORT_PRESETS.find(({ id }) => id === choice?.presetId)?.fps ?? 30;
  return Math.round(duration * fps);
}

async function discardUnfinished(storage: Storage, id: string): Promise<void> {
  const writer = await storage.exports.reopen(id);
  await writer.discard();
}

/** A phone that sleeps stops working. Where that cannot be prevented, nothing happens. Gives the way to let it sleep again. */
async function keepScreenOn(): Promise<() => void> {
  try {
    const lock = await (navigator.wakeLock as WakeLock | undefined)?.request('screen');
    return () => void lock?.release();
  } catch {
    // Refused on low battery or in a hidden tab: the export goes on without.
    return () => undefined;
  }
}
