import { copyFileSync, linkSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Locator, type Page } from '@playwright/test';
import type * as Y from 'yjs';
import { bodyOf } from '../../shared/document/layout.ts';
import { readBody, textOf } from '../../shared/document/readBody.ts';
import { expect, test } from '../fixtures/app.ts';
import { startServer, stop } from '../fixtures/browserHost.ts';
import { appendEdit, editFile, line, readFile, writePostmortem } from '../fixtures/documents.ts';
import { browserFlags, obtained } from '../fixtures/host.ts';
import { DocumentPage } from '../pages/document.ts';
import { action, answer, cell, text, whys } from '../pages/forms.ts';
import { LibraryPage } from '../pages/library.ts';
import { settledSelection } from '../pages/openPostmortem.ts';
import { eventOf, rowOf, rows, shownRows, timeField, timeOf } from '../pages/timeline.ts';

const row = (at: string, event: string) => ({
  type: 'timelineRow',
  attrs: { id: event, at },
  content: [{ type: 'timelineEvent', content: [line(event)] }, { type: 'timelineSource' }],
});

const why = (words: string) => ({
  type: 'why',
  attrs: { id: words },
  content: [
    { type: 'whyQuestion', content: [{ type: 'text', text: 'Why?' }] },
    { type: 'whyAnswer', content: [line(words)] },
  ],
});

const item = (number: number, words: string) => ({
  type: 'actionItem',
  attrs: { id: words, number },
  content: [line(words)],
});

/** What is typed in a field goes on in its row, wherever the other window moves that. */
async function expectFieldsFollow(here: Page, there: Page): Promise<void> {
  await timeOf(rowOf(here, 'Xthree')).click();
  await here.keyboard.type('10:1');
  await eventOf(rowOf(there, 'Xthree')).click();
  await there.keyboard.press('Alt+ArrowUp');
  const moved = ['10:1 Xthree', '10:30 Xtwo', '10:40 Xfour'];
  await expect.poll(() => shownRows(here)).toEqual(['10:00 Xone', ...moved]);
  await eventOf(rowOf(there, 'Xone')).click();
  await there.keyboard.press('ControlOrMeta+Enter');
  await expect.poll(() => shownRows(here)).toEqual(['10:00 Xone', 'HH:MM ', ...moved]);
  await expect(timeField(rowOf(here, 'Xthree'))).toBeFocused();
  await here.keyboard.type('2');
  await here.keyboard.press('Enter');
  await expect(timeOf(rowOf(here, 'Xthree'))).toHaveText('10:12');
  await expect(timeOf(rowOf(here, 'Xtwo'))).toHaveText('10:30');

  const due = cell(action(here, 'A2'), 'due');
  await due.click();
  await here.keyboard.type('2026-12-1');
  await text(action(there, 'A1')).click();
  await there.keyboard.press('ControlOrMeta+Enter');
  await expect(action(here, 'A3')).toBeVisible();
  await here.keyboard.type('1');
  await here.keyboard.press('Enter');
  await expect(due).toHaveValue('2026-12-11');

  const signature = (page: Page, index: number) => page.locator('[data-node="signOffRow"]').nth(index);
  await cell(signature(here, 1), 'date').click();
  await here.keyboard.type('2026-12-1');
  await cell(signature(there, 0), 'role').click();
  await there.keyboard.press('ControlOrMeta+Enter');
  await expect(signature(here, 2)).toBeVisible();
  await here.keyboard.type('2');
  await here.keyboard.press('Enter');
  await expect(cell(signature(here, 2), 'date')).toHaveValue('2026-12-12');
}

/** The caret goes on in its row, wherever the other window moves that, and writes in no other one when it is gone. */
async function expectCaretFollows(here: Page, there: Page): Promise<void> {
  const goToEnd = async (place: Locator): Promise<void> => {
    await place.click();
    await place.page().keyboard.press('End');
    await settledSelection(place.page());
  };
  await goToEnd(eventOf(rowOf(here, 'Xfour')));
  await goToEnd(eventOf(rowOf(there, 'Xfour')));
  await there.keyboard.press('Alt+ArrowUp');
  await expect(rows(here).nth(3)).toContainText('Xfour');
  await here.keyboard.type(' omega');
  await expect(eventOf(rows(here).nth(3))).toHaveText('Xfour omega');

  await goToEnd(answer(whys(here).nth(1)));
  await goToEnd(answer(whys(there).nth(1)));
  await there.keyboard.press('Alt+ArrowUp');
  await expect(whys(here).first()).toContainText('Wtwo');
  await here.keyboard.type(' omega');
  await expect(answer(whys(here).first())).toHaveText('Wtwo omega');

  // The menu acts on the row that it was opened at.
  await rowOf(there, 'Xtwo').getByRole('button', { name: 'Row menu' }).click();
  await goToEnd(eventOf(rowOf(here, 'Xthree')));
  await here.keyboard.press('ControlOrMeta+Enter');
  await expect(rows(there)).toHaveCount(6);
  await goToEnd(eventOf(rowOf(here, 'Xtwo')));
  await there.getByRole('menuitem', { name: 'Delete the row' }).click();
  await expect(rowOf(here, 'Xtwo')).toHaveCount(0);
  await here.keyboard.type('nowhere');
  for (const key of ['Backspace', 'Delete', 'Enter']) await here.keyboard.press(key);
  await here.keyboard.type('nowhere');
  await expect(new DocumentPage(here).body).not.toContainText('nowhere');
  await expect(rows(here)).toHaveCount(5);

  await text(action(there, 'A2')).click();
  await there.keyboard.press('Shift+F10');
  await text(action(here, 'A1')).click();
  await here.keyboard.press('ControlOrMeta+Enter');
  await expect(action(there, 'A4')).toBeVisible();
  await there.getByRole('menuitem', { name: 'Delete the action item' }).click();
  await expect(action(here, 'A2')).toHaveCount(0);
}

test('DF-7 two windows, the browser of another program, and a copy dropped over the file: all converge', async ({
  app,
}) => {
  const path = await writePostmortem(app, 'Shared', [
    line('Alpha.'),
    line('Beta.'),
    line('Gamma.'),
    line('Delta.'),
    {
      type: 'timeline',
      content: [
        row('2026-12-03T10:00', 'Xone'),
        row('2026-12-03T10:30', 'Xtwo'),
        row('2026-12-03T10:10', 'Xthree'),
        row('2026-12-03T10:40', 'Xfour'),
      ],
    },
    { type: 'whyChain', content: [why('Wone'), why('Wtwo')] },
    { type: 'signOff', content: ['CTO', 'CISO'].map((role) => ({ type: 'signOffRow', attrs: { role } })) },
    { type: 'actionList', content: [item(1, 'Yone'), item(2, 'Ytwo')] },
  ]);
  const first = new DocumentPage(await app.launch(path));
  const second = new DocumentPage(await app.openSecondWindow());
  const folders = { data: join(app.dataFolder, 'another-program'), library: app.libraryFolder };
  const server = await startServer(folders, [path]);
  const browser = await chromium.launch({
    executablePath: obtained('DEBRIEF_BROWSER'),
    args: [...browserFlags],
  });
  const written = [
    'From the first window.',
    'From the second window.',
    'From the browser.',
    'From the copy.',
    'Typed after the copy was made.',
  ];
  try {
    const page = await browser.newPage();
    await page.goto(server.address);
    const third = new DocumentPage(page);
    const all = [first, second, third];
    for (const document of all) await document.body.getByText('Delta.').waitFor();

    await expectFieldsFollow(first.page, second.page);
    await expectCaretFollows(first.page, second.page);
    await first.typeAfter('Alpha.', ' From the first window.');
    await second.typeAfter('Beta.', ' From the second window.');
    await third.typeAfter('Gamma.', ' From the browser.');
    await first.saved();
    const copy = join(app.dataFolder, 'copy.debrief');
    copyFileSync(path, copy);
    await editFile(app, copy, (doc) => {
      const paragraph = bodyOf(doc).get(3) as Y.XmlElement;
      (paragraph.get(0) as Y.XmlText).insert(6, ' From the copy.');
    });
    await first.typeAfter('From the first window.', ' Typed after the copy was made.');
    renameSync(copy, path);

    for (const document of all) {
      for (const words of written) await expect(document.body.getByText(words)).toBeVisible();
      await document.saved();
    }

    for (const { page } of [first, second]) await new LibraryPage(page).back.click();
    await third.typeAfter('From the copy.', ' When the program that held the file had let it go.');
    await third.saved();
    await expect
      .poll(async () => bodyOf(await readFile(path)).toString())
      .toContain('From the copy. When the program that held the file had let it go.');
  } finally {
    await browser.close();
    await stop(server.process, 'SIGTERM');
  }
  await app.close();
  const text = readBody(await readFile(path))
    .map(textOf)
    .join('\n');
  for (const words of written) expect(text).toContain(words);
});

test('a window that comes to the front shows what changed in the file, although the disk has said nothing', async ({
  app,
}) => {
  const path = await writePostmortem(app, 'Quiet disk', [line('Alpha.')]);
  // The system tells who watches a folder of changes under the names in it, and not of those by other names.
  const otherName = join(app.dataFolder, 'other-name.debrief');
  linkSync(path, otherName);
  const document = new DocumentPage(await app.launch(path));
  await document.body.getByText('Alpha.').waitFor();
  await appendEdit(otherName, (doc) => {
    ((bodyOf(doc).get(0) as Y.XmlElement).get(0) as Y.XmlText).insert(6, ' From elsewhere.');
  });
  await document.page.evaluate(() => window.dispatchEvent(new Event('focus')));
  await expect(document.body.getByText('From elsewhere.')).toBeVisible();
  await document.saved();
});
