/** What the compositor draws is what a player shows: eight flat colours through each route, decoded twice over. */
import { describe, expect, test } from 'vitest';
import { commands } from 'vitest/browser';
import { createEffectInstance } from '../../../src/effects/registry';
import { exportFilm } from '../../../src/export/export-client';
import type { ExportRoute } from '../../../src/export/export-protocol';
import { openPictures } from '../../../src/media/picture-reader';
import { evenTimes, makeFilm } from '../media/made-films';
import { fromBase64, jobOf, toBase64 } from './films';

const SIZE = { width: 360, height: 640 };
const COLORS = [
  '#c83c3c',
  '#3cc83c',
  '#3c3cc8',
  '#ffffff',
  '#000000',
  '#808080',
  '#c8783c',
  '#1e5aa0',
] as const;

/** Largest mean difference that is still the same colour, 0..255. */
const SAME = 3;

/** Two columns of four patches. */
const film = await makeFilm({
  size: SIZE,
  times: evenTimes(15, 30),
  paint(context) {
    COLORS.forEach((color, index) => {
      context.fillStyle = color;
      context.fillRect((index % 2) * 180, Math.floor(index / 2) * 160, 180, 160);
    });
  },
});

/** Red, green, blue of the middle of each patch. */
function patches(pixels: Uint8Array | Uint8ClampedArray, channels: 3 | 4): number[][] {
  return COLORS.map((_, index) => {
    const x = (index % 2) * 180 + 90;
    const y = Math.floor(index / 2) * 160 + 80;
    const at = (y * SIZE.width + x) * channels;
    return [pixels[at] ?? 0, pixels[at + 1] ?? 0, pixels[at + 2] ?? 0];
  });
}

function meanError(seen: readonly number[][], drawn: readonly number[][]): number {
  const errors = drawn.flatMap((color, index) =>
    color.map((value, channel) => Math.abs(value - (seen[index]?.[channel] ?? NaN))),
  );
  return errors.reduce((sum, error) => sum + error, 0) / errors.length;
}

async function patchesShown(file: Blob): Promise<number[][]> {
  const reader = await openPictures(file);
  const picture = await reader.pictureAt(0.2);
  if (picture === null) throw new TypeError('There is no picture.');
  const context = new OffscreenCanvas(SIZE.width, SIZE.height).getContext('2d');
  context?.drawImage(picture, 0, 0);
  picture.close();
  reader.dispose();
  return patches(context?.getImageData(0, 0, SIZE.width, SIZE.height).data ?? new Uint8Array(), 4);
}

/** What the preview shows: the source's own colours, which no effect touches. */
const shown = await patchesShown(film);

// Through the compositor, whose effect here changes nothing but has to be drawn; and past it.
const NEUTRAL = [
  {
    ...createEffectInstance('adjust', 'neutral', 1),
    params: { exposure: 0.5, contrast: 0.5, saturation: 0.5, temperature: 0.5 },
  },
];

describe.each(['webcodecs', 'ffmpeg'] as const)('by %s', (route: ExportRoute) => {
  test.for([
    { way: 'drawn', stack: NEUTRAL },
    { way: 'untouched', stack: [] },
  ])('patches $way keep their colours', async ({ stack }) => {
    const job = await jobOf(film, { seconds: 0.5, ...SIZE, stack });
    const { file, checks } = await exportFilm(job, { routes: [route] });
    expect(checks.filter(({ passed }) => !passed)).toEqual([]);
    expect(meanError(await patchesShown(file), shown)).toBeLessThan(SAME);
    const native = await commands.inspectFilm(await toBase64(file), [0.2]);
    if (native === null) return;
    expect(meanError(patches(fromBase64(native.pictures[0] ?? ''), 3), shown)).toBeLessThan(SAME);
  });
});
