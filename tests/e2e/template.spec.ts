/** "Fill my clips into this": two takes, one of the app's templates, a finished film; and a song dropped onto the editor. */
import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { en } from '../../src/ui/locales/en';
import { footage } from '../support/fake-camera';
import { hasNativeFfmpeg, probeFilm } from '../support/film-probe';
import { exportFilm } from '../support/journey';

const films = ['people/dance_woman.mp4', 'people/squats.mp4'].map((path) => footage(path));
const song = footage('audio/track_120bpm_garzul_mika.ogg');

test.skip(films.includes(undefined) || song === undefined, 'needs the footage beside the repository');

test('a template makes a film of two takes, and its pieces can be changed', async ({ page }, info) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto('/library');
  await page.getByRole('tab', { name: en.library.takes }).click();
  for (const [index, film] of films.entries()) {
    await page
      .getByTestId('import-clip')
      .first()
      .setInputFiles(film ?? '');
    await expect(page.getByRole('button', { name: /^More for / })).toHaveCount(index + 1, {
      timeout: 60_000,
    });
  }

  await page.getByRole('button', { name: en.library.templates }).click();
  await page.getByRole('radio', { name: /Before, after/ }).check();
  await page.getByRole('button', { name: 'Use dance_woman' }).click();
  await page.getByRole('button', { name: 'Use squats' }).click();
  await page.getByRole('button', { name: en.library.templateMake }).click();
  await expect(page).toHaveURL(/\/editor\//);
  const clips = page.locator('[data-row=video] [data-item]');
  await expect(clips).toHaveCount(2, { timeout: 30_000 });

  await test.step('a song that is dropped anywhere becomes its music', async () => {
    const bytes = readFileSync(song ?? '').toString('base64');
    const data = await page.evaluateHandle((text) => {
      const file = new File([Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0))], 'my song.ogg', {
        type: 'audio/ogg',
      });
      const transfer = new DataTransfer();
      transfer.items.add(file);
      return transfer;
    }, bytes);
    await page.locator('main').dispatchEvent('drop', { dataTransfer: data });
    await expect(page.locator('[data-row=music]').getByRole('button', { name: /my song/ })).toBeVisible({
      timeout: 30_000,
    });
    await page.getByRole('button', { name: /^Undo/ }).click();
    await expect(
      page.locator('[data-row=music]').getByRole('button', { name: /Paper Lanterns/ }),
    ).toBeVisible();
  });

  const path = info.outputPath('film.mp4');
  await exportFilm(page, path);
  if (!hasNativeFfmpeg)
    return console.warn('SKIPPED: native ffmpeg is missing, the file was not looked into');
  const film = probeFilm(path);
  expect(film.duration).toBeGreaterThan(9.5);
  expect(film.duration).toBeLessThan(10.5);
  expect(film.audio).not.toBeNull();
  expect(Number(film.video['width']) / Number(film.video['height'])).toBeCloseTo(4 / 5, 2);
});
