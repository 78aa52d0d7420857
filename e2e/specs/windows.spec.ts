import { copyFileSync, linkSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import type * as Y from 'yjs';
import { bodyOf } from '../../shared/document/layout.ts';
import { readBody, textOf } from '../../shared/document/readBody.ts';
import { expect, test } from '../fixtures/app.ts';
import { startServer, stop } from '../fixtures/browserHost.ts';
import { appendEdit, editFile, line, readFile, writePostmortem } from '../fixtures/documents.ts';
import { obtained, sandboxFlags } from '../fixtures/host.ts';
import { DocumentPage } from '../pages/document.ts';

test('two windows and a copy dropped over the file: all converge and nothing is lost', async ({ app }) => {
  const path = await writePostmortem(app, 'Shared', [line('Alpha.'), line('Beta.'), line('Gamma.')]);
  await app.close();
  const first = new DocumentPage(await app.launch(path));
  const second = new DocumentPage(await app.openSecondWindow());
  await first.body.getByText('Gamma.').waitFor();
  await second.body.getByText('Gamma.').waitFor();

  await first.typeAfter('Alpha.', ' From the first window.');
  await second.typeAfter('Beta.', ' From the second window.');
  const copy = join(app.dataFolder, 'copy.debrief');
  await first.saved();
  copyFileSync(path, copy);
  await editFile(app, copy, (doc) => {
    const paragraph = bodyOf(doc).get(2) as Y.XmlElement;
    (paragraph.get(0) as Y.XmlText).insert(6, ' From the copy.');
  });
  await first.typeAfter('Alpha.', ' Typed after the copy was made.');
  renameSync(copy, path);

  for (const document of [first, second]) {
    for (const words of [
      'From the first window.',
      'From the second window.',
      'From the copy.',
      'Typed after the copy',
    ]) {
      await expect(document.body.getByText(words)).toBeVisible();
    }
    await document.saved();
  }
  await app.close();
  const text = readBody(await readFile(path))
    .map(textOf)
    .join('\n');
  for (const words of ['first window', 'second window', 'From the copy', 'after the copy was made']) {
    expect(text).toContain(words);
  }
});

test('a browser on the same files joins a document that the app holds', async ({ app }) => {
  const path = await writePostmortem(app, 'Both', [line('Alpha.'), line('Beta.')]);
  await app.close();
  const here = new DocumentPage(await app.launch(path));
  await here.body.getByText('Beta.').waitFor();

  const folders = { data: join(app.dataFolder, 'another-program'), library: app.libraryFolder };
  const server = await startServer(folders, [path]);
  const browser = await chromium.launch({
    executablePath: obtained('DEBRIEF_BROWSER'),
    args: [...sandboxFlags],
  });
  try {
    const page = await browser.newPage();
    await page.goto(server.address);
    const there = new DocumentPage(page);
    await there.body.getByText('Beta.').waitFor();
    await there.typeAfter('Beta.', ' From the browser.');
    await here.typeAfter('Alpha.', ' From the app.');
    for (const document of [here, there]) {
      await expect(document.body.getByText('From the browser.')).toBeVisible();
      await expect(document.body.getByText('From the app.')).toBeVisible();
      await document.saved();
    }
  } finally {
    await browser.close();
    await stop(server.process, 'SIGTERM');
  }
  await app.close();
  const text = readBody(await readFile(path))
    .map(textOf)
    .join('\n');
  expect(text).toContain('From the browser.');
  expect(text).toContain('From the app.');
});

test('a window that comes to the front shows what changed in the file, although the disk has said nothing', async ({
  app,
}) => {
  const path = await writePostmortem(app, 'Quiet disk', [line('Alpha.')]);
  await app.close();
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
