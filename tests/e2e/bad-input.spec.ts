/** Files that are not what they seem: each opens rightly or says plainly why not, and nothing that was made is lost. */
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { expect, test, type Page } from '@playwright/test';
import type { Studio } from '../../src/studio/studio';
import { en } from '../../src/ui/locales/en';
import { footage } from '../support/fake-camera';
import { hasNativeFfmpeg } from '../support/film-probe';

const good = footage('people/squats.mp4');

test.skip(good === undefined, 'needs the footage beside the repository');

const refused: readonly { name: string; error: keyof typeof en.error; make: (path: string) => void }[] = [
  { name: 'a file of zero bytes', error: 'file-empty', make: (path) => writeFileSync(path, '') },
  {
    name: 'a text that calls itself a film',
    error: 'file-not-media',
    make: (path) => writeFileSync(path, 'Once upon a time there was no video.\n'.repeat(200)),
  },
  {
    name: 'a film cut off in the middle',
    error: 'file-corrupt',
    make: (path) => {
      // Its index is at the end, so what is left cannot be read.
      const whole = readFileSync(footage('hard/ax_sample_portrait.mp4') ?? '');
      writeFileSync(path, whole.subarray(0, Math.floor(whole.length * 0.3)));
    },
  },
  {
    name: 'a sound without a picture',
    error: 'file-no-picture',
    make: (path) => writeFileSync(path, readFileSync(footage('hard/ax_sample_audio_only.mp4') ?? '')),
  },
  {
    name: 'HEVC, which this browser does not decode',
    error: 'codec-unsupported',
    make: (path) => writeFileSync(path, readFileSync(footage('hard/ax_h265_bframes.mp4') ?? '')),
  },
];

for (const { name, error, make } of refused) {
  test(`${name} is refused in words, and the library keeps what it had`, async ({ page }, info) => {
    const path = info.outputPath('bad.mp4');
    make(path);
    await openTakes(page);
    await importFile(page, good ?? '');
    await expect(page.getByRole('button', { name: /^Play / })).toHaveCount(1);
    await importFile(page, path);
    await expect(page.getByText(en.error[error].title).first()).toBeVisible();
    await expect(page.getByRole('button', { name: /^Play / })).toHaveCount(1);
    await page.reload();
    await page.getByRole('tab', { name: en.library.takes }).click();
    await expect(page.getByRole('button', { name: /^Play / })).toHaveCount(1);
  });
}

const opened: readonly { name: string; size: [number, number]; make: (path: string) => void }[] = [
  {
    name: 'a film that a phone holds lying and shows standing',
    size: [720, 1280],
    make: (path) => writeFileSync(path, readFileSync(footage('hard/person_rotated_phone.mp4') ?? '')),
  },
  {
    name: 'uneven times between pictures',
    size: [1280, 720],
    make: (path) =>
      writeFileSync(path, readFileSync(footage('hard/ax_sample_android_slow_motion.mp4') ?? '')),
  },
  { name: '4K', size: [2160, 3840], make: (path) => makeFilm(path, '2160x3840') },
  { name: 'an odd size', size: [405, 719], make: (path) => makeFilm(path, '405x719') },
];

for (const { name, size, make } of opened) {
  test(`${name}: opens as it is meant`, async ({ page }, info) => {
    test.skip(!hasNativeFfmpeg && /4K|odd/.test(name), 'needs native ffmpeg to make the film');
    const path = info.outputPath('film.mp4');
    make(path);
    await openTakes(page);
    await importFile(page, path);
    await expect(page.getByRole('button', { name: /^Play / })).toHaveCount(1, { timeout: 30_000 });
    const take = await page.evaluate(() => {
      const { fifteen } = globalThis as unknown as { fifteen: Studio };
      return fifteen.library.store.getState().takes[0]?.size;
    });
    expect([take?.width, take?.height]).toEqual(size);
  });
}

/** The library's takes. */
async function openTakes(page: Page): Promise<void> {
  await page.goto('/library');
  await page.getByRole('tab', { name: en.library.takes }).click();
}

/** Chooses a file in the library's import. */
async function importFile(page: Page, path: string): Promise<void> {
  await page.locator('input[type=file]').first().setInputFiles(path);
}

/** A second of moving test picture; VP9, because H.264 of 4:2:0 has no odd sizes. */
function makeFilm(path: string, size: string): void {
  const source = `testsrc=size=${size}:rate=30:duration=1`;
  const codec = [
    '-c:v',
    'libvpx-vp9',
    '-deadline',
    'realtime',
    '-cpu-used',
    '8',
    '-pix_fmt',
    'yuv420p',
    '-f',
    'webm',
  ];
  execFileSync('ffmpeg', ['-v', 'error', '-y', '-f', 'lavfi', '-i', source, ...codec, path]);
}
