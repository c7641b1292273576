/** The preview and the file are one picture: sixty frames of a film with everything in it, held against each other byte for byte. */
import { expect, it } from 'vitest';
import { toSeconds } from '../../../src/core/time';
import { openFilmFrames } from '../../../src/export/film-frames.worker';
import { Stopwatch } from '../../../src/export/stopwatch';
import { i420Bytes, toI420 } from '../../../src/export/picture/yuv';
import { collectJob } from '../../../src/studio/export-job';
import { createChallengeShelf } from '../../../src/studio/challenge-shelf';
import { createOwnChallenges } from '../../../src/studio/own-challenges';
import { createSongShelf } from '../../../src/studio/song-shelf';
import { drawnWhole } from '../export/films';
import { EXPORT_PRESETS } from '../../../src/export/presets';
import { projectDuration } from '../../../src/project/duration';
import { frame, openEditor, squats, type Rig } from './editor-rig';

const FRAMES = 60;

/** Three clips: one along a speed curve, one backwards, one in a frame of its own; words, a sticker, a transition, an effect. */
function makeFilm({ editor, project }: Rig): void {
  const clips = (): readonly { id: string }[] =>
    project().tracks.find(({ kind }) => kind === 'video')?.items ?? [];
  const id = (index: number): string => clips()[index]?.id ?? '';
  editor.trimClip(id(0), 'end', frame(96));
  for (const at of [32, 64]) {
    editor.seek(frame(at));
    editor.split();
  }
  editor.setSpeedCurve(id(0), [
    { at: 0, speed: 3 },
    { at: 0.5, speed: 0.5 },
    { at: 1, speed: 2 },
  ]);
  editor.reverseClip(id(1));
  editor.changeClip(id(2), { fit: 'blur' });
  editor.seek(frame(70));
  editor.toggleKey(id(2), 'scale');
  editor.setNumbers(id(2), { rotation: 12, opacity: 0.9, cropLeft: 0.1 });
  editor.seek(frame(84));
  editor.setNumbers(id(2), { scale: 1.6 });
  editor.setTransition(id(1), 'whip-pan');
  editor.setTransition(id(2), 'zoom');
  editor.setMusic({ kind: 'bundled', id: 'neon-steps' });
  editor.seek(frame(10));
  const text = editor.addText('On the beat');
  editor.changeText(text, { motion: { in: 'rise', loop: 'beat', out: 'pop', unit: 'letter', seconds: 0.8 } });
  const sticker = editor.addSticker({ kind: 'bundled', id: 'flame' });
  editor.setNumbers(sticker, { rotation: 20, size: 0.5 });
  editor.addEffect('trails');
}

it.skipIf(squats === null)(
  'sixty frames of a film with speed curves, frames, words, stickers and transitions are the same',
  async () => {
    const rig = await openEditor();
    const { editor, canvas, project, storage } = rig;
    makeFilm(rig);
    const pictures = countPictures(canvas);
    editor.attachCanvas(canvas);
    // Letters and the first picture come first.
    await expect.poll(pictures, { timeout: 20_000 }).toBeGreaterThan(0);
    await document.fonts.ready;
    await new Promise((resolve) => setTimeout(resolve, 1500));
    const film = project();
    const count = Math.round(toSeconds(projectDuration(film)) * 30);
    expect(count).toBeGreaterThan(FRAMES);
    const wanted = Array.from({ length: FRAMES }, (_, index) => Math.floor((index * count) / FRAMES));

    const seen = new Map<number, Uint8Array>();
    let size = { width: 0, height: 0 };
    for (const index of wanted) {
      const before = pictures();
      editor.seek(frame(index));
      const { picture, ...shape } = await drawnPicture(canvas, pictures, before);
      size = shape;
      seen.set(index, picture);
    }

    const [preset] = EXPORT_PRESETS;
    if (preset === undefined) throw new RangeError('There is no preset.');
    const parts = {
      storage,
      songs: createSongShelf(storage),
      challenges: createChallengeShelf(createOwnChallenges(storage)),
    };
    const job = { ...(await collectJob(film, { presetId: preset.id }, parts)), size };
    const frames = openFilmFrames(job, new Stopwatch());
    const unlike: number[] = [];
    try {
      const all = drawnWhole(job);
      await frames.warm([all]);
      let index = -1;
      for await (const drawn of frames.framesOf(all, 0, { canScale: false })) {
        index += 1;
        const before = seen.get(index);
        if (before === undefined || drawn.kind !== 'bytes') continue;
        const file = drawn.bytes;
        const preview = new Uint8Array(i420Bytes(size));
        toI420(before, size, preview);
        if (!isSame(file, preview)) unlike.push(index);
      }
    } finally {
      frames.dispose();
    }
    expect(seen.size).toBe(FRAMES);
    expect(unlike).toEqual([]);
    // Sixty pictures that are all alike would prove little.
    expect(new Set([...seen.values()].map((pixels) => pixels.slice(0, 400_000).join())).size).toBeGreaterThan(
      40,
    );
  },
  240_000,
);

/** Counts the pictures that a canvas is given. */
function countPictures(canvas: HTMLCanvasElement): () => number {
  const context = canvas.getContext('bitmaprenderer');
  if (context === null) throw new TypeError('A test needs a bitmap canvas.');
  let count = 0;
  const plain = context.transferFromImageBitmap.bind(context);
  context.transferFromImageBitmap = (bitmap) => {
    count += 1;
    plain(bitmap);
  };
  return () => count;
}

/** The stage once it has been drawn anew: RGBA, rows from the bottom, as the compositor is read. */
async function drawnPicture(
  canvas: HTMLCanvasElement,
  pictures: () => number,
  before: number,
): Promise<{ picture: Uint8Array; width: number; height: number }> {
  await expect.poll(pictures, { timeout: 20_000, interval: 10 }).toBeGreaterThan(before);
  const { width, height } = canvas;
  const copy = new OffscreenCanvas(width, height);
  const context = copy.getContext('2d');
  if (context === null) throw new TypeError('A test needs a 2D canvas.');
  context.translate(0, height);
  context.scale(1, -1);
  context.drawImage(canvas, 0, 0);
  return { picture: new Uint8Array(context.getImageData(0, 0, width, height).data), width, height };
}

function isSame(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((value, index) => value === b[index]);
}
