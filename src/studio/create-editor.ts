/** The editor's session: one open project, its playhead, and every edit as a step of history. */
import { createStore } from 'zustand/vanilla';
import { StudioError, asStudioError } from '../core/errors';
import { ZERO_FLICKS, clampFlicks, frameDuration, frameIndexAt, frameStart, type Flicks } from '../core/time';
import { itemsOf, kindOfItem } from '../project/change-items';
import { projectDuration } from '../project/duration';
import { NO_IMPORTS } from '../effects/imported-asset';
import { formatSrt, parseCaptions } from '../project/captions';
import { addCaptions } from '../project/edits/add-captions';
import { addVoice } from '../project/edits/change-voice';
import { fillClip } from '../project/edits/empty-clip';
import { copyItems, type CopiedItems } from '../project/edits/paste-items';
import { addClip } from '../project/edits/add-clip';
import { applyStack } from '../project/edits/change-looks';
import { keepStretches } from '../project/edits/keep-stretches';
import type { Edit } from '../project/history';
import { downloadFile, fileNameOf } from './hand-out-file';
import { findBest } from './keep-best';
import { planSound } from '../project/plan-sound';
import type { Project } from '../project/project';
import { toTemplate } from '../project/template';
import type { TakeRecord } from '../storage/records';
import { EDIT_NAMES } from './edit-names';
import type { Editor, EditorState } from './editor';
import {
  findMissingTakes,
  lacksGrid,
  loadGrids,
  openEditorSession,
  type EditorParts,
  type EditorSession,
} from './editor-session';
import { createEditMethods, type EditContext } from './editor-edits';
import { createEditorVoice } from './editor-voice';
import { importSticker } from './import-sticker';
import { boxOfItem, itemAtPlace } from './item-box';
import { createItemEdits } from './item-edits';
import { importVideo } from './import-video';

/** The playhead in the store moves this often while playing, in milliseconds; `onTime` tells each frame. */
const TIME_STATE_MS = 100;

const CLOSED: EditorState = {
  phase: 'closed',
  project: null,
  duration: ZERO_FLICKS,
  selectedId: null,
  selectedIds: [],
  playing: false,
  rate: 1,
  range: null,
  recording: false,
  canPaste: false,
  moments: [],
  time: ZERO_FLICKS,
  canUndo: false,
  canRedo: false,
  undoName: null,
  redoName: null,
  saved: 'saved',
  analysis: null,
  error: null,
  missingTakeIds: [],
};

/** The session behind the editor screen. One project at a time. */
export function createEditor(parts: EditorParts): Editor {
  const store = createStore<EditorState>(() => CLOSED);
  const timeListeners = new Set<(time: Flicks) => void>();
  let session: EditorSession | null = null;
  let canvas: HTMLCanvasElement | null = null;
  let turn = 0;
  /** Lives on from one film to the next. */
  let clipboard: CopiedItems | null = null;
  /** The playhead between two updates of the store. */
  let playhead = ZERO_FLICKS;
  let toldAtMs = 0;
  /** Documents that could not be saved when they were closed: the next opening goes on with them. */
  const unsaved = new Map<string, Project>();

  const fail = (error: unknown): void => store.setState({ error: asStudioError(error) });

  const movePlayhead = (time: Flicks, everybody = true): void => {
    playhead = time;
    for (const listener of timeListeners) listener(time);
    const now = performance.now();
    if (!everybody && now - toldAtMs < TIME_STATE_MS) return;
    toldAtMs = now;
    store.setState({ time });
  };

  /** Tells what the history holds now, and draws, sounds and saves it. */
  const publish = (): void => {
    if (session === null) return;
    const { history, picture, sound, playback, autosave, analysis, words } = session;
    const project = history.present;
    const before = store.getState().project;
    const duration = projectDuration(project);
    const selectedIds = stillThere(project, store.getState().selectedIds);
    store.setState({
      project,
      duration,
      canUndo: history.canUndo,
      canRedo: history.canRedo,
      undoName: history.undoName,
      redoName: history.redoName,
      selectedIds,
      selectedId: selectedIds.at(-1) ?? null,
    });
    if (project === before) return;
    if (playhead > duration) movePlayhead(duration);
    autosave.changed(project);
    words.show(project);
    findMoments(session);
    analysis.look(project);
    if (before === null || itemsOf(before, 'music') !== itemsOf(project, 'music'))
      showBeats(session, project);
    const plan = planSound(project);
    const soundChanged = before === null || JSON.stringify(plan) !== JSON.stringify(planSound(before));
    if (playback.playing) {
      if (soundChanged) playback.restart(playhead);
    } else {
      sound.prepare(plan);
      picture.show(project, playhead);
    }
  };

  /** The beat of an imported song is known when the song has been read. */
  const showBeats = ({ picture, playback, history }: EditorSession, project: Project): void => {
    if (!lacksGrid(parts.songs, project)) return;
    loadGrids(parts.songs, project).then(() => {
      if (!playback.playing && history.present === project) picture.show(project, playhead);
    }, fail);
  };

  const findMoments = ({ moments, history }: EditorSession): void => {
    const project = history.present;
    moments.of(project).then((found) => {
      if (session?.history.present === project) store.setState({ moments: found });
    }, fail);
  };

  const apply = (name: string, edit: Edit, repeatKey?: string): void => {
    if (session?.history.apply(name, edit, repeatKey) === true) publish();
  };

  const requireSession = (): EditorSession => {
    if (session === null) throw new StudioError('unexpected', 'No project is open.');
    return session;
  };

  const addRecord = async (target: EditorSession, take: TakeRecord): Promise<void> => {
    // The person may have opened another project while the file was copied.
    if (target !== session) return;
    apply(EDIT_NAMES.addClip, (project) => addClip(project, take, crypto.randomUUID()));
    store.setState({ missingTakeIds: await findMissingTakes(parts.storage, target.history.present) });
  };

  const seek = (time: Flicks): void => {
    if (session === null || !Number.isFinite(time)) return;
    const project = session.history.present;
    movePlayhead(clampFlicks(time, ZERO_FLICKS, projectDuration(project)));
    if (session.playback.playing) session.playback.restart(playhead);
    else session.picture.show(project, playhead);
  };

  const pause = (): void => {
    if (session === null || !session.playback.playing) return;
    session.playback.stop();
    store.setState({ playing: false, rate: 1, time: playhead });
    voice.end().catch(fail);
    session.picture.show(session.history.present, playhead);
  };

  const events = (mine: number): Parameters<typeof openEditorSession>[2] => {
    const ifOpen =
      <T extends unknown[]>(tell: (...values: T) => void) =>
      (...values: T): void => {
        if (mine === turn) tell(...values);
      };
    return {
      onTime: ifOpen((time) => {
        movePlayhead(time, false);
        if (session !== null) session.picture.play(session.history.present, time);
      }),
      range: () => store.getState().range,
      onEnd: ifOpen((at) => {
        if (session === null) return;
        movePlayhead(at);
        store.setState({ playing: false, rate: 1 });
        voice.end().catch(fail);
        session.picture.show(session.history.present, playhead);
      }),
      onSaved: ifOpen((saved, error) => {
        const recovered = saved === 'saved' && store.getState().saved === 'failed';
        if (error !== undefined) store.setState({ saved, error: asStudioError(error) });
        else store.setState(recovered ? { saved, error: null } : { saved });
      }),
      onAnalysis: ifOpen((analysis) => store.setState({ analysis })),
      onMoments: ifOpen(() => {
        if (session !== null) findMoments(session);
      }),
      onError: ifOpen(fail),
    };
  };

  const onHidden = (): void => {
    // Nobody watches, and the browser would stop the picture but not the sound.
    if (document.visibilityState === 'hidden') pause();
  };

  const editContext: EditContext = {
    apply,
    playhead: () => playhead,
    permitAnalysis: () => session?.analysis.permit(),
  };

  const voice = createEditorVoice({
    storage: parts.storage,
    microphoneId: () => parts.settings.store.getState().microphoneId,
    filmNow: () => session?.sound.now() ?? null,
    onChange: (recording) => store.setState({ recording }),
    onRecorded: (recordingId, start, seconds) => {
      const newId = crypto.randomUUID();
      apply(EDIT_NAMES.addVoice, (project) => addVoice(project, recordingId, { start, seconds, newId }));
      editor.select(newId);
    },
    onError: fail,
  });

  const editor: Editor = {
    store,
    async open(projectId) {
      await editor.close();
      turn += 1;
      const mine = turn;
      store.setState({ ...CLOSED, phase: 'opening', canPaste: clipboard !== null });
      try {
        const opened = await openEditorSession(projectId, parts, events(mine), unsaved.get(projectId));
        const missingTakeIds = await findMissingTakes(parts.storage, opened.history.present);
        if (mine !== turn) {
          opened.dispose();
          return;
        }
        session = opened;
        playhead = ZERO_FLICKS;
        const project = opened.history.present;
        store.setState({ phase: 'ready', project, duration: projectDuration(project), missingTakeIds });
        document.addEventListener('visibilitychange', onHidden);
        opened.picture.attach(canvas);
        opened.picture.show(project, playhead);
        findMoments(opened);
      } catch (error) {
        if (mine === turn) store.setState({ phase: 'failed', error: asStudioError(error) });
      }
    },
    async close() {
      const open = session;
      if (open !== null) {
        pause();
        await voice.end();
        open.history.endGesture();
        // Before the turn changes, so that a failed last save is still told.
        await open.autosave.flush();
        const { present } = open.history;
        if (store.getState().saved === 'failed') unsaved.set(present.id, present);
        else unsaved.delete(present.id);
      }
      const { saved, error } = store.getState();
      turn += 1;
      if (session === open) session = null;
      document.removeEventListener('visibilitychange', onHidden);
      open?.dispose();
      // That something is not saved is still told when nothing is open.
      store.setState(saved === 'failed' ? { ...CLOSED, saved, error } : CLOSED);
    },
    attachCanvas(next) {
      canvas = next;
      session?.picture.attach(next);
    },

    play(rate = 1) {
      if (session === null) return;
      const { playing, range, rate: before, recording } = store.getState();
      // While a voice is recorded the film runs as it is.
      if (playing && (rate === before || recording)) return;
      const project = session.history.present;
      const duration = projectDuration(project);
      if (duration === 0) return;
      const [begin, end] = [range?.from ?? ZERO_FLICKS, range?.to ?? duration];
      if (rate > 0 && (playhead >= end - frameDuration(project.fps) || playhead < begin)) movePlayhead(begin);
      if (rate < 0 && (playhead <= begin || playhead > end)) movePlayhead(end);
      store.setState({ playing: true, rate });
      session.playback.start(playhead, rate);
    },
    pause,
    setRange(range) {
      const { duration } = store.getState();
      const isPart = range !== null && range.to > range.from && range.from < duration;
      store.setState({
        range: isPart ? { from: range.from, to: clampFlicks(range.to, range.from, duration) } : null,
      });
    },
    seek,
    step(frames) {
      if (session === null) return;
      pause();
      const { fps } = session.history.present;
      seek(frameStart(Math.max(0, frameIndexAt(playhead, fps) + Math.round(frames)), fps));
    },
    onTime(listener) {
      timeListeners.add(listener);
      return () => timeListeners.delete(listener);
    },

    select(itemId, add = false) {
      const { selectedIds: before } = store.getState();
      const others = before.filter((id) => id !== itemId);
      const isDropped = add && itemId !== null && before.includes(itemId);
      const selectedIds = itemId === null ? [] : isDropped ? others : add ? [...others, itemId] : [itemId];
      store.setState({ selectedIds, selectedId: selectedIds.at(-1) ?? null });
    },
    selectAll() {
      if (session === null) return;
      const clips = itemsOf(session.history.present, 'video').map(({ id }) => id);
      store.setState({ selectedIds: clips, selectedId: clips.at(-1) ?? null });
    },
    boxOf: (itemId) => (session === null ? null : boxOfItem(session.history.present, itemId, playhead)),
    itemAt: (place) => (session === null ? null : itemAtPlace(session.history.present, place, playhead)),
    copy(itemIds) {
      const copied = session === null ? null : copyItems(session.history.present, itemIds);
      if (copied === null) return;
      clipboard = copied;
      store.setState({ canPaste: true });
    },
    paste() {
      if (clipboard !== null) editor.pasteItems(clipboard);
    },
    beginGesture: (name) => session?.history.beginGesture(name),
    endGesture() {
      session?.history.endGesture();
      publish();
    },
    undo() {
      if (session?.history.undo() === true) publish();
    },
    redo() {
      if (session?.history.redo() === true) publish();
    },

    ...createEditMethods(editContext),
    ...createItemEdits(editContext),
    async fillClip(clipId, takeId, sourceStart = 0) {
      const target = requireSession();
      const take = await parts.storage.takes.get(takeId);
      if (take === undefined) throw new StudioError('storage-missing', `No take ${takeId} in the library.`);
      if (target !== session) return;
      const newId = `source-${crypto.randomUUID()}`;
      apply(EDIT_NAMES.fill, (project) => fillClip(project, clipId, take, sourceStart, newId));
      store.setState({ missingTakeIds: await findMissingTakes(parts.storage, target.history.present) });
    },
    async startVoice() {
      requireSession();
      pause();
      await voice.begin(playhead);
      editor.play();
    },
    async stopVoice() {
      pause();
      await voice.end();
    },
    async addStickerFile(file) {
      const target = requireSession();
      const asset = await importSticker(file);
      if (target === session) editor.select(editor.addOwnSticker(asset));
    },
    async addTake(takeId) {
      const target = requireSession();
      const take = await parts.storage.takes.get(takeId);
      if (take === undefined) throw new StudioError('storage-missing', `No take ${takeId} in the library.`);
      await addRecord(target, take);
    },
    async addFile(file) {
      const target = requireSession();
      await addRecord(target, await importVideo(parts.storage, file));
    },

    async addCaptions(file) {
      const target = requireSession();
      const captions = parseCaptions(await textOf(file));
      if (target !== session) return;
      apply(EDIT_NAMES.addCaptions, (film) => addCaptions(film, captions, () => crypto.randomUUID()));
    },
    saveTemplate() {
      const { present } = requireSession().history;
      const text = JSON.stringify(toTemplate(present, present.name));
      const name = `${fileNameOf(present.name)}.fifteen-template`;
      downloadFile(new File([text], name, { type: 'application/json' }));
    },
    saveCaptions() {
      const { present } = requireSession().history;
      const text = formatSrt(itemsOf(present, 'text'));
      downloadFile(new File([text], `${fileNameOf(present.name)}.srt`, { type: 'application/x-subrip' }));
    },
    async keepBest(clipId, options) {
      const target = requireSession();
      const project = target.history.present;
      const clip = itemsOf(project, 'video').find(({ id }) => id === clipId);
      if (clip === undefined) return;
      const { poseModel } = parts.settings.store.getState();
      const best = await findBest({ storage: parts.storage, poseModel }, project, clip, options);
      // What was found is true of the film that was looked at.
      if (target !== session || target.history.present !== project) return;
      apply(EDIT_NAMES.keepBest, (film) => keepStretches(film, clipId, best, () => crypto.randomUUID()));
    },

    tryStack(stack, imports = NO_IMPORTS) {
      if (session === null || session.playback.playing) return;
      const project = session.history.present;
      session.picture.show(stack === null ? project : applyStack(project, stack, imports), playhead);
    },

    waveform: (from) => session?.waveforms.of(from) ?? Promise.resolve(null),
    checkLoop: async (options) => requireSession().checkLoop(options),
    cancelAnalysis: () => session?.analysis.cancel(),
  };
  return editor;
}

/** @throws StudioError `file-unreadable` */
async function textOf(file: File): Promise<string> {
  try {
    return await file.text();
  } catch (cause) {
    throw new StudioError('file-unreadable', `${file.name} cannot be read.`, { cause });
  }
}

/** Of a selection what the document still has. */
function stillThere(project: Project, itemIds: readonly string[]): readonly string[] {
  const left = itemIds.filter((id) => kindOfItem(project, id) !== null);
  return left.length === itemIds.length ? itemIds : left;
}
