import {
  appendFileSync,
  copyFileSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
} from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { createPostmortem } from '../../../shared/document/createPostmortem.ts';
import { readFacts, writeFact } from '../../../shared/document/facts.ts';
import { judgeUpdate } from '../../../shared/schema/gate.ts';
import type { FileSystem } from '../../storage/fileSystem.ts';
import { documentKey, encodeRecord, RECORD_TYPE } from '../../storage/format/record.ts';
import { nodeFileSystem } from '../../storage/nodeFileSystem.ts';
import { readForUse } from '../../storage/readForUse.ts';
import { createDocument, type OpenDocument, type OpenRequest, openDocument, readDocument } from './index.ts';
import { realFolder, until } from './testing/realFolder.testkit.ts';

const KEPT = 'a (kept).debrief';

/** What a disk does otherwise than the real one. */
type Changes = (fs: FileSystem) => Partial<FileSystem>;

const refuse = () => Promise.reject(Object.assign(new Error('full'), { code: 'ENOSPC' }));

/** A postmortem that was saved and opened again, so that nothing has asked for the types of its Y.Doc. */
async function reopened(
  changes: Changes = () => ({}),
): Promise<{ document: OpenDocument; request: OpenRequest; folder: string }> {
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
  const fs = { ...request.fs, ...changes(request.fs) };
  return { document: await openDocument({ ...request, fs }), request, folder };
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

async function typeCommander(document: OpenDocument, name = 'Ada'): Promise<void> {
  await document.push(
    changeOf(document.state(), (doc) => writeFact(doc, 'commander', name)),
    'window',
  );
}

const commanderIn = async (path: string): Promise<string> =>
  readFacts(await readDocument({ fs: nodeFileSystem, path })).commander ?? '';

/** A postmortem with a saved commander, whose file `meet` has changed by what this version does not know. */
async function beforeNewer(how: 'is put in place of' | 'is appended to', changes?: Changes) {
  const { document, request, folder } = await reopened(changes);
  const newer = (state: Uint8Array) => changeOf(state, (doc) => doc.getMap('about').set('schemaVersion', 99));
  const copy = join(folder, 'copy');
  copyFileSync(document.path, copy);
  const other = await openDocument({ ...request, path: copy, gate: () => ({ kind: 'ok' }) });
  await other.push(newer(other.state()), 'window');
  await other.close();
  await typeCommander(document);
  const meet = async () => {
    if (how === 'is put in place of') renameSync(copy, document.path);
    else await append(document, newer(document.state()));
  };
  return { document, folder, meet };
}

/** Appends an update to the file of a document, as a newer Debrief does. */
async function append({ path, documentId }: OpenDocument, payload: Uint8Array): Promise<void> {
  const { file } = await readForUse(nodeFileSystem, path, 'read');
  await file.close();
  const record = encodeRecord(
    { type: RECORD_TYPE.update, payload },
    file.extent.lastSequence + 1,
    documentKey(documentId),
  );
  appendFileSync(path, record);
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
    const { document } = await reopened();
    await typeCommander(document);
    const state = document.state();
    await append(document, changeOf(state, change));
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

for (const how of ['is put in place of', 'is appended to'] as const) {
  test(`FF-23 what was saved in a file is kept as soon as there is room, when what ${how} it is unknown`, async () => {
    let isFull = true;
    const { document, folder, meet } = await beforeNewer(how, (fs) => ({
      open: (path, mode, bits) => (isFull && mode === 'create' ? refuse() : fs.open(path, mode, bits)),
    }));
    await meet();
    await until('not saved', () => document.saveState().kind === 'not-saved');
    expect(document.saveState()).toMatchObject({
      sentence: expect.stringMatching(/does not know\.$/),
      next: expect.stringContaining('press Retry'),
    });
    const bytes = readFileSync(document.path);
    isFull = false;
    await document.retry();
    expect(document.saveState()).toMatchObject({
      kind: 'read-only',
      sentence: expect.stringContaining(`“${KEPT}”`),
    });
    expect(await commanderIn(join(folder, KEPT))).toBe('Ada');
    await document.close();
    expect(readFileSync(document.path)).toEqual(bytes);
  });
}

test('FF-28 what was saved in a file is kept aside at closing, when an unknown one took its place and no copy could be written', async () => {
  const { document, meet, folder } = await beforeNewer('is put in place of', (fs) => ({
    open: (path, mode, bits) =>
      mode === 'create' && !path.includes('kept-aside') ? refuse() : fs.open(path, mode, bits),
  }));
  await meet();
  await until('not saved', () => document.saveState().kind === 'not-saved');
  await expect(document.close()).rejects.toMatchObject({ sentence: expect.stringContaining('is kept in') });
  const aside = join(folder, 'data', 'kept-aside', 'newer-1');
  const [name = ''] = readdirSync(aside);
  expect(await commanderIn(join(aside, name))).toBe('Ada');
});

test('FF-23 a copy beside a file that is unknown is written again when it was removed', async () => {
  const { document, meet, folder } = await beforeNewer('is put in place of');
  await meet();
  await until('read-only', () => document.saveState().kind === 'read-only');
  rmSync(join(folder, KEPT));
  await document.retry();
  expect(await commanderIn(join(folder, KEPT))).toBe('Ada');
  rmSync(join(folder, KEPT));
  await document.close();
  expect(await commanderIn(join(folder, KEPT))).toBe('Ada');
});

test('FF-23 a file that is known again after an unknown one is written on', async () => {
  const { document, meet, folder } = await beforeNewer('is put in place of');
  const good = join(folder, 'good');
  copyFileSync(document.path, good);
  await meet();
  await until('read-only', () => document.saveState().kind === 'read-only');
  renameSync(good, document.path);
  await until('saved', () => document.saveState().kind === 'saved');
  await typeCommander(document, 'Bo');
  await document.close();
  expect(await commanderIn(document.path)).toBe('Bo');
});

test('FF-23 what waited when something unknown was appended is in the file before anything counts as saved, once that is cut away again', async () => {
  let isFull = false;
  const { document, folder, meet } = await beforeNewer('is appended to', (fs) => ({
    open: async (path, mode, bits) => {
      const file = await fs.open(path, mode, bits);
      const append = file.append.bind(file);
      const ifRoom: typeof append = (bytes) => (isFull && mode === 'append' ? refuse() : append(bytes));
      return Object.assign(file, { append: ifRoom });
    },
  }));
  const { size } = statSync(document.path);
  isFull = true;
  const refused = expect(typeCommander(document, 'Bo')).rejects.toMatchObject({ code: 'newer-version' });
  await until('not saved', () => document.saveState().kind === 'not-saved');
  await meet();
  await document.retry();
  expect(document.saveState()).toMatchObject({ kind: 'read-only' });
  await refused;
  expect(await commanderIn(join(folder, KEPT))).toBe('Bo');
  truncateSync(document.path, size);
  await document.lookOutside();
  expect(document.saveState().kind).toBe('not-saved');
  isFull = false;
  await document.retry();
  expect(document.saveState()).toEqual({ kind: 'saved' });
  expect(await commanderIn(document.path)).toBe('Bo');
  await document.close();
});
