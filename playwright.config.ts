/** A person's journeys through the built app, in real Chromium with a fake camera. */
import { defineConfig } from '@playwright/test';
import { chromiumArguments, findChromium } from './scripts/chromium.ts';

const port = 4273;

export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'test-results',
  // The pose model, the encoder and software WebGL each want a core: one journey at a time.
  workers: 1,
  timeout: 240_000,
  expect: { timeout: 20_000 },
  reporter: 'list',
  use: {
    // The offline test allows it; for the others its cache is only ballast.
    serviceWorkers: 'block',
    baseURL: `http://127.0.0.1:${port}`,
    actionTimeout: 30_000,
    trace: 'retain-on-failure',
    launchOptions: { executablePath: findChromium() ?? '', args: chromiumArguments },
  },
  webServer: {
    command: `npx vite preview --host 127.0.0.1 --port ${port} --strictPort`,
    url: `http://127.0.0.1:${port}`,
    reuseExistingServer: process.env['CI'] === undefined,
  },
});
