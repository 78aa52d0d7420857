import type * as Y from 'yjs';
import { expect, test } from '../fixtures/app.ts';
import { line, writePostmortem } from '../fixtures/documents.ts';
import { DocumentPage } from '../pages/document.ts';
import { LibraryPage } from '../pages/library.ts';
import { openNewPostmortem } from '../pages/openPostmortem.ts';
import { Palette } from '../pages/palette.ts';

test('another postmortem is opened from the palette', async ({ app }) => {
  await app.launch();
  const dated = (day: string) => (doc: Y.Doc) => {
    doc.getMap('facts').set('firstAlert', `2026-11-${day}T10:00`);
  };
  await writePostmortem(app, 'First outage', [line('One.')], dated('01'));
  await writePostmortem(app, 'Second outage', [line('Two.')], dated('02'));
  await app.page.reload();
  await new LibraryPage(app.page).open('First outage').click();
  const document = new DocumentPage(app.page);
  await expect(document.body).toContainText('One.');
  const palette = new Palette(app.page);
  await palette.open();
  await app.page.keyboard.type('outage');
  // The one that is open is not offered.
  await expect(palette.lines).toHaveText([/Second outage/]);
  await app.page.keyboard.press('Enter');
  await expect(document.body).toContainText('Two.');
});

test('commands run from the palette and by their keys', async ({ app }) => {
  await openNewPostmortem(app);
  const { page } = app;
  const palette = new Palette(page);
  await new DocumentPage(page).body.waitFor();
  const outline = page.getByRole('navigation', { name: 'Sections' });

  await palette.run('outline');
  await expect(outline).toBeHidden();
  await page.keyboard.press('ControlOrMeta+Backslash');
  await expect(outline).toBeVisible();

  await palette.run('find and');
  await expect(page.getByRole('textbox', { name: 'Find', exact: true })).toBeFocused();
  await page.keyboard.press('Escape');
  await page.keyboard.press('ControlOrMeta+F');
  await expect(page.getByRole('textbox', { name: 'Find', exact: true })).toBeFocused();
  await page.keyboard.press('Escape');

  // Alt and a digit goes to a place of the outline; the fourth is the third section.
  await page.keyboard.press('Alt+Digit4');
  await expect(outline.getByRole('button', { name: 'Timeline (UTC)' })).toHaveAttribute(
    'aria-current',
    'true',
  );

  const before = await page.evaluate(() => document.documentElement.dataset.theme);
  await palette.run('light and dark');
  await expect(page.locator('html')).toHaveAttribute('data-theme', before === 'dark' ? 'light' : 'dark');

  await palette.run('library');
  await new LibraryPage(page).rows.first().waitFor();
});

test('F6 goes from pane to pane and back to where one was', async ({ app }) => {
  await openNewPostmortem(app);
  const { page } = app;
  const document = new DocumentPage(page);
  await document.title.click();
  const pane = () =>
    page.evaluate(() => window.document.activeElement?.closest<HTMLElement>('[data-pane]')?.dataset.pane);
  const seen: (string | undefined)[] = [];
  for (let press = 0; press < 3; press += 1) {
    await page.keyboard.press('F6');
    seen.push(await pane());
  }
  expect(seen).toEqual(['title-bar', 'outline', 'page']);
  await expect(document.title).toBeFocused();
  await page.keyboard.press('Shift+F6');
  expect(await pane()).toBe('outline');
});

test('the list of shortcuts shows the keys that work in this window', async ({ app }) => {
  const page = await app.launch();
  await page.getByRole('heading', { name: 'Write the first postmortem' }).waitFor();
  await page.keyboard.press('ControlOrMeta+Slash');
  const dialog = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  const keysOf = (name: string) =>
    dialog
      .locator('dl > div')
      .filter({ has: page.getByText(name, { exact: true }) })
      .locator('kbd');
  await expect(keysOf('New postmortem')).toHaveText(app.host === 'electron' ? ['Ctrl', 'N'] : ['Alt', 'N']);
  await expect(keysOf('Export')).toHaveText(['Ctrl', 'Shift', 'E']);
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
});

test('the native menu asks the window', { tag: '@desktop' }, async ({ app }) => {
  await app.launch();
  await app.page.getByRole('heading', { name: 'Write the first postmortem' }).waitFor();
  await app.electron?.evaluate(({ Menu, BrowserWindow }) => {
    BrowserWindow.getAllWindows()[0]?.focus();
    const help = Menu.getApplicationMenu()?.items.find(({ label }) => label === 'Help');
    help?.submenu?.items[0]?.click();
  });
  await expect(app.page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible();
});
