/** All that works while one project is open: its history, picture, sound, saving. Ends as a whole. */
import type { BeatGrid } from '../core/beat-grid';
import { StudioError } from '../core/errors';
import { Scope, type Disposable } from '../core/ownership';
import type { Flicks } from '../core/time';
import type { Pcm } from '../media/pcm';
import { itemsOf } from '../project/change-items';
import { ProjectHistory } from '../project/history';
import { planSound } from '../project/plan-sound';
import { takesOnTimeline } from '../project/takes-on-timeline';
import type { SoundPiece } from '../project/frame-plan';
import type { Project, SongRef } from '../project/project';
import type { Storage } from '../storage/storage';
import type { ChallengeShelf } from './challenge-shelf';
import type { LoopCheckOptions, LoopReport } from './check-loop';
import type { TimeRange } from './editor';
import { createEditorAnalysis, type EditorAnalysis } from './editor-analysis';
import { createEditorAutosave, type EditorAutosave, type SaveState } from './editor-autosave';
import type { EditorPicture } from './editor-picture';
import { createEditorMoments, type EditorMoments } from './editor-moments';
import { createEditorPlayback, type EditorPlayback } from './editor-playback';
import { createEditorSound, type EditorSound } from './editor-sound';
import type { Settings } from './settings';
import { createWaveforms, type Waveforms } from './waveforms';
import { createWordFaces, type WordFaces } from './word-faces';
import type { SongShelf } from './song-shelf';

export interface EditorParts {
  readonly storage: Storage;
  readonly settings: Settings;
  readonly songs: SongShelf;
  readonly challenges: ChallengeShelf;
}

export interface EditorSession extends Disposable {
  readonly history: ProjectHistory;
  readonly picture: EditorPicture;
  readonly sound: EditorSound;
  readonly playback: EditorPlayback;
  readonly autosave: EditorAutosave;
  readonly analysis: EditorAnalysis;
  readonly words: WordFaces;
  readonly moments: EditorMoments;
  readonly waveforms: Waveforms;
  /** As `Editor.checkLoop`; ends with the session. */
  checkLoop(options: LoopCheckOptions): Promise<LoopReport>;
}

/** What a session tells, and asks. */
export interface EditorSessionEvents {
  readonly onTime: (time: Flicks) => void;
  readonly onEnd: (at: Flicks) => void;
  readonly range: () => TimeRange | null;
  readonly onSaved: (state: SaveState, error?: unknown) => void;
  /** Movement may be known that was not. */
  readonly onMoments: () => void;
  readonly onAnalysis: (analysis: { takeId: string; progress: number } | null) => void;
  readonly onError: (error: unknown) => void;
}

/**
 * Opens a project.
 * @param unsaved what an earlier session could not save: it goes on from there
 * @throws StudioError `storage-missing`, `project-invalid`, `project-too-new`
 */
export async function openEditorSession(
  projectId: string,
  parts: EditorParts,
  events: EditorSessionEvents,
  unsaved?: Project,
): Promise<EditorSession> {
  const { storage, songs } = parts;
  const project = unsaved ?? (await storage.projects.get(projectId));
  if (project === undefined)
    throw new StudioError('storage-missing', `No project ${projectId} in the library.`);
  // Decoders and three.js come with the first project that is opened.
  const [
    { createEditorPicture },
    { createFrameInputs },
    { createEditorMaterial },
    { createCompositor },
    { decodeSound },
  ] = await Promise.all([
    import('./editor-picture'),
    import('../export/frame-inputs'),
    import('./editor-material'),
    import('../effects/render/compositor'),
    import('../media/decode-sound'),
  ]);
  const scope = new Scope();
  const history = new ProjectHistory(project);
  const material = createEditorMaterial({
    storage,
    songs,
    challenges: parts.challenges,
    sound: (shown) => sound.levels(planSound(shown)),
  });
  const decoded = new Map<string, Promise<Pcm | null>>();

  const soundOfTake = async (takeId: string): Promise<Pcm | null> => {
    const film = await material.media(takeId);
    return film === null ? null : decodeSound(film);
  };
  const soundOfRecording = async (id: string): Promise<Pcm> => decodeSound(await storage.songs.file(id));
  const soundOf = async (from: SoundPiece['from']): Promise<Pcm | null> => {
    if (from.kind === 'song') return (await songs.load(from.song)).pcm;
    const key = JSON.stringify(from);
    const known =
      decoded.get(key) ?? (from.kind === 'take' ? soundOfTake(from.takeId) : soundOfRecording(from.id));
    decoded.set(key, known);
    known.catch(() => decoded.delete(key));
    return known;
  };

  const picture = scope.own(
    createEditorPicture({
      inputs: scope.own(createFrameInputs(material)),
      createCompositor,
      onError: events.onError,
    }),
  );
  const sound = scope.own(createEditorSound({ load: ({ from }) => soundOf(from), onError: events.onError }));
  const playback = scope.own(
    createEditorPlayback({
      sound,
      project: () => history.present,
      range: events.range,
      onTime: events.onTime,
      onEnd: events.onEnd,
    }),
  );
  const analysis = scope.own(
    createEditorAnalysis({
      storage,
      poseModel: () => parts.settings.store.getState().poseModel,
      onProgress: events.onAnalysis,
      onFound(takeId) {
        picture.forget(takeId);
        moments.forget(takeId);
        events.onMoments();
      },
      onError: events.onError,
    }),
  );
  const autosave = scope.own(
    createEditorAutosave({
      save: (changed) => storage.projects.save({ ...changed, modifiedAt: Date.now() }),
      onState: events.onSaved,
    }),
  );
  if (unsaved !== undefined) autosave.changed(unsaved);
  const moments = createEditorMoments(material);
  const waveforms = scope.own(createWaveforms({ soundOf }));
  const closing = new AbortController();
  scope.defer(() => closing.abort());
  const lookAtLoop: EditorSession['checkLoop'] = async ({ signal, onProgress }) => {
    const { checkLoop } = await import('./check-loop');
    return checkLoop(
      {
        createInputs: () => createFrameInputs(material),
        createCompositor,
        poseTrack: (takeId) => material.poseTrack(takeId),
        mix: (plan) => sound.mix(plan),
        gridOf: (song) => knownGrid(parts, song),
      },
      history.present,
      { signal: AbortSignal.any([signal, closing.signal]), onProgress },
    );
  };
  const words = scope.own(createWordFaces(events.onError));
  words.show(project);
  await loadGrids(songs, project).catch(events.onError);
  sound.prepare(planSound(project));
  analysis.look(project);
  return {
    history,
    picture,
    sound,
    playback,
    autosave,
    analysis,
    words,
    moments,
    waveforms,
    checkLoop: lookAtLoop,
    dispose: () => scope.dispose(),
  };
}

/** The beat of a song; null where none was found, which the shelf answers with a calm pace for effects to breathe at. */
async function knownGrid({ storage, songs }: EditorParts, song: SongRef): Promise<BeatGrid | null> {
  const hasBeat = song.kind === 'bundled' || typeof (await storage.songs.get(song.id))?.bpm === 'number';
  return hasBeat ? songs.gridOf(song) : null;
}

/** Reads the songs of the document whose beats are not known yet. */
export async function loadGrids(songs: SongShelf, project: Project): Promise<void> {
  for (const { song } of itemsOf(project, 'music')) if (songs.gridOf(song) === null) await songs.load(song);
}

/** Whether `loadGrids` has something to do. */
export function lacksGrid(songs: SongShelf, project: Project): boolean {
  return itemsOf(project, 'music').some(({ song }) => songs.gridOf(song) === null);
}

/** Takes of the document that are no longer in the library. */
export async function findMissingTakes(storage: Storage, project: Project): Promise<readonly string[]> {
  const takeIds = takesOnTimeline(project);
  const found = await Promise.all(takeIds.map((takeId) => storage.takes.get(takeId)));
  return takeIds.filter((_, index) => found[index] === undefined);
}
