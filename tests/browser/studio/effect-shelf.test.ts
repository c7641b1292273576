/** The person's own effects over real storage, with foreign files that are good, broken and too heavy. */
import { afterEach, describe, expect, it } from 'vitest';
import { StudioError } from '../../../src/core/errors';
import { NO_IMPORTS } from '../../../src/effects/imported-asset';
import { createEffectInstance } from '../../../src/effects/registry';
import { openStorage, type Storage } from '../../../src/storage/storage';
import { createEffectShelf } from '../../../src/studio/create-effect-shelf';
import type { EffectShelf, ImportOutcome } from '../../../src/studio/effect-shelf';
import { tryShaderAside } from '../../../src/studio/shader-trial-client';

const opened: { storage: Storage; name: string }[] = [];

afterEach(async () => {
  const root = await navigator.storage.getDirectory();
  for (const { storage, name } of opened.splice(0)) {
    storage.dispose();
    // There is a folder only where a file was kept.
    for await (const entry of root.keys())
      if (entry === name) await root.removeEntry(name, { recursive: true });
  }
});

async function openShelf(): Promise<{ shelf: EffectShelf; storage: Storage }> {
  const name = `shelf-${crypto.randomUUID()}`;
  const storage = await openStorage({ name });
  opened.push({ storage, name });
  return { shelf: await createEffectShelf(storage), storage };
}

const file = (name: string, text: string): File => new File([text], name);
const WIPE =
  'vec4 transition(vec2 uv) { return mix(getFromColor(uv), getToColor(uv), step(uv.x, progress)); }';
const GREEN = '/*{ "ISFVSN": "2" }*/ void main() { gl_FragColor = vec4(0.0, 1.0, 0.0, 1.0); }';
const TABLE = 'LUT_3D_SIZE 2\n0 0 0\n1 0 0\n0 1 0\n1 1 0\n0 0 1\n1 0 1\n0 1 1\n1 1 1\n';
/** Within the limit of turns a pixel, and far beyond what draws in time without a GPU: 4 900 turns of ten sines. */
const HEAVY = `/*{ "ISFVSN": "2" }*/
void main() {
  float sum = 0.0;
  for (int i = 0; i < 70; i++) for (int j = 0; j < 70; j++) {
    float x = float(i) * 0.37 + isf_FragNormCoord.x + sum * 0.01;
    sum += sin(x) * sin(x * 1.1) * sin(x * 1.3) * sin(x * 1.7) * sin(x * 1.9) * pow(abs(cos(x)), 1.3) * exp(-x * 0.01);
    sum += sin(x + 1.0) * sin(x * 2.1) * sin(x * 2.3) * sin(x * 2.7) * sin(x * 2.9) * pow(abs(cos(x * 1.2)), 1.4);
  }
  gl_FragColor = vec4(vec3(fract(sum)), 1.0);
}`;

function kinds(outcomes: readonly ImportOutcome[]): string[] {
  return outcomes.map((outcome) => `${outcome.name}: ${outcome.kind}`);
}

describe('favourites and what was used last', () => {
  it('are there again after the page was closed, the latest first', async () => {
    const { shelf, storage } = await openShelf();
    shelf.toggleFavourite('bloom');
    shelf.toggleFavourite('mono');
    shelf.toggleFavourite('bloom');
    for (const id of ['trails', 'mono', 'trails']) shelf.noteUsed(id);
    await expect
      .poll(async () => (await createEffectShelf(storage)).store.getState())
      .toMatchObject({ favourites: ['mono'], recent: ['trails', 'mono'], error: null });
  });

  it('survive a stored value that makes no sense', async () => {
    const { storage } = await openShelf();
    await storage.settings.write('effect-shelf', { favourites: 'bloom', recent: [1, 'mono', null] });
    const shelf = await createEffectShelf(storage);
    expect(shelf.store.getState()).toMatchObject({ favourites: [], recent: ['mono'], error: null });
  });
});

describe("looks of one's own", () => {
  it('are kept, deleted and brought back', async () => {
    const { shelf, storage } = await openShelf();
    const id = await shelf.saveLook('  Mine ', [createEffectInstance('mono', 'fx', 1)], NO_IMPORTS);
    const [record] = shelf.store.getState().looks;
    expect(record).toMatchObject({ id, look: { name: 'Mine', stack: [{ effectId: 'mono' }] } });
    if (record === undefined) throw new Error('No look was kept.');
    await shelf.removeLook(id);
    expect((await createEffectShelf(storage)).store.getState().looks).toEqual([]);
    await shelf.restoreLook(record);
    expect((await createEffectShelf(storage)).store.getState().looks).toEqual([record]);
  });

  it('come in as files with all they need, and a broken file changes nothing', async () => {
    const { shelf, storage } = await openShelf();
    await shelf.importFiles([file('green.fs', GREEN)]);
    const [asset] = shelf.store.getState().assets;
    if (asset === undefined) throw new Error('The shader was not taken.');
    const effect = { ...createEffectInstance('mono', 'fx', 1), effectId: asset.id, params: {} };
    shelf.copy('Green', [effect], { [asset.id]: asset });
    const copied = shelf.store.getState().copied;
    await shelf.removeAsset(asset.id);
    const id = await shelf.openLook(file('green.fifteen-look', JSON.stringify(copied)));
    expect(shelf.store.getState().looks.map((look) => look.id)).toEqual([id]);
    expect(await storage.effects.listAssets()).toEqual([asset]);
    await expect(shelf.openLook(file('x.fifteen-look', '{"format":'))).rejects.toMatchObject({
      code: 'look-invalid',
    });
    expect(shelf.store.getState().looks).toHaveLength(1);
  });
});

describe('foreign files', () => {
  it('are read, tried and kept for every project; each bad one says why', async () => {
    const { shelf, storage } = await openShelf();
    const outcomes = await shelf.importFiles([
      file('Wipe.glsl', WIPE),
      file('green.fs', GREEN),
      file('table.cube', TABLE),
      file('empty.glsl', ''),
      file('notes.txt', 'no shader at all'),
      file('typo.fs', GREEN.replace('vec4(0.0', 'vec5(0.0')),
      file('table2.cube', TABLE.replace('1 1 1\n', '')),
    ]);
    expect(kinds(outcomes)).toEqual([
      'Wipe.glsl: taken',
      'green.fs: taken',
      'table.cube: taken',
      'empty.glsl: refused',
      'notes.txt: refused',
      'typo.fs: failed',
      'table2.cube: refused',
    ]);
    expect(outcomes[5]).toMatchObject({ error: { code: 'shader-failed', values: { line: 1 } } });
    expect(outcomes[6]).toMatchObject({ refusal: { reason: 'cube-rows-few' } });
    expect((await storage.effects.listAssets()).map(({ kind }) => kind).sort()).toEqual([
      'gl-transition',
      'isf',
      'lut',
    ]);
    expect(shelf.store.getState().importing).toBeNull();
  });

  it('of a pair belong together: an ISF shader and its vertex program', async () => {
    const { shelf } = await openShelf();
    const vertex =
      'varying vec2 moved; void main() { isf_vertShaderInit(); moved = isf_FragNormCoord * 0.5; }';
    const body =
      '/*{ "ISFVSN": "2" }*/ varying vec2 moved; void main() { gl_FragColor = vec4(moved, 0.0, 1.0); }';
    const outcomes = await shelf.importFiles([file('Pair.vs', vertex), file('pair.fs', body)]);
    expect(kinds(outcomes)).toEqual(['pair.fs: taken']);
  });

  it('may be pictures, which are made small and upright; what only says that it is one is refused', async () => {
    const { shelf } = await openShelf();
    const canvas = new OffscreenCanvas(3000, 1000);
    const context = canvas.getContext('2d');
    if (context === null) throw new TypeError('A test needs a 2D canvas.');
    context.fillStyle = '#2a9d8f';
    context.fillRect(0, 0, 3000, 1000);
    const png = new File([await canvas.convertToBlob()], 'beach.png', { type: 'image/png' });
    const outcomes = await shelf.importFiles([
      png,
      new File(['no picture'], 'fake.png', { type: 'image/png' }),
    ]);
    expect(outcomes).toMatchObject([
      { kind: 'taken', asset: { kind: 'picture', name: 'beach' } },
      { kind: 'failed', error: { code: 'file-unreadable' } },
    ]);
    const [asset] = shelf.store.getState().assets;
    const bytes = Uint8Array.from(atob(asset?.text ?? ''), (letter) => letter.charCodeAt(0));
    const kept = await createImageBitmap(new Blob([bytes], { type: 'image/jpeg' }));
    expect([kept.width, kept.height]).toEqual([1920, 640]);
  });

  it('that are too slow to draw are turned away before they reach the film', async () => {
    const { shelf } = await openShelf();
    const [outcome] = await shelf.importFiles([file('heavy.fs', HEAVY)]);
    // A fast GPU may draw even this in time; what counts is that nothing hangs and nothing half-done is kept.
    const isTaken = outcome?.kind === 'taken';
    if (!isTaken) expect(outcome).toMatchObject({ kind: 'failed', error: { code: 'effect-too-slow' } });
    expect(shelf.store.getState().assets).toHaveLength(isTaken ? 1 : 0);
  }, 60_000);

  it('can be called off while they are tried', async () => {
    const { shelf } = await openShelf();
    await shelf.importFiles([file('green.fs', GREEN)]);
    const [asset] = shelf.store.getState().assets;
    if (asset === undefined) throw new Error('The shader was not taken.');
    const abort = new AbortController();
    const trial = tryShaderAside(asset, abort.signal);
    abort.abort();
    await expect(trial).rejects.toSatisfy(
      (error) => error instanceof StudioError && error.code === 'cancelled',
    );
  });
});
