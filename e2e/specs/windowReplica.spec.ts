import { copyFileSync, renameSync, statSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import * as Y from 'yjs';
import { bodyOf } from '../../shared/document/layout.ts';
import { expect, test } from '../fixtures/app.ts';
import { appendEdit, editFile, line, readFile, writePostmortem } from '../fixtures/documents.ts';
import { storedInWindows, storeInWindow, storeName } from '../fixtures/windowStorage.ts';
import { DocumentPage } from '../pages/document.ts';
import { LibraryPage } from '../pages/library.ts';

test.use({ closes: 'browser' });

test('a copy that was put aside keeps its words, whatever was deleted since in the file that it is a copy of', async ({
  app,
}) => {
  const path = await writePostmortem(app, 'Copied', [line('Kept aside.')]);
  const aside = join(app.libraryFolder, 'aside.debrief');
  copyFileSync(path, aside);
  await editFile(app, aside, (doc) => doc.getMap('facts').set('title', 'Put aside'));

  const document = new DocumentPage(await app.launch(path));
  await document.body.getByText('Kept aside.').click({ clickCount: 3 });
  await document.page.keyboard.press('Delete');
  await expect(document.body).not.toContainText('Kept aside.');
  await document.saved();

  const second = await app.openSecondWindow();
  const library = new LibraryPage(second);
  await library.back.click();
  await library.open('Put aside').click();
  await expect(new DocumentPage(second).body).toContainText('Kept aside.');

  // A window says that nothing waits once nothing has for a second.
  await document.page.waitForTimeout(1500);
  await app.kill();
  renameSync(path, join(app.dataFolder, 'moved.debrief'));

  const copy = new DocumentPage(await app.launch(aside));
  await expect(copy.body).toContainText('Kept aside.');
  await new LibraryPage(copy.page).back.click();
  await expect.poll(() => storedInWindows(copy.page)).toEqual([]);
});

test('what waited in a window that crashed is taken by its file, or by the one that it became, and by no copy', async ({
  app,
}) => {
  const typed = async (
    path: string,
    place?: 'library' | 'elsewhere',
  ): Promise<readonly [string, Uint8Array]> => {
    const doc = await readFile(path);
    const vector = Y.encodeStateVector(doc);
    const paragraph = new Y.XmlElement('paragraph');
    paragraph.insert(0, [new Y.XmlText('Stored by the window.')]);
    bodyOf(doc).insert(1, [paragraph]);
    return [
      storeName(String(doc.getMap('about').get('id')), path, place),
      Y.encodeStateAsUpdate(doc, vector),
    ];
  };
  const write = (title: string): Promise<string> => writePostmortem(app, title, [line('Written before.')]);
  const [waiting, acknowledged, renamed, unread] = [
    await write('Waiting'),
    await write('Acknowledged'),
    await write('Renamed'),
    await write('Unread'),
  ];
  const outside = join(app.dataFolder, 'outside.debrief');
  copyFileSync(acknowledged, outside);
  const page = await app.launch();
  await storeInWindow(page, ...(await typed(waiting)), { gone: 'acknowledged', crashed: 'waiting' });
  await storeInWindow(page, ...(await typed(acknowledged)), { gone: 'acknowledged' });
  await storeInWindow(page, ...(await typed(renamed)), { crashed: 'waiting' });
  await storeInWindow(page, ...(await typed(outside, 'elsewhere')), { crashed: 'waiting' });
  await storeInWindow(page, ...(await typed(unread)), { crashed: 'waiting' });
  // As while it is being copied.
  copyFileSync(unread, join(app.libraryFolder, 'whole.debrief'));
  truncateSync(unread, 40);
  renameSync(renamed, join(app.libraryFolder, 'New name.debrief'));
  const copy = join(app.libraryFolder, 'copy.debrief');
  copyFileSync(waiting, copy);
  await editFile(app, copy, (doc) => doc.getMap('facts').set('title', 'Copy'));
  await page.reload();
  const library = new LibraryPage(page);
  const document = new DocumentPage(page);

  for (const title of ['Acknowledged', 'Copy', 'Unread']) {
    await library.open(title).click();
    await expect(document.body).toContainText('Written before.');
    await expect(document.body).not.toContainText('Stored by the window.');
    await library.back.click();
  }
  for (const title of ['Waiting', 'Renamed']) {
    await library.open(title).click();
    await expect(document.body).toContainText('Stored by the window.');
    await document.saved();
    await library.back.click();
  }
  await expect.poll(() => storedInWindows(page)).toHaveLength(2);
  const saved = await readFile(waiting);
  expect(bodyOf(saved).toString()).toContain('Stored by the window.');
});

test('FF-27 what a file has lost since a window crashed comes back from what the window had stored', async ({
  app,
}) => {
  const path = await writePostmortem(app, 'Cut', [line('Alpha.')]);
  const document = new DocumentPage(await app.launch(path));
  for (const word of [' One', ' two', ' three']) {
    await document.typeAfter('Alpha.', word);
    await document.saved();
  }
  // A window says that nothing waits once nothing has for a second.
  await document.page.waitForTimeout(1500);
  const before = await readFile(path);
  await app.kill();
  truncateSync(path, statSync(path).size - 40);

  const again = new DocumentPage(await app.launch(path));
  await again.saved();
  for (const word of ['One', 'two', 'three']) await expect(again.body).toContainText(word);
  await expect.poll(async () => bodyOf(await readFile(path)).toString()).toBe(bodyOf(before).toString());
});

test('what another program types while the document is being opened is in the window that opens it', async ({
  app,
}) => {
  const path = await writePostmortem(app, 'Opened late', [line('Before.')]);
  const id = String((await readFile(path)).getMap('about').get('id'));
  const page = await app.launch();
  await new LibraryPage(page).open('Opened late').waitFor();
  await page.evaluate(
    (name) =>
      void navigator.locks.request(
        `${name}/attaching`,
        () =>
          new Promise<void>((over) => {
            window.addEventListener('test-over', () => over(), { once: true });
          }),
      ),
    storeName(id, path),
  );
  await new LibraryPage(page).open('Opened late').click();
  await page.waitForURL(/#\/document\//);
  await expect.poll(() => page.evaluate(async () => (await navigator.locks.query()).pending?.length)).toBe(1);
  await appendEdit(path, (doc) => doc.getMap('facts').set('title', 'Changed meanwhile'));
  await page.waitForTimeout(1000);
  await page.evaluate(() => window.dispatchEvent(new Event('test-over')));
  await expect(page.getByRole('textbox', { name: 'Title' })).toHaveText('Changed meanwhile');
});

test('what is typed after a person cleared the storage of the window is saved all the same', async ({
  app,
}) => {
  const path = await writePostmortem(app, 'Cleared', [line('Before.')]);
  const document = new DocumentPage(await app.launch(path));
  await document.typeAfter('Before.', ' First');
  await document.saved();
  const [name = ''] = await storedInWindows(document.page);
  await document.page.evaluate((stored) => void indexedDB.deleteDatabase(stored), name);
  await expect.poll(() => storedInWindows(document.page)).toEqual([]);
  for (const word of [' second', ' third']) {
    await document.page.keyboard.type(word);
    await document.saved();
  }
  await expect
    .poll(async () => bodyOf(await readFile(path)).toString())
    .toContain('Before. First second third');
  await new LibraryPage(document.page).back.click();
  await new LibraryPage(document.page).open('Cleared').click();
  await expect(document.body).toContainText('Before. First second third');
});
