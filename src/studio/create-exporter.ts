/** Exports projects of the library: finds what the effects need, runs the job, stores the file, hands it out. */
import { createStore } from 'zustand/vanilla';
import { StudioError, asStudioError, isCancelled, throwIfCancelled } from '../core/errors';
import { toSeconds } from '../core/time';
import { exportFilm, type ExportProgress } from '../export/export-client';
import type { ExportedFilm, ExportRoute } from '../export/export-protocol';
import { EXPORT_PRESETS, expectedBytes, exportSize } from '../export/presets';
import { projectDuration } from '../project/duration';
import type { Project } from '../project/project';
import type { ExportRecord } from '../storage/records';
import type { Storage } from '../storage/storage';
import type { ChallengeShelf } from './challenge-shelf';
import { collectJob } from './export-job';
import { downloadFile, shareFile } from './hand-out-file';
import { exportName } from './export-name';
import type { ExportPreset, Exporter, ExporterState } from './exporter';
import { bodyNeedsOf, findBody, takesWithoutBody } from './find-body';
import { RemainingTime } from './remaining-time';
import type { Settings } from './settings';
import type { SongShelf } from './song-shelf';

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
  progress: 0,
  step: null,
  route: null,
  remaining: null,
  record: null,
  checks: [],
  error: null,
};

/** The fastest first. */
const ROUTES: readonly ExportRoute[] = ['webcodecs', 'ffmpeg'];

/** Share of finding the body in a job that has to. It costs about as much as all the rest. */
const BODY_SHARE = 0.5;

/** Bytes handed to storage at a time. */
const PIECE_BYTES = 4 * 1024 * 1024;

/** One exporter for the whole studio. */
export function createExporter(parts: ExporterParts): Exporter {
  const { storage } = parts;
  const store = createStore<ExporterState>(() => IDLE);
  let job: AbortController | null = null;

  const projectOf = async (projectId: string): Promise<Project> => {
    const project = await storage.projects.get(projectId);
    if (project === undefined)
      throw new StudioError('storage-missing', `No project ${projectId} in the library.`);
    return project;
  };

  const run = async (
    project: Project,
    preset: ExportPreset,
    routes: readonly ExportRoute[],
    { signal }: AbortController,
    report: (state: Partial<ExporterState>) => void,
  ): Promise<void> => {
    if (projectDuration(project) <= 0) throw new StudioError('export-empty', 'The film has no clip.');
    const remaining = new RemainingTime();
    const lacking = await takesWithoutBody(storage, project);
    const base = lacking.length > 0 ? BODY_SHARE : 0;
    const show = (state: Partial<ExporterState>, progress: number): void =>
      report({ ...state, progress, remaining: remaining.at(progress, performance.now()) });
    for (const [index, takeId] of lacking.entries()) {
      await findBody(storage, takeId, {
        poseModel: parts.settings.store.getState().poseModel,
        wantMatte: bodyNeedsOf(project).matte,
        signal,
        onProgress: (progress) => show({ step: 'body' }, (base * (index + progress)) / lacking.length),
      });
    }
    const film = await exportFilm(await collectJob(project, preset, parts), {
      routes,
      signal,
      onProgress: ({ route, step, overall }: ExportProgress) =>
        show(
          { phase: step === 'checking' ? 'checking' : 'running', route, step },
          base + (1 - base) * overall,
        ),
      onRouteLeft: ({ error }) => report({ routeLeft: error }),
    });
    throwIfCancelled(signal);
    const record = await save(storage, project, film, signal);
    report({
      phase: 'done',
      progress: 1,
      step: null,
      remaining: 0,
      route: film.route,
      record,
      checks: film.checks,
    });
  };

  const fileOf = (exportId: string): Promise<File> => storage.exports.file(exportId);

  return {
    store,
    presets: EXPORT_PRESETS,
    async start(projectId, presetId, options = {}) {
      if (job !== null) throw new StudioError('export-failed', 'Another film is being made.');
      const mine = new AbortController();
      job = mine;
      store.setState({ ...IDLE, phase: 'preparing', projectId, presetId }, true);
      // What a cancelled job still says is nobody's business any more.
      const report = (state: Partial<ExporterState>): void => {
        if (job === mine) store.setState(state);
      };
      const releaseScreen = await keepScreenOn();
      try {
        const preset = presetOf(presetId);
        const routes = options.route === undefined ? ROUTES : [options.route];
        await run(await projectOf(projectId), preset, routes, mine, report);
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
    async estimate(projectId, presetId) {
      const project = await projectOf(projectId);
      const preset = presetOf(presetId);
      const bytes = expectedBytes(preset, toSeconds(projectDuration(project)));
      return { bytes, size: exportSize(preset, project.size) };
    },
    fileOf,
    async download(exportId) {
      downloadFile(await fileOf(exportId));
    },
    async canShare(exportId) {
      // Missing in browsers that have no share sheet.
      if (!('canShare' in navigator)) return false;
      return navigator.canShare({ files: [await fileOf(exportId)] });
    },
    share: async (exportId) => shareFile(await fileOf(exportId)),
  };
}

function presetOf(presetId: string): ExportPreset {
  const preset = EXPORT_PRESETS.find(({ id }) => id === presetId);
  if (preset === undefined) throw new StudioError('export-failed', `No preset "${presetId}".`);
  return preset;
}

/** Puts a finished film into the library; nothing of it stays when that fails. */
async function save(
  storage: Storage,
  project: Project,
  film: ExportedFilm,
  signal: AbortSignal,
): Promise<ExportRecord> {
  const now = new Date();
  const writer = await storage.exports.create({
    id: crypto.randomUUID(),
    projectId: project.id,
    name: exportName(project.name, film.size, now),
    createdAt: now.getTime(),
    mimeType: film.file.type,
    size: film.size,
    duration: film.duration,
    bytes: film.file.size,
    route: film.route,
  });
  try {
    for (let position = 0; position < film.file.size; position += PIECE_BYTES) {
      throwIfCancelled(signal);
      const piece = film.file.slice(position, position + PIECE_BYTES);
      await writer.write(new Uint8Array(await piece.arrayBuffer()), position);
    }
    throwIfCancelled(signal);
    return await writer.finish();
  } catch (error) {
    await writer.discard();
    throw error;
  }
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
