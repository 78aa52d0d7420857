import { createHash } from 'node:crypto';
import {
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { encodeFile, newHeader } from '../../storage/createFile.ts';
import { duplicateFile } from '../../storage/duplicateFile.ts';
import type { FileSystem } from '../../storage/fileSystem.ts';
import { MAX_IMAGE_BYTES } from '../../storage/format/limits.ts';
import { RECORD_TYPE } from '../../storage/format/record.ts';
import { imagesAt } from '../../storage/imagesAt.ts';
import { KeptAside } from '../../storage/keptAside.ts';
import { mergeFiles } from '../../storage/mergeFiles.ts';
import { nodeFileSystem } from '../../storage/nodeFileSystem.ts';
import { readForUse } from '../../storage/readForUse.ts';
import { type DiskCall, SimulatedDisk } from '../../storage/testing/simulatedDisk.testkit.ts';
import { trusted } from '../../storage/testing/trusted.testkit.ts';
import { readPostmortemFile } from '../readPostmortemFile.ts';
import { compactFile, createDocument, type OpenRequest, openDocument, readDocument } from './index.ts';
import { sampleFile } from './testing/damagedFiles.testkit.ts';
import { newDocument, realFolder } from './testing/realFolder.testkit.ts';
import { freshDisk, SESSION_PATH, sessionRequest } from './testing/recordedSession.testkit.ts';
import { stateWith, textOf, Writer } from './testing/writer.testkit.ts';

const readCopy = (path: string) => readPostmortemFile(nodeFileSystem, path, trusted);

async function typesIn(fs: FileSystem, path: string): Promise<number[]> {
  const { file, contents } = await readForUse(fs, path, 'read');
  await file.close();
  return contents.scan.records.map(({ type }) => type);
}

test('FF-22 what was typed is there when the file is opened again, and the closed file holds no history', async () => {
  const { request } = realFolder();
  const document = await newDocument(request());
  const writer = new Writer(document);
  await writer.type('one');
  await Promise.all([writer.type('two'), writer.type('three')]);
  await document.close();
  expect(await typesIn(nodeFileSystem, document.path)).toEqual([
    RECORD_TYPE.headerCopy,
    RECORD_TYPE.snapshot,
  ]);
  const again = await openDocument(request());
  expect(textOf(again.state())).toBe('seeded one two three ');
  expect(again.documentId).toBe('real-1');
  expect(again.saveState()).toEqual({ kind: 'saved' });
  expect(again.opening).toEqual({ readOnly: null, heldBy: null, recoveredText: [], notices: [] });
  await again.close();
});

test('it says Saving until fsync has returned, and only then Saved', async () => {
  const disk = await freshDisk();
  const document = await createDocument({
    ...sessionRequest(disk),
    documentId: 'states-1',
    initial: stateWith('seeded'),
  });
  const shown: string[] = [];
  document.subscribe({ update: () => {}, saveState: ({ kind }) => shown.push(kind) });
  let seenAtFsync = '';
  disk.onCall = ({ kind }) => {
    if (kind === 'fsync') seenAtFsync = document.saveState().kind;
    return 'done';
  };
  await new Writer(document).type('word');
  expect(seenAtFsync).toBe('saving');
  expect(shown).toEqual(['saving', 'saved']);
});

test('a full disk is named, the edit stays, and it is saved by itself when there is room again', async () => {
  const disk = await freshDisk();
  const document = await createDocument({
    ...sessionRequest(disk),
    documentId: 'full-1',
    initial: stateWith('seeded'),
  });
  const shown: string[] = [];
  document.subscribe({
    update: () => {},
    saveState: (state) => shown.push('sentence' in state ? state.sentence : state.kind),
  });
  let refusals = 5;
  disk.onCall = ({ kind }) => (kind === 'append' && refusals-- > 0 ? { code: 'ENOSPC' } : 'done');
  const writer = new Writer(document);
  await writer.type('cramped');
  expect(shown).toEqual(['saving', 'The disk is full.', 'saved']);
  expect(textOf((await openDocument(sessionRequest(disk))).state())).toContain('cramped');
});

test('an update that another window already brought is acknowledged, and not written twice', async () => {
  const { request } = realFolder();
  const document = await newDocument(request());
  const heard: unknown[] = [];
  document.subscribe({ update: (_, from) => heard.push(from), saveState: () => {} });
  const update = stateWith('same');
  await document.push(update, 'first');
  const { size } = statSync(document.path);
  await document.push(update, 'second');
  expect(statSync(document.path).size).toBe(size);
  expect(heard).toEqual(['first']);
  await document.close();
});

test('FF-20 a malformed update is refused, and the document is as it was', async () => {
  const { request } = realFolder();
  const document = await newDocument(request());
  const before = document.state();
  for (const bytes of [[], [1], [1, 255, 255, 255, 127, 1, 0], [0, 0, 0]]) {
    await expect(document.push(Uint8Array.from(bytes), null)).rejects.toMatchObject({ code: 'bad-argument' });
  }
  expect(document.state()).toEqual(before);
  expect(document.saveState()).toEqual({ kind: 'saved' });
  await document.close();
});

test('an image is kept once, under the hash of its bytes, and is refused when it is too large', async () => {
  const { request } = realFolder();
  const document = await newDocument(request());
  const picture = Uint8Array.from({ length: 5_000 }, (_, i) => i * 7);
  const hash = await document.putImage(picture, 'image/png');
  const { size } = statSync(document.path);
  expect(await document.putImage(picture.slice(), 'image/png')).toBe(hash);
  expect(statSync(document.path).size).toBe(size);
  await expect(document.putImage(new Uint8Array(MAX_IMAGE_BYTES + 1), 'image/png')).rejects.toMatchObject({
    code: 'too-large',
  });
  await document.close();
  const again = await openDocument(request());
  expect(again.image(hash)).toEqual({ bytes: picture, mediaType: 'image/png' });
  expect(again.image('0'.repeat(64))).toBeNull();
  await again.close();
});

test('FF-25 TH-21 removed text is in no file afterwards, nor an image that nothing shows; a shown one stays', async () => {
  const { folder, request } = realFolder();
  const document = await newDocument(request());
  const writer = new Writer(document);
  const shown = await document.putImage(Uint8Array.of(1, 2, 3), 'image/png');
  const hidden = await document.putImage(Uint8Array.of(4, 5, 6), 'image/png');
  await writer.type(shown);
  await writer.type(hidden);
  await writer.type('password');
  await writer.delete('password');
  await writer.delete(hidden);
  expect(readFileSync(document.path, 'latin1')).toContain('password');
  await document.removeDeletedText();
  expect(readFileSync(document.path, 'latin1')).not.toContain('password');
  expect([...(await imagesAt(nodeFileSystem, document.path, document.documentId)).keys()]).toEqual([shown]);
  await document.close();
  expect(readdirSync(folder)).toEqual(['a.debrief', 'data']);
});

test('FF-25 a picture whose deletion is undone after “Remove deleted text” is in the file again', async () => {
  const { request } = realFolder();
  const document = await newDocument(request());
  const doc = new Y.Doc();
  Y.applyUpdate(doc, document.state());
  const pushed: Promise<void>[] = [];
  doc.on('update', (update: Uint8Array) => pushed.push(document.push(update, doc)));
  const text = doc.getText('text');
  const undo = new Y.UndoManager(text, { captureTimeout: 0 });
  const hash = await document.putImage(Uint8Array.of(1, 2, 3), 'image/png');
  text.insert(0, hash);
  text.delete(0, hash.length);
  await Promise.all(pushed);
  const stored = async () => [...(await imagesAt(nodeFileSystem, document.path, document.documentId)).keys()];
  await document.removeDeletedText();
  expect(await stored()).toEqual([]);
  undo.undo();
  await Promise.all(pushed);
  expect(document.saveState()).toEqual({ kind: 'saved' });
  expect(await stored()).toEqual([hash]);
  await document.close();
  const again = await openDocument(request());
  expect(textOf(again.state())).toContain(hash);
  expect(again.image(hash)).toEqual({ bytes: Uint8Array.of(1, 2, 3), mediaType: 'image/png' });
  await again.close();
});

test('a second opening of a file is read-only, says who has it, follows along, and takes over on Retry', async () => {
  const { request } = realFolder();
  const first = await newDocument({ ...request(), label: 'the first' });
  const second = await openDocument(request());
  expect(second.saveState()).toMatchObject({
    kind: 'read-only',
    sentence: expect.stringContaining('the first'),
  });
  await expect(second.push(stateWith('no'), null)).rejects.toMatchObject({ code: 'read-only' });
  await new Writer(first).type('followed');
  await second.lookOutside();
  expect(textOf(second.state())).toContain('followed');
  await second.retry();
  expect(second.saveState().kind).toBe('read-only');
  await first.close();
  await second.retry();
  expect(second.saveState()).toEqual({ kind: 'saved' });
  await new Writer(second).type('mine');
  await second.close();
  expect((await readDocument(request())).getText('text').toString()).toContain('mine');
});

test('a file is the same through a symbolic link and a hard link, and neither link is broken by closing', async () => {
  const { folder, request } = realFolder();
  const document = await newDocument(request());
  symlinkSync(document.path, join(folder, 'soft.debrief'));
  linkSync(document.path, join(folder, 'hard.debrief'));
  for (const name of ['soft.debrief', 'hard.debrief']) {
    const second = await openDocument(request(name));
    expect(second.saveState().kind).toBe('read-only');
    await second.close();
  }
  await new Writer(document).type('word');
  await document.close();
  const linked = await openDocument(request('soft.debrief'));
  await new Writer(linked).type('linked');
  await linked.close();
  expect((await readDocument(request('hard.debrief'))).getText('text').toString()).toBe(
    'seeded word linked ',
  );
});

test('a file keeps its permissions when it is written anew', async () => {
  const { request } = realFolder();
  const document = await newDocument(request());
  const { chmodSync } = await import('node:fs');
  chmodSync(document.path, 0o660);
  const again = document;
  await again.close();
  const opened = await openDocument(request());
  await new Writer(opened).type('word');
  await opened.close();
  expect(statSync(document.path).mode & 0o777).toBe(0o660);
});

test.each([
  ['an empty file', Uint8Array.of(), 'damaged'],
  ['a text', new TextEncoder().encode('# Postmortem\n'.repeat(20)), 'foreign-file'],
  ['a header cut short', Uint8Array.of(0x89, 0x44, 0x42, 0x52, 0x46, 0x0d, 0x0a, 0x1a, 1, 0), 'damaged'],
])('%s is refused with a sentence, and not changed', async (_what, bytes, code) => {
  const { request } = realFolder();
  writeFileSync(request().path, bytes);
  await expect(openDocument(request())).rejects.toMatchObject({
    code,
    sentence: expect.stringMatching(/\w+\.$/),
    next: expect.stringMatching(/\w+\.$/),
  });
  expect(new Uint8Array(readFileSync(request().path))).toEqual(bytes);
});

test('FF-13 a file of 2 GB is refused before it is read', async () => {
  const { request } = realFolder();
  writeFileSync(request().path, '');
  truncateSync(request().path, 2 ** 31);
  await expect(openDocument(request())).rejects.toMatchObject({ code: 'too-large' });
  expect(statSync(request().path).size).toBe(2 ** 31);
});

test('FF-19 an edit that is damaged before a snapshot costs nothing, and it is said', async () => {
  const sample = sampleFile();
  const edit = sample.records.find(({ sequence }) => sequence === 12);
  const { request } = realFolder();
  const bytes = sample.bytes.slice();
  bytes[(edit?.end ?? 0) - 1]! ^= 1;
  writeFileSync(request().path, bytes);
  const document = await openDocument(request());
  expect(textOf(document.state()).trim().split(' ').length).toBe(40);
  expect(document.opening.notices.map(({ sentence }) => sentence).join()).toContain('The text is whole');
  await document.close();
  expect(new Uint8Array(readFileSync(request().path))).toEqual(bytes);
});

test('FF-24 a damaged image is said to be one: the text is whole, and new edits are not said to change nothing', async () => {
  const sample = sampleFile();
  const image = sample.records.find(({ type }) => type === RECORD_TYPE.image);
  const { request } = realFolder();
  const bytes = sample.bytes.slice();
  bytes[(image?.end ?? 0) - 1]! ^= 1;
  writeFileSync(request().path, bytes);
  const document = await openDocument(request());
  const [notice] = document.opening.notices;
  expect(notice?.sentence).toMatch(
    /an image, .+ is damaged.+ The text is whole; a picture may be missing, which another copy may have\. The damaged part is left as it is in the file\.$/,
  );
  await new Writer(document).type('more');
  expect(new Uint8Array(readFileSync(request().path)).subarray(0, bytes.length)).toEqual(bytes);

  await document.removeDeletedText();
  expect(document.opening.notices).toEqual([]);
  await document.close();
});

test('FF-16 of bytes behind the last record it is said only what this device can know', async () => {
  const { request } = realFolder();
  const document = await newDocument(request());
  await new Writer(document).type('word');
  const grown = readFileSync(request().path);
  await document.close();
  const whole = readFileSync(request().path);
  const sentenceOf = async (name: string): Promise<string> => {
    const opened = await openDocument(request(name));
    await opened.close();
    return opened.opening.notices.map(({ sentence }) => sentence).join(' ');
  };
  writeFileSync(request().path, Buffer.concat([whole, Buffer.from([0xf7, 0x52])]));
  expect(await sentenceOf('a.debrief')).toBe(
    'The last 2 bytes of the file are a write that was never finished, and never said to be saved on this device. They are kept aside.',
  );
  writeFileSync(request('unknown.debrief').path, grown.subarray(0, grown.length - 10));
  expect(await sentenceOf('unknown.debrief')).toMatch(
    /^The last \d+ bytes of the file are no whole record: a write that was never finished, or the file was cut\. They are kept aside\. Edits may be missing; another copy may have them\.$/,
  );
});

test('what is not there, a folder and a name that is taken are refused', async () => {
  const { folder, request } = realFolder();
  await expect(openDocument(request())).rejects.toMatchObject({ code: 'not-found' });
  mkdirSync(join(folder, 'folder.debrief'));
  await expect(openDocument(request('folder.debrief'))).rejects.toMatchObject({
    sentence: 'folder.debrief is a folder.',
  });
  symlinkSync(join(folder, 'circle.debrief'), join(folder, 'circle.debrief'));
  await expect(openDocument(request('circle.debrief'))).rejects.toMatchObject({
    sentence: 'circle.debrief is a link that leads back to itself.',
  });
  await (await newDocument(request())).close();
  await expect(newDocument(request())).rejects.toMatchObject({ code: 'bad-argument' });
  expect((await readDocument(request())).getText('text').toString()).toBe('seeded ');
});

test('FF-4 a document with an id that no header can hold is not created, nor one with a malformed state', async () => {
  const { folder, request } = realFolder();
  await expect(newDocument(request(), '../up')).rejects.toMatchObject({ code: 'bad-argument' });
  const malformed = createDocument({ ...request(), documentId: 'new-1', initial: Uint8Array.of(9) });
  await expect(malformed).rejects.toMatchObject({ code: 'bad-argument' });
  expect(readdirSync(folder)).toEqual([]);
});

test('a document that cannot be saved until the end is kept in the data folder when it closes', async () => {
  const disk = await freshDisk();
  const document = await createDocument({
    ...sessionRequest(disk),
    documentId: 'unsaved-1',
    initial: stateWith('seeded'),
  });
  disk.onCall = ({ kind, path }) =>
    kind === 'append' && path === SESSION_PATH ? { code: 'ENOSPC' } : 'done';
  const typed = new Writer(document).type('late');
  const rejected = expect(typed).rejects.toMatchObject({ sentence: expect.stringContaining('kept in') });
  await expect(document.close()).rejects.toMatchObject({
    sentence: expect.stringContaining('The disk is full.'),
  });
  await rejected;
  const folder = `${sessionRequest(disk).dataFolder}/kept-aside/unsaved-1`;
  const [name = ''] = await disk.readdir(folder);
  const kept = await readDocument({ fs: disk, path: `${folder}/${name}` });
  expect(kept.getText('text').toString()).toContain('late');
});

test('FF-28 what had to be kept in the data folder is in the document again at the next opening, and is kept no longer', async () => {
  const disk = await freshDisk();
  const create = { ...sessionRequest(disk), documentId: 'unsaved-2', initial: stateWith('seeded') };
  const document = await createDocument(create);
  const isFull = ({ kind, path }: DiskCall) => kind === 'append' && path === SESSION_PATH;
  disk.onCall = (call) => (isFull(call) ? { code: 'ENOSPC' } : 'done');
  const writer = new Writer(document);
  const refused = [writer.type('late'), document.putImage(Uint8Array.of(1, 2, 3), 'image/png')];
  for (const promise of refused) promise.catch(() => undefined);
  await expect(document.close()).rejects.toMatchObject({ code: 'internal' });
  const folder = `${create.dataFolder}/kept-aside/unsaved-2`;

  // The disk still refuses: it is shown, it is not said to be saved, and it stays kept.
  const second = await openDocument(sessionRequest(disk));
  expect(textOf(second.state())).toBe('seeded late ');
  expect(second.saveState().kind).not.toBe('saved');
  expect(second.opening.notices.map(({ kind }) => kind)).toEqual(['merged-kept-edits']);
  await expect(second.close()).rejects.toMatchObject({ code: 'internal' });
  expect((await disk.readdir(folder)).length).toBe(2);

  disk.onCall = () => 'done';
  const third = await openDocument(sessionRequest(disk));
  await third.close();
  expect(await disk.readdir(folder)).toEqual([]);
  const fourth = await openDocument(sessionRequest(disk));
  expect(textOf(fourth.state())).toBe('seeded late ');
  expect(fourth.opening.notices).toEqual([]);
  expect(
    fourth.image(
      createHash('sha256')
        .update(Uint8Array.of(1, 2, 3))
        .digest('hex'),
    ),
  ).not.toBeNull();
  await fourth.close();
});

test('FF-28 what was kept of one copy of a document stays kept when another copy is opened', async () => {
  const { folder, request } = realFolder();
  const document = await newDocument(request());
  await document.close();
  writeFileSync(join(folder, 'b.debrief'), readFileSync(document.path));
  const kept = new KeptAside(nodeFileSystem, join(folder, 'data'), 'real-1', document.path);
  const copy = [{ type: RECORD_TYPE.snapshot, payload: stateWith('late') }];
  await kept.keep('unsaved', encodeFile(newHeader('real-1', 0), copy));
  const other = await openDocument(request('b.debrief'));
  await other.close();
  expect((await kept.list()).length).toBe(1);
  const own = await openDocument(request());
  expect(textOf(own.state())).toContain('late');
  await own.close();
  expect(await kept.list()).toEqual([]);
  expect((await readDocument(request('b.debrief'))).getText('text').toString()).toContain('late');
});

test('FF-28 a kept file that cannot be read is named and stays, and the document opens and is written', async () => {
  const { folder, request } = realFolder();
  const document = await newDocument(request());
  await document.close();
  const kept = new KeptAside(nodeFileSystem, join(folder, 'data'), 'real-1', document.path);
  const copy = [{ type: RECORD_TYPE.snapshot, payload: stateWith('late') }];
  const path = await kept.keep('unsaved', encodeFile(newHeader('real-1', 0), copy));
  const refusing: FileSystem = {
    ...nodeFileSystem,
    async open(name, how, mode) {
      if (name === path) throw Object.assign(new Error('refused'), { code: 'EIO' });
      return nodeFileSystem.open(name, how, mode);
    },
  };
  const opened = await openDocument({ ...request(), fs: refusing });
  expect(opened.opening.notices).toMatchObject([
    { kind: 'merged-kept-edits', sentence: expect.stringContaining(`kept in ${path}, and could not be`) },
  ]);
  await new Writer(opened).type('more');
  await opened.close();
  const again = await openDocument(request());
  expect(textOf(again.state())).toContain('late');
  await again.close();
});

test('FF-28 a kept file that is damaged stays, since what cannot be read of it is nowhere else', async () => {
  const { folder, request } = realFolder();
  const document = await newDocument(request());
  await document.close();
  const kept = new KeptAside(nodeFileSystem, join(folder, 'data'), 'real-1', document.path);
  const copy = ['late', 'later'].map((word) => ({ type: RECORD_TYPE.update, payload: stateWith(word) }));
  const path = await kept.keep('unsaved', encodeFile(newHeader('real-1', 0), copy));
  const spoiled = readFileSync(path);
  spoiled[spoiled.length - 1]! ^= 0xff;
  writeFileSync(path, spoiled);
  const opened = await openDocument(request());
  expect(textOf(opened.state())).toContain('late ');
  await opened.close();
  expect(readFileSync(path)).toEqual(spoiled);
});

test('FF-28 kept edits that were taken in before another kept file failed are in the file before that is said to be saved', async () => {
  const { folder, request } = realFolder();
  const holder = await newDocument(request());
  let isRefusing = false;
  const refusing: FileSystem = {
    ...nodeFileSystem,
    async open(name, how, mode) {
      if (isRefusing && name.includes('refused')) throw new TypeError('a mistake of the program');
      return nodeFileSystem.open(name, how, mode);
    },
  };
  const reader = await openDocument({ ...request(), fs: refusing });
  await holder.close();
  const kept = new KeptAside(nodeFileSystem, join(folder, 'data'), 'real-1', reader.path);
  const copy = [{ type: RECORD_TYPE.snapshot, payload: stateWith('late') }];
  await kept.keep('unsaved', encodeFile(newHeader('real-1', 0), copy));
  await new Promise((later) => setTimeout(later, 2));
  await kept.keep('refused', stateWith('later'));
  isRefusing = true;
  await expect(reader.retry()).rejects.toThrow('a mistake of the program');
  await reader.lookOutside();
  expect(reader.saveState()).toEqual({ kind: 'saved' });
  expect(textOf(reader.state())).toContain('late');
  expect((await readDocument(request())).getText('text').toString()).toContain('late');
  await reader.close();
});

test('FF-25 FF-28 of a file that is gone its images are kept, and none that was deleted', async () => {
  const { folder, request } = realFolder();
  const document = await newDocument(request());
  const writer = new Writer(document);
  const shown = await document.putImage(Uint8Array.of(1, 2, 3), 'image/png');
  const deleted = await document.putImage(Uint8Array.of(4, 5, 6), 'image/png');
  await writer.type(`${shown} ${deleted}`);
  await writer.delete(deleted);
  rmSync(document.path);
  await expect(document.close()).rejects.toMatchObject({ sentence: expect.stringContaining('is kept in') });
  const aside = join(folder, 'data/kept-aside/real-1');
  const [kept = ''] = readdirSync(aside);
  expect([...(await readCopy(join(aside, kept))).images.keys()]).toEqual([shown]);
});

test('FF-28 what the schema gate refused is in the document once a version opens it that knows it', async () => {
  const { request } = realFolder();
  const strict: OpenRequest = {
    ...request(),
    gate: (update) =>
      textOf(update).includes('newer') ? { kind: 'unknown', what: 'something' } : { kind: 'ok' },
  };
  const document = await newDocument(strict);
  await expect(document.push(stateWith('newer'), 'a window')).rejects.toMatchObject({
    code: 'newer-version',
  });
  await document.close();
  const again = await openDocument(strict);
  expect([textOf(again.state()), again.saveState().kind]).toEqual(['seeded ', 'saved']);
  await again.close();
  const updated = await openDocument(request());
  expect(textOf(updated.state())).toContain('newer');
  await updated.close();
  expect((await readDocument(request())).getText('text').toString()).toContain('newer');
});

test('FF-4 a duplicate is another document: it has its own id, inside too, and does not merge with the first', async () => {
  const { folder, request } = realFolder();
  const document = await newDocument(request());
  await document.close();
  const out = join(folder, 'b.debrief');
  await duplicateFile({ fs: nodeFileSystem, path: document.path, out, documentId: 'real-2', vet: trusted });
  const copy = await readDocument(request('b.debrief'));
  expect(copy.getText('text').toString()).toBe('seeded ');
  expect(copy.getMap('about').get('id')).toBe('real-2');
  const reopened = await openDocument(request('b.debrief'));
  expect(reopened.documentId).toBe('real-2');
  await reopened.close();
  await expect(
    mergeFiles({
      fs: nodeFileSystem,
      copies: [await readCopy(document.path), await readCopy(out)],
      out: join(folder, 'c.debrief'),
    }),
  ).rejects.toMatchObject({ code: 'bad-argument' });
});

test('FF-4 FF-25 two copies of one document merge into a third file, without images that were deleted', async () => {
  const { folder, request } = realFolder();
  const first = await newDocument(request());
  writeFileSync(join(folder, 'b.debrief'), readFileSync(first.path));
  const second = await openDocument(request('b.debrief'));
  await new Writer(second).type('there');
  const writer = new Writer(first);
  await writer.type('here');
  const [shown, deleted] = [
    await first.putImage(Uint8Array.of(1, 2, 3), 'image/png'),
    await first.putImage(Uint8Array.of(4, 5, 6), 'image/png'),
  ];
  await writer.type(`${shown} ${deleted}`);
  await writer.delete(deleted);
  await first.close();
  await second.close();
  const out = join(folder, 'c.debrief');
  const copies = [await readCopy(first.path), await readCopy(second.path)];
  await mergeFiles({ fs: nodeFileSystem, copies, out });
  const merged = await readCopy(out);
  expect([merged.documentId, ...merged.images.keys()]).toEqual(['real-1', shown]);
  const text = (await readDocument(request('c.debrief'))).getText('text').toString();
  expect([text.includes('here'), text.includes('there')]).toEqual([true, true]);
});

test('FF-18 compacting a damaged file keeps it aside as it was, and leaves a sound one', async () => {
  const { folder, request } = realFolder();
  const document = await newDocument(request());
  await new Writer(document).type('word');
  const damaged = new Uint8Array(readFileSync(document.path));
  await document.close();
  damaged.fill(0, 20, 30);
  writeFileSync(document.path, damaged);
  const opened = await openDocument(request());
  expect(opened.opening.readOnly?.sentence).toContain('damaged');
  expect(textOf(opened.state())).toBe('seeded word ');
  await opened.close();
  expect(new Uint8Array(readFileSync(document.path))).toEqual(damaged);

  const { keptAside } = await compactFile(request());
  const inUse = await readForUse(nodeFileSystem, document.path, 'read');
  await inUse.file.close();
  expect(inUse.damage).toEqual([]);
  expect((await readDocument(request())).getText('text').toString()).toBe('seeded word ');
  const [name = ''] = readdirSync(join(folder, 'data/kept-aside/real-1'));
  expect(keptAside).toBe(join(folder, 'data/kept-aside/real-1', name));
  expect(new Uint8Array(readFileSync(keptAside ?? ''))).toEqual(damaged);
});

test('FF-16 a file of whose text nothing can be read stays as it is, and is not written anew', async () => {
  const { request } = realFolder();
  const document = await newDocument(request());
  await document.close();
  const whole = readFileSync(document.path);
  const { file, contents } = await readForUse(nodeFileSystem, document.path, 'read');
  await file.close();
  const [copyOfHeader, snapshot] = contents.scan.records;
  const lengths = [copyOfHeader!.offset, copyOfHeader!.end, snapshot!.end - 1];
  const spoilt = [
    ...lengths.map((length) => whole.subarray(0, length)),
    Buffer.from(whole).fill(0, snapshot!.offset + 40, snapshot!.end),
    Buffer.from(whole)
      .fill(0, 20, 30)
      .fill(0, snapshot!.offset + 40, snapshot!.end),
  ];
  for (const bytes of spoilt) {
    writeFileSync(document.path, bytes);
    const opened = await openDocument(request());
    const nothing = {
      kind: 'read-only',
      sentence: expect.stringContaining('nothing of its text can be read'),
    };
    expect(opened.saveState()).toMatchObject({ ...nothing, remedy: 'restore' });
    await expect(opened.compact()).rejects.toMatchObject({ code: 'damaged' });
    expect(opened.saveState()).toMatchObject({ ...nothing, remedy: 'restore' });
    await opened.close();
    await expect(compactFile(request())).rejects.toMatchObject({ code: 'damaged' });
    expect(readFileSync(document.path)).toEqual(bytes);
  }
});

test('FF-16 a file of whose text nothing can be read is written anew with what a window has of it', async () => {
  const { request } = realFolder();
  const document = await newDocument(request());
  await new Writer(document).type('known');
  const known = document.state();
  await document.close();
  const cut = readFileSync(document.path).subarray(0, 96);
  writeFileSync(document.path, cut);
  const opened = await openDocument(request());
  const keptAside = await opened.compact(known);
  expect(readFileSync(keptAside ?? '')).toEqual(cut);
  expect(opened.saveState()).toEqual({ kind: 'saved' });
  await opened.close();
  expect((await readDocument(request())).getText('text').toString()).toBe('seeded known ');
});

test('FF-16 a file of whose text nothing can be read shows what is kept of it, and is written anew with that', async () => {
  const { folder, request } = realFolder();
  const document = await newDocument(request());
  await document.close();
  const whole = readFileSync(document.path);
  const kept = new KeptAside(nodeFileSystem, join(folder, 'data'), document.documentId, document.path);
  await kept.keep('unsaved', whole);
  writeFileSync(document.path, whole.subarray(0, 96));
  const opened = await openDocument(request());
  expect(opened.saveState()).toMatchObject({ kind: 'read-only', remedy: 'repair' });
  const doc = new Y.Doc();
  Y.applyUpdate(doc, opened.state());
  expect(doc.getText('text').toString()).toBe('seeded ');
  await opened.close();
  await compactFile(request());
  expect((await readDocument(request())).getText('text').toString()).toBe('seeded ');
  expect((await kept.list()).map(({ reason }) => reason)).toEqual(['damaged']);
});

test('FF-18 a file whose beginning is damaged can be repaired while it is open, and is written from then on', async () => {
  const { request } = realFolder();
  const document = await newDocument(request());
  await document.close();
  const damaged = new Uint8Array(readFileSync(document.path)).fill(0, 20, 30);
  writeFileSync(document.path, damaged);
  const opened = await openDocument(request());
  const said: string[] = [];
  opened.subscribe({ update: () => {}, saveState: () => {}, notice: ({ sentence }) => said.push(sentence) });
  expect(opened.saveState()).toMatchObject({ kind: 'read-only', remedy: 'repair' });
  const keptAside = await opened.compact();
  expect(opened.saveState()).toEqual({ kind: 'saved' });
  expect(said).toEqual([expect.stringContaining(`kept as it was in ${keptAside}`)]);
  await new Writer(opened).type('after');
  await opened.close();
  expect((await readDocument(request())).getText('text').toString()).toBe('seeded after ');
  expect(new Uint8Array(readFileSync(keptAside ?? ''))).toEqual(damaged);
});

test('FF-18 a damaged file is kept aside also where it is written anew because the disk did not confirm it', async () => {
  const { folder, request } = realFolder();
  const document = await newDocument(request());
  await new Writer(document).type('first');
  const middle = readFileSync(document.path).length - 4;
  await new Writer(document).type('second');
  const damaged = new Uint8Array(readFileSync(document.path));
  await document.close();
  damaged[middle] = (damaged[middle] ?? 0) ^ 1;
  writeFileSync(document.path, damaged);
  let refusals = 1;
  const fsyncDirectory: FileSystem['fsyncDirectory'] = async (path) => {
    if (path === folder && refusals-- > 0) throw Object.assign(new Error('refused'), { code: 'EIO' });
    return nodeFileSystem.fsyncDirectory(path);
  };
  const opened = await openDocument({ ...request(), fs: { ...nodeFileSystem, fsyncDirectory } });
  await new Writer(opened).type('third');
  await expect.poll(() => opened.saveState()).toEqual({ kind: 'saved' });
  await opened.close();
  const aside = join(folder, 'data/kept-aside/real-1');
  const kept = readdirSync(aside).map((name) => new Uint8Array(readFileSync(join(aside, name))));
  expect(kept).toContainEqual(damaged);
});

test('FF-25 of a damaged file every readable record and the whole original are kept, until it is asked twice', async () => {
  const sample = sampleFile();
  const damaged = sample.bytes.slice();
  const edit = sample.records.find(({ sequence }) => sequence === 12);
  damaged[(edit?.end ?? 0) - 1]! ^= 1;
  const { folder, request } = realFolder();
  writeFileSync(request().path, damaged);
  const document = await openDocument(request());
  const keptAside = await document.removeDeletedText();
  expect(new Uint8Array(readFileSync(keptAside ?? ''))).toEqual(damaged);
  const inUse = await readForUse(nodeFileSystem, document.path, 'read');
  await inUse.file.close();
  expect(inUse.damage).toEqual([]);
  expect([...inUse.replayed.images.keys()].length).toBe(1);
  expect(inUse.replayed.unknown.length).toBe(1);
  expect(inUse.replayed.doc.getText('text').toString().trim().split(' ').length).toBe(40);
  expect(await document.removeDeletedText()).toBeNull();
  expect(readdirSync(join(folder, 'data/kept-aside/damaged-1'))).toEqual([]);
  await document.close();
});

test('FF-27 text that cannot be placed survives compacting, and an image that it may show', async () => {
  const { request } = realFolder();
  const writer = new Y.Doc();
  const updates: Uint8Array[] = [];
  writer.on('update', (update: Uint8Array) => updates.push(update));
  for (const word of ['first ', 'lost ', 'hidden '])
    writer.getText('text').insert(writer.getText('text').length, word);
  const document = await createDocument({ ...request(), documentId: 'gap-2', initial: updates[0]! });
  const hash = await document.putImage(Uint8Array.of(1, 2, 3), 'image/png');
  await document.push(updates[2]!, null);
  await document.close();
  const opened = await openDocument(request());
  await opened.removeDeletedText();
  expect(opened.image(hash)).not.toBeNull();
  await opened.close();
  const again = await openDocument(request());
  expect(again.opening.recoveredText).toEqual(['hidden ']);
  expect(again.image(hash)).not.toBeNull();
  await again.push(updates[1]!, null);
  expect(textOf(again.state())).toBe('first lost hidden ');
  await again.close();
});

test('FF-22 a snapshot is written when enough records have come, and history that outgrows it is dropped', async () => {
  const disk = new SimulatedDisk();
  await disk.mkdir('/home');
  await disk.mkdir('/home/postmortems');
  const request = sessionRequest(disk);
  const document = await createDocument({
    ...request,
    surroundings: { ...request.surroundings, limits: { recordsPerSnapshot: 10, historyBytes: 1_000_000 } },
    documentId: 'tidy-1',
    initial: stateWith('seeded'),
  });
  const writer = new Writer(document);
  for (let n = 0; n < 25; n++) await writer.type(`word${n}`);
  const types = await typesIn(disk, SESSION_PATH);
  expect(types.filter((type) => type === RECORD_TYPE.snapshot).length).toBe(3);
  expect(types.filter((type) => type === RECORD_TYPE.update).length).toBe(25);
});

test('FF-27 text that cannot be placed because an edit before it is lost is given as recovered text', async () => {
  const { request } = realFolder();
  const writer = new Y.Doc();
  const updates: Uint8Array[] = [];
  writer.on('update', (update: Uint8Array) => updates.push(update));
  for (const word of ['first ', 'lost ', 'hidden '])
    writer.getText('text').insert(writer.getText('text').length, word);
  const document = await createDocument({ ...request(), documentId: 'gap-1', initial: updates[0]! });
  await document.push(updates[2]!, null);
  await document.close();
  const again = await openDocument(request());
  expect(textOf(again.state())).toBe('first ');
  expect(again.opening.recoveredText).toEqual(['hidden ']);
  await again.push(updates[1]!, null);
  expect(textOf(again.state())).toBe('first lost hidden ');
  await again.close();
});
