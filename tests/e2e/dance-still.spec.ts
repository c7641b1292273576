/** The dance machine before the real pose model: somebody who stands still cannot. */
import { expect, test } from '@playwright/test';
import { cameraFilm, launchWithCamera } from '../support/fake-camera';
import { playToTheEnd } from '../support/dance-floor';

const film = cameraFilm('standing_still');

test.skip(film === undefined, 'needs the footage beside the repository');
test.use({ launchOptions: launchWithCamera(film ?? '') });

test('standing still scores at most 15', async ({ page }) => {
  await page.goto('/dance/neon-warmup');
  expect(await playToTheEnd(page)).toBeLessThanOrEqual(15);
});
