/** Two who take turns at a seated challenge, on one device: the demo dancer sits in for both. */
import { expect, test } from '@playwright/test';
import { en } from '../../src/ui/locales/en';

test('two dance the soft seats in turns, and the scoreboard says who won', async ({ page }) => {
  test.setTimeout(180_000);
  await page.goto('/dance/soft-seats');
  await page.getByRole('button', { name: en.common.useDemo }).first().click({ timeout: 60_000 });
  await page.getByRole('radio', { name: en.dance.twoPlayers }).check({ timeout: 60_000, force: true });
  await page.getByRole('textbox', { name: en.dance.playerName.replace('{{number}}', '1') }).fill('Mia');
  await page.getByRole('textbox', { name: en.dance.playerName.replace('{{number}}', '2') }).fill('Jun');
  const start = page
    .getByRole('button', { name: en.dance.start, exact: true })
    .or(page.getByRole('button', { name: en.dance.startAnyway }));
  await start.first().click();
  const ready = page.getByRole('button', { name: en.dance.ready.replace('{{player}}', 'Jun') });
  await ready.click({ timeout: 60_000 });
  await start.first().click({ timeout: 30_000 });
  const table = page.getByRole('table');
  await expect(table).toBeVisible({ timeout: 60_000 });
  const totals = await table.locator('tfoot td').allInnerTexts();
  // The dancer on the stool is found and judged, both times.
  for (const total of totals) expect(Number(total.replace('★', ''))).toBeGreaterThanOrEqual(70);
  await page.getByRole('button', { name: en.dance.seeResult.replace('{{player}}', 'Mia') }).click();
  await expect(page).toHaveURL(/\/result\//);
});
