/** An empty page in a real browser that can import the repository's modules, for sheets and measurements. */
import { resolve } from 'node:path';
import { chromium, type Page } from 'playwright';
import { createServer } from 'vite';
import { sharedMedia } from '../tests/support/shared-media-plugin';
import { challengeIndex } from './challenge-index';
import { chromiumArguments, ensureChromium } from './chromium';

const root = resolve(import.meta.dirname, '..');

/** An open page; its owner closes it. */
export interface ModulePage {
  readonly page: Page;
  /** Ends with a slash. */
  readonly origin: string;
  close(): Promise<void>;
}

/** Serves the repository's modules and opens the page. */
export async function openModulePage(): Promise<ModulePage> {
  const server = await createServer({
    root,
    configFile: false,
    // Without pages of its own: the app is not started.
    appType: 'custom',
    logLevel: 'error',
    plugins: [sharedMedia(), challengeIndex()],
    optimizeDeps: {
      entries: [],
      include: ['mediabunny', 'three', 'postprocessing'],
      exclude: ['@ffmpeg/core', '@mediapipe/tasks-vision'],
    },
    worker: { format: 'es' },
    server: { host: '127.0.0.1', port: 0, hmr: false, ws: false },
  });
  await server.listen();
  const browser = await chromium.launch({ executablePath: ensureChromium(), args: chromiumArguments });
  const close = async (): Promise<void> => {
    await browser.close();
    await server.close();
  };
  try {
    const page = await browser.newPage();
    page.setDefaultTimeout(0);
    page.on('pageerror', (error) => console.error(error));
    const origin = server.resolvedUrls?.local[0] ?? '';
    // Any answer of this origin will do: what runs is sent in.
    await page.goto(`${origin}src/effects/words.ts`);
    return { page, origin, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Opens the page, runs `work`, and closes browser and server whatever happens. */
export async function withModulePage<T>(work: (page: Page, origin: string) => Promise<T>): Promise<T> {
  const opened = await openModulePage();
  try {
    return await work(opened.page, opened.origin);
  } finally {
    await opened.close();
  }
}
