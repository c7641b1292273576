import { describe, expect, it } from 'vitest';
import { itemsOf } from '../../../src/project/change-items';
import { projectDuration } from '../../../src/project/duration';
import type { LoopFinding, LoopFindingKind } from '../../../src/project/loop-check';
import type { LoopCheckOptions } from '../../../src/studio/check-loop';
import type { Editor } from '../../../src/studio/editor';
import { frame, openEditor, squats, type Rig } from './editor-rig';

const quietly = (): LoopCheckOptions => ({
  signal: new AbortController().signal,
  onProgress: () => undefined,
});

async function find(editor: Editor, kind: LoopFindingKind): Promise<LoopFinding | undefined> {
  const { findings } = await editor.checkLoop(quietly());
  return findings.find((finding) => finding.kind === kind);
}

/** The film cut after `count` frames; gives the id of its only clip. */
function cutAfter({ editor, project }: Rig, count: number): string {
  const clipId = itemsOf(project(), 'video')[0]?.id ?? '';
  editor.trimClip(clipId, 'end', frame(count));
  return clipId;
}

describe.skipIf(squats === null)('the loop check', () => {
  it('finds the jump of a film that ends in a squat, and an end where the dancer stands again', async () => {
    const rig = await openEditor();
    const { editor, project } = rig;
    // Seven seconds in they are all the way down; two seconds earlier they stood.
    const clipId = cutAfter(rig, 210);
    const told: number[] = [];
    const { findings } = await editor.checkLoop({ ...quietly(), onProgress: (value) => told.push(value) });
    const [picture] = findings;
    expect(picture).toMatchObject({ kind: 'picture', ok: false, suggestion: 'match-pose' });
    expect(told).toEqual(told.toSorted((a, b) => a - b));
    expect(told.at(-1)).toBe(1);

    const end = picture?.trimTo?.time ?? frame(0);
    expect(end).toBeGreaterThanOrEqual(frame(150));
    expect(end).toBeLessThan(frame(210));
    editor.trimClip(clipId, 'end', end);
    expect(projectDuration(project())).toBe(end);
    expect(await find(editor, 'picture')).toMatchObject({ ok: true, suggestion: null });
  });

  it('finds nothing in a film that runs back to where it began', async () => {
    const rig = await openEditor();
    const { editor, project } = rig;
    editor.duplicateItem(cutAfter(rig, 80));
    editor.reverseClip(itemsOf(project(), 'video')[1]?.id ?? '');
    expect(projectDuration(project())).toBe(frame(160));
    expect(await find(editor, 'picture')).toMatchObject({ ok: true, severity: 0 });
  });

  it('knows the bars of the music, and where one ends', async () => {
    const rig = await openEditor();
    const { editor } = rig;
    // Seven seconds at 120 BPM are three bars and a half.
    const clipId = cutAfter(rig, 210);
    expect(await find(editor, 'beat')).toBeUndefined();
    editor.setMusic({ kind: 'bundled', id: 'neon-steps' });
    expect(await find(editor, 'beat')).toMatchObject({
      ok: false,
      suggestion: 'trim-to-bar',
      trimTo: { time: frame(180), on: 'bar' },
    });
    editor.trimClip(clipId, 'end', frame(180));
    expect(await find(editor, 'beat')).toMatchObject({ ok: true });
  });

  it('hears a song that is faded out, and one that is not', async () => {
    const rig = await openEditor();
    const { editor, project } = rig;
    cutAfter(rig, 180);
    editor.setMusic({ kind: 'bundled', id: 'neon-steps' });
    const musicId = itemsOf(project(), 'music')[0]?.id ?? '';
    editor.changeMusic(musicId, { songStart: 4, fadeOut: 1 });
    expect(await find(editor, 'sound')).toMatchObject({ ok: false, suggestion: 'no-fade' });
    editor.changeMusic(musicId, { fadeOut: 0 });
    expect((await find(editor, 'sound'))?.suggestion).not.toBe('no-fade');
  });

  it('stops when it is told to, and when the film is closed', async () => {
    const { editor } = await openEditor();
    const stop = new AbortController();
    const onProgress = (): void => stop.abort();
    await expect(editor.checkLoop({ signal: stop.signal, onProgress })).rejects.toMatchObject({
      code: 'cancelled',
    });
    const closings: Promise<void>[] = [];
    const close = (): void => {
      if (closings.length === 0) closings.push(editor.close());
    };
    const cut = editor.checkLoop({ ...quietly(), onProgress: close });
    await expect(cut).rejects.toMatchObject({ code: 'cancelled' });
    await Promise.all(closings);
  });
});
