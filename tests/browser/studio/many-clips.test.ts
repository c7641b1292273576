/** A film of twenty clips from five sources is looked through and played. */
import { expect, it } from 'vitest';
import { addFlicks } from '../../../src/core/time';
import { itemsOf } from '../../../src/project/change-items';
import { projectDuration } from '../../../src/project/duration';
import { frame, openEditor, squats, stillPicture, difference } from './editor-rig';

it.skipIf(squats === null)(
  'twenty clips from five sources: each is shown where it lies, backwards too, and the film plays on',
  async () => {
    const { editor, canvas, project } = await openEditor();
    for (let source = 1; source < 5; source += 1)
      await editor.addFile(new File([squats ?? new Blob()], `squats-${source}.mp4`, { type: 'video/mp4' }));
    const clips = (): readonly { id: string }[] => itemsOf(project(), 'video');
    // Twelve frames of each, at another place of each take, four times round.
    for (const { id } of clips()) editor.trimClip(id, 'end', frame(0));
    editor.beginGesture('edit.trim');
    for (let round = 0; round < 3; round += 1)
      editor.duplicateItems(
        clips()
          .slice(0, 5)
          .map(({ id }) => id),
      );
    editor.endGesture();
    expect(clips()).toHaveLength(20);
    clips().forEach(({ id }, index) => {
      const start = itemsOf(project(), 'video').find((clip) => clip.id === id)?.start ?? frame(0);
      editor.trimClip(id, 'end', addFlicks(start, frame(12)));
      editor.slipClip(id, (index % 10) * 30);
    });
    expect(projectDuration(project())).toBe(frame(240));
    expect(new Set(Object.values(project().sources).map(({ takeId }) => takeId)).size).toBe(5);

    editor.attachCanvas(canvas);
    const seen = new Map<number, number[]>();
    for (const index of [0, 5, 10, 15, 19, 12, 7, 3]) {
      editor.seek(frame(index * 12 + 6));
      seen.set(index, await stillPicture(canvas));
    }
    // The same place again, after all the others have passed through the decoders.
    editor.seek(frame(6));
    expect(difference(await stillPicture(canvas), seen.get(0) ?? [])).toBe(0);

    editor.seek(frame(0));
    editor.play();
    await expect.poll(() => editor.store.getState().time, { timeout: 20_000 }).toBeGreaterThan(frame(100));
    editor.pause();
    expect(editor.store.getState()).toMatchObject({ error: null, missingTakeIds: [] });
  },
  120_000,
);
