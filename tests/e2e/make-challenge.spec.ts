/** Making a challenge: from a film, from motion capture, and from a file that somebody sent. */
import { readFileSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { expect, test } from '@playwright/test';
import { en } from '../../src/ui/locales/en';
import { footage } from '../support/fake-camera';
import { sharedFolder } from '../support/shared-media-plugin';

const film = footage('people/squats.mp4');
const capture = join(sharedFolder, 'mocap/bvh/ad_wave_hello.bvh.gz');
const hasCapture = existsSync(capture);
if (!hasCapture) console.warn(`SKIPPED: no capture at ${capture}`);

test.describe('a film', () => {
  test.skip(film === undefined, 'needs the footage beside the repository');

  test('becomes a challenge on the floor, and its file comes in again after it was deleted', async ({
    page,
  }, info) => {
    await page.goto('/make');
    await page.getByTestId('make-file').setInputFiles(film ?? '');
    await expect(page.getByRole('progressbar')).toBeVisible();
    await page.getByLabel(en.make.name, { exact: true }).fill('Kitchen squats', { timeout: 90_000 });
    await page.getByRole('button', { name: en.make.runTest }).click();
    await expect(page.getByText(en.make.bot.still)).toBeVisible();
    await page.getByRole('button', { name: en.make.save }).click();
    await expect(page).toHaveURL(/\/dance\/own-/);

    await page.goto('/library');
    await page.getByRole('tab', { name: en.make.challenges }).click();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Save the file of Kitchen squats' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('Kitchen squats.fifteen-challenge');
    const path = info.outputPath(download.suggestedFilename());
    await download.saveAs(path);
    await page.getByRole('button', { name: 'Delete Kitchen squats' }).click();
    await expect(page.getByText(en.make.ownEmpty)).toBeVisible();
    await page.getByTestId('import-challenge').setInputFiles(path);
    await expect(page.getByRole('button', { name: 'Delete Kitchen squats' })).toBeVisible();

    const cut = readFileSync(path).subarray(0, -9);
    await page
      .getByTestId('import-challenge')
      .setInputFiles({ name: 'cut.fifteen-challenge', mimeType: '', buffer: cut });
    await expect(page.getByText(en.make.refusal['cut-off'])).toBeVisible();
  });
});

test.describe('motion capture', () => {
  test.skip(!hasCapture, 'needs the captures beside the repository');

  test('becomes a challenge that is kept, and stands in the picker', async ({ page }) => {
    await page.goto('/make');
    await page.getByTestId('make-file').setInputFiles({
      name: 'wave hello.bvh',
      mimeType: 'text/plain',
      buffer: gunzipSync(readFileSync(capture)),
    });
    await page.getByRole('button', { name: en.make.save }).click({ timeout: 60_000 });
    await expect(page).toHaveURL(/\/dance\/own-/);
    await page.goto('/dance');
    await expect(page.getByRole('link', { name: /wave hello/ })).toBeVisible();
  });
});
