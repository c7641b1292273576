/** Outlines are read once, one after the other, and forgotten in the order in which they were last asked for. */
import { describe, expect, it } from 'vitest';
import type { Pcm } from '../../../src/media/pcm';
import type { SoundPiece } from '../../../src/project/frame-plan';
import { createWaveforms } from '../../../src/studio/waveforms';

type From = SoundPiece['from'];

const take = (takeId: string): From => ({ kind: 'take', takeId });
const sound = (): Pcm => ({ sampleRate: 8000, channels: [new Float32Array(8000).fill(0.5)] });

/** A source of sounds that notes what it is asked for. */
function shelf(answer: (from: From) => Promise<Pcm | null> = () => Promise.resolve(sound())) {
  const asked: string[] = [];
  const soundOf = (from: From): Promise<Pcm | null> => {
    asked.push(from.kind === 'take' ? from.takeId : from.kind);
    return answer(from);
  };
  return { asked, soundOf };
}

describe('outlines of sounds', () => {
  it('are read once, however often they are asked for', async () => {
    const { asked, soundOf } = shelf();
    const waveforms = createWaveforms({ soundOf });
    const [first, second] = await Promise.all([waveforms.of(take('a')), waveforms.of(take('a'))]);
    expect(first).toBe(second);
    expect(first?.levels[0]?.high).toHaveLength(200);
    expect(asked).toEqual(['a']);
  });

  it('are null where nothing sounds', async () => {
    const waveforms = createWaveforms({ soundOf: () => Promise.resolve(null) });
    expect(await waveforms.of(take('a'))).toBeNull();
  });

  it('are read one after the other', async () => {
    let open = 0;
    const { soundOf } = shelf(async () => {
      open += 1;
      expect(open).toBe(1);
      await new Promise((resolve) => setTimeout(resolve, 2));
      open -= 1;
      return sound();
    });
    const waveforms = createWaveforms({ soundOf });
    await Promise.all(['a', 'b', 'c'].map((id) => waveforms.of(take(id))));
    expect(open).toBe(0);
  });

  it('go when there are too many, the one asked for longest ago first', async () => {
    const { asked, soundOf } = shelf();
    // One takes 200 × 2 bytes and a third more.
    const waveforms = createWaveforms({ soundOf, keptBytes: 1200 });
    for (const id of ['a', 'b', 'a', 'c', 'a', 'b']) await waveforms.of(take(id));
    expect(asked).toEqual(['a', 'b', 'c', 'b']);
  });

  it('that failed are tried again, and do not stop the others', async () => {
    let fails = true;
    const { soundOf } = shelf((from) =>
      fails && from.kind === 'take' && from.takeId === 'bad'
        ? Promise.reject(new Error('unreadable'))
        : Promise.resolve(sound()),
    );
    const waveforms = createWaveforms({ soundOf });
    const bad = waveforms.of(take('bad'));
    const good = waveforms.of(take('good'));
    await expect(bad).rejects.toThrow('unreadable');
    expect(await good).not.toBeNull();
    fails = false;
    expect(await waveforms.of(take('bad'))).not.toBeNull();
  });

  it('are no longer read when the film is closed', async () => {
    const { asked, soundOf } = shelf();
    const waveforms = createWaveforms({ soundOf });
    const pending = waveforms.of(take('a'));
    waveforms.dispose();
    expect(await pending).toBeNull();
    expect(asked).toEqual([]);
  });
});
