/** What keys and buttons of the editor do, and when they can. */
import { addFlicks, frameDuration, toFlicks, type Flicks } from '../../../core/time';
import type { Editor, EditorState } from '../../../studio/editor';
import type { EditorAction } from './editor-keys';
import { EDIT_NAMES } from '../../../studio/edit-names';
import { clipUnder, findItem, placedItems, type PlacedItem } from './timeline-rows';
import type { TimelineView } from './use-timeline-view';

export type EditorActions = Readonly<Record<EditorAction, () => void>>;

/** What trimming and moving is about: the selected item, else the clip under the playhead. */
export function targetOf({
  project,
  selectedId,
  time,
}: Pick<EditorState, 'project' | 'selectedId' | 'time'>): PlacedItem | null {
  if (project === null) return null;
  return findItem(project, selectedId) ?? clipUnder(project, time);
}

/** Whether an edge of the item can be put at `time`: strictly inside it. */
function cutsInside({ item }: PlacedItem, time: Flicks): boolean {
  return time > item.start && time < addFlicks(item.start, item.duration);
}

/** Whether the action would do something now. */
export function canDo(action: EditorAction, state: EditorState): boolean {
  const { project, selectedId, time, duration } = state;
  if (project === null) return false;
  const target = targetOf(state);
  const under = clipUnder(project, time);
  switch (action) {
    case 'split':
      return under !== null && cutsInside(under, time);
    case 'cutToBeat':
      return under !== null && project.tracks.some(({ kind, items }) => kind === 'music' && items.length > 0);
    case 'trimStart':
    case 'trimEnd':
      return target !== null && cutsInside(target, time);
    case 'moveEarlier':
      return target !== null && (target.kind === 'video' ? target.index > 0 : target.item.start > 0);
    case 'moveLater':
      if (target === null) return false;
      return target.kind === 'video'
        ? target.index < target.count - 1
        : target.item.start + frameDuration(project.fps) < duration;
    case 'duplicate':
      return selectedId !== null && findItem(project, selectedId)?.kind !== 'music';
    case 'delete':
    case 'cut':
    case 'copy':
      return selectedId !== null;
    case 'paste':
      return state.canPaste;
    case 'selectAll':
      return project.tracks.some(({ kind, items }) => kind === 'video' && items.length > 0);
    case 'leaveGap':
      return findItem(project, selectedId)?.kind === 'video';
    case 'freeze':
    case 'reverse':
      return target?.kind === 'video' && target.item.empty !== true && target.item.still !== true;
    case 'undo':
      return state.canUndo;
    case 'redo':
      return state.canRedo;
    case 'play':
    case 'shuttleBack':
    case 'pause':
    case 'shuttleForward':
    case 'previousCut':
    case 'nextCut':
    case 'markIn':
    case 'markOut':
    case 'marker':
    case 'recordVoice':
    case 'frameBack':
    case 'frameForward':
    case 'secondBack':
    case 'secondForward':
    case 'toStart':
    case 'toEnd':
      return duration > 0;
    case 'clearRange':
      return state.range !== null;
    case 'zoomIn':
    case 'zoomOut':
    case 'zoomFit':
    case 'snap':
    case 'deselect':
    case 'help':
      return true;
  }
}

/** As fast as the film is ever wound. */
const FASTEST_SHUTTLE = 8;

/** What actions need of the screen. */
export interface ActionWords {
  readonly showHelp: () => void;
  /** What a new marker is called. */
  readonly marker: () => string;
  /** Begins to record a voice, or ends it. */
  readonly recordVoice: () => void;
}

/** Actions over an editor; each reads the state when it runs. */
export function createEditorActions(
  editor: Editor,
  view: Pick<TimelineView, 'zoomIn' | 'zoomOut' | 'fit' | 'toggleSnap'>,
  beats: () => readonly Flicks[],
  words: ActionWords,
): EditorActions {
  const state = (): EditorState => editor.store.getState();
  const seekBy = (seconds: number): void =>
    editor.seek(Math.max(0, state().time + toFlicks(seconds)) as Flicks);
  const withSelected = (act: (ids: readonly string[]) => void) => (): void => {
    const { selectedIds } = state();
    if (selectedIds.length > 0) act(selectedIds);
  };
  const withClip = (act: (clipId: string) => void) => (): void => {
    const target = targetOf(state());
    if (target?.kind === 'video') act(target.item.id);
  };
  /** Each press is twice as fast as the one before, in the same direction. */
  const shuttle = (direction: 1 | -1) => (): void => {
    const { playing, rate } = state();
    const isSame = playing && Math.sign(rate) === direction;
    editor.play(isSame ? Math.sign(rate) * Math.min(FASTEST_SHUTTLE, Math.abs(rate) * 2) : direction);
  };
  const seekCut = (direction: 1 | -1) => (): void => {
    const { project, time } = state();
    const clips = project === null ? [] : placedItems(project, 'video').map(({ item }) => item);
    const cuts = [...clips.map(({ start }) => start), state().duration];
    const cut = direction > 0 ? cuts.find((at) => at > time) : cuts.findLast((at) => at < time);
    if (cut !== undefined) editor.seek(cut);
  };
  const mark = (edge: 'from' | 'to') => (): void => {
    const { range, time, duration } = state();
    const from = edge === 'from' ? time : (range?.from ?? (0 as Flicks));
    const to = edge === 'to' ? time : (range?.to ?? duration);
    editor.setRange(
      to > from ? { from, to } : edge === 'from' ? { from, to: duration } : { from: 0 as Flicks, to },
    );
  };

  const trimTo = (edge: 'start' | 'end') => (): void => {
    const now = state();
    const target = targetOf(now);
    if (target === null || !cutsInside(target, now.time)) return;
    if (target.kind !== 'video') {
      editor.trimItem(target.item.id, edge, now.time);
      return;
    }
    editor.trimClip(target.item.id, edge, now.time);
    // The picture under the playhead is the clip's first now: it stays in sight.
    if (edge === 'start') editor.seek(target.item.start);
  };
  const moveBy = (direction: -1 | 1) => (): void => {
    const now = state();
    const target = targetOf(now);
    if (target === null || now.project === null) return;
    if (target.kind === 'video') editor.moveClip(target.item.id, target.index + direction);
    else {
      const start = target.item.start + direction * frameDuration(now.project.fps);
      editor.moveItem(target.item.id, Math.max(0, start) as Flicks);
    }
  };

  return {
    play: () => (state().playing ? editor.pause() : editor.play()),
    frameBack: () => editor.step(-1),
    frameForward: () => editor.step(1),
    secondBack: () => seekBy(-1),
    secondForward: () => seekBy(1),
    toStart: () => editor.seek(0 as Flicks),
    toEnd: () => editor.seek(state().duration),
    shuttleBack: shuttle(-1),
    pause: () => editor.pause(),
    shuttleForward: shuttle(1),
    previousCut: seekCut(-1),
    nextCut: seekCut(1),
    markIn: mark('from'),
    markOut: mark('to'),
    clearRange: () => editor.setRange(null),
    marker() {
      const { project, time } = state();
      const here = project?.markers.find((marker) => marker.kind === 'note' && marker.time === time);
      // The same key takes a marker away again.
      if (here === undefined) editor.addMarker(words.marker());
      else editor.removeMarker(here.id);
    },
    split: () => editor.split(),
    cutToBeat() {
      const { project, selectedIds } = state();
      const clips = project === null ? [] : placedItems(project, 'video').map(({ item }) => item.id);
      const chosen = clips.filter((id) => selectedIds.includes(id));
      // One clip alone is what one looks at, not what one means.
      editor.cutToBeat(beats(), chosen.length > 1 ? chosen : undefined);
    },
    trimStart: trimTo('start'),
    trimEnd: trimTo('end'),
    moveEarlier: moveBy(-1),
    moveLater: moveBy(1),
    freeze: () => editor.freezeFrame(),
    reverse: withClip((clipId) => editor.reverseClip(clipId)),
    recordVoice: words.recordVoice,
    selectAll: () => editor.selectAll(),
    cut: withSelected((ids) => {
      editor.copy(ids);
      editor.deleteItems(ids);
    }),
    copy: withSelected((ids) => editor.copy(ids)),
    paste: () => editor.paste(),
    duplicate: withSelected((ids) => editor.duplicateItems(ids)),
    delete: withSelected((ids) => editor.deleteItems(ids)),
    leaveGap: withSelected((ids) => {
      editor.beginGesture(EDIT_NAMES.empty);
      for (const id of ids) editor.emptyClip(id);
      editor.endGesture();
    }),
    undo: () => editor.undo(),
    redo: () => editor.redo(),
    zoomIn: view.zoomIn,
    zoomOut: view.zoomOut,
    zoomFit: view.fit,
    snap: view.toggleSnap,
    deselect: () => editor.select(null),
    help: words.showHelp,
  };
}
