import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { App } from '../fixtures/app.ts';
import { expect, test } from '../fixtures/app.ts';
import { choosePlaceNext } from '../fixtures/dialogs.ts';
import { line, writePostmortem } from '../fixtures/documents.ts';
import { DocumentPage } from '../pages/document.ts';
import { LibraryPage } from '../pages/library.ts';
import { Palette } from '../pages/palette.ts';

/** Presses the button that exports. @returns the path of what was written, wherever the host puts it */
async function exported(app: App, button: string, name: string): Promise<string> {
  const path = join(app.dataFolder, name);
  await choosePlaceNext(app, path);
  const press = () => app.page.getByRole('button', { name: button }).click();
  if (app.host === 'electron') {
    await press();
    await expect(app.page.getByText(`: ${name}`)).toBeVisible();
    return path;
  }
  const download = app.page.waitForEvent('download');
  await press();
  await (await download).saveAs(path);
  await expect(app.page.getByText('In your browser’s downloads: ').last()).toBeVisible();
  return path;
}

async function openWithRow(app: App): Promise<Page> {
  await writePostmortem(app, 'Card payments refused', [
    {
      type: 'heading',
      attrs: { level: 2, section: 'timeline' },
      content: [{ type: 'text', text: 'Timeline (UTC)' }],
    },
    {
      type: 'timeline',
      content: [
        {
          type: 'timelineRow',
          attrs: { id: 'aaaaaaaaaaaa', at: '2026-11-12T23:52', firstAlert: true },
          content: [
            {
              type: 'timelineEvent',
              content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Pager rings' }] }],
            },
          ],
        },
      ],
    },
  ]);
  await app.launch();
  await new LibraryPage(app.page).open('Card payments refused').click();
  await new DocumentPage(app.page).body.getByText('Pager rings').waitFor();
  return app.page;
}

test('Markdown is exported with what it cannot show, or plain', async ({ app }) => {
  const page = await openWithRow(app);
  await page.keyboard.press('ControlOrMeta+Shift+E');
  await expect(page.getByRole('radio', { name: 'Markdown', exact: true })).toBeChecked();
  const whole = readFileSync(await exported(app, 'Export Markdown', 'whole.md'), 'utf8');
  expect(whole).toMatch(/^---\ndebrief:/);
  expect(whole).toContain('Pager rings');
  await expect(page.getByRole('dialog')).toBeHidden();

  await page.keyboard.press('ControlOrMeta+Shift+E');
  await page.getByRole('radio', { name: 'Left out' }).check();
  const plain = readFileSync(await exported(app, 'Export Markdown', 'plain.md'), 'utf8');
  expect(plain).not.toContain('debrief:');
  expect(plain).toContain('Pager rings');
});

test('what was typed a moment ago is in the export', async ({ app }) => {
  const page = await openWithRow(app);
  await new DocumentPage(page).typeAfter('Pager rings', ' twice');
  await page.keyboard.press('ControlOrMeta+Shift+E');
  expect(readFileSync(await exported(app, 'Export Markdown', 'now.md'), 'utf8')).toContain(
    'Pager rings twice',
  );
});

test('Ctrl+P offers PDF on the usual paper, and writes one', async ({ app }) => {
  const page = await openWithRow(app);
  await page.keyboard.press('ControlOrMeta+P');
  await expect(page.getByRole('radio', { name: 'PDF', exact: true })).toBeChecked();
  await expect(page.getByRole('radio', { name: 'A4' })).toBeChecked();
  const path = await exported(app, 'Export PDF', 'card.pdf');
  expect(readFileSync(path).subarray(0, 5).toString()).toBe('%PDF-');
});

// In the desktop a person is asked for a place first, and printing is done before a hand could cancel.
test('an export that takes over a second shows that it does, and is cancelled', { tag: '@browser' }, async ({
  app,
}) => {
  const page = await app.launch();
  const words = 'The cache filled, evicted what was hot, and filled again. '.repeat(8);
  await writePostmortem(
    app,
    'Long',
    Array.from({ length: 800 }, () => line(words)),
  );
  await page.reload();
  await new LibraryPage(page).open('Long').click();
  await new DocumentPage(page).body.waitFor();
  let downloads = 0;
  page.on('download', () => {
    downloads += 1;
  });
  await page.keyboard.press('ControlOrMeta+P');
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Export PDF' }).click();
  await expect(dialog.getByRole('progressbar', { name: 'Writing the PDF' })).toBeVisible();
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await expect(dialog.getByRole('progressbar')).toBeHidden();
  await expect(dialog.getByRole('button', { name: 'Export PDF' })).toBeEnabled();
  await expect(dialog.getByRole('alert')).toBeHidden();
  expect(downloads).toBe(0);
});

test('a place that cannot be written is a sentence in the dialog, and nothing is left', {
  tag: '@desktop',
}, async ({ app }) => {
  const page = await openWithRow(app);
  const path = join(app.dataFolder, 'no such folder', 'card.md');
  await choosePlaceNext(app, path);
  await page.keyboard.press('ControlOrMeta+Shift+E');
  await page.getByRole('button', { name: 'Export Markdown' }).click();
  await expect(page.getByRole('dialog').getByRole('alert')).toBeVisible();
  expect(existsSync(path)).toBe(false);
  // The same dialog writes elsewhere.
  expect(readFileSync(await exported(app, 'Export Markdown', 'card.md'), 'utf8')).toContain('Pager rings');
});

test('the whole is copied as Markdown', async ({ app }) => {
  const page = await openWithRow(app);
  await new Palette(page).run('copy as markdown');
  await expect(page.getByText('Copied as Markdown')).toBeVisible();
  const copied =
    app.electron === undefined
      ? await page.evaluate(() => navigator.clipboard.readText())
      : await app.electron.evaluate(({ clipboard }) => clipboard.readText());
  expect(copied).toContain('# Postmortem: Card payments refused');
  expect(copied).toContain('Pager rings');
});

test('deleted text is removed from the file when that is asked for', async ({ app }) => {
  const page = await openWithRow(app);
  const document = new DocumentPage(page);
  const file = join(app.libraryFolder, 'Card payments refused.debrief');
  await document.typeAfter('Pager rings', '');
  // In one piece, so that it can be looked for in the file.
  await page.keyboard.insertText(' hunter2');
  await document.saved();
  for (let sign = 0; sign < ' hunter2'.length; sign += 1) await page.keyboard.press('Backspace');
  await document.saved();
  expect(readFileSync(file).toString('latin1')).toContain('hunter2');
  await new Palette(page).run('remove deleted');
  await page.getByRole('button', { name: 'Remove deleted text' }).click();
  await expect(page.getByText('What was deleted is out of this file')).toBeVisible();
  const held = readFileSync(file).toString('latin1');
  expect(held).toContain('Pager rings');
  expect(held).not.toContain('hunter2');
});
