/** A clip that was brought along is judged as well: squats are not the first challenge. */
import { expect, test } from '@playwright/test';
import { en } from '../../src/ui/locales/en';
import { footage } from '../support/fake-camera';

const clip = footage('people/squats.mp4');

test.skip(clip === undefined, 'needs the footage beside the repository');

test('an imported clip is judged by the dance machine, with progress, and squats do not pass', async ({
  page,
}) => {
  await page.goto('/library');
  await page.getByRole('tab', { name: en.library.takes }).click();
  await page
    .locator('input[type=file]')
    .first()
    .setInputFiles(clip ?? '');
  await page.getByRole('button', { name: /^More for / }).click();
  await page.getByRole('menuitem', { name: en.library.judge }).click();
  await page.getByRole('button', { name: 'Neon Warm-up' }).click();
  await expect(page.getByRole('progressbar')).toBeVisible();
  await expect(page).toHaveURL(/\/result\//, { timeout: 90_000 });
  expect(Number(await page.getByTestId('score').textContent())).toBeLessThanOrEqual(20);
});
