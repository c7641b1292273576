/**
 * Pictures of every screen in every state worth seeing, over a fake studio, and what axe says of them.
 * `npx tsx scripts/look.ts [--out DIR] [--only PART] [--quick]`; exits with 1 when axe finds a serious violation.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import AxeBuilder from '@axe-core/playwright';
import { chromium, type Browser } from 'playwright';
import { createServer, type Plugin } from 'vite';
import type { FakeOptions } from '../tests/support/fake-studio';
import { LOOKS, type LookAt } from '../tests/support/fake-ui/looks';
import { chromiumArguments, ensureChromium } from './chromium';

const { values } = parseArgs({
  options: {
    out: { type: 'string', default: 'out/look' },
    only: { type: 'string', default: '' },
    /** One theme and one language. */
    quick: { type: 'boolean', default: false },
  },
});

const SIZES = { phone: { width: 390, height: 844 }, desktop: { width: 1440, height: 900 } } as const;

const FACES = [
  { name: 'dark', settings: { theme: 'dark', locale: 'en' } },
  { name: 'light', settings: { theme: 'light', locale: 'en' } },
  { name: 'zh-TW', settings: { theme: 'dark', locale: 'zh-TW' } },
  { name: 'th', settings: { theme: 'light', locale: 'th' } },
] as const;

/** The app's own page with the fake studio in place of the real one. */
const fakeEntry: Plugin = {
  name: 'fake-entry',
  transformIndexHtml: {
    order: 'pre',
    handler: (html) => html.replace('/src/main.tsx', '/tests/support/fake-ui/main.tsx'),
  },
};

const serious = await lookAtEverything();
if (serious.length > 0) {
  console.error(serious.join('\n'));
  process.exit(1);
}

async function lookAtEverything(): Promise<string[]> {
  mkdirSync(values.out, { recursive: true });
  const server = await createServer({
    plugins: [fakeEntry],
    server: { host: '127.0.0.1', port: 0, hmr: false, watch: null },
    logLevel: 'error',
    cacheDir: 'node_modules/.vite-look',
  });
  await server.listen();
  const browser = await chromium.launch({ executablePath: ensureChromium(), args: [...chromiumArguments] });
  const findings: string[] = [];
  try {
    const address = server.resolvedUrls?.local[0] ?? '';
    for (const look of LOOKS.filter(({ name }) => name.includes(values.only))) {
      for (const face of values.quick ? FACES.slice(0, 1) : FACES) {
        for (const size of ['phone', 'desktop'] as const) {
          findings.push(...(await lookOnce(browser, address, look, face, size)));
        }
      }
    }
  } finally {
    await browser.close();
    await server.close();
  }
  return findings;
}

async function lookOnce(
  browser: Browser,
  address: string,
  look: LookAt,
  face: (typeof FACES)[number],
  size: keyof typeof SIZES,
): Promise<string[]> {
  const name = `${look.name}-${face.name}-${size}`;
  const context = await browser.newContext({
    viewport: SIZES[size],
    hasTouch: size === 'phone',
    locale: 'en-US',
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  const findings: string[] = [];
  page.on('pageerror', (error) => findings.push(`${name}: ${error.message}`));
  const options: FakeOptions = {
    ...look.options,
    settings: { ...face.settings, ...look.options?.settings },
  };
  await page.goto(new URL(`${look.path}?fake=${encodeURIComponent(JSON.stringify(options))}`, address).href);
  await page.waitForSelector('h1', { state: 'attached' });
  await page.evaluate(() => document.fonts.ready);
  await look.act?.(page, size);
  await page.waitForTimeout(400);
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  if (overflow > 0) findings.push(`${name}: the page is ${overflow} px wider than the window`);
  await page.screenshot({ path: join(values.out, `${name}.png`), fullPage: look.whole === true });
  const { violations } = await new AxeBuilder({ page }).analyze();
  for (const violation of violations) {
    if (violation.impact !== 'serious' && violation.impact !== 'critical') continue;
    const where = violation.nodes.map((node) => `${node.target.join(' ')} ${node.any[0]?.message ?? ''}`);
    findings.push(`${name}: ${violation.id}: ${where.slice(0, 4).join(' | ')}`);
  }
  await context.close();
  return findings;
}
