/** The steps that several journeys share, by the names a person reads. */
import { expect, type Page } from '@playwright/test';
import { en } from '../../src/ui/locales/en';

/** From the home screen to the camera screen. */
export async function openCreate(page: Page): Promise<void> {
  await page.goto('/');
  await page.getByRole('link', { name: en.common.create }).first().click();
  await expect(page).toHaveURL(/\/create$/);
}

/** Waits until pictures come, by way of the demo dancer where that is asked for. */
export async function waitForStage(page: Page, options: { demo: boolean }): Promise<void> {
  if (options.demo)
    await page.getByRole('button', { name: en.common.useDemo }).first().click({ timeout: 60_000 });
  await expect(page.getByRole('button', { name: en.create.record, exact: true })).toBeEnabled({
    timeout: 60_000,
  });
}

/** Records; `seconds` null = up to the limit. */
export async function recordTake(page: Page, seconds: number | null): Promise<void> {
  await page.getByRole('button', { name: en.create.record, exact: true }).click();
  if (seconds !== null) {
    const stop = page.getByRole('button', { name: en.create.stop, exact: true });
    await expect(stop).toBeVisible({ timeout: 30_000 });
    await page.waitForTimeout(seconds * 1000);
    await stop.click();
  }
  await expect(page.getByRole('button', { name: en.create.keep })).toBeVisible({ timeout: 60_000 });
}

/** From the saved take to the editor, ready to edit. */
export async function keepAndEdit(page: Page): Promise<void> {
  await page.getByRole('button', { name: en.create.keep }).click();
  await expect(page).toHaveURL(/\/editor\//);
  await expect(page.getByRole('button', { name: en.editor.action.split }).first()).toBeVisible({
    timeout: 30_000,
  });
}

/** From the editor to a file at `path`. */
export async function exportFilm(page: Page, path: string): Promise<void> {
  await page
    .getByRole('link', { name: en.editor.export, exact: true })
    .or(page.getByRole('button', { name: en.editor.export, exact: true }))
    .first()
    .click();
  await expect(page).toHaveURL(/\/export\//);
  await page.getByRole('button', { name: en.export.start }).click();
  const save = page.getByRole('button', { name: en.export.save });
  await expect(save).toBeVisible({ timeout: 220_000 });
  // The dialog of the system has no window that a test could press a button of.
  await page.evaluate(() => Object.assign(window, { showSaveFilePicker: undefined }));
  const [download] = await Promise.all([page.waitForEvent('download'), save.click()]);
  await download.saveAs(path);
}
