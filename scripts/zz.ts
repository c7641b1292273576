import { openBundledPage, withModulePage } from './module-page';
import { makeExportClip } from './native-ffmpeg';
const clip = makeExportClip()!;
const open = () => openBundledPage({ zz: 'tests/bench/zz-bench.ts' });
await withModulePage(async (page) => {
  page.on('console', (m) => console.log(m.text()));
  await page.route('**/export-clip.mp4', (route) => route.fulfill({ body: clip, contentType: 'video/mp4' }));
  const r = await page.evaluate(async () => {
    const m = await import('/zz.js' as string);
    return m.run('/export-clip.mp4');
  });
  console.log(JSON.stringify(r));
}, open);
