/** An editor without a face over real storage, and eyes for its canvas. */
import { afterEach, expect } from 'vitest';
import { frameStart, type Flicks } from '../../../src/core/time';
import type { Project } from '../../../src/project/project';
import { openStorage, type Storage } from '../../../src/storage/storage';
import { createEditor } from '../../../src/studio/create-editor';
import { createLibrary } from '../../../src/studio/create-library';
import { createSettings } from '../../../src/studio/create-settings';
import type { Editor } from '../../../src/studio/editor';
import { createChallengeShelf } from '../../../src/studio/challenge-shelf';
import { createOwnChallenges } from '../../../src/studio/own-challenges';
import { createSongShelf } from '../../../src/studio/song-shelf';

const response = await fetch('/shared/media/people/squats.mp4');

/** 13 seconds of somebody at 5 pictures a second; null where there is no footage beside the repository. */
export const squats = response.ok
  ? new File([await response.blob()], 'squats.mp4', { type: 'video/mp4' })
  : null;
if (squats === null) console.warn('SKIPPED the editor on real footage: no film beside the repository.');

export const frame = (count: number): Flicks => frameStart(count, 30);
const closers: (() => Promise<void>)[] = [];

afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

export interface Rig {
  readonly storage: Storage;
  readonly editor: Editor;
  readonly projectId: string;
  readonly takeId: string;
  readonly canvas: HTMLCanvasElement;
  readonly project: () => Project;
}

/** An editor without a face, with the film as its only clip. */
export async function openEditor(): Promise<Rig> {
  const name = `editor-${crypto.randomUUID()}`;
  const storage = await openStorage({ name });
  const settings = await createSettings(storage);
  const library = createLibrary({ storage });
  const editor = createEditor({
    storage,
    settings,
    songs: createSongShelf(storage),
    challenges: createChallengeShelf(createOwnChallenges(storage)),
  });
  closers.push(async () => {
    await editor.close();
    storage.dispose();
    const root = await navigator.storage.getDirectory();
    await root.removeEntry(name, { recursive: true });
  });
  const take = await library.importVideo(squats ?? new File([], 'none'));
  const projectId = await library.createProject(take.id);
  const canvas = document.createElement('canvas');
  await editor.open(projectId);
  expect(editor.store.getState()).toMatchObject({ phase: 'ready', error: null });
  const project = (): Project => {
    const open = editor.store.getState().project;
    if (open === null) throw new Error('No project is open.');
    return open;
  };
  return { storage, editor, projectId, takeId: take.id, canvas, project };
}

/** The canvas as 16×16 grey values; all 0 while nothing has been drawn. */
export function look(canvas: HTMLCanvasElement): number[] {
  const small = new OffscreenCanvas(16, 16);
  const context = small.getContext('2d');
  if (context === null || canvas.width === 0) return [];
  context.drawImage(canvas, 0, 0, 16, 16);
  const { data } = context.getImageData(0, 0, 16, 16);
  return Array.from(
    { length: 256 },
    (_, at) => ((data[at * 4] ?? 0) + (data[at * 4 + 1] ?? 0) + (data[at * 4 + 2] ?? 0)) / 3,
  );
}

export function brightness(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}

export function difference(a: readonly number[], b: readonly number[]): number {
  return brightness(a.map((value, index) => Math.abs(value - (b[index] ?? 0))));
}

/** Waits until the canvas shows a picture and stands still. */
export async function stillPicture(canvas: HTMLCanvasElement): Promise<number[]> {
  let last: number[] = [];
  await expect
    .poll(
      () => {
        const now = look(canvas);
        const still = last.length > 0 && brightness(now) > 5 && difference(now, last) === 0;
        last = now;
        return still;
      },
      { timeout: 30_000, interval: 400 },
    )
    .toBe(true);
  return last;
}
