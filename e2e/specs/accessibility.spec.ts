import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import * as Y from 'yjs';
import { bodyOf } from '../../shared/document/layout.ts';
import { type App, expect, test } from '../fixtures/app.ts';
import { writePostmortem } from '../fixtures/documents.ts';
import { SAMPLE_BODY } from '../fixtures/samplePostmortem.ts';
import { dropFiles, LibraryPage } from '../pages/library.ts';
import { openNewPostmortem, postmortem, reopen } from '../pages/openPostmortem.ts';
import { eventOf, rows } from '../pages/timeline.ts';

/** WCAG 2.2, levels A and AA. */
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/**
 * Looks at what is on screen, or at what lies over it alone, and in the other theme at its colours, which are all that
 * differs.
 */
async function expectAccessible(page: Page, part?: string): Promise<void> {
  for (const theme of ['light', 'dark']) {
    await page.evaluate((shown) => {
      document.documentElement.dataset.theme = shown;
    }, theme);
    // A colour that is still on its way to the other theme is none of the design's; what has gone meanwhile shows none.
    await page.evaluate(() => Promise.allSettled(document.getAnimations().map(({ finished }) => finished)));
    const axe = new AxeBuilder({ page }).setLegacyMode(true);
    if (part !== undefined) axe.include(part);
    const { violations } = await (theme === 'light'
      ? axe.withTags(RULES)
      : axe.withRules(['color-contrast'])
    ).analyze();
    const found = violations.map(({ id, nodes }) => ({
      id,
      places: nodes.map(({ target, failureSummary }) => `${target.join(' ')}: ${failureSummary ?? ''}`),
    }));
    expect.soft(found, `in the ${theme} theme`).toEqual([]);
  }
}

async function openSample(app: App): Promise<void> {
  const file = await writePostmortem(app, 'Card payments refused', SAMPLE_BODY);
  await reopen(app, file);
}

test('the library, empty and filled, its menus and dialogs', async ({ app }) => {
  const page = await app.launch();
  await page.getByRole('main').waitFor();
  await expectAccessible(page);
  await page.keyboard.press(app.host === 'electron' ? 'ControlOrMeta+n' : 'Alt+n');
  await expect(page.getByRole('dialog', { name: 'New postmortem' })).toBeVisible();
  await expectAccessible(page, '[role="dialog"]');
  await page.keyboard.press('Escape');
  await writePostmortem(app, 'Card payments refused', SAMPLE_BODY);
  const library = new LibraryPage(page);
  await expect(library.open('Card payments refused')).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: /^More for/ }).click();
  await expect(page.getByRole('menu')).toBeVisible();
  await expectAccessible(page, '[role="menu"]');
});

test('an empty postmortem of the full template', async ({ app }) => {
  await openNewPostmortem(app, { severity: 'P0' });
  await expectAccessible(app.page);
});

test('a whole postmortem, a row that is written in, and its milestones', async ({ app }) => {
  await openSample(app);
  const { page } = app;
  await expectAccessible(page);
  await eventOf(rows(page).nth(2)).click();
  await expectAccessible(page);
  await page.keyboard.press('Alt+m');
  await expect(page.getByRole('menu')).toBeVisible();
  await expectAccessible(page, '[role="menu"]');
});

test('what opens over a postmortem', async ({ app }) => {
  await openSample(app);
  const { page } = app;
  for (const [keys, name] of [
    ['ControlOrMeta+k', 'Command palette'],
    ['ControlOrMeta+Shift+E', /Export/],
    ['ControlOrMeta+Comma', 'Settings'],
    ['ControlOrMeta+Slash', 'Keyboard shortcuts'],
  ] as const) {
    await page.keyboard.press(keys);
    await expect(page.getByRole('dialog', { name })).toBeVisible();
    await expectAccessible(page, '[role="dialog"]');
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
  }
  await page.keyboard.press('ControlOrMeta+f');
  await page.keyboard.type('vault');
  await expect(page.getByRole('search')).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Alt+2');
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  await page.keyboard.type('/');
  await expect(page.getByRole('listbox')).toBeVisible();
  await expectAccessible(page, '[role="listbox"]');
});

test('what is said of a file that was brought in', async ({ app }) => {
  const page = await app.launch();
  await page.getByRole('main').waitFor();
  await dropFiles(page, [
    { name: 'report.md', content: '# Cards\n\n![a](lost.png)\n', type: 'text/markdown' },
  ]);
  await expect(page.getByRole('dialog', { name: 'Imported' })).toBeVisible();
  await expectAccessible(page, '[role="dialog"]');
});

test('a postmortem that may not be edited here', async ({ app }) => {
  const file = await writePostmortem(app, 'From a newer version', SAMPLE_BODY, (doc) =>
    bodyOf(doc).insert(0, [new Y.XmlElement('hologram')]),
  );
  await app.launch(file);
  await expect(postmortem(app.page)).toHaveCount(0);
  await expect(app.page.locator('[data-save-state="read-only"]')).toBeVisible();
  await expectAccessible(app.page);
});
