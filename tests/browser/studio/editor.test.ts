import { afterEach, describe, expect, it } from 'vitest';
import { toSeconds, frameStart, type Flicks } from '../../../src/core/time';
import { itemsOf } from '../../../src/project/change-items';
import type { Project } from '../../../src/project/project';
import { openStorage, type Storage } from '../../../src/storage/storage';
import { createEditor } from '../../../src/studio/create-editor';
import { createLibrary } from '../../../src/studio/create-library';
import { createSettings } from '../../../src/studio/create-settings';
import type { Editor } from '../../../src/studio/editor';
import { createSongShelf } from '../../../src/studio/song-shelf';

const response = await fetch('/shared/media/people/squats.mp4');
const squats = response.ok ? new File([await response.blob()], 'squats.mp4', { type: 'video/mp4' }) : null;
if (squats === null) console.warn('SKIPPED the editor on real footage: no film beside the repository.');

const frame = (count: number): Flicks => frameStart(count, 30);
const closers: (() => Promise<void>)[] = [];

afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

interface Rig {
  readonly storage: Storage;
  readonly editor: Editor;
  readonly projectId: string;
  readonly takeId: string;
  readonly canvas: HTMLCanvasElement;
  project(): Project;
}

/** An editor without a face, with the film as its only clip. */
async function openEditor(): Promise<Rig> {
  const name = `editor-${crypto.randomUUID()}`;
  const storage = await openStorage({ name });
  const settings = await createSettings(storage);
  const library = createLibrary({ storage });
  const editor = createEditor({ storage, settings, songs: createSongShelf(storage) });
  closers.push(async () => {
    await editor.close();
    storage.dispose();
    const root = await navigator.storage.getDirectory();
    await root.removeEntry(name, { recursive: true });
  });
  const take = await library.importVideo(squats ?? new File([], 'none'));
  const projectId = await library.createProject(take.id);
  const canvas = document.createElement('canvas');
  await editor.open(projectId);
  expect(editor.store.getState()).toMatchObject({ phase: 'ready', error: null });
  const project = (): Project => {
    const open = editor.store.getState().project;
    if (open === null) throw new Error('No project is open.');
    return open;
  };
  return { storage, editor, projectId, takeId: take.id, canvas, project };
}

/** The canvas as 16×16 grey values; all 0 while nothing has been drawn. */
function look(canvas: HTMLCanvasElement): number[] {
  const small = new OffscreenCanvas(16, 16);
  const context = small.getContext('2d');
  if (context === null || canvas.width === 0) return [];
  context.drawImage(canvas, 0, 0, 16, 16);
  const { data } = context.getImageData(0, 0, 16, 16);
  return Array.from(
    { length: 256 },
    (_, at) => ((data[at * 4] ?? 0) + (data[at * 4 + 1] ?? 0) + (data[at * 4 + 2] ?? 0)) / 3,
  );
}

function brightness(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}

function difference(a: readonly number[], b: readonly number[]): number {
  return brightness(a.map((value, index) => Math.abs(value - (b[index] ?? 0))));
}

/** Waits until the canvas shows a picture and stands still. */
async function stillPicture(canvas: HTMLCanvasElement): Promise<number[]> {
  let last: number[] = [];
  await expect
    .poll(
      () => {
        const now = look(canvas);
        const still = last.length > 0 && brightness(now) > 5 && difference(now, last) === 0;
        last = now;
        return still;
      },
      { timeout: 30_000, interval: 400 },
    )
    .toBe(true);
  return last;
}

describe.skipIf(squats === null)('the editor on a real film', () => {
  it('shows the film, and another frame after a seek', async () => {
    const { editor, canvas } = await openEditor();
    editor.attachCanvas(canvas);
    const first = await stillPicture(canvas);
    editor.seek(frame(40));
    const later = await stillPicture(canvas);
    expect(difference(first, later)).toBeGreaterThan(1);
    editor.seek(frame(0));
    await expect.poll(() => difference(look(canvas), first), { timeout: 20_000 }).toBe(0);
    expect(canvas.width / canvas.height).toBeCloseTo(9 / 16, 2);
  });

  it('ends at the last of many seeks', async () => {
    const { editor, canvas } = await openEditor();
    editor.attachCanvas(canvas);
    editor.seek(frame(55));
    const wanted = await stillPicture(canvas);
    for (const at of [3, 90, 10, 70, 30, 55]) editor.seek(frame(at));
    await expect.poll(() => difference(look(canvas), wanted), { timeout: 30_000 }).toBe(0);
    expect(editor.store.getState().time).toBe(frame(55));
  });

  it('draws on a canvas that comes late or comes again', async () => {
    const { editor, canvas } = await openEditor();
    editor.seek(frame(20));
    editor.attachCanvas(canvas);
    const first = await stillPicture(canvas);
    editor.attachCanvas(null);
    const second = document.createElement('canvas');
    editor.attachCanvas(second);
    expect(difference(await stillPicture(second), first)).toBe(0);
  });

  it('cuts, undoes, lays on effects, words and music, saves, and opens the same again', async () => {
    const { editor, storage, projectId, project } = await openEditor();
    const whole = editor.store.getState().duration;
    const start = project();
    editor.seek(frame(30));
    editor.split();
    const [, second] = itemsOf(project(), 'video');
    editor.beginGesture('edit.trim');
    for (const to of [35, 40, 45]) editor.trimClip(second?.id ?? '', 'start', frame(to));
    editor.endGesture();
    expect(editor.store.getState().duration).toBe(whole - frame(15));
    expect(editor.store.getState().undoName).toBe('edit.trim');
    editor.undo();
    expect(editor.store.getState()).toMatchObject({
      duration: whole,
      redoName: 'edit.trim',
      undoName: 'edit.split',
    });
    editor.redo();
    const effectId = editor.addEffect('duotone');
    editor.changeEffect(effectId, { strength: 0.5 });
    const textId = editor.addText('Fifteen');
    editor.changeText(textId, { x: 0.4, color: '#ff8800' });
    editor.setMusic({ kind: 'bundled', id: 'neon-steps' });
    editor.rename('My dance');
    await expect.poll(() => editor.store.getState().saved, { timeout: 10_000 }).toBe('saved');
    const edited = project();
    expect(edited.name).toBe('My dance');
    expect(itemsOf(edited, 'music')).toHaveLength(1);

    await editor.close();
    expect(editor.store.getState().phase).toBe('closed');
    const stored = await storage.projects.get(projectId);
    expect(stored).toEqual({ ...edited, modifiedAt: stored?.modifiedAt });
    await editor.open(projectId);
    expect(project()).toEqual(stored);
    while (editor.store.getState().canUndo) editor.undo();
    expect(project()).toEqual(stored);
    expect(start.name).toBe('squats');
  });

  it('saves the last edit when it is closed at once', async () => {
    const { editor, storage, projectId } = await openEditor();
    editor.rename('In a hurry');
    await editor.close();
    expect((await storage.projects.get(projectId))?.name).toBe('In a hurry');
  });

  it('shows an effect at once and undoes it to the very picture', async () => {
    const { editor, canvas } = await openEditor();
    editor.attachCanvas(canvas);
    const plain = await stillPicture(canvas);
    editor.addEffect('duotone');
    await expect.poll(() => difference(look(canvas), plain), { timeout: 20_000 }).toBeGreaterThan(2);
    editor.undo();
    await expect.poll(() => difference(look(canvas), plain), { timeout: 20_000 }).toBe(0);
  });

  it('shows the same trails after a seek as after playing up to there', async () => {
    const { editor, canvas } = await openEditor();
    editor.attachCanvas(canvas);
    editor.addEffect('trails');
    editor.seek(frame(36));
    const jumped = await stillPicture(canvas);
    editor.seek(frame(33));
    await stillPicture(canvas);
    for (let step = 0; step < 3; step += 1) {
      editor.step(1);
      await stillPicture(canvas);
    }
    expect(editor.store.getState().time).toBe(frame(36));
    expect(difference(look(canvas), jumped)).toBeLessThan(1);
  });

  it('plays with sound as its clock and stops at the end', async () => {
    const { editor, canvas, project } = await openEditor();
    editor.attachCanvas(canvas);
    editor.setMusic({ kind: 'bundled', id: 'neon-steps' });
    const [clip] = itemsOf(project(), 'video');
    editor.trimClip(clip?.id ?? '', 'end', frame(30));
    const times: number[] = [];
    const stop = editor.onTime((time) => times.push(toSeconds(time)));
    editor.play();
    expect(editor.store.getState().playing).toBe(true);
    await expect.poll(() => editor.store.getState().playing, { timeout: 30_000 }).toBe(false);
    stop();
    expect(editor.store.getState()).toMatchObject({ time: frame(30), error: null });
    expect(times).toEqual(times.toSorted((a, b) => a - b));
    expect(times.length).toBeGreaterThan(3);
    expect(times.at(-1)).toBe(1);
  });

  it('pauses where it is, and plays on from there', async () => {
    const { editor } = await openEditor();
    editor.seek(frame(10));
    editor.play();
    await expect.poll(() => editor.store.getState().time, { timeout: 30_000 }).toBeGreaterThan(frame(12));
    editor.pause();
    const { time } = editor.store.getState();
    editor.play();
    await expect.poll(() => editor.store.getState().time, { timeout: 30_000 }).toBeGreaterThan(time);
    editor.pause();
    expect(editor.store.getState().playing).toBe(false);
  });

  it('adds another take at the end, and names those that are gone', async () => {
    const { editor, storage, takeId, projectId } = await openEditor();
    const before = editor.store.getState().duration;
    await editor.addFile(squats ?? new File([], 'none'));
    await editor.addTake(takeId);
    expect(editor.store.getState().duration).toBe(before * 3);
    await editor.close();
    await storage.takes.remove(takeId);
    await editor.open(projectId);
    expect(editor.store.getState()).toMatchObject({ phase: 'ready', missingTakeIds: [takeId] });
  });

  it('says so when the project is not there', async () => {
    const { editor } = await openEditor();
    await editor.open('nothing');
    expect(editor.store.getState()).toMatchObject({ phase: 'failed', error: { code: 'storage-missing' } });
  });
});
