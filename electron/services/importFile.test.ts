import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import * as Y from 'yjs';
import { readAbout } from '../../shared/document/about.ts';
import { readFacts, writeFact } from '../../shared/document/facts.ts';
import { documentKey, encodeRecord } from '../storage/format/record.ts';
import { nodeFileSystem } from '../storage/nodeFileSystem.ts';
import { listenForSync } from '../storage/testing/listenForSync.testkit.ts';
import { trusted } from '../storage/testing/trusted.testkit.ts';
import { createFromTemplate } from './createFromTemplate.ts';
import { DebriefHost } from './debriefHost.ts';
import { hostPorts } from './hostPorts.testkit.ts';
import { addDroppedFile, duplicateInLibrary, importMarkdownFile } from './importFile.ts';
import { readPostmortemFile } from './readPostmortemFile.ts';

const ports = hostPorts();
const png = Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), Buffer.from('a picture')]);

let root: string;
let host: DebriefHost;
let other: DebriefHost;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'debrief-'));
  host = new DebriefHost(ports, { data: join(root, 'data'), library: join(root, 'library') });
  other = new DebriefHost(ports, { data: join(root, 'other-data'), library: join(root, 'other-library') });
});

afterEach(async () => {
  vi.restoreAllMocks();
  await host.close();
  await other.close();
  rmSync(root, { recursive: true, force: true });
});

const create = (where: DebriefHost, title: string): Promise<string> =>
  createFromTemplate(where, { template: 'short', title, incidentId: null, severity: null });

async function writeTo(
  where: DebriefHost,
  path: string,
  key: 'commander' | 'recorder',
  value: string,
): Promise<void> {
  const document = await where.documents.hold(path);
  const doc = new Y.Doc();
  Y.applyUpdate(doc, document.state());
  const updates: Uint8Array[] = [];
  doc.on('update', (update: Uint8Array) => updates.push(update));
  writeFact(doc, key, value);
  for (const update of updates) await document.push(update, null);
  await where.documents.release(path);
}

const read = (path: string) => readPostmortemFile(nodeFileSystem, path, trusted);

test('a dropped file of a new document lies in the library as it was, under its own name', async () => {
  const bytes = readFileSync(await create(other, 'Elsewhere'));
  const { path, merged } = await addDroppedFile(host, 'From Dario.debrief', new Uint8Array(bytes));
  expect([path, merged]).toEqual([join(root, 'library', 'From Dario.debrief'), false]);
  expect(readFileSync(path)).toEqual(bytes);
  expect(readdirSync(join(root, 'library'))).toEqual(['From Dario.debrief']);
});

test('a dropped name reaches no other folder and no file that is there', async () => {
  await create(host, 'Mine');
  const bytes = new Uint8Array(readFileSync(await create(other, 'Theirs')));
  const { path } = await addDroppedFile(host, '../../Mine.debrief', bytes);
  expect(basename(path)).toBe('Mine 2.debrief');
  expect(readdirSync(join(root, 'library')).sort()).toEqual(['Mine 2.debrief', 'Mine.debrief']);
});

test('a dropped copy of a document that the library has is merged into it, pictures too', async () => {
  const mine = await create(host, 'Ours');
  await addDroppedFile(other, 'Ours.debrief', new Uint8Array(readFileSync(mine)));
  const theirs = join(root, 'other-library', 'Ours.debrief');
  await writeTo(host, mine, 'commander', 'Ines');
  const document = await other.documents.hold(theirs);
  const hash = await document.putImage(png, 'image/png');
  await writeTo(other, theirs, 'recorder', `Dario ${hash}`);
  const dropped = new Uint8Array(readFileSync(theirs));
  await other.documents.release(theirs);
  const { path, merged } = await addDroppedFile(host, 'Copy.debrief', dropped);
  expect([path, merged]).toEqual([mine, true]);
  const result = await read(mine);
  expect(readFacts(result.doc)).toMatchObject({ commander: 'Ines', recorder: `Dario ${hash}` });
  expect(result.images.get(hash)?.bytes).toEqual(new Uint8Array(png));
  expect(readdirSync(join(root, 'library'))).toEqual(['Ours.debrief']);
});

test('FF-25 what was removed from a file does not come back with an older copy that is dropped', async () => {
  const mine = await create(host, 'Ours');
  const document = await host.documents.hold(mine);
  const hash = await document.putImage(png, 'image/png');
  await writeTo(host, mine, 'commander', `a secret ${hash}`);
  await addDroppedFile(other, 'Ours.debrief', new Uint8Array(readFileSync(mine)));
  await writeTo(host, mine, 'commander', 'Ines');
  await document.removeDeletedText();
  await host.documents.release(mine);
  const theirs = join(root, 'other-library', 'Ours.debrief');
  await writeTo(other, theirs, 'recorder', 'Dario');
  await addDroppedFile(host, 'Copy.debrief', new Uint8Array(readFileSync(theirs)));
  const result = await read(mine);
  expect(readFacts(result.doc)).toMatchObject({ commander: 'Ines', recorder: 'Dario' });
  expect([...result.images.keys()]).toEqual([]);
  expect(readFileSync(mine).includes('a secret')).toBe(false);
});

test('FF-25 a removed picture does not come back with a copy of the time between its deletion and its removal', async () => {
  const mine = await create(host, 'Ours');
  const document = await host.documents.hold(mine);
  const hash = await document.putImage(png, 'image/png');
  await writeTo(host, mine, 'commander', `Ines ${hash}`);
  await writeTo(host, mine, 'commander', 'Ines');
  const copy = new Uint8Array(readFileSync(mine));
  expect(Buffer.from(copy).includes(png)).toBe(true);
  await document.removeDeletedText();
  await host.documents.release(mine);
  await addDroppedFile(host, 'Copy.debrief', copy);
  expect([...(await read(mine)).images.keys()]).toEqual([]);
});

test('FF-10 what a dropped copy holds that this version does not know is merged as it is, once', async () => {
  const mine = await create(host, 'Ours');
  const { documentId, lastSequence } = await read(mine);
  const unknown = { type: 99, payload: Uint8Array.of(1, 2, 3) };
  const record = encodeRecord(unknown, lastSequence + 1, documentKey(documentId));
  const dropped = new Uint8Array(Buffer.concat([readFileSync(mine), record]));
  for (let times = 0; times < 2; times++) {
    expect((await addDroppedFile(host, 'Copy.debrief', dropped)).path).toBe(mine);
    expect((await read(mine)).unknown).toEqual([unknown]);
  }
});

test('bytes that are no file of ours are refused and leave nothing', async () => {
  await create(host, 'Mine');
  for (const bytes of [new Uint8Array(), Buffer.from('a text that somebody named so')]) {
    await expect(addDroppedFile(host, 'x.debrief', bytes)).rejects.toMatchObject({ name: 'HostError' });
  }
  expect(readdirSync(join(root, 'library'))).toEqual(['Mine.debrief']);
});

test('a duplicate says the same under an id of its own', async () => {
  const path = await create(host, 'Twice');
  await writeTo(host, path, 'commander', 'Ines');
  const copy = await duplicateInLibrary(host, path);
  expect(basename(copy)).toBe('Twice 2.debrief');
  const [first, second] = [await read(path), await read(copy)];
  expect(readFacts(second.doc)).toEqual(readFacts(first.doc));
  expect(second.documentId).not.toBe(first.documentId);
  expect(readAbout(second.doc).id).toBe(second.documentId);
});

test('FF-29 of postmortems of one name that are dropped at once, in two programs, none replaces another', async () => {
  const dropped = await Promise.all(
    ['One', 'Two', 'Three', 'Four'].map(
      async (title) => new Uint8Array(readFileSync(await create(other, title))),
    ),
  );
  const second = new DebriefHost(ports, { data: join(root, 'second-data'), library: join(root, 'library') });
  const added = await Promise.all(
    dropped.map((bytes, i) => addDroppedFile(i % 2 === 0 ? host : second, 'same.debrief', bytes)),
  );
  await second.close();
  expect(new Set(added.map(({ path }) => path)).size).toBe(4);
  for (const [i, { path }] of added.entries()) expect(new Uint8Array(readFileSync(path))).toEqual(dropped[i]);
  expect(readdirSync(join(root, 'library'))).toHaveLength(4);
});

test('copies of one document that are dropped at once, in two programs, are one file with all that they hold', async () => {
  const theirs = await create(other, 'Theirs');
  const plain = new Uint8Array(readFileSync(theirs));
  await writeTo(other, theirs, 'recorder', 'Dario');
  const written = new Uint8Array(readFileSync(theirs));
  const second = new DebriefHost(ports, { data: join(root, 'second-data'), library: join(root, 'library') });
  const added = await Promise.all(
    [host, second, host, second].map((where, n) =>
      addDroppedFile(where, `${n}.debrief`, n === 2 ? written : plain),
    ),
  );
  await second.close();
  expect(added.filter(({ merged }) => !merged)).toHaveLength(1);
  expect(new Set(added.map(({ path }) => path)).size).toBe(1);
  expect(readdirSync(join(root, 'library'))).toEqual([basename(added[0]?.path ?? '')]);
  expect(readFacts((await read(added[0]?.path ?? '')).doc).recorder).toBe('Dario');
});

test('FF-29 new postmortems and duplicates of one name that are made at once all have files of their own', async () => {
  const [first = ''] = await Promise.all(['Same', 'Same', 'Same'].map((title) => create(host, title)));
  await Promise.all([duplicateInLibrary(host, first), duplicateInLibrary(host, first)]);
  expect(readdirSync(join(root, 'library'))).toHaveLength(5);
});

test.skipIf(process.platform === 'win32')(
  'FF-29 what is dropped, made or duplicated is on the disk, with its name, when that is said',
  async () => {
    const library = join(root, 'library');
    const dropped = new Uint8Array(readFileSync(await create(other, 'Elsewhere')));
    const makings = [
      async () => (await addDroppedFile(host, 'Dropped.debrief', dropped)).path,
      () => create(host, 'New'),
      () => duplicateInLibrary(host, join(library, 'New.debrief')),
      async () => (await importMarkdownFile(host, { name: 'x.md', text: '# Text', folder: null })).path,
    ];
    await host.library.list();
    const synced = await listenForSync(root);
    for (const make of makings) {
      const before = synced.length;
      const path = await make();
      const [file, folder] = [statSync(path).ino, statSync(library).ino];
      expect(synced.slice(before)).toContain(file);
      expect(synced.lastIndexOf(folder)).toBeGreaterThan(synced.indexOf(file, before));
    }
  },
);
