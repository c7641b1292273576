/** The editor by mouse and by keyboard, over a studio that edits for real and draws a stand-in. */
import '../../../src/ui/tokens.css';
import '../../../src/ui/base.css';
import { createElement } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { toSeconds, type Flicks } from '../../../src/core/time';
import type { Clip, Project } from '../../../src/project/project';
import { startI18n } from '../../../src/ui/i18n';
import { en } from '../../../src/ui/locales/en';
import { NavigationProvider } from '../../../src/ui/navigation';
import { EditorScreen } from '../../../src/ui/screens/editor/editor-screen';
import { StudioProvider } from '../../../src/ui/studio-context';
import type { Studio } from '../../../src/studio/studio';
import { createFakeStudio } from '../../support/fake-studio';

let root: Root;
let studio: Studio;

beforeAll(startI18n);

beforeEach(async () => {
  await page.viewport(1440, 900);
  studio = createFakeStudio();
  const box = document.createElement('div');
  document.body.append(box);
  root = createRoot(box);
  const screen = createElement(EditorScreen, { projectId: 'project-1' });
  root.render(
    createElement(StudioProvider, { studio, children: createElement(NavigationProvider, null, screen) }),
  );
  await expect.element(page.getByRole('region', { name: en.editor.timeline })).toBeVisible();
});

afterEach(() => {
  root.unmount();
  document.body.replaceChildren();
});

const project = (): Project => {
  const open = studio.editor.store.getState().project;
  if (open === null) throw new Error('No project is open.');
  return open;
};

const clips = (): readonly Clip[] =>
  project().tracks.flatMap((track) => (track.kind === 'video' ? [...track.items] : []));

const clip = (index: number): Clip => {
  const found = clips()[index];
  if (found === undefined) throw new Error(`No clip ${index}.`);
  return found;
};

const seconds = (time: Flicks): number => Math.round(toSeconds(time) * 1000) / 1000;

const clipButton = (index: number): ReturnType<typeof page.getByRole> =>
  page.getByRole('button', { name: new RegExp(`^Clip ${index + 1} of`) });

/** Drags a thing sideways with the mouse. */
async function dragBy(target: ReturnType<typeof page.getByRole>, dx: number): Promise<void> {
  const element = target.element();
  const { width, height } = element.getBoundingClientRect();
  const from = { x: width / 2, y: height / 2 };
  await userEvent.dragAndDrop(target, target, {
    sourcePosition: from,
    targetPosition: { x: from.x + dx, y: from.y },
    force: true,
    steps: 8,
  });
}

it('names every clip with its place, its content and its times', async () => {
  await expect
    .element(page.getByRole('button', { name: 'Clip 1 of 3, Neon Warm-up, from 0:00.0 to 0:04.2' }))
    .toBeVisible();
});

it('trims by dragging an edge, as one step', async () => {
  const before = seconds(clip(1).duration);
  await clipButton(1).click();
  await dragBy(page.getByRole('slider', { name: /^End of/ }), -60);
  expect(seconds(clip(1).duration)).toBeLessThan(before);
  expect(studio.editor.store.getState().undoName).toBe('edit.trim');
  studio.editor.undo();
  expect(seconds(clip(1).duration)).toBe(before);
  expect(studio.editor.store.getState().canUndo).toBe(false);
});

it('closes the row up when the start of a clip is dragged in', async () => {
  const { start, duration } = clip(1);
  await clipButton(1).click();
  await dragBy(page.getByRole('slider', { name: /^Start of/ }), 60);
  expect(clip(1).start).toBe(start);
  expect(clip(1).duration).toBeLessThan(duration);
  expect(clip(2).start).toBe(clip(1).start + clip(1).duration);
});

it('trims by keys on an edge, frame by frame', async () => {
  const before = clip(0).duration;
  await clipButton(0).click();
  (page.getByRole('slider', { name: /^End of/ }).element() as HTMLElement).focus();
  await userEvent.keyboard('{ArrowLeft}{ArrowLeft}');
  expect(seconds((before - clip(0).duration) as Flicks)).toBe(0.067);
});

it('moves a clip to another place in the row by dragging, as one step', async () => {
  const ids = clips().map(({ id }) => id);
  await dragBy(clipButton(0), 420);
  expect(clips().map(({ id }) => id)).toEqual([ids[1], ids[0], ids[2]]);
  studio.editor.undo();
  expect(clips().map(({ id }) => id)).toEqual(ids);
  expect(studio.editor.store.getState().canUndo).toBe(false);
});

it('moves a clip without dragging', async () => {
  const ids = clips().map(({ id }) => id);
  await clipButton(0).click();
  await userEvent.keyboard('{Alt>}{ArrowRight}{/Alt}');
  expect(clips().map(({ id }) => id)).toEqual([ids[1], ids[0], ids[2]]);
});

it('moves the playhead with the ruler and the keys', async () => {
  const { store } = studio.editor;
  await page.getByRole('slider', { name: en.editor.playhead }).click({ position: { x: 400, y: 14 } });
  const placed = store.getState().time;
  expect(placed).toBeGreaterThan(0);
  await userEvent.keyboard('{ArrowRight}');
  expect(seconds((store.getState().time - placed) as Flicks)).toBe(0.033);
  await userEvent.keyboard('{Shift>}{ArrowLeft}{/Shift}{Home}');
  expect(store.getState().time).toBe(0);
  await userEvent.keyboard('{End}');
  expect(store.getState().time).toBe(store.getState().duration);
});

it('splits, deletes, undoes and redoes by keys', async () => {
  await userEvent.keyboard('s');
  expect(clips()).toHaveLength(4);
  await clipButton(1).click();
  await userEvent.keyboard('{Delete}');
  expect(clips()).toHaveLength(3);
  await userEvent.keyboard('{Control>}z{/Control}');
  expect(clips()).toHaveLength(4);
  await userEvent.keyboard('{Control>}{Shift>}z{/Shift}{/Control}');
  expect(clips()).toHaveLength(3);
});

it('leaves the keys to a field while one types', async () => {
  await page.getByRole('button', { name: /^Words 1 of/ }).click();
  const field = page.getByRole('textbox', { name: en.editor.textContent });
  await field.click();
  await userEvent.keyboard('{End} s?');
  const texts = project().tracks.flatMap((track) => (track.kind === 'text' ? [...track.items] : []));
  expect(texts[0]?.text).toBe('One more time s?');
  expect(clips()).toHaveLength(3);
  await page.getByRole('button', { name: en.editor.action.toStart }).click();
  studio.editor.undo();
  const after = project().tracks.flatMap((track) => (track.kind === 'text' ? [...track.items] : []));
  expect(after[0]?.text).toBe('One more time');
});

it('undoes the whole movement of a slider by keys, right from the slider', async () => {
  const strength = (): number | undefined =>
    project().tracks.flatMap((track) => (track.kind === 'effects' ? [...track.items] : []))[0]?.effect
      .strength;
  const before = strength();
  (
    page
      .getByRole('slider', { name: /^Strength of/ })
      .first()
      .element() as HTMLElement
  ).focus();
  await userEvent.keyboard('{ArrowLeft}');
  expect(strength()).toBeLessThan(before ?? 0);
  await userEvent.keyboard('{Control>}z{/Control}');
  expect(strength()).toBe(before);
});

it('makes the panel of an effect from its definition', async () => {
  await page.getByRole('button', { name: en.editor.addEffect }).click();
  await page.getByRole('searchbox').fill('kaleido');
  await page.getByRole('button', { name: /^Kaleidoscope/ }).click();
  const stack = project().tracks.flatMap((track) => (track.kind === 'effects' ? [...track.items] : []));
  const added = stack.at(-1);
  expect(added?.effect.effectId).toBe('kaleidoscope');
  const definition = studio.catalogue.effects.find(({ id }) => id === 'kaleidoscope');
  for (const param of Object.values(definition?.params ?? {})) {
    await expect.element(page.getByText(new RegExp(`^${param.name.en}`)).first()).toBeVisible();
  }
});

it('zooms round the playhead and back to the whole film', async () => {
  const width = (): number => clipButton(0).element().getBoundingClientRect().width;
  const before = width();
  await userEvent.keyboard('+');
  await expect.poll(width).toBeCloseTo(before * 1.5, 0);
  await userEvent.keyboard('0');
  await expect.poll(width).toBeCloseTo(before, 0);
});

it('cuts to the beat with one key, and takes it back with one', async () => {
  const before = clips().map(({ duration }) => duration);
  await userEvent.keyboard('b');
  // 120 beats a minute, and the song begins with the film: every half second.
  await expect
    .poll(() => clips().every(({ start, duration }) => seconds((start + duration) as Flicks) % 0.5 === 0))
    .toBe(true);
  expect(clips().map(({ duration }) => duration)).not.toEqual(before);
  await userEvent.keyboard('{Control>}z{/Control}');
  expect(clips().map(({ duration }) => duration)).toEqual(before);
});

it('says what an edge is drawn to while it is dragged', async () => {
  const seen = new Set<string>();
  const said = (): string[] => [...document.querySelectorAll('span')].map(({ textContent }) => textContent);
  const watch = new MutationObserver(() => said().forEach((words) => seen.add(words)));
  watch.observe(document.body, { subtree: true, childList: true, characterData: true });
  await userEvent.click(clipButton(0));
  await dragBy(page.getByRole('slider', { name: /^End of/ }).first(), -70);
  watch.disconnect();
  expect(seen).toContain(en.editor.snapped.beat);
  expect(said()).not.toContain(en.editor.snapped.beat);
});

it('selects several with Ctrl, and copies of them are laid down at the playhead', async () => {
  await clipButton(0).click();
  await userEvent.keyboard('{Control>}');
  await clipButton(1).click();
  await userEvent.keyboard('{/Control}');
  expect(studio.editor.store.getState().selectedIds).toEqual([clip(0).id, clip(1).id]);
  await userEvent.keyboard('{Delete}');
  expect(clips()).toHaveLength(1);
  studio.editor.undo();
  expect(clips()).toHaveLength(3);
});

it('leaves a gap with Shift and Delete, and nothing else moves', async () => {
  const starts = clips().map(({ start }) => start);
  await clipButton(1).click();
  await userEvent.keyboard('{Shift>}{Delete}{/Shift}');
  expect(clip(1).empty).toBe(true);
  expect(clips().map(({ start }) => start)).toEqual(starts);
});

it('winds with J, K and L, and marks a part with I and O', async () => {
  const state = () => studio.editor.store.getState();
  studio.editor.seek(705_600_000 as Flicks);
  await userEvent.keyboard('i');
  studio.editor.seek((3 * 705_600_000) as Flicks);
  await userEvent.keyboard('o');
  expect(state().range).toEqual({ from: 705_600_000, to: 3 * 705_600_000 });
  await userEvent.keyboard('l');
  expect(state().playing).toBe(true);
  await userEvent.keyboard('k');
  expect(state().playing).toBe(false);
  await userEvent.keyboard('x');
  expect(state().range).toBeNull();
});

it('notes the playhead with M, and takes the note away with M', async () => {
  const notes = () => project().markers.filter(({ kind }) => kind === 'note').length;
  const before = notes();
  await userEvent.keyboard('m');
  expect(notes()).toBe(before + 1);
  await userEvent.keyboard('m');
  expect(notes()).toBe(before);
});

it('opens a menu on a right click, by which a clip is duplicated', async () => {
  await clipButton(0).click({ button: 'right' });
  await page.getByRole('menuitem', { name: en.editor.action.duplicate }).click();
  expect(clips()).toHaveLength(4);
});

it('moves the selected words on the stage by the arrow keys, in steps of history', async () => {
  await page
    .getByRole('button', { name: /^Words 1 of/ })
    .first()
    .click();
  const words = () => project().tracks.flatMap((track) => (track.kind === 'text' ? [...track.items] : []))[0];
  const x = words()?.x ?? 0;
  const box = page.getByTestId('stage-box');
  await expect.element(box).toBeVisible();
  (box.element() as HTMLElement).focus();
  await userEvent.keyboard('{Shift>}{ArrowRight}{/Shift}');
  expect(words()?.x).toBeCloseTo(x + 0.05, 6);
  expect(studio.editor.store.getState().undoName).toBe('edit.adjust');
});

it('scrubs when a finger swipes over it', () => {
  const scroller = document.querySelector('[data-tour=timeline]');
  if (scroller === null) throw new Error('There is no timeline.');
  const touch = (type: string, x: number): void => {
    const finger = new Touch({ identifier: 1, target: scroller, clientX: x, clientY: 700 });
    const touches = type === 'touchend' ? [] : [finger];
    scroller.dispatchEvent(new TouchEvent(type, { touches, changedTouches: [finger], bubbles: true }));
  };
  studio.editor.seek(0 as Flicks);
  touch('touchstart', 300);
  for (const x of [320, 360, 400]) touch('touchmove', x);
  touch('touchend', 400);
  // The whole film is in sight: the playhead follows the finger.
  expect(seconds(studio.editor.store.getState().time)).toBeGreaterThan(0.5);
});

it('gives an action another key, and says what lost it', async () => {
  await userEvent.keyboard('?');
  await page.getByRole('searchbox', { name: en.editor.keysSearch }).fill(en.editor.action.split);
  await page
    .getByRole('button', { name: en.editor.keyChange.replace('{{name}}', en.editor.action.split) })
    .click();
  await userEvent.keyboard('b');
  await expect
    .element(page.getByText(new RegExp(`It was: ${en.editor.action.cutToBeat}`)).first())
    .toBeInTheDocument();
});
