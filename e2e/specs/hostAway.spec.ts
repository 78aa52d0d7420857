import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type * as Y from 'yjs';
import { bodyOf } from '../../shared/document/layout.ts';
import { expect, test } from '../fixtures/app.ts';
import { startServer, stop } from '../fixtures/browserHost.ts';
import { appendEdit, line, readFile, writePostmortem } from '../fixtures/documents.ts';
import { DocumentPage } from '../pages/document.ts';

const lineOf = (doc: Y.Doc): Y.XmlText => (bodyOf(doc).get(0) as Y.XmlElement).get(0) as Y.XmlText;

test('a page whose host is started again goes on by itself, and says what has become of the file meanwhile', {
  tag: '@browser',
}, async ({ app, sharedBrowser }) => {
  const path = await writePostmortem(app, 'Away', [line('Before.')]);
  const away = join(app.dataFolder, 'away.debrief');
  const folders = { data: app.dataFolder, library: app.libraryFolder };
  const pages = sharedBrowser.forOneTest();
  let server = await startServer(folders, [path]);
  try {
    const { page } = await pages.open(folders);
    let isDeaf = false;
    await page.routeWebSocket(/\/host(\/again)?$/, (socket) => {
      const host = socket.connectToServer();
      host.onMessage((message) => {
        if (!isDeaf) socket.send(message);
      });
    });
    await page.goto(server.address);
    const document = new DocumentPage(page);
    await document.typeAfter('Before.', ' One');
    await document.saved();

    // It hangs for a while.
    server.process.kill('SIGSTOP');
    await page.keyboard.insertText(' and');
    await expect(page.getByText(/Debrief does not answer/)).toBeVisible({ timeout: 10_000 });
    server.process.kill('SIGCONT');
    await document.saved();

    // The host dies when it has saved, and has not said so yet.
    isDeaf = true;
    await page.keyboard.insertText(' two');
    await expect.poll(async () => bodyOf(await readFile(path)).toString()).toContain('two');
    await stop(server.process, 'SIGKILL');
    isDeaf = false;
    renameSync(path, away);
    server = await startServer(folders);
    await expect(
      page.getByText('What you typed is kept in this window, which goes on trying.'),
    ).toBeVisible();

    renameSync(away, path);
    await document.saved();
    await page.keyboard.type(' three');
    await document.saved();
    expect(bodyOf(await readFile(path)).toString()).toContain('Before. One and two three');

    // While the host is away, others append to the file, and what the second of them builds on is spoiled.
    await stop(server.process, 'SIGKILL');
    await appendEdit(path, (doc) => lineOf(doc).insert(0, 'Spoiled '));
    await appendEdit(path, (doc) => lineOf(doc).insert(4, 'Found again'));
    const bytes = readFileSync(path);
    const at = bytes.indexOf('Spoiled');
    writeFileSync(path, bytes.fill(0, at, at + 7));
    server = await startServer(folders);
    await expect(page.getByText(/^The file is damaged\./)).toBeVisible();
    await expect(page.getByRole('region', { name: 'Recovered text' })).toContainText('Found again');
  } finally {
    await stop(server.process, 'SIGTERM');
    await pages.close();
  }
});

test('a page of a file outside the library finds it again when the program is started with it once more', {
  tag: '@browser',
}, async ({ app, sharedBrowser }) => {
  const path = join(app.dataFolder, 'outside.debrief');
  renameSync(await writePostmortem(app, 'Outside', [line('Before.')]), path);
  const folders = { data: app.dataFolder, library: app.libraryFolder };
  const pages = sharedBrowser.forOneTest();
  let server = await startServer(folders, [path]);
  try {
    const { page } = await pages.open(folders);
    await page.goto(server.address);
    const document = new DocumentPage(page);
    await document.typeAfter('Before.', ' One');
    await document.saved();

    await stop(server.process, 'SIGTERM');
    await page.keyboard.insertText(' two');
    server = await startServer(folders);
    await expect(page.getByText('start Debrief with it')).toBeVisible();

    // Starting it once more tells the one that runs.
    await stop((await startServer(folders, [path])).process, 'SIGTERM');
    await document.saved();
    await expect.poll(async () => bodyOf(await readFile(path)).toString()).toContain('Before. One two');

    await stop(server.process, 'SIGKILL');
    await page.keyboard.insertText(' three');
    const away = join(app.dataFolder, 'away.debrief');
    renameSync(path, away);
    renameSync(await writePostmortem(app, 'Other', [line('Of another.')]), path);
    server = await startServer(folders, [path]);
    await expect(page.getByText('Another postmortem was put in place of this file.')).toBeVisible();
    expect(bodyOf(await readFile(path)).toString()).not.toContain('Before.');

    renameSync(away, path);
    await document.saved();
    expect(bodyOf(await readFile(path)).toString()).toContain('Before. One two three');
  } finally {
    await stop(server.process, 'SIGTERM');
    await pages.close();
  }
});
