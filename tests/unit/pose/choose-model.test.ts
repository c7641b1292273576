/** Which pose model on which delegate: told by trials alone. */
import { describe, expect, it } from 'vitest';
import { chooseModel } from '../../../src/pose/detector/choose-model';

type Name = `${'lite' | 'full'} ${'CPU' | 'GPU'}`;

/** A device on which each choice takes so many milliseconds, or does not start. */
function device(speeds: Readonly<Partial<Record<Name, number>>>, hasGpu: boolean) {
  const tried: Name[] = [];
  const open = new Set<Name>();
  return {
    tried,
    open,
    choose: (wanted: 'auto' | 'lite' | 'full') =>
      chooseModel<Name>({
        wanted,
        hasGpu,
        trial: (model, delegate) => {
          const name: Name = `${model} ${delegate}`;
          tried.push(name);
          const msPerFrame = speeds[name];
          if (msPerFrame === undefined) return Promise.reject(new Error(`${name} does not start`));
          open.add(name);
          return Promise.resolve({ opened: name, msPerFrame });
        },
        close: (name) => open.delete(name),
      }),
  };
}

describe('chooseModel', () => {
  it('takes the larger model at once where the processor keeps up with the camera', async () => {
    const fast = device({ 'full CPU': 20 }, true);
    expect((await fast.choose('auto')).info).toEqual({
      model: 'full',
      delegate: 'CPU',
      msPerFrame: 20,
      refused: null,
    });
    expect(fast.tried).toEqual(['full CPU']);
  });

  it('keeps the larger model from 20 frames a second on', async () => {
    const edge = device({ 'full CPU': 50, 'lite CPU': 20 }, false);
    expect((await edge.choose('auto')).opened).toBe('full CPU');
    const beyond = device({ 'full CPU': 50.1, 'lite CPU': 20 }, false);
    expect((await beyond.choose('auto')).opened).toBe('lite CPU');
  });

  it('never tries the GPU where WebGL is emulated: one frame there takes seconds', async () => {
    const slow = device({ 'full CPU': 200, 'lite CPU': 90 }, false);
    expect((await slow.choose('auto')).opened).toBe('lite CPU');
    expect(slow.tried).toEqual(['full CPU', 'lite CPU']);
  });

  it('takes the faster delegate', async () => {
    const phone = device({ 'full CPU': 60, 'full GPU': 25 }, true);
    expect((await phone.choose('auto')).opened).toBe('full GPU');
    const laptop = device({ 'full CPU': 40, 'full GPU': 45 }, true);
    expect((await laptop.choose('auto')).opened).toBe('full CPU');
  });

  it('goes on without a GPU that refuses, and says why', async () => {
    const odd = device({ 'full CPU': 45 }, true);
    const { opened, info } = await odd.choose('auto');
    expect(opened).toBe('full CPU');
    expect(info.refused).toBe('full GPU does not start');
  });

  it('obeys who wants one model, however slow', async () => {
    const slow = device({ 'full CPU': 300, 'lite CPU': 100 }, false);
    expect((await slow.choose('full')).opened).toBe('full CPU');
    expect((await slow.choose('lite')).opened).toBe('lite CPU');
  });

  it('leaves open only what it gives back', async () => {
    for (const hasGpu of [false, true]) {
      for (const full of [10, 45, 60, 300]) {
        for (const gpu of [5, 48, 400]) {
          const any = device(
            { 'full CPU': full, 'full GPU': gpu, 'lite CPU': 35, 'lite GPU': gpu / 2 },
            hasGpu,
          );
          const { opened } = await any.choose('auto');
          expect([...any.open]).toEqual([opened]);
        }
      }
    }
  });

  it('fails when even the processor refuses', async () => {
    await expect(device({}, true).choose('auto')).rejects.toThrow('full CPU does not start');
  });
});
