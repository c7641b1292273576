/** The steps that several journeys share, by the names a person reads. */
import { expect, type Page } from '@playwright/test';
import { en } from '../../src/ui/locales/en';

/** The English name of an effect or look, as the catalogue's files say it. */
export function nameOf(id: string): string {
  return id;
}

/** From the home screen to a live camera (or the demo dancer when asked for). */
export async function openCamera(page: Page): Promise<void> {
  await page.goto('/');
  await page.getByRole('link', { name: en.common.create }).first().click();
  await expect(page.getByRole('button', { name: en.create.record, exact: true })).toBeEnabled({
    timeout: 60_000,
  });
}

/** Presses record and waits for the limit. */
export async function recordFullTake(page: Page): Promise<void> {
  await page.getByRole('button', { name: en.create.record, exact: true }).click();
  await expect(page.getByRole('button', { name: en.create.keep })).toBeVisible({ timeout: 60_000 });
}

/** From the editor to a file at `path`. */
export async function exportFilm(page: Page, path: string): Promise<void> {
  await page
    .getByRole('link', { name: en.export.title })
    .or(page.getByRole('button', { name: en.export.title }))
    .first()
    .click();
  await page.getByRole('button', { name: en.export.start }).click();
  const save = page.getByRole('button', { name: en.common.save }).first();
  await expect(save).toBeVisible({ timeout: 200_000 });
  const [download] = await Promise.all([page.waitForEvent('download'), save.click()]);
  await download.saveAs(path);
}
