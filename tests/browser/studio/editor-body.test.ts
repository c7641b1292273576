import { describe, expect, it } from 'vitest';
import { decodeMatteTrack } from '../../../src/media/matte-track-bytes';
import { decodePoseTrack } from '../../../src/pose/pose-track-bytes';
import { TAKE_FILES } from '../../../src/storage/records';
import { difference, look, openEditor, squats, stillPicture } from './editor-rig';

const model = await fetch('/models/pose_landmarker_lite.task', { method: 'HEAD' });
const canRun = squats !== null && model.ok;
if (!model.ok)
  console.warn('SKIPPED finding the body: the models are not built (npx tsx scripts/build-models.ts).');

describe.skipIf(!canRun)('an effect on the body', () => {
  it('finds the body once, keeps it with the take, and is seen', async () => {
    const { editor, canvas, storage, takeId, projectId } = await openEditor();
    const seen: number[] = [];
    editor.store.subscribe(({ analysis }) => {
      if (analysis !== null) seen.push(analysis.progress);
    });
    editor.attachCanvas(canvas);
    const plain = await stillPicture(canvas);
    editor.addEffect('background-replace');
    await expect.poll(() => editor.store.getState().analysis?.takeId, { timeout: 10_000 }).toBe(takeId);
    await expect.poll(() => editor.store.getState().analysis, { timeout: 100_000 }).toBeNull();
    expect(editor.store.getState().error).toBeNull();
    expect(seen).toEqual(seen.toSorted((a, b) => a - b));
    await expect.poll(() => difference(look(canvas), plain), { timeout: 20_000 }).toBeGreaterThan(5);
    const pose = decodePoseTrack((await storage.takes.readFile(takeId, TAKE_FILES.pose)) ?? new Uint8Array());
    const matte = await decodeMatteTrack(
      (await storage.takes.readFile(takeId, TAKE_FILES.matte)) ?? new Uint8Array(),
    );
    expect(pose.length).toBe(65);
    expect(matte.times).toHaveLength(65);
    expect(pose.present.reduce((sum, present) => sum + present, 0)).toBeGreaterThan(55);

    const shown = await stillPicture(canvas);
    await editor.close();
    seen.length = 0;
    await editor.open(projectId);
    await expect.poll(() => difference(look(canvas), shown), { timeout: 20_000 }).toBe(0);
    expect(seen).toEqual([]);
  });

  it('is left off when the person stops the search, until an effect asks again', async () => {
    const { editor, storage, takeId } = await openEditor();
    editor.addEffect('skeleton-neon');
    await expect
      .poll(() => editor.store.getState().analysis?.progress, { timeout: 60_000 })
      .toBeGreaterThan(0);
    editor.cancelAnalysis();
    await expect.poll(() => editor.store.getState().analysis).toBeNull();
    editor.addText('goes on');
    expect(editor.store.getState()).toMatchObject({ analysis: null, error: null });
    expect(await storage.takes.readFile(takeId, TAKE_FILES.pose)).toBeNull();
    editor.addEffect('hand-trails');
    await expect.poll(() => editor.store.getState().analysis?.takeId, { timeout: 10_000 }).toBe(takeId);
  });

  it('stops the search when the effect is taken away', async () => {
    const { editor } = await openEditor();
    editor.addEffect('skeleton-neon');
    await expect.poll(() => editor.store.getState().analysis).not.toBeNull();
    editor.undo();
    await expect.poll(() => editor.store.getState().analysis, { timeout: 20_000 }).toBeNull();
    expect(editor.store.getState().error).toBeNull();
    editor.redo();
    await expect.poll(() => editor.store.getState().analysis, { timeout: 10_000 }).not.toBeNull();
  });
});
