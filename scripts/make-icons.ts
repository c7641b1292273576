/** Draws the app's icons as PNG from their SVG: `npx tsx scripts/make-icons.ts`. The results are kept in `public/icons`. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright';
import { chromiumArguments, ensureChromium } from './chromium';

const folder = fileURLToPath(new URL('../public/icons/', import.meta.url));

const ICONS = [
  { source: 'icon.svg', target: 'icon-192.png', size: 192 },
  { source: 'icon.svg', target: 'icon-512.png', size: 512 },
  { source: 'icon-maskable.svg', target: 'icon-maskable-512.png', size: 512 },
  // iOS rounds the corners itself and shows transparency as black.
  { source: 'icon-maskable.svg', target: 'apple-touch-icon.png', size: 180 },
] as const;

const browser = await chromium.launch({ executablePath: ensureChromium(), args: [...chromiumArguments] });
try {
  for (const { source, target, size } of ICONS) {
    const page = await browser.newPage({ viewport: { width: size, height: size } });
    await page.setContent(
      `<style>body{margin:0}svg{display:block;width:100vw;height:100vh}</style>${readFileSync(folder + source, 'utf8')}`,
    );
    await page.screenshot({ path: folder + target, omitBackground: true });
    await page.close();
    console.log(`public/icons/${target} ${size}×${size}`);
  }
} finally {
  await browser.close();
}
