/** After the first visit everything works with the network off: dancing to export, by the demo dancer. */
import { expect, test } from '@playwright/test';
import { exportFilm, keepAndEdit, openCreate, recordTake, waitForStage } from '../support/journey';
import { watchOrigin } from '../support/origin-watch';

test.use({ serviceWorkers: 'allow' });

test('records, edits and exports with the network off', async ({ page, context, baseURL }, info) => {
  const watch = watchOrigin(context, new URL(baseURL ?? '').origin);
  await page.goto('/');
  // The first visit ends when the worker has taken everything in.
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
  });
  await page.reload();
  await expect.poll(() => page.evaluate(() => navigator.serviceWorker.controller !== null)).toBe(true);

  await context.setOffline(true);
  await openCreate(page);
  await waitForStage(page, { demo: true });
  await recordTake(page, 2);
  await keepAndEdit(page);
  const path = info.outputPath('offline.mp4');
  await exportFilm(page, path);
  expect(watch.foreign).toEqual([]);
});
