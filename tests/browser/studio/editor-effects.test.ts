/** Looks, keyframes, drives, transitions and foreign effects on a real film. */
import { describe, expect, it } from 'vitest';
import { itemsOf } from '../../../src/project/change-items';
import { lookFileOf } from '../../../src/project/look-file';
import { NO_IMPORTS } from '../../../src/effects/imported-asset';
import { LOOKS, createEffectInstance } from '../../../src/effects/registry';
import { readImport } from '../../../src/effects/standards/import-shader';
import type { ImportedAsset } from '../../../src/effects/imported-asset';
import { importPicture } from '../../../src/studio/import-picture';
import { brightness, difference, frame, look, openEditor, squats, stillPicture } from './editor-rig';

function importOf(name: string, text: string): ImportedAsset {
  const result = readImport({ name, text });
  if (!result.ok) throw new Error(`${name} was refused.`);
  return result.asset;
}

const invert = importOf(
  'invert.fs',
  '/*{ "ISFVSN": "2", "INPUTS": [{ "NAME": "inputImage", "TYPE": "image" }] }*/ void main() { gl_FragColor = vec4(1.0 - IMG_THIS_PIXEL(inputImage).rgb, 1.0); }',
);
const cut = importOf('red.glsl', 'vec4 transition(vec2 uv) { return vec4(1.0, 0.0, 0.0, 1.0); }');

describe.skipIf(squats === null)('effects in the editor on a real film', () => {
  it('lays a look on with one press, weakens it as a whole, and takes it off by undo', async () => {
    const { editor, canvas, project } = await openEditor();
    editor.attachCanvas(canvas);
    const plain = await stillPicture(canvas);
    editor.applyLook('noir');
    const dark = await stillPicture(canvas);
    expect(difference(plain, dark)).toBeGreaterThan(4);
    const [first] = itemsOf(project(), 'effects');
    const use = first?.effect.look;
    expect(use).toMatchObject({ lookId: 'noir', strength: 1 });
    editor.setLookStrength(use?.id ?? '', 0.5);
    const half = await stillPicture(canvas);
    expect(difference(plain, half)).toBeGreaterThan(1);
    expect(difference(plain, half)).toBeLessThan(difference(plain, dark));
    editor.setLookStrength(use?.id ?? '', 0);
    await expect.poll(() => difference(look(canvas), plain), { timeout: 20_000 }).toBeLessThan(0.5);
    while (editor.store.getState().canUndo) editor.undo();
    expect(itemsOf(project(), 'effects')).toEqual([]);
  });

  it('shows a look that is pointed at without touching the film', async () => {
    const { editor, canvas, project } = await openEditor();
    editor.attachCanvas(canvas);
    const plain = await stillPicture(canvas);
    const before = project();
    editor.tryStack(
      LOOKS.find(({ id }) => id === 'noir')?.stack.map((effect, index) => ({ ...effect, id: `${index}` })) ??
        [],
    );
    expect(difference(await stillPicture(canvas), plain)).toBeGreaterThan(4);
    expect(project()).toBe(before);
    editor.tryStack(null);
    await expect.poll(() => difference(look(canvas), plain), { timeout: 20_000 }).toBe(0);
    expect(editor.store.getState().canUndo).toBe(false);
  });

  it('follows keyframes', async () => {
    const { editor, canvas } = await openEditor();
    editor.attachCanvas(canvas);
    const plain = await stillPicture(canvas);
    const id = editor.addEffect('adjust');
    editor.changeEffect(id, {
      keys: {
        exposure: [
          { at: frame(0), value: 0.5, ease: 'linear' },
          { at: frame(60), value: 1, ease: 'linear' },
        ],
      },
    });
    await expect.poll(() => difference(look(canvas), plain), { timeout: 20_000 }).toBeLessThan(1);
    const start = brightness(await stillPicture(canvas));
    editor.seek(frame(30));
    const middle = brightness(await stillPicture(canvas));
    editor.seek(frame(60));
    const end = brightness(await stillPicture(canvas));
    expect(middle).toBeGreaterThan(start + 3);
    expect(end).toBeGreaterThan(middle + 3);
  });

  it('lets one clip give way to the next by a transition, of the catalogue or foreign', async () => {
    const { editor, canvas, project } = await openEditor();
    editor.attachCanvas(canvas);
    editor.seek(frame(30));
    editor.split();
    const second = itemsOf(project(), 'video')[1]?.id ?? '';
    const plain = await stillPicture(canvas);
    editor.setTransition(second, 'fade');
    editor.changeTransition(second, { params: { through: 'tint', tint: '#000000' } });
    await expect
      .poll(() => brightness(look(canvas)), { timeout: 20_000 })
      .toBeLessThan(brightness(plain) * 0.2);
    expect(editor.addImported(cut)).toBeNull();
    editor.setTransition(second, cut.id);
    await expect.poll(() => Math.abs(brightness(look(canvas)) - 85), { timeout: 20_000 }).toBeLessThan(3);
    expect(itemsOf(project(), 'video')[1]?.transition?.duration).toBe(frame(15));
    editor.setTransition(second, 'not-there');
    expect(itemsOf(project(), 'video')[1]?.transition?.effect.effectId).toBe(cut.id);
    editor.setTransition(second, null);
    await expect.poll(() => difference(look(canvas), plain), { timeout: 20_000 }).toBe(0);
  });

  it('draws a foreign shader, keeps it with the project and finds it again', async () => {
    const { editor, canvas, project, projectId, storage } = await openEditor();
    editor.attachCanvas(canvas);
    const plain = brightness(await stillPicture(canvas));
    editor.addImported(invert);
    await expect
      .poll(() => Math.abs(brightness(look(canvas)) - (255 - plain)), { timeout: 20_000 })
      .toBeLessThan(2);
    await editor.close();
    expect((await storage.projects.get(projectId))?.imports).toEqual({ [invert.id]: invert });
    await editor.open(projectId);
    editor.attachCanvas(canvas);
    await expect
      .poll(() => Math.abs(brightness(look(canvas)) - (255 - plain)), { timeout: 20_000 })
      .toBeLessThan(2);
    expect(itemsOf(project(), 'effects').map(({ effect }) => effect.effectId)).toEqual([invert.id]);
  });

  it("puts a picture of one's own behind the dancer", async () => {
    const { editor, canvas, project } = await openEditor();
    const paper = new OffscreenCanvas(90, 160);
    const context = paper.getContext('2d');
    if (context === null) throw new TypeError('A test needs a 2D canvas.');
    context.fillStyle = '#00ff00';
    context.fillRect(0, 0, 90, 160);
    const file = new File([await paper.convertToBlob()], 'green.png', { type: 'image/png' });
    editor.attachCanvas(canvas);
    await stillPicture(canvas);
    const id = editor.addImported(await importPicture(file));
    expect(itemsOf(project(), 'effects')).toMatchObject([
      { id, effect: { effectId: 'background-replace', params: { scene: 'picture' } } },
    ]);
    // The upper corners are wall in every picture of this film.
    const corner = (): readonly number[] => {
      const copy = new OffscreenCanvas(canvas.width, canvas.height);
      const drawn = copy.getContext('2d');
      drawn?.drawImage(canvas, 0, 0);
      return [...(drawn?.getImageData(6, 6, 1, 1).data ?? [])].slice(0, 3);
    };
    // JPEG, and back: not quite the same green.
    await expect
      .poll(() => corner().every((value, channel) => Math.abs(value - (channel === 1 ? 255 : 0)) < 12), {
        timeout: 90_000,
      })
      .toBe(true);
  }, 120_000);

  it('lets another take play behind the dancer', async () => {
    const { editor, canvas, project, storage, takeId } = await openEditor();
    editor.attachCanvas(canvas);
    const plain = await stillPicture(canvas);
    const id = editor.addEffect('background-replace');
    const take = await storage.takes.get(takeId);
    if (take === undefined) throw new Error('The take is gone.');
    editor.changeEffect(id, { params: { scene: 'picture' } });
    const sourceId = editor.takeSource(take);
    // The film knows this take already: it is not listed twice.
    expect(Object.keys(project().sources)).toEqual([sourceId]);
    await expect.poll(() => difference(look(canvas), plain), { timeout: 90_000 }).toBeGreaterThan(20);
    editor.changeEffect(id, { params: { picture: sourceId } });
    // The film before itself, at the same time, is nearly the film.
    await expect.poll(() => difference(look(canvas), plain), { timeout: 20_000 }).toBeLessThan(6);
  }, 120_000);

  it('pastes effects on top, with what they need, under names of their own', async () => {
    const { editor, project } = await openEditor();
    editor.addEffect('mono');
    const foreign = { ...createEffectInstance('mono', 'effect-1', 1), effectId: invert.id, params: {} };
    const copied = lookFileOf('Copied', [foreign, createEffectInstance('bloom', 'effect-1', 1)], {
      [invert.id]: invert,
    });
    editor.pasteEffects(copied);
    editor.pasteEffects(copied);
    const stack = itemsOf(project(), 'effects').map(({ effect }) => effect.effectId);
    expect(stack).toEqual(['mono', invert.id, 'bloom', invert.id, 'bloom']);
    expect(new Set(itemsOf(project(), 'effects').map(({ id }) => id)).size).toBe(5);
    expect(project().imports).toEqual({ [invert.id]: invert });
    expect(editor.store.getState().undoName).toBe('edit.paste-effects');
    editor.undo();
    editor.undo();
    expect(project().imports).toEqual(NO_IMPORTS);
  });
});
