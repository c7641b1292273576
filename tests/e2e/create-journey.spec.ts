/**
 * A newcomer's main job in real Chromium: open → Create → record with an effect and a song → edit → export → the file,
 * before a camera that plays real footage. No request may leave the origin on the way.
 */
import { expect, test } from '@playwright/test';
import { en } from '../../src/ui/locales/en';
import { cameraArguments, cameraFilm } from '../support/fake-camera';
import {
  brightness,
  decodeFrame,
  difference,
  hasNativeFfmpeg,
  meanVolumeDb,
  probeFilm,
  topLevelBoxes,
} from '../support/film-probe';
import { watchOrigin } from '../support/origin-watch';
import { exportFilm, nameOf, openCamera, recordFullTake } from '../support/journey';

const film = cameraFilm('squats');

test.skip(film === undefined, 'needs the footage beside the repository');
test.use({ launchOptions: { args: cameraArguments(film ?? '') } });

test('records with an effect, edits, exports, and the file is what was seen', async ({
  page,
  context,
  baseURL,
}, info) => {
  const watch = watchOrigin(context, new URL(baseURL ?? '').origin);
  await openCamera(page);

  await test.step('a song and an effect', async () => {
    await page.getByRole('button', { name: en.create.music, exact: true }).click();
    await page.getByRole('radio').nth(1).click();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: en.create.effects, exact: true }).click();
    await page.getByRole('button', { name: nameOf('rgb-split') }).click();
    await page.keyboard.press('Escape');
  });

  await test.step('fifteen seconds', () => recordFullTake(page));

  await test.step('edit', async () => {
    await page.getByRole('button', { name: en.create.keep }).click();
    await expect(page).toHaveURL(/\/editor\//);
    await expect(page.getByRole('button', { name: en.common.play, exact: true })).toBeEnabled();
  });

  const path = info.outputPath('film.mp4');
  await test.step('export', () => exportFilm(page, path));

  await test.step('nothing left the origin', () => {
    expect(watch.seen()).toBeGreaterThan(10);
    expect(watch.foreign).toEqual([]);
  });

  if (!hasNativeFfmpeg) {
    console.warn('SKIPPED: native ffmpeg is missing, the file is only checked by the app itself');
    return;
  }
  const facts = probeFilm(path);
  expect(facts.video).toMatchObject({
    codec_name: 'h264',
    width: 720,
    height: 1280,
    pix_fmt: 'yuv420p',
    r_frame_rate: '30/1',
    color_space: 'bt709',
    color_primaries: 'bt709',
    color_transfer: 'bt709',
    color_range: 'tv',
  });
  expect(facts.audio).toMatchObject({ codec_name: 'aac', sample_rate: '48000', channels: 2 });
  expect(Math.abs(facts.duration - 15)).toBeLessThanOrEqual(1 / 30 + 0.001);
  expect(Math.abs(facts.frames - 450)).toBeLessThanOrEqual(1);
  const boxes = topLevelBoxes(path);
  expect(boxes.indexOf('moov')).toBeLessThan(boxes.indexOf('mdat'));
  expect(meanVolumeDb(path)).toBeGreaterThan(-40);

  const frames = [2, 7, 12].map((seconds) => decodeFrame(path, seconds));
  for (const frame of frames) {
    expect(brightness(frame).mean).toBeGreaterThan(15);
    expect(brightness(frame).deviation).toBeGreaterThan(10);
  }
  // The person moves, so no two of these are one picture.
  expect(difference(frames[0] ?? new Uint8Array(), frames[1] ?? new Uint8Array())).toBeGreaterThan(1);
});
