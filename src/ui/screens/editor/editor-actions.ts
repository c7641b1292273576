/** What keys and buttons of the editor do, and when they can. */
import { addFlicks, frameDuration, toFlicks, type Flicks } from '../../../core/time';
import type { Editor, EditorState } from '../../../studio/editor';
import type { EditorAction } from './editor-keys';
import { clipUnder, findItem, type PlacedItem } from './timeline-rows';
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
      return selectedId !== null;
    case 'undo':
      return state.canUndo;
    case 'redo':
      return state.canRedo;
    case 'play':
    case 'frameBack':
    case 'frameForward':
    case 'secondBack':
    case 'secondForward':
    case 'toStart':
    case 'toEnd':
      return duration > 0;
    case 'zoomIn':
    case 'zoomOut':
    case 'zoomFit':
    case 'snap':
    case 'deselect':
    case 'help':
      return true;
  }
}

/** Actions over an editor; each reads the state when it runs. */
export function createEditorActions(
  editor: Editor,
  view: Pick<TimelineView, 'zoomIn' | 'zoomOut' | 'fit' | 'toggleSnap'>,
  beats: () => readonly Flicks[],
  showHelp: () => void,
): EditorActions {
  const state = (): EditorState => editor.store.getState();
  const seekBy = (seconds: number): void =>
    editor.seek(Math.max(0, state().time + toFlicks(seconds)) as Flicks);
  const withSelected = (act: (id: string) => void) => (): void => {
    const { selectedId } = state();
    if (selectedId !== null) act(selectedId);
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
    split: () => editor.split(),
    cutToBeat: () => editor.cutToBeat(beats()),
    trimStart: trimTo('start'),
    trimEnd: trimTo('end'),
    moveEarlier: moveBy(-1),
    moveLater: moveBy(1),
    duplicate: withSelected((id) => editor.duplicateItem(id)),
    delete: withSelected((id) => editor.deleteItem(id)),
    undo: () => editor.undo(),
    redo: () => editor.redo(),
    zoomIn: view.zoomIn,
    zoomOut: view.zoomOut,
    zoomFit: view.fit,
    snap: view.toggleSnap,
    deselect: () => editor.select(null),
    help: showHelp,
  };
}
