/** The editor, the export and the library in the states worth seeing. */
import noir from '../../../src/effects/looks/noir';
import { lookFileOf } from '../../../src/project/look-file';
import type { LookAt } from './looks';
import { FAKE_EXPORT, fakeChecks } from './fake-exporter';

const PANEL_NUMBER = { clip: 0, effects: 1, looks: 2, text: 3, stickers: 4, music: 5 } as const;

/** Presses an item of the timeline by a part of its name, so that it is selected. */
const select =
  (row: 'video' | 'text' | 'stickers' | 'effects' | 'music', index = 0): NonNullable<LookAt['act']> =>
  async (page) => {
    await page.locator(`[data-row=${row}] li > button`).nth(index).click();
  };

/** Opens a panel. */
const panel =
  (name: keyof typeof PANEL_NUMBER): NonNullable<LookAt['act']> =>
  async (page, size) => {
    const tabs = size === 'phone' ? 'nav button' : 'aside [role=tab]';
    await page.locator(tabs).nth(PANEL_NUMBER[name]).click();
  };

const both =
  (...acts: NonNullable<LookAt['act']>[]): NonNullable<LookAt['act']> =>
  async (page, size) => {
    for (const act of acts) await act(page, size);
  };

const openCatalogue = both(panel('effects'), async (page, size) => {
  await page
    .locator(size === 'phone' ? '[role=dialog] button' : '#editor-panel button')
    .nth(size === 'phone' ? 1 : 0)
    .click();
});

const textFile = (name: string, text: string) => ({
  name,
  mimeType: 'text/plain',
  buffer: Buffer.from(text),
});

const editor = '/editor/project-1';
const start: NonNullable<LookAt['act']> = (page) => page.locator('main button').first().click();

export const STUDIO_LOOKS: readonly LookAt[] = [
  { name: 'editor', path: editor },
  { name: 'editor-clip', path: editor, act: both(select('video', 1), panel('clip')) },
  {
    name: 'editor-long-clip',
    path: editor,
    options: { editor: { oneClip: 48 } },
    act: both(panel('clip'), (page) => page.getByText('15').last().scrollIntoViewIfNeeded()),
  },
  {
    name: 'editor-snap',
    path: editor,
    act: both(select('video', 0), async (page) => {
      const box = await page.locator('[data-row=video] li[data-selected] [role=slider]').last().boundingBox();
      if (box === null) throw new Error('There is no handle.');
      const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
      await page.mouse.move(x, y);
      await page.mouse.down();
      // Until a beat holds the edge.
      for (let dx = 0; dx > -60; dx -= 2) {
        await page.mouse.move(x + dx, y);
        if ((await page.locator('[class*=snapReason]').count()) > 0) return;
      }
    }),
  },
  { name: 'editor-effects', path: editor, act: panel('effects') },
  { name: 'editor-effect', path: editor, act: both(select('effects'), panel('effects')) },
  { name: 'editor-add-effect', path: editor, act: openCatalogue },
  {
    name: 'editor-imported',
    path: editor,
    act: both(openCatalogue, async (page) => {
      await page
        .getByTestId('import-effects')
        .setInputFiles([
          textFile(
            'Wipe.glsl',
            'vec4 transition(vec2 uv) { return mix(getFromColor(uv), getToColor(uv), progress); }',
          ),
          textFile('Broken.fs', '/*{ "ISFVSN": "2" }*/ void main() { gl_FragColor = '),
        ]);
      await page.getByTestId('import-effects').locator('..').scrollIntoViewIfNeeded();
    }),
  },
  {
    name: 'editor-keys-and-drive',
    path: editor,
    act: both(select('effects'), panel('effects'), async (page) => {
      const tools = page.locator('button[aria-pressed][aria-label*="eyframe"]');
      await tools.nth(1).click();
      await page.locator('button[aria-expanded][aria-controls]').nth(1).click();
    }),
  },
  { name: 'editor-looks', path: editor, act: panel('looks') },
  {
    name: 'editor-look-on',
    path: editor,
    options: {
      effectShelf: {
        favourites: ['neon-night', 'vhs-1994'],
        recent: ['beat-drop'],
        looks: [
          {
            id: 'own-1',
            createdAt: 1,
            look: lookFileOf(
              'Friday in the kitchen',
              noir.stack.map((effect, index) => ({ ...effect, id: `${index}` })),
              {},
            ),
          },
        ],
      },
    },
    act: both(panel('looks'), (page) => page.locator('img[src*="thumbnails/noir"]').click()),
  },
  {
    name: 'editor-transition',
    path: editor,
    act: both(select('video', 1), panel('clip'), async (page) => {
      await page.locator('img[src*="thumbnails/whip-pan"]').click();
      await page.locator('img[src*="thumbnails/whip-pan"]').scrollIntoViewIfNeeded();
    }),
  },
  { name: 'editor-text', path: editor, act: both(select('text'), panel('text')) },
  {
    name: 'editor-text-motion',
    path: editor,
    act: both(select('text'), panel('text'), async (page) => {
      for (const fold of await page.locator('details:not([open]) > summary').all()) await fold.click();
    }),
  },
  {
    name: 'editor-menu',
    path: editor,
    act: (page) => page.locator('[data-row=video] li > button').nth(1).click({ button: 'right' }),
  },
  {
    name: 'editor-handles',
    path: editor,
    act: async (page) => {
      await page.locator('[data-row=text] li > button').first().click();
      await page.locator('[class*=zoneButton] button').last().click();
    },
  },
  { name: 'editor-stickers', path: editor, act: panel('stickers') },
  {
    name: 'editor-sticker',
    path: editor,
    act: both(panel('stickers'), (page) => page.locator('[class*=shelf] button').nth(5).click()),
  },
  {
    name: 'editor-speed-curve',
    path: editor,
    act: both(select('video', 1), panel('clip'), async (page) => {
      await page.locator('[class*=preset]').nth(2).click();
      await page.locator('[class*=curve]').first().scrollIntoViewIfNeeded();
    }),
  },
  {
    name: 'editor-picture',
    path: editor,
    act: both(select('video', 1), panel('clip'), async (page) => {
      const key = page.locator('button[aria-pressed][aria-label*="eyframe"]').nth(1);
      await key.click();
      await key.scrollIntoViewIfNeeded();
    }),
  },
  { name: 'editor-music', path: editor, act: panel('music') },
  {
    name: 'editor-mix',
    path: editor,
    act: both(panel('music'), async (page) => {
      await page.locator('details:not([open]) > summary').last().click();
      await page.locator('details').last().scrollIntoViewIfNeeded();
    }),
  },
  {
    name: 'editor-zoomed',
    path: editor,
    act: (page) => page.keyboard.press('+').then(() => page.keyboard.press('+')),
  },
  {
    name: 'editor-analysis',
    path: editor,
    options: { editor: { state: { analysis: { takeId: 'take-1', progress: 0.4 }, saved: 'saving' } } },
  },
  {
    name: 'editor-missing',
    path: editor,
    options: { editor: { state: { missingTakeIds: ['take-2'], saved: 'failed' } } },
  },
  { name: 'editor-empty', path: editor, options: { editor: { empty: true, time: 0 } } },
  { name: 'editor-failed', path: editor, options: { editor: { error: 'project-too-new' } } },
  { name: 'editor-keys', path: editor, act: (page) => page.keyboard.press('?') },
  {
    name: 'editor-key-change',
    path: editor,
    act: async (page) => {
      await page.keyboard.press('?');
      await page.getByRole('searchbox').fill('B');
      await page.locator('[class*=keyLine] button').first().click();
    },
  },
  { name: 'editor-tour', path: editor, options: { settings: { tourSeen: false } } },
  {
    name: 'editor-rename',
    path: editor,
    act: (page) => page.locator('header button').first().click(),
  },
  {
    name: 'editor-add-clip',
    path: editor,
    act: (page) => page.locator('li:not([data-selected]) > button[title]').last().click(),
  },
  {
    name: 'editor-film',
    path: editor,
    act: both(panel('clip'), async (page) => {
      await page.locator('details > summary').last().click();
      await page.locator('details').last().scrollIntoViewIfNeeded();
    }),
  },
  {
    name: 'library-templates',
    path: '/library',
    act: async (page) => {
      await page.locator('[class*=import] button').last().click();
      await page.locator('[class*=takes] button').nth(1).click();
      await page.locator('[class*=takes] button').first().click();
    },
  },
  { name: 'export', path: '/export/project-1', whole: true },
  {
    name: 'export-problems',
    path: '/export/project-1',
    whole: true,
    options: {
      exporter: {
        forecast: {
          seconds: null,
          problems: [
            { id: 'missing-source', isFatal: true, values: { count: 2 } },
            { id: 'too-little-space', isFatal: true, values: { megabytes: 48 } },
            { id: 'sound-off', isFatal: false, values: {} },
            { id: 'words-outside', isFatal: false, values: { count: 1 } },
          ],
        },
        interrupted: [
          {
            id: 'unfinished',
            projectId: 'project-1',
            name: 'Friday night',
            choice: { presetId: 'mp4-720' },
            done: 0.6,
          },
        ],
      },
    },
  },
  {
    name: 'export-running',
    path: '/export/project-1',
    options: { exporter: { state: { progress: 0.42, step: 'picture', remaining: 23 } } },
    act: start,
  },
  {
    name: 'export-done',
    path: '/export/project-1',
    whole: true,
    options: { exporter: { state: { phase: 'done', record: FAKE_EXPORT, checks: fakeChecks(false) } } },
    act: start,
  },
  {
    name: 'export-bad',
    path: '/export/project-1',
    whole: true,
    options: {
      exporter: {
        state: { phase: 'done', record: { ...FAKE_EXPORT, route: 'ffmpeg' }, checks: fakeChecks(true) },
      },
    },
    act: start,
  },
  {
    name: 'export-failed',
    path: '/export/project-1',
    options: { exporter: { error: 'encoder-unsupported' } },
    act: start,
  },
  { name: 'library', path: '/library', whole: true },
  {
    name: 'library-takes',
    path: '/library',
    whole: true,
    act: (page) => page.locator('[role=tab]').nth(1).click(),
  },
  { name: 'library-exports', path: '/library', act: (page) => page.locator('[role=tab]').nth(2).click() },
  {
    name: 'library-menu',
    path: '/library',
    act: (page) => page.locator('[data-testid=project-project-1] button').first().click(),
  },
  { name: 'library-empty', path: '/library', options: { empty: true } },
  {
    name: 'library-deleted',
    path: '/library',
    options: {
      library: {
        deleted: { kind: 'project', id: 'project-9', name: 'Studio test' },
        importing: { name: 'holiday.mov', progress: 0.3 },
      },
    },
  },
  {
    name: 'library-bad-import',
    path: '/library',
    act: (page) =>
      page
        .locator('input[type=file]')
        .first()
        .setInputFiles({ name: 'notes.mp4', mimeType: 'video/mp4', buffer: Buffer.from('not a film') }),
  },
];
