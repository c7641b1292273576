/** Playing a challenge on the Dance screen, by the names a person reads. */
import { expect, type Page } from '@playwright/test';
import { en } from '../../src/ui/locales/en';

/** Starts the dance that is open and gives the score that the result screen shows. */
export async function playToTheEnd(page: Page): Promise<number> {
  const start = page
    .getByRole('button', { name: en.dance.start, exact: true })
    .or(page.getByRole('button', { name: en.dance.startAnyway }));
  await start.first().click({ timeout: 90_000 });
  await expect(page).toHaveURL(/\/result\//, { timeout: 90_000 });
  const score = page.getByTestId('score');
  await expect(score).toBeVisible();
  return Number(await score.textContent());
}
