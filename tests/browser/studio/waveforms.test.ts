import { describe, expect, it } from 'vitest';
import { openEditor, squats } from './editor-rig';

describe.skipIf(squats === null)('the outline of a sound in the editor', () => {
  it('is that of the song as it is rendered, read once', async () => {
    const { editor } = await openEditor();
    const song = { kind: 'bundled', id: 'neon-steps' } as const;
    const waveform = await editor.waveform({ kind: 'song', song });
    expect(waveform?.levels[0]?.high.length).toBeGreaterThan(15 * 200 - 1);
    expect(Math.max(...(waveform?.levels.at(-1)?.high ?? []))).toBeGreaterThan(40);
    expect(await editor.waveform({ kind: 'song', song })).toBe(waveform);
  });

  it('is null while no film is open', async () => {
    const { editor } = await openEditor();
    await editor.close();
    expect(await editor.waveform({ kind: 'song', song: { kind: 'bundled', id: 'neon-steps' } })).toBeNull();
  });
});
