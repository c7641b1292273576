/** The built app in real Chromium, for the command-line tools: they call the studio's own methods. */
import { chromium, type Page } from 'playwright';
import { preview } from 'vite';
import type { Studio } from '../src/studio/studio';
import { buildApp, isBuildFresh } from './build-app';
import { chromiumArguments, ensureChromium } from './chromium';

export interface AppSession {
  readonly page: Page;
  readonly address: string;
  close(): Promise<void>;
}

/**
 * Builds what is missing, serves it on a free port and opens it; `globalThis.fifteen` is the studio.
 * @param extraArguments further Chromium switches, such as a film for the fake camera
 */
export async function openApp(extraArguments: readonly string[] = []): Promise<AppSession> {
  if (!isBuildFresh()) await buildApp();
  const server = await preview({ preview: { host: '127.0.0.1', port: 0 }, logLevel: 'error' });
  const address = server.resolvedUrls?.local[0];
  if (address === undefined) throw new Error('The preview server gave no address.');
  const browser = await chromium.launch({
    executablePath: ensureChromium(),
    args: [...chromiumArguments, ...extraArguments],
  });
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, locale: 'en-US' });
  page.on('pageerror', (error) => console.error('[page]', error.message));
  await page.goto(address);
  await page.waitForFunction(() => 'fifteen' in globalThis);
  return {
    page,
    address,
    async close() {
      await browser.close();
      await server.close();
    },
  };
}

/** Fetches a finished export out of the page's storage. */
export async function readExport(page: Page, exportId: string): Promise<Buffer> {
  const base64 = await page.evaluate(async (id) => {
    const { fifteen } = globalThis as unknown as { fifteen: Studio };
    const bytes = new Uint8Array(await (await fifteen.exporter.fileOf(id)).arrayBuffer());
    let text = '';
    for (let start = 0; start < bytes.length; start += 32_768) {
      text += String.fromCharCode(...bytes.subarray(start, start + 32_768));
    }
    return btoa(text);
  }, exportId);
  return Buffer.from(base64, 'base64');
}
