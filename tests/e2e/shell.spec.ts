/** The frame of the app: every screen can be reached, read and operated, in every language, by keyboard alone. */
import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { LOCALES } from '../../src/core/locale';
import { en } from '../../src/ui/locales/en';

const PATHS = [
  '/',
  '/dance',
  '/library',
  '/settings',
  '/nowhere',
  '/result/none',
  '/editor/none',
  '/export/none',
];

/** The violations that lock somebody out. */
async function seriousViolations(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(' | ')}`);
}

for (const colorScheme of ['dark', 'light'] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme, contextOptions: { reducedMotion: 'reduce' } });

    for (const path of PATHS) {
      test(`${path} has no serious barrier`, async ({ page }) => {
        await page.goto(path);
        await expect(page.locator('h1')).toBeAttached();
        expect(await seriousViolations(page)).toEqual([]);
      });
    }
  });
}

test('the check of barriers can fail', async ({ page }) => {
  await page.goto('/settings');
  await expect(page.locator('h1')).toBeAttached();
  await page.evaluate(() => document.body.append(document.createElement('button')));
  expect(await seriousViolations(page)).not.toEqual([]);
});

test('nothing asks for what the policy forbids', async ({ page }) => {
  const refusals: string[] = [];
  page.on('console', (message) => {
    if (message.text().includes('Content Security Policy')) refusals.push(message.text());
  });
  for (const path of PATHS) {
    await page.goto(path);
    await expect(page.locator('h1')).toBeAttached();
  }
  expect(refusals).toEqual([]);
});

test('a link brings the focus to the heading of the new screen', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('link', { name: en.common.settings }).focus();
  await page.keyboard.press('Enter');
  await expect(page.locator('h1')).toBeFocused();
  await expect(page).toHaveTitle(`${en.settings.title} · Fifteen`);
  await page.keyboard.press('Escape');
  await expect(page).toHaveURL('/');
});

test('speaks every language, and remembers it', async ({ page }) => {
  await page.goto('/settings');
  const language = page.locator('select').first();
  for (const locale of LOCALES) {
    await language.selectOption(locale);
    await expect(page.locator('html')).toHaveAttribute('lang', locale);
  }
  await page.reload();
  await expect(page.locator('html')).toHaveAttribute('lang', LOCALES.at(-1) ?? '');
});

test('a stage stays dark on a paper page', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto('/settings');
  await page.locator('label', { hasText: en.settings.themeLight }).click();
  const groundOf = (selector: string): Promise<string> =>
    page
      .locator(selector)
      .first()
      .evaluate((element) => getComputedStyle(element).backgroundColor);
  expect(await groundOf('html')).toBe('rgb(250, 246, 240)');
  await page.goto('/create');
  expect(await groundOf('main[data-theme="dark"]')).toBe('rgb(20, 17, 15)');
});
