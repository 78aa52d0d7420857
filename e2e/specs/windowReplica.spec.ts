import { copyFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import * as Y from 'yjs';
import { bodyOf } from '../../shared/document/layout.ts';
import { expect, test } from '../fixtures/app.ts';
import { editFile, line, readFile, writePostmortem } from '../fixtures/documents.ts';
import { storedInWindows, storeInWindow } from '../fixtures/windowStorage.ts';
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

test('what a window had stored when it crashed is taken where it waited, and left where the file has had it', async ({
  app,
}) => {
  const typed = async (title: string): Promise<readonly [string, Uint8Array]> => {
    const doc = await readFile(await writePostmortem(app, title, [line('Written before.')]));
    const vector = Y.encodeStateVector(doc);
    const paragraph = new Y.XmlElement('paragraph');
    paragraph.insert(0, [new Y.XmlText('Stored by the window.')]);
    bodyOf(doc).insert(1, [paragraph]);
    return [String(doc.getMap('about').get('id')), Y.encodeStateAsUpdate(doc, vector)];
  };
  const page = await app.launch();
  await storeInWindow(page, ...(await typed('Waiting')), { gone: 'acknowledged', crashed: 'waiting' });
  await storeInWindow(page, ...(await typed('Acknowledged')), { gone: 'acknowledged' });
  await page.reload();
  const library = new LibraryPage(page);
  const document = new DocumentPage(page);

  await library.open('Acknowledged').click();
  await expect(document.body).toContainText('Written before.');
  await expect(document.body).not.toContainText('Stored by the window.');
  await library.back.click();
  await library.open('Waiting').click();
  await expect(document.body).toContainText('Stored by the window.');
  await document.saved();
  await library.back.click();
  await expect.poll(() => storedInWindows(page)).toEqual([]);
  const saved = await readFile(join(app.libraryFolder, 'Waiting.debrief'));
  expect(bodyOf(saved).toString()).toContain('Stored by the window.');
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
