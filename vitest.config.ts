/** Unit tests run in Node; browser tests run in real Chromium against the real decoder, encoder and storage. */
import { defineConfig } from 'vitest/config';
import { playwright } from '@vitest/browser-playwright';
import { challengeIndex } from './scripts/challenge-index.ts';
import { chromiumArguments, findChromium } from './scripts/chromium.ts';
import { makeCorpusFilm, seeFilm } from './tests/support/film-corpus.ts';
import { inspectFilm } from './tests/support/native-film.ts';
import { sharedMedia } from './tests/support/shared-media-plugin.ts';

export default defineConfig({
  optimizeDeps: { exclude: ['@ffmpeg/core', '@mediapipe/tasks-vision'] },
  worker: { format: 'es' },
  test: {
    projects: [
      { test: { name: 'unit', include: ['tests/unit/**/*.test.ts'], environment: 'node' } },
      {
        plugins: [sharedMedia(), challengeIndex()],
        optimizeDeps: {
          include: [
            'mediabunny',
            'three',
            'idb',
            'zod/mini',
            'zustand/vanilla',
            'fast-check',
            'zustand',
            'react',
            'react/jsx-dev-runtime',
            'react-dom/client',
            'i18next',
            'react-i18next',
            '@base-ui/react/csp-provider',
            '@base-ui/react/dialog',
            '@base-ui/react/menu',
            '@base-ui/react/slider',
            '@base-ui/react/switch',
          ],
          exclude: ['@ffmpeg/core', '@mediapipe/tasks-vision'],
        },
        worker: { format: 'es' },
        test: {
          name: 'browser',
          include: ['tests/browser/**/*.test.ts'],
          testTimeout: 120_000,
          fileParallelism: false,
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({
              launchOptions: { executablePath: findChromium() ?? '', args: chromiumArguments },
            }),
            instances: [{ browser: 'chromium' }],
            commands: { inspectFilm, makeCorpusFilm, seeFilm },
          },
        },
      },
    ],
  },
});
