/** Practice from a result: the moves that cost most, slower, until they are known. */
import { expect, test } from '@playwright/test';
import { en } from '../../src/ui/locales/en';

test('one move loops at three quarters of its speed, and its best is kept', async ({ page }) => {
  await page.goto('/practice/first-bounce/1-1');
  await page.getByRole('button', { name: en.common.useDemo }).first().click({ timeout: 60_000 });
  await page.getByRole('button', { name: en.practice.start, exact: true }).click({ timeout: 60_000 });
  await expect(page.getByText(en.practice.round.replace('{{count}}', '2'))).toBeVisible({ timeout: 60_000 });
  await page.getByRole('button', { name: en.practice.stop }).click();
  await page.reload();
  await page.getByRole('button', { name: en.common.useDemo }).first().click({ timeout: 60_000 });
  const open = page.getByRole('button', { name: en.practice.moves, exact: true });
  await expect(page.getByRole('button', { name: en.practice.start, exact: true })).toBeVisible({
    timeout: 60_000,
  });
  // On a phone the moves are behind a button.
  if (await open.isVisible()) await open.click();
  await expect(page.getByText(/^Best \d+$/).first()).toBeVisible();
});
