/** The dance machine before the real pose model: the demo dancer passes, somebody who stands still does not. */
import { expect, test, type Page } from '@playwright/test';
import { en } from '../../src/ui/locales/en';
import { cameraArguments, cameraFilm } from '../support/fake-camera';
import { chromiumArguments } from '../../scripts/chromium';

const still = cameraFilm('standing_still');

test.describe('the demo dancer', () => {
  test.use({ launchOptions: { args: chromiumArguments } });

  test('dances the first challenge and scores at least 80', async ({ page }) => {
    await page.goto('/dance/neon-warmup');
    // No camera here: the way out that the message offers.
    await page.getByRole('button', { name: en.common.useDemo }).click({ timeout: 60_000 });
    expect(await playToTheEnd(page)).toBeGreaterThanOrEqual(80);
  });
});

test.describe('a still picture', () => {
  test.skip(still === undefined, 'needs the footage beside the repository');
  test.use({ launchOptions: { args: cameraArguments(still ?? '') } });

  test('scores at most 15', async ({ page }) => {
    await page.goto('/dance/neon-warmup');
    expect(await playToTheEnd(page)).toBeLessThanOrEqual(15);
  });
});

/** Starts the dance and gives the score that the result screen shows. */
async function playToTheEnd(page: Page): Promise<number> {
  const start = page
    .getByRole('button', { name: en.dance.start, exact: true })
    .or(page.getByRole('button', { name: en.dance.startAnyway }));
  await start.click({ timeout: 90_000 });
  await expect(page).toHaveURL(/\/result\//, { timeout: 90_000 });
  const score = page.getByTestId('score');
  await expect(score).toBeVisible();
  return Number(await score.textContent());
}
