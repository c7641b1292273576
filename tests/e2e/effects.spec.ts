/**
 * What is seen is what is saved: a look, a keyframed effect and one that follows the beat. The frames that the encoder
 * is given are the preview's, byte for byte, and the decoded file stays close to them.
 */
import { createHash } from 'node:crypto';
import { execFileSync } from 'node:child_process';
import { expect, test, type Page } from '@playwright/test';
import adjust from '../../src/effects/catalogue/adjust';
import swirl from '../../src/effects/catalogue/swirl';
import noir from '../../src/effects/looks/noir';
import { toI420 } from '../../src/export/picture/yuv';
import { en } from '../../src/ui/locales/en';
import { exportAtSize, tapEncoder } from '../support/encoder-tap';
import { footage } from '../support/fake-camera';
import { hasNativeFfmpeg } from '../support/film-probe';
import { exportFilm } from '../support/journey';

const clip = footage('people/squats.mp4');

test.skip(clip === undefined, 'needs the footage beside the repository');

/** Numbers of the frames that are compared: before, between and after the keyframes; on a beat and off it. */
const FRAMES = [5, 15, 37, 62, 88];

/** How close a decoded frame must be to what was encoded, in decibels. */
const LEAST_PSNR = 36;

interface Picture {
  readonly width: number;
  readonly height: number;
  /** From the top. */
  readonly rgba: Buffer;
}

const fill = (text: string, name: string): string => text.replace('{{name}}', name);

test('a look, keyframes and the beat are exported as they were seen', async ({ page }, info) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto('/library');
  await page.getByRole('tab', { name: en.library.takes }).click();
  await page
    .locator('input[type=file]')
    .first()
    .setInputFiles(clip ?? '');
  await page.getByRole('button', { name: /^More for / }).click();
  await page.getByRole('menuitem', { name: en.library.makeProject }).click();
  await expect(page).toHaveURL(/\/editor\//);
  const panel = (name: string) => page.getByRole('tab', { name, exact: true }).click();

  await test.step('three and a half seconds with a song', async () => {
    await panel(en.editor.panel.music);
    await page.getByRole('radio', { name: /Neon Steps/ }).check();
    await goToFrame(page, 105);
    await page.keyboard.press(']');
  });
  await test.step('a look', async () => {
    await panel(en.editor.panel.looks);
    await page.getByRole('button', { name: noir.name.en, exact: true }).click();
    await expect(page.getByRole('slider', { name: en.editor.lookStrength })).toBeVisible();
  });
  await test.step('an effect with two keyframes', async () => {
    await panel(en.editor.panel.effects);
    await addEffect(page, adjust.name.en);
    const exposure = adjust.params.exposure.name.en;
    await goToFrame(page, 10);
    await page.getByRole('button', { name: fill(en.editor.keyAdd, exposure) }).click();
    await goToFrame(page, 70);
    await page.getByRole('slider', { name: exposure }).press('End');
    await expect(page.getByRole('button', { name: fill(en.editor.keyRemove, exposure) })).toHaveText('2');
  });
  await test.step('an effect that follows the beat', async () => {
    await addEffect(page, swirl.name.en);
    await page.getByRole('button', { name: fill(en.editor.followOf, en.editor.strength) }).click();
    await expect(
      page.getByRole('combobox', { name: fill(en.editor.followWhat, en.editor.strength) }),
    ).toBeVisible();
  });

  const seen = new Map<number, Picture>();
  for (const index of FRAMES) {
    await goToFrame(page, index);
    seen.set(index, await stillPicture(page));
  }
  const [first] = seen.values();
  const size = { width: first?.width ?? 0, height: first?.height ?? 0 };
  // Each frame is another picture, or the comparison would say little.
  expect(new Set([...seen.values()].map(({ rgba }) => hash(rgba))).size).toBe(FRAMES.length);

  const handed = await tapEncoder(page, FRAMES);
  await exportAtSize(page, size);
  const path = info.outputPath('film.mp4');
  await exportFilm(page, path);

  for (const [index, { rgba }] of seen) {
    const wanted = Buffer.alloc((size.width * size.height * 3) / 2);
    toI420(upsideDown(rgba, size.width), size, wanted);
    expect(hash(handed.get(index) ?? Buffer.alloc(0)), `frame ${index}`).toBe(hash(wanted));
    if (!hasNativeFfmpeg) continue;
    const decoded = decodePlanes(path, index);
    const closeness = psnr(decoded, wanted);
    console.info(`frame ${index}: ${closeness.toFixed(1)} dB`);
    expect(closeness, `frame ${index}`).toBeGreaterThan(LEAST_PSNR);
  }
  if (!hasNativeFfmpeg) console.warn('SKIPPED: native ffmpeg is missing, the file was not decoded');
});

/** From the catalogue, by its name; the effect's card is open afterwards. */
async function addEffect(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: en.editor.addEffect, exact: true }).first().click();
  await page.getByRole('searchbox', { name: en.editor.searchEffects }).fill(name);
  await page.getByRole('button', { name, exact: true }).first().click();
}

/** By the keys. */
async function goToFrame(page: Page, index: number): Promise<void> {
  await page
    .getByRole('img')
    .first()
    .focus()
    .catch(() => undefined);
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  await page.keyboard.press('Home');
  for (let second = 0; second < Math.floor(index / 30); second += 1)
    await page.keyboard.press('Shift+ArrowRight');
  for (let frame = 0; frame < index % 30; frame += 1) await page.keyboard.press('ArrowRight');
}

/** The stage's canvas once it stands still. */
async function stillPicture(page: Page): Promise<Picture> {
  let last: Picture | null = null;
  for (let attempt = 0; attempt < 60; attempt += 1) {
    await page.waitForTimeout(500);
    const now = await page.evaluate(() => {
      const canvas = document.querySelector<HTMLCanvasElement>('canvas[role=img]');
      const copy = document.createElement('canvas');
      copy.width = canvas?.width ?? 0;
      copy.height = canvas?.height ?? 0;
      const context = copy.getContext('2d');
      if (canvas === null || context === null || copy.width === 0) return null;
      context.drawImage(canvas, 0, 0);
      const { data } = context.getImageData(0, 0, copy.width, copy.height);
      let text = '';
      for (let at = 0; at < data.length; at += 8192)
        text += String.fromCharCode(...data.subarray(at, at + 8192));
      return { width: copy.width, height: copy.height, bytes: btoa(text) };
    });
    if (now === null) continue;
    const picture = { width: now.width, height: now.height, rgba: Buffer.from(now.bytes, 'base64') };
    if (last !== null && hash(last.rgba) === hash(picture.rgba)) return picture;
    last = picture;
  }
  throw new Error('The preview never stood still.');
}

function hash(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** Rows from the bottom up, as the compositor is read. */
function upsideDown(rgba: Buffer, width: number): Uint8Array {
  const row = width * 4;
  const turned = new Uint8Array(rgba.length);
  for (let at = 0; at < rgba.length; at += row)
    turned.set(rgba.subarray(at, at + row), rgba.length - row - at);
  return turned;
}

/** One decoded frame as 4:2:0 planes. */
function decodePlanes(path: string, index: number): Buffer {
  const select = [
    '-vf',
    `select=eq(n\\,${index})`,
    '-frames:v',
    '1',
    '-f',
    'rawvideo',
    '-pix_fmt',
    'yuv420p',
    '-',
  ];
  return execFileSync('ffmpeg', ['-v', 'error', '-i', path, ...select], { maxBuffer: 1 << 26 });
}

/** Peak signal to noise ratio over all three planes, in decibels. */
function psnr(a: Uint8Array, b: Uint8Array): number {
  expect(a.length).toBe(b.length);
  const squares = a.reduce((sum, value, at) => sum + (value - (b[at] ?? 0)) ** 2, 0);
  return 10 * Math.log10(255 ** 2 / (squares / a.length));
}
