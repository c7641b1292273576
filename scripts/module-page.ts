/** An empty page in a real browser that can import the repository's modules, for sheets and measurements. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { resolve } from 'node:path';
import { chromium, type Page } from 'playwright';
import { build, createServer, preview, type InlineConfig } from 'vite';
import { sharedMedia } from '../tests/support/shared-media-plugin';
import { challengeIndex } from './challenge-index';
import { chromiumArguments, ensureChromium } from './chromium';
import { securityHeaders } from './security-headers';

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
    ...common,
    optimizeDeps: {
      entries: [],
      include: ['mediabunny', 'three', 'postprocessing'],
      exclude: ['@ffmpeg/core', '@mediapipe/tasks-vision'],
    },
    server: { host: '127.0.0.1', port: 0, hmr: false, ws: false },
  });
  await server.listen();
  // Any answer of this origin will do: what runs is sent in.
  return openPage(server, 'src/effects/words.ts');
}

/**
 * Builds modules as the app is built, and opens a page that can import each of them as `/NAME.js`: what is timed must not wait
 * for a hundred small files.
 * @param entries files of the repository by NAME
 */
export async function openBundledPage(entries: Readonly<Record<string, string>>): Promise<ModulePage> {
  const outDir = await mkdtemp(resolve(tmpdir(), 'fifteen-bench-'));
  const removeFolder = (): Promise<void> => rm(outDir, { recursive: true, force: true });
  try {
    await build({
      ...common,
      build: {
        target: 'es2023',
        outDir,
        copyPublicDir: false,
        rolldownOptions: {
          input: { ...entries },
          preserveEntrySignatures: 'strict',
          output: { entryFileNames: '[name].js' },
        },
      },
    });
    const server = await preview({
      ...common,
      build: { outDir },
      preview: { host: '127.0.0.1', port: 0, headers: securityHeaders },
    });
    return await openPage(
      {
        resolvedUrls: server.resolvedUrls,
        close: async () => {
          await server.close();
          await removeFolder();
        },
      },
      `${Object.keys(entries)[0] ?? ''}.js`,
    );
  } catch (error) {
    await removeFolder();
    throw error;
  }
}

const common = {
  root,
  configFile: false,
  // Without pages of its own: the app is not started.
  appType: 'custom',
  logLevel: 'error',
  plugins: [sharedMedia(), challengeIndex()],
  worker: { format: 'es' },
} satisfies InlineConfig;

interface Served {
  readonly resolvedUrls: { readonly local: readonly string[] } | null;
  close(): Promise<void>;
}

async function openPage(server: Served, path: string): Promise<ModulePage> {
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
    await page.goto(`${origin}${path}`);
    return { page, origin, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Opens the page, runs `work`, and closes browser and server whatever happens. */
export async function withModulePage<T>(
  work: (page: Page, origin: string) => Promise<T>,
  open: () => Promise<ModulePage> = openModulePage,
): Promise<T> {
  const opened = await open();
  try {
    return await work(opened.page, opened.origin);
  } finally {
    await opened.close();
  }
}
