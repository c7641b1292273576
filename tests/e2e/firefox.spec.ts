/** One export end to end in Firefox: a film from the library, made, checked, saved, and looked at by native ffmpeg. */
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { en } from '../../src/ui/locales/en';
import { footage } from '../support/fake-camera';
import { brightness, decodeFrame, hasNativeFfmpeg, probeFilm, topLevelBoxes } from '../support/film-probe';
import { FirefoxPage, hasFirefox } from '../support/firefox';

const clip = footage('people/squats.mp4');

if (!hasFirefox) console.warn('Skipped: Firefox and Xvfb are not installed.');
test.skip(!hasFirefox || clip === undefined, 'needs Firefox, Xvfb, and the footage beside the repository');

test('Firefox makes a film of a take, and the file is what it should be', async ({ baseURL }, info) => {
  const page = await FirefoxPage.open({ width: 1280, height: 900 });
  try {
    await page.goto(`${baseURL ?? ''}/library`);
    await page.click('[role=tab]', en.library.takes);
    await page.chooseFile(shortened(clip ?? '', info.outputPath('squats.mp4')));
    await page.click('button', 'More for ');
    await page.click('[role=menuitem]', en.library.makeProject);
    await page.waitFor(`location.pathname.startsWith('/editor/')`);
    await page.click('a, button', en.editor.export);
    await page.waitFor(`location.pathname.startsWith('/export/')`);
    await page.click('button', en.export.start);
    await page.waitFor(
      `document.body.innerText.includes(${JSON.stringify(en.export.doneTitle)}) || document.querySelector('[role=alert]')`,
      180_000,
    );
    await page.screenshot(info.outputPath('done.png'));
    const failed = await page.evaluate<string[]>(
      `[...document.querySelectorAll('[data-check]')].filter((check) => check.querySelector('strong')).map((check) => check.innerText)`,
    );
    expect(failed).toEqual([]);
    await page.click('button', en.export.save);
    await expect
      .poll(() => readdirSync(page.downloads).filter((name) => name.endsWith('.mp4')), { timeout: 30_000 })
      .toHaveLength(1);
    const [name = ''] = readdirSync(page.downloads).filter((each) => each.endsWith('.mp4'));
    const path = join(page.downloads, name);
    await expect.poll(() => existsSync(`${path}.part`)).toBe(false);
    if (!hasNativeFfmpeg) return;
    const facts = probeFilm(path);
    console.info(`Firefox: ${facts.frames} frames in ${facts.duration} s`);
    expect(facts.video).toMatchObject({ codec_name: 'h264', width: 720, height: 1280, color_space: 'bt709' });
    expect(facts.frames).toBe(Math.round(facts.duration * 30));
    const boxes = topLevelBoxes(path);
    expect(boxes.indexOf('moov')).toBeLessThan(boxes.indexOf('mdat'));
    expect(brightness(decodeFrame(path, facts.duration / 2)).deviation).toBeGreaterThan(20);
  } finally {
    page.close();
  }
});

/** Two seconds of a film that does not say its colours, so that it is encoded anew: without a GPU, Firefox draws few pictures a second. */
function shortened(film: string, path: string): string {
  if (!hasNativeFfmpeg) return film;
  const picture = ['-c:v', 'libx264', '-pix_fmt', 'yuv420p', '-colorspace', 'unknown'];
  execFileSync('ffmpeg', ['-v', 'error', '-y', '-i', film, '-t', '2', '-r', '30', ...picture, path]);
  return path;
}
