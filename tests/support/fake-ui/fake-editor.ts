/** An editor that edits for real and draws a stand-in: all of the document, nothing of media, storage and the GPU. */
import { createStore } from 'zustand/vanilla';
import { StudioError, type StudioErrorCode } from '../../../src/core/errors';
import { clampFlicks, frameDuration, toFlicks, type Flicks } from '../../../src/core/time';
import { lookById } from '../../../src/effects/registry';
import { createProjectFromTake, type TakeFacts } from '../../../src/project/create-project';
import { projectDuration } from '../../../src/project/duration';
import { addClip } from '../../../src/project/edits/add-clip';
import { replaceEffects } from '../../../src/project/edits/change-effects';
import { addText } from '../../../src/project/edits/change-texts';
import { trimItem } from '../../../src/project/edits/move-item';
import { splitClip } from '../../../src/project/edits/split-clip';
import { trimClip } from '../../../src/project/edits/trim-clip';
import { ProjectHistory, type Edit } from '../../../src/project/history';
import type { Project } from '../../../src/project/project';
import { EDIT_NAMES } from '../../../src/studio/edit-names';
import { createEditMethods, type EditContext } from '../../../src/studio/editor-edits';
import { createItemEdits } from '../../../src/studio/item-edits';
import { boxOfItem } from '../../../src/studio/item-box';
import { kindOfItem } from '../../../src/project/change-items';
import type { Editor, EditorState } from '../../../src/studio/editor';
import type { Verdict } from '../../../src/dance/judgement';
import { madeUpReport } from './made-up-report';
import { madeUpWaveform } from './made-up-waveform';
import { paintStage } from './paint-stage';

/** What the editor should meet. */
export interface FakeEditorOptions {
  /** A film without clips. */
  empty?: boolean;
  /** A film of one clip of this many seconds. */
  oneClip?: number;
  /** Opening fails so. */
  error?: StudioErrorCode;
  /** Laid over the state once the film is open. */
  state?: Partial<EditorState>;
  /** Seconds. */
  time?: number;
}

const TAKE: TakeFacts = {
  id: 'take-1',
  name: 'Friday night',
  duration: 15,
  size: { width: 720, height: 1280 },
  hasSound: true,
  mirror: true,
  music: { song: { kind: 'bundled', id: 'neon-steps' }, songStart: 0 },
  verdict: null,
};

/** A film of three clips, a look, words and music, with judgements. */
function sampleFilm(verdict: Verdict | null): Project {
  let project = createProjectFromTake({ ...TAKE, verdict }, { id: 'project-1', now: 0 });
  project = splitClip(project, 'clip-1', toFlicks(4.2), 'clip-2');
  project = trimClip(project, 'clip-2', 'end', toFlicks(9));
  project = addClip(project, { ...TAKE, id: 'take-2', duration: 4 }, 'clip-3');
  const stack = (lookById('neon-night')?.stack ?? []).slice(0, 3);
  project = replaceEffects(
    project,
    stack.map((effect, index) => ({ ...effect, id: `effect-${index + 1}` })),
  );
  project = addText(project, 'One more time', 'text-1');
  project = trimItem(project, 'text-1', 'end', toFlicks(5));
  project = addText(project, 'with feeling', 'text-2');
  return trimItem(project, 'text-2', 'start', toFlicks(6.5));
}

/** The editor over one sample film. */
export function createFakeEditor(options: FakeEditorOptions, verdict: Verdict | null): Editor {
  const closed: EditorState = {
    phase: 'closed',
    project: null,
    duration: 0 as Flicks,
    selectedId: null,
    selectedIds: [],
    playing: false,
    rate: 1,
    range: null,
    recording: false,
    canPaste: false,
    moments: [],
    time: 0 as Flicks,
    canUndo: false,
    canRedo: false,
    undoName: null,
    redoName: null,
    saved: 'saved',
    analysis: null,
    error: null,
    missingTakeIds: [],
  };
  const store = createStore<EditorState>(() => closed);
  const listeners = new Set<(time: Flicks) => void>();
  let history: ProjectHistory | null = null;
  let clock: ReturnType<typeof setInterval> | undefined;
  let ids = 0;
  const newId = (): string => `new-${(ids += 1)}`;

  const publish = (): void => {
    if (history === null) return;
    const project = history.present;
    const { time, selectedIds: before } = store.getState();
    const selectedIds = before.filter((id) => kindOfItem(project, id) !== null);
    store.setState({
      project,
      duration: projectDuration(project),
      canUndo: history.canUndo,
      canRedo: history.canRedo,
      undoName: history.undoName,
      redoName: history.redoName,
      selectedIds,
      selectedId: selectedIds.at(-1) ?? null,
    });
    seek(time);
  };
  const apply = (name: string, edit: Edit, repeatKey?: string): void => {
    if (history?.apply(name, edit, repeatKey) === true) publish();
  };
  const seek = (time: Flicks): void => {
    const held = clampFlicks(time, 0 as Flicks, store.getState().duration);
    store.setState({ time: held });
    listeners.forEach((listener) => listener(held));
  };
  const pause = (): void => {
    clearInterval(clock);
    store.setState({ playing: false });
  };

  const context: EditContext = {
    apply,
    playhead: () => store.getState().time,
    permitAnalysis: () => undefined,
  };

  return {
    store,
    open() {
      if (options.error !== undefined) {
        store.setState({ ...closed, phase: 'failed', error: new StudioError(options.error, 'fake') });
        return Promise.resolve();
      }
      const film =
        options.oneClip === undefined
          ? sampleFilm(verdict)
          : createProjectFromTake({ ...TAKE, duration: options.oneClip }, { id: 'project-1', now: 0 });
      history = new ProjectHistory(options.empty === true ? { ...film, tracks: [], markers: [] } : film);
      store.setState({ ...closed, phase: 'ready', time: toFlicks(options.time ?? 2.4) });
      publish();
      store.setState(options.state ?? {});
      return Promise.resolve();
    },
    close() {
      pause();
      store.setState(closed);
      return Promise.resolve();
    },
    attachCanvas(canvas) {
      if (canvas !== null && options.empty !== true) paintStage(canvas);
    },
    play() {
      store.setState({ playing: true });
      clock = setInterval(() => {
        const { time, duration } = store.getState();
        if (time >= duration) pause();
        else seek((time + frameDuration(30)) as Flicks);
      }, 33);
    },
    pause,
    seek,
    step(frames) {
      pause();
      seek((store.getState().time + frames * frameDuration(30)) as Flicks);
    },
    onTime(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    select(itemId, add = false) {
      const { selectedIds: before } = store.getState();
      const others = before.filter((id) => id !== itemId);
      const selectedIds =
        itemId === null ? [] : !add ? [itemId] : before.includes(itemId) ? others : [...others, itemId];
      store.setState({ selectedIds, selectedId: selectedIds.at(-1) ?? null });
    },
    selectAll: () => undefined,
    boxOf(itemId) {
      const { project, time } = store.getState();
      return project === null ? null : boxOfItem(project, itemId, time);
    },
    itemAt: () => null,
    setRange: (range) => store.setState({ range }),
    copy: () => store.setState({ canPaste: true }),
    paste: () => undefined,
    fillClip: () => Promise.resolve(),
    startVoice() {
      store.setState({ recording: true });
      return Promise.resolve();
    },
    stopVoice() {
      store.setState({ recording: false });
      return Promise.resolve();
    },
    addStickerFile: () => Promise.reject(new StudioError('file-unreadable', 'fake')),
    beginGesture: (name) => history?.beginGesture(name),
    endGesture() {
      history?.endGesture();
      publish();
    },
    undo() {
      if (history?.undo() === true) publish();
    },
    redo() {
      if (history?.redo() === true) publish();
    },
    ...createEditMethods(context),
    ...createItemEdits(context),
    tryStack: () => undefined,
    keepBest: () => Promise.resolve(),
    addCaptions: () => Promise.resolve(),
    saveCaptions: () => undefined,
    saveTemplate: () => undefined,
    addTake(takeId) {
      const id = newId();
      apply(EDIT_NAMES.addClip, (project) => addClip(project, { ...TAKE, id: takeId }, id));
      return Promise.resolve();
    },
    addFile: () => Promise.reject(new StudioError('file-no-picture', 'fake')),
    waveform: (from) => Promise.resolve(madeUpWaveform(from)),
    checkLoop() {
      const { project } = store.getState();
      if (project === null) return Promise.reject(new StudioError('unexpected', 'fake'));
      return Promise.resolve(madeUpReport(project));
    },
    cancelAnalysis: () => store.setState({ analysis: null }),
  };
}
