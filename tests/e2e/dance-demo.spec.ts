/** The dance machine before the real pose model: the demo dancer, in place of a camera that is not there, can dance. */
import { expect, test } from '@playwright/test';
import { en } from '../../src/ui/locales/en';
import { playToTheEnd } from '../support/dance-floor';

test('the demo dancer dances the first challenge, scores at least 80, and the take becomes a project', async ({
  page,
}) => {
  await page.goto('/dance/neon-warmup');
  // No camera here: the way out that the message offers.
  await page.getByRole('button', { name: en.common.useDemo }).first().click({ timeout: 60_000 });
  expect(await playToTheEnd(page)).toBeGreaterThanOrEqual(80);
  await page.getByRole('button', { name: en.result.edit }).click();
  await expect(page).toHaveURL(/\/editor\//);
  await expect(page.getByRole('button', { name: en.editor.action.split }).first()).toBeVisible({
    timeout: 30_000,
  });
});
