import { createHash } from 'node:crypto';
import { copyFileSync, readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import * as Y from 'yjs';
import { SharedOpening } from '../../electron/services/hand-over/sharedOpening.ts';
import { OpenDocuments } from '../../electron/services/openDocuments.ts';
import { nodeFileSystem } from '../../electron/storage/nodeFileSystem.ts';
import { bodyOf } from '../../shared/document/layout.ts';
import type { BodyNode } from '../../shared/document/template.ts';
import { expect, test } from '../fixtures/app.ts';
import { editFile, line, readFile, writePostmortem } from '../fixtures/documents.ts';
import { OtherVersion } from '../fixtures/otherVersion.ts';
import { keptInWindow, storeInWindow, storeName } from '../fixtures/windowStorage.ts';
import { DocumentPage } from '../pages/document.ts';

test.use({ closes: 'browser' });

/** What a newer version may put into a document, and the words by which it is named. */
const NEWER: readonly { readonly name: string; readonly change: (doc: Y.Doc) => void }[] = [
  { name: 'a newer schema version', change: (doc) => doc.getMap('about').set('schemaVersion', 99) },
  { name: 'an unknown node', change: (doc) => bodyOf(doc).insert(0, [new Y.XmlElement('hologram')]) },
  {
    name: 'an unknown attribute',
    change: (doc) => (bodyOf(doc).get(0) as Y.XmlElement).setAttribute('mood', 'calm'),
  },
  {
    name: 'an unknown mark',
    change: (doc) => ((bodyOf(doc).get(0) as Y.XmlElement).get(0) as Y.XmlText).format(0, 3, { glow: {} }),
  },
];

/** One black pixel, and a body that shows it beside a table and under a heading. */
const PICTURE = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg==',
  'base64',
);
const HASH = createHash('sha256').update(PICTURE).digest('hex');
const BODY: readonly BodyNode[] = [
  line('Written by a newer version.'),
  {
    type: 'table',
    content: [
      { type: 'tableRow', content: [{ type: 'tableHeader', content: [line('Region')] }] },
      { type: 'tableRow', content: [{ type: 'tableCell', content: [line('eu-west-1')] }] },
    ],
  },
  { type: 'heading', attrs: { level: 2 }, content: [{ type: 'text', text: 'Graphs' }] },
  { type: 'paragraph', content: [{ type: 'image', attrs: { hash: HASH, alt: 'Errors' } }] },
];

for (const { name, change } of NEWER) {
  test(`DF-2 a document with ${name} opens read-only, and its file stays byte for byte the same`, async ({
    app,
  }) => {
    const path = await writePostmortem(app, 'From the future', BODY, change, [
      [HASH, { bytes: PICTURE, mediaType: 'image/png' }],
    ]);
    const before = readFileSync(path);
    const page = await app.launch(path);
    const document = new DocumentPage(page);
    await document.readOnly();
    await expect(page.getByText('Written by a newer version.')).toBeVisible();
    await expect(page.getByRole('columnheader', { name: 'Region' })).toBeVisible();
    await expect(page.getByRole('cell', { name: 'eu-west-1' })).toBeVisible();
    const picture = page.getByRole('img', { name: 'Errors' });
    await expect(picture).toHaveJSProperty('naturalWidth', 1);
    const place = page.getByRole('button', { name: 'Graphs' });
    await place.click();
    await expect(place).toHaveAttribute('aria-current', 'true');
    await expect(page.locator('.ProseMirror')).toHaveCount(0);
    await app.close();
    expect(readFileSync(path).equals(before)).toBe(true);
  });
}

test('DF-2 a newer copy that is put over an open file turns the window read-only, and nothing of it is touched', async ({
  app,
}) => {
  const path = await writePostmortem(app, 'Open here', [line('Written here.')]);
  const page = await app.launch(path);
  const document = new DocumentPage(page);
  await document.typeAfter('Written here.', ' And more.');
  await document.saved();

  const copy = `${path}.copy`;
  copyFileSync(path, copy);
  await editFile(app, copy, (doc) => bodyOf(doc).insert(0, [new Y.XmlElement('hologram')]));
  const newer = readFileSync(copy);
  renameSync(copy, path);

  await document.readOnly();
  await app.close();
  expect(readFileSync(path).equals(newer)).toBe(true);
  const names = bodyOf(await readFile(path))
    .toArray()
    .map((node) => (node as Y.XmlElement).nodeName);
  expect(names).toEqual(['hologram', 'paragraph']);
});

test('DF-2 what a newer version left in the window’s own storage closes the document, and never reaches the file', async ({
  app,
}) => {
  await app.launch();
  const path = await writePostmortem(app, 'Stored here', [line('Written here.')]);
  const doc = await readFile(path);
  const documentId = String(doc.getMap('about').get('id'));
  const vector = Y.encodeStateVector(doc);
  bodyOf(doc).insert(0, [new Y.XmlElement('hologram')]);
  const update = Y.encodeStateAsUpdate(doc, vector);
  const before = readFileSync(path);

  await app.page.getByRole('heading', { name: /postmortem/i }).waitFor();
  await storeInWindow(app.page, storeName(documentId, path), update);
  await app.close();
  const page = await app.launch(path);
  await new DocumentPage(page).readOnly();
  await expect(page.getByText('Written here.')).toBeVisible();
  await app.close();
  expect(readFileSync(path).equals(before)).toBe(true);
});

test('DF-2 what a window of a newer version sends while the document is open turns this window read-only, and changes nothing', async ({
  app,
}) => {
  const path = await writePostmortem(app, 'Shared', [line('Written here.')]);
  const documentId = String((await readFile(path)).getMap('about').get('id'));
  const document = new DocumentPage(await app.launch(path));
  await document.typeAfter('Written here.', ' And more.');
  await document.saved();

  const other = await OtherVersion.beside(document.page);
  const { session, state } = await other.open();
  const before = {
    file: readFileSync(path),
    window: await keptInWindow(document.page, storeName(documentId, path)),
  };
  const newer = new Y.Doc();
  Y.applyUpdate(newer, state);
  const vector = Y.encodeStateVector(newer);
  bodyOf(newer).insert(0, [new Y.XmlElement('hologram')]);
  const answer = await other.push(session, Y.encodeStateAsUpdate(newer, vector));

  expect(answer).toMatchObject({ ok: false, error: { code: 'newer-version' } });
  await document.readOnly();
  await expect(document.page.getByText(/contains the node “hologram”/)).toBeVisible();
  await expect(document.page.getByText('Written here. And more.')).toBeVisible();
  await expect(document.body).toHaveCount(0);
  expect(await keptInWindow(document.page, storeName(documentId, path))).toEqual(before.window);
  expect((await other.open()).state).toEqual(state);
  expect(readFileSync(path).equals(before.file)).toBe(true);
});

test('DF-2 what a newer Debrief sends that holds the file turns a window that joined it read-only, and changes nothing in it', async ({
  app,
}) => {
  const path = await writePostmortem(app, 'Held elsewhere', [line('Written there.')]);
  const documents: OpenDocuments = new OpenDocuments((file) =>
    sharing.open({
      fs: nodeFileSystem,
      path: file,
      dataFolder: join(app.dataFolder, 'newer'),
      gate: () => ({ kind: 'ok' }),
    }),
  );
  const sharing = new SharedOpening((realPath) => documents.holderOf(realPath));
  try {
    const holder = await documents.hold(path);
    const document = new DocumentPage(await app.launch(path));
    await document.typeAfter('Written there.', ' Typed here.');
    await document.saved();
    const before = await keptInWindow(document.page, storeName(holder.documentId, path));

    const newer = new Y.Doc();
    Y.applyUpdate(newer, holder.state());
    const vector = Y.encodeStateVector(newer);
    bodyOf(newer).insert(0, [new Y.XmlElement('hologram')]);
    await holder.push(Y.encodeStateAsUpdate(newer, vector), 'its own window');

    await document.readOnly();
    await expect(document.page.getByText(/contains the node “hologram”/)).toBeVisible();
    await expect(document.page.getByText('Written there. Typed here.')).toBeVisible();
    expect(await keptInWindow(document.page, storeName(holder.documentId, path))).toEqual(before);
  } finally {
    await documents.closeAll();
    await sharing.close();
  }
});
