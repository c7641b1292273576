import { describe, expect, it, vi } from 'vitest';
import { StudioError } from '../../../src/core/errors';
import { toFlicks, toSeconds } from '../../../src/core/time';
import { itemsOf } from '../../../src/project/change-items';
import { difference, frame, look, openEditor, squats, stillPicture } from './editor-rig';

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

  it('keeps the best seconds of a clip, after looking for the body, in one step', async () => {
    const { editor, project } = await openEditor();
    const before = project();
    const id = itemsOf(before, 'video')[0]?.id ?? '';
    const seen: number[] = [];
    const beats = Array.from({ length: 40 }, (_, beat) => toFlicks(beat * 0.5));
    const signal = new AbortController().signal;
    await editor.keepBest(id, { beats, seconds: 5, signal, onProgress: (progress) => seen.push(progress) });
    expect(seen.at(-1)).toBeCloseTo(1, 1);
    // Two bars of two seconds; three would be too long.
    expect(toSeconds(editor.store.getState().duration)).toBe(4);
    for (const clip of itemsOf(project(), 'video')) expect(clip.sourceStart % 2).toBeCloseTo(0, 6);
    editor.undo();
    expect(project()).toEqual({ ...before, modifiedAt: project().modifiedAt });
  }, 120_000);

  it('calls the search for the best seconds off when asked', async () => {
    const { editor, project } = await openEditor();
    const before = project();
    const abort = new AbortController();
    const keeping = editor.keepBest(itemsOf(before, 'video')[0]?.id ?? '', {
      beats: [],
      seconds: 5,
      signal: abort.signal,
      onProgress: () => abort.abort(),
    });
    await expect(keeping).rejects.toMatchObject({ code: 'cancelled' });
    expect(project()).toBe(before);
  }, 60_000);

  it('saves the last edit when it is closed at once', async () => {
    const { editor, storage, projectId } = await openEditor();
    editor.rename('In a hurry');
    await editor.close();
    expect((await storage.projects.get(projectId))?.name).toBe('In a hurry');
  });

  it('loses nothing when storage fails: it says so, and goes on from there when it is opened again', async () => {
    const { editor, storage, projectId, project } = await openEditor();
    const save = storage.projects.save.bind(storage.projects);
    let full = true;
    vi.spyOn(storage.projects, 'save').mockImplementation((document) =>
      full ? Promise.reject(new StudioError('storage-full', 'No room.')) : save(document),
    );
    editor.rename('Unsaved');
    await editor.close();
    expect(editor.store.getState()).toMatchObject({
      phase: 'closed',
      saved: 'failed',
      error: { code: 'storage-full' },
    });
    expect((await storage.projects.get(projectId))?.name).toBe('squats');
    full = false;
    await editor.open(projectId);
    expect(project().name).toBe('Unsaved');
    await editor.close();
    expect((await storage.projects.get(projectId))?.name).toBe('Unsaved');
    expect(editor.store.getState()).toMatchObject({ saved: 'saved', error: null });
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
