import { appendFileSync, copyFileSync, readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { createPostmortem } from '../../../shared/document/createPostmortem.ts';
import { writeFact } from '../../../shared/document/facts.ts';
import { judgeUpdate } from '../../../shared/schema/gate.ts';
import { documentKey, encodeRecord, RECORD_TYPE } from '../../storage/format/record.ts';
import { readForUse } from '../../storage/readForUse.ts';
import { createDocument, type OpenDocument, type OpenRequest, openDocument } from './index.ts';
import { realFolder, until } from './testing/realFolder.testkit.ts';

/** A postmortem that was saved and opened again, so that nothing has asked for the types of its Y.Doc. */
async function reopened(): Promise<{ document: OpenDocument; request: OpenRequest; folder: string }> {
  const { folder, request: requestOf } = realFolder();
  const request = { ...requestOf(), gate: judgeUpdate };
  const doc = createPostmortem({
    id: 'newer-1',
    created: '2026-11-24T12:00:00Z',
    template: 'imported',
    facts: {},
    body: [{ type: 'paragraph', content: [{ type: 'text', text: 'Start.' }] }],
  });
  const initial = Y.encodeStateAsUpdate(doc);
  await (await createDocument({ ...request, documentId: 'newer-1', initial })).close();
  return { document: await openDocument(request), request, folder };
}

/** What changes a document, as an update of its own. */
function changeOf(state: Uint8Array, change: (doc: Y.Doc) => void): Uint8Array {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, state);
  const before = Y.encodeStateVector(doc);
  change(doc);
  return Y.encodeStateAsUpdate(doc, before);
}

const newerThings: readonly (readonly [string, (doc: Y.Doc) => void])[] = [
  ['a newer schema version', (doc) => doc.getMap('about').set('schemaVersion', 99)],
  [
    'a list in the text',
    (doc) => doc.getXmlFragment('body').insert(0, [new Y.Array() as unknown as Y.XmlElement]),
  ],
];

async function typeCommander(document: OpenDocument): Promise<void> {
  await document.push(
    changeOf(document.state(), (doc) => writeFact(doc, 'commander', 'Ada')),
    'window',
  );
}

for (const [name, change] of newerThings) {
  test(`DF-2 ${name} that is pushed enters neither the document nor its file`, async () => {
    const { document } = await reopened();
    await typeCommander(document);
    const [state, file] = [document.state(), readFileSync(document.path)];
    await expect(document.push(changeOf(state, change), 'window')).rejects.toMatchObject({
      code: 'newer-version',
    });
    expect(document.state()).toEqual(state);
    await document.close();
    expect(readFileSync(document.path)).toEqual(file);
  });

  test(`DF-2 ${name} in a copy that is put in place of the file is left as it is there`, async () => {
    const { document, request, folder } = await reopened();
    const copy = join(folder, 'copy.debrief');
    copyFileSync(document.path, copy);
    await typeCommander(document);
    const other = await openDocument({ ...request, path: copy, gate: () => ({ kind: 'ok' }) });
    await other.push(changeOf(other.state(), change), 'window');
    await other.close();
    const [state, file] = [document.state(), readFileSync(copy)];
    renameSync(copy, document.path);
    await until('read-only', () => document.saveState().kind === 'read-only');
    expect(document.state()).toEqual(state);
    await document.close();
    expect(readFileSync(document.path)).toEqual(file);
  });

  test(`DF-2 ${name} that is appended to the file is left as it is there`, async () => {
    const { document, request } = await reopened();
    await typeCommander(document);
    const state = document.state();
    const { file } = await readForUse(request.fs, document.path, 'read');
    await file.close();
    const record = { type: RECORD_TYPE.update, payload: changeOf(state, change) };
    const sequence = file.extent.lastSequence + 1;
    appendFileSync(document.path, encodeRecord(record, sequence, documentKey(document.documentId)));
    const bytes = readFileSync(document.path);
    await until('read-only', () => document.saveState().kind === 'read-only');
    expect(document.state()).toEqual(state);
    await document.close();
    expect(readFileSync(document.path)).toEqual(bytes);
  });
}

test('DF-2 a newer schema version in a file that becomes free is not taken over', async () => {
  const { document: holder, request } = await reopened();
  const reader = await openDocument(request);
  const state = reader.state();
  await holder.close();
  const newer = await openDocument({ ...request, gate: () => ({ kind: 'ok' }) });
  await newer.push(
    changeOf(newer.state(), (doc) => doc.getMap('about').set('schemaVersion', 99)),
    'window',
  );
  await newer.close();
  const bytes = readFileSync(reader.path);
  await reader.retry();
  expect(reader.saveState()).toMatchObject({
    kind: 'read-only',
    sentence: expect.stringMatching(/does not know\. What you wrote is kept in “.* \(kept\)\.debrief”\.$/),
  });
  await expect(typeCommander(reader)).rejects.toMatchObject({ code: 'read-only' });
  expect([reader.holdsFile, reader.state()]).toEqual([false, state]);
  await reader.close();
  expect(readFileSync(reader.path)).toEqual(bytes);
});
