import {
  appendFileSync,
  closeSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  unlinkSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { HostError } from '../../../shared/contract/errors.ts';
import { documentKey, encodeRecord, RECORD_TYPE } from '../../storage/format/record.ts';
import type { SimulatedDisk } from '../../storage/testing/simulatedDisk.testkit.ts';
import { createDocument, type OpenDocument, openDocument, readDocument } from './index.ts';
import { machineSurroundings } from './surroundings.ts';
import { newDocument, realFolder, until } from './testing/realFolder.testkit.ts';
import {
  freshDisk,
  replaceOutside,
  SESSION_PATH,
  sessionRequest,
} from './testing/recordedSession.testkit.ts';
import { stateWith, textOf, Writer } from './testing/writer.testkit.ts';

const isSaved = (document: OpenDocument) => () => document.saveState().kind === 'saved';
const textIn = async (request: ReturnType<ReturnType<typeof realFolder>['request']>) =>
  (await readDocument(request)).getText('text').toString();

/** Edits a copy of the file in another process's stead, and returns the copy's path. */
async function editCopy(from: string, folder: string, word: string): Promise<string> {
  const path = join(folder, 'copy.debrief');
  copyFileSync(from, path);
  const copy = await openDocument({ ...realFolder().request(), path });
  await new Writer(copy).type(word);
  await copy.close();
  return path;
}

test('FF-23 a copy that was edited elsewhere and is renamed over the file while someone types is merged, both ways', async () => {
  const { folder, request } = realFolder();
  const document = await newDocument(request());
  const writer = new Writer(document);
  await writer.type('before');
  const copy = await editCopy(document.path, folder, 'elsewhere');
  const typed: Promise<void>[] = [];
  for (let n = 0; n < 40; n++) {
    typed.push(writer.type(`word${n}`));
    if (n === 20) renameSync(copy, document.path);
    await new Promise((resolve) => setTimeout(resolve, n % 3));
  }
  await Promise.all(typed);
  await until('the other copy is merged', () => textOf(document.state()).includes('elsewhere'));
  await until('saved', isSaved(document));
  expect(writer.text.toString()).toBe(textOf(document.state()));
  const inFile = await textIn(request());
  for (const word of ['seeded', 'before', 'elsewhere', ...typed.map((_, n) => `word${n} `)]) {
    expect(inFile).toContain(word);
  }
  await document.close();
});

test('FF-23 a copy that is written over the file in place is merged', async () => {
  const { folder, request } = realFolder();
  const document = await newDocument(request());
  const writer = new Writer(document);
  const copy = await editCopy(document.path, folder, 'elsewhere');
  await writer.type('mine');
  const whenMerged: string[] = [];
  document.subscribe({ update: () => whenMerged.push(document.saveState().kind), saveState: () => {} });
  writeFileSync(document.path, readFileSync(copy));
  await until('the other copy is merged', () => textOf(document.state()).includes('elsewhere'));
  // The file lacks what this window had saved in it.
  expect(whenMerged).toEqual(['saving']);
  await until('saved', isSaved(document));
  const inFile = await textIn(request());
  expect(inFile).toContain('mine');
  expect(inFile).toContain('elsewhere');
  await document.close();
});

test('FF-23 what others append is taken in, and a window hears of it', async () => {
  const { request } = realFolder();
  const document = await newDocument(request());
  const writer = new Writer(document);
  const notices: string[] = [];
  document.subscribe({ update: () => {}, saveState: () => {}, notice: ({ kind }) => notices.push(kind) });
  const other = await openDocument({
    ...request(),
    surroundings: {
      ...machineSurroundings,
      claim: async () => ({ kind: 'claimed', release: async () => {} }),
    },
  });
  const stranger = new Writer(other);
  await Promise.all([stranger.type('theirs'), writer.type('mine'), stranger.type('again')]);
  await until('both have all', () =>
    [document, other].every((d) =>
      ['theirs', 'mine', 'again'].every((word) => textOf(d.state()).includes(word)),
    ),
  );
  expect(notices).toContain('merged-outside-change');
  expect(writer.text.toString()).toBe(stranger.text.toString());
  await document.close();
  await other.close();
  expect(await textIn(request())).toBe(writer.text.toString());
});

test('a deleted file is said to be gone, and saving resumes by itself when it is put back', async () => {
  const { folder, request } = realFolder();
  const document = await newDocument(request());
  const writer = new Writer(document);
  renameSync(document.path, join(folder, 'away.debrief'));
  const typed = writer.type('meanwhile');
  await until('not saved', () => document.saveState().kind === 'not-saved');
  expect(document.saveState()).toMatchObject({ sentence: expect.stringContaining('deleted or moved') });
  renameSync(join(folder, 'away.debrief'), document.path);
  await typed;
  expect(document.saveState()).toEqual({ kind: 'saved' });
  expect(await textIn(request())).toContain('meanwhile');
  await document.close();
});

test('a folder that is moved away with the file in it is said to be gone at once, without anything being typed', async () => {
  const { folder, request } = realFolder();
  mkdirSync(join(folder, 'sub'));
  const document = await newDocument(request('sub/a.debrief'));
  renameSync(join(folder, 'sub'), join(folder, 'moved'));
  await until('not saved', () => document.saveState().kind === 'not-saved');
  renameSync(join(folder, 'moved'), join(folder, 'sub'));
  await until('saved', isSaved(document));
  await document.close();
});

test('a folder further up that is moved away is said to be gone too, without anything being typed', async () => {
  const { folder, request } = realFolder();
  mkdirSync(join(folder, 'team/library'), { recursive: true });
  const document = await newDocument(request('team/library/a.debrief'));
  renameSync(join(folder, 'team'), join(folder, 'moved'));
  await until('not saved', () => document.saveState().kind === 'not-saved');
  renameSync(join(folder, 'moved'), join(folder, 'team'));
  await until('saved', isSaved(document));
  await document.close();
});

test('a deleted file is written again on Retry, and by itself when there are edits to save', async () => {
  const { request } = realFolder();
  const document = await newDocument(request());
  unlinkSync(document.path);
  await document.lookOutside();
  expect(document.saveState().kind).toBe('not-saved');
  await document.retry();
  expect(document.saveState()).toEqual({ kind: 'saved' });
  expect(await textIn(request())).toContain('seeded');

  unlinkSync(document.path);
  // However long it has been gone, it is written when an edit has waited for some seconds, not at the first key.
  for (let looks = 0; looks < 4; looks++) await document.lookOutside();
  const typed = new Writer(document).type('stubborn');
  await document.lookOutside();
  expect(existsSync(document.path)).toBe(false);
  expect(document.saveState()).toMatchObject({ next: expect.stringContaining('written again after') });
  await typed;
  expect(await textIn(request())).toContain('stubborn');
  await document.close();
});

test.each(['Retry', 'itself'])(
  'a file that is deleted while it is appended to is written again, by %s',
  async (by) => {
    const { request } = realFolder();
    const plain = request();
    let isDeletedNext = false;
    const open: typeof plain.fs.open = async (path, how, mode) => {
      const file = await plain.fs.open(path, how, mode);
      const fsync = file.fsync.bind(file);
      file.fsync = async () => {
        if (isDeletedNext && path === plain.path) unlinkSync(path);
        isDeletedNext = false;
        await fsync();
      };
      return file;
    };
    const document = await newDocument({ ...plain, fs: { ...plain.fs, open } });
    isDeletedNext = true;
    const typed = new Writer(document).type('stubborn');
    await until('not saved', () => document.saveState().kind === 'not-saved');
    expect(document.saveState()).toMatchObject({ sentence: expect.stringContaining('deleted or moved') });
    if (by === 'Retry') await document.retry();
    await typed;
    expect(document.saveState()).toEqual({ kind: 'saved' });
    expect(await textIn(request())).toBe('seeded stubborn ');
    await document.close();
  },
);

test('FF-16 a file with an unfinished write that is deleted before that is cut off is written again, and the write kept once', async () => {
  const { folder, request } = realFolder();
  const plain = request();
  await (await newDocument(plain)).close();
  appendFileSync(plain.path, Uint8Array.of(0xf7, 0x52));
  const open: typeof plain.fs.open = (path, how, mode) => {
    if (how === 'update' && path === plain.path && existsSync(path)) unlinkSync(path);
    return plain.fs.open(path, how, mode);
  };
  const document = await openDocument({ ...plain, fs: { ...plain.fs, open } });
  expect(document.saveState().kind).toBe('not-saved');
  await document.lookOutside();
  await document.retry();
  expect(document.saveState()).toEqual({ kind: 'saved' });
  expect(await textIn(request())).toContain('seeded');
  expect(readdirSync(join(folder, 'data/kept-aside/real-1'))).toHaveLength(1);
  await document.close();
});

test('a file whose folder is gone is written again on Retry, with the folder, and changes there are seen again', async () => {
  const { folder, request } = realFolder();
  const path = join(folder, 'deep', 'library');
  mkdirSync(path, { recursive: true });
  const document = await newDocument(request('deep/library/a.debrief'));
  rmSync(join(folder, 'deep'), { recursive: true });
  const typed = new Writer(document).type('homeless');
  await until('not saved', () => document.saveState().kind === 'not-saved');
  await document.retry();
  await typed;
  expect(document.saveState()).toEqual({ kind: 'saved' });
  expect(await textIn(request('deep/library/a.debrief'))).toContain('homeless');
  renameSync(await editCopy(document.path, folder, 'elsewhere'), document.path);
  await until('the other copy is merged', () => textOf(document.state()).includes('elsewhere'));
  await document.close();
});

test('a folder that is gone is not made again by itself, with edits to save or without', async () => {
  const { folder, request } = realFolder();
  mkdirSync(join(folder, 'disk'));
  const document = await newDocument(request('disk/a.debrief'));
  rmSync(join(folder, 'disk'), { recursive: true });
  const typed = new Writer(document).type('homeless');
  const outcomes = await Promise.allSettled([typed, document.close()]);
  for (const outcome of outcomes) {
    expect(outcome).toMatchObject({
      status: 'rejected',
      reason: { sentence: expect.stringContaining('kept in') },
    });
  }
  expect(readdirSync(folder)).toEqual(['data']);
});

test('FF-22 what a folder that was moved before a rename took along is removed when the file is opened there', async () => {
  const { folder, request } = realFolder();
  mkdirSync(join(folder, 'there'));
  let move = () => {};
  const plain = request('there/a.debrief');
  const document = await newDocument({
    ...plain,
    fs: {
      ...plain.fs,
      async rename(from, to) {
        move();
        await plain.fs.rename(from, to);
      },
    },
  });
  const writer = new Writer(document);
  await writer.type('before');
  const moved = join(folder, 'moved');
  move = () => {
    move = () => {};
    renameSync(join(folder, 'there'), moved);
  };
  await expect(document.compact()).rejects.toThrow();
  expect(readdirSync(moved).length).toBe(2);
  await document.close().catch(() => {});
  const opened = await openDocument(request('moved/a.debrief'));
  expect(readdirSync(moved)).toEqual(['a.debrief']);
  expect(textOf(opened.state())).toBe('seeded before ');
  await opened.close();
});

test('FF-28 a deleted file without unsaved edits is not written again when the document closes, and what was in it is kept aside', async () => {
  const { folder, request } = realFolder();
  const document = await newDocument(request());
  await new Writer(document).type('word');
  unlinkSync(document.path);
  await expect(document.close()).rejects.toMatchObject({ sentence: expect.stringContaining('is kept in') });
  expect(readdirSync(folder).filter((name) => name !== 'data')).toEqual([]);
  const [name = ''] = readdirSync(join(folder, 'data/kept-aside/real-1'));
  expect(await textIn(request(join('data/kept-aside/real-1', name)))).toBe('seeded word ');
});

test('FF-28 what is kept of a file that was away when the document was closed goes when it is opened in its place again', async () => {
  const { folder, request } = realFolder();
  const document = await newDocument(request());
  const away = join(folder, 'away.debrief');
  renameSync(document.path, away);
  await document.close().catch(() => {});
  renameSync(away, document.path);
  const again = await openDocument(request());
  expect(again.opening.notices).toEqual([]);
  await again.close();
  expect(readdirSync(join(folder, 'data/kept-aside/real-1'))).toEqual([]);
});

test('a file that is cut within its header, and appended to before that is seen, is known by its records', async () => {
  const { folder, request } = realFolder();
  const document = await newDocument(request());
  const writer = new Writer(document);
  const { size } = statSync(document.path);
  await writer.type('first');
  const bytes = readFileSync(document.path);
  await writer.type('second');
  const cut = Buffer.concat([bytes.subarray(0, 48), bytes.subarray(size)]);
  writeFileSync(document.path, cut);
  await writer.type('third');
  expect(document.saveState()).toEqual({ kind: 'saved' });
  expect(readdirSync(folder).sort()).toEqual(['a.debrief', 'data']);
  await document.close();
  expect(await textIn(request())).toBe('seeded first second third ');
  const again = await openDocument(request());
  expect([again.documentId, again.opening.readOnly]).toEqual(['real-1', null]);
  await again.close();
});

test('FF-23 a file of which others damage a record in place is found out, and what it lacks is appended', async () => {
  const { request } = realFolder();
  const created = await newDocument(request());
  await new Writer(created).type('first');
  await created.close();
  const document = await openDocument(request());
  const writer = new Writer(document);
  await writer.type('second');
  const bytes = readFileSync(document.path);
  const at = bytes.indexOf('seeded');
  const handle = openSync(document.path, 'r+');
  writeSync(handle, Buffer.from([bytes.readUInt8(at) ^ 0xff]), 0, 1, at);
  closeSync(handle);
  await writer.type('third');
  await document.lookOutside();
  await until('saved', isSaved(document));
  expect(document.saveState()).toEqual({ kind: 'saved' });
  expect(await textIn(request())).toBe('seeded first second third ');
  await document.close();
});

test('FF-23 what a file lacks that came in place of this one is in it before that is said to be saved, though a disk was full meanwhile', async () => {
  const { folder, request } = realFolder();
  const document = await newDocument(request());
  const { size } = statSync(document.path);
  const writer = new Writer(document);
  await writer.type('early');
  const older = readFileSync(document.path);
  await writer.type('late');
  const copy = join(folder, 'copy.debrief');
  writeFileSync(copy, Buffer.concat([Buffer.alloc(48), older.subarray(size)]));
  const keptAside = join(folder, 'data', 'kept-aside');
  writeFileSync(keptAside, '');
  renameSync(copy, document.path);
  await document.lookOutside();
  expect(document.saveState()).toMatchObject({ kind: 'not-saved' });
  unlinkSync(keptAside);
  await document.retry();
  expect(document.saveState()).toEqual({ kind: 'saved' });
  expect(await textIn(request())).toBe('seeded early late ');
  await document.close();
});

test('a file that was emptied in place is written again: there is nothing in it to lose', async () => {
  const { request } = realFolder();
  const document = await newDocument(request());
  truncateSync(document.path, 0);
  await until('saved again', () => readFileSync(document.path).length > 0 && isSaved(document)());
  expect(await textIn(request())).toContain('seeded');
  await document.close();
});

test('FF-23 another postmortem in place of the file is left alone, and what was written goes into a copy beside', async () => {
  const { folder, request } = realFolder();
  const document = await newDocument(request());
  const writer = new Writer(document);
  const stranger = await newDocument(request('other.debrief'), 'real-2');
  await stranger.close();
  copyFileSync(document.path, join(folder, 'safe.debrief'));
  const otherBytes = readFileSync(stranger.path);
  renameSync(stranger.path, document.path);
  const typed = writer.type('homeless');
  await until('the copy is there', () => readdirSync(folder).includes('a (kept).debrief'));
  await until('not saved', () => document.saveState().kind === 'not-saved');
  expect(document.saveState()).toMatchObject({ sentence: expect.stringContaining('a (kept).debrief') });
  expect(readFileSync(document.path)).toEqual(otherBytes);
  await document.retry();
  expect(await textIn(request('a (kept).debrief'))).toContain('homeless');

  renameSync(join(folder, 'safe.debrief'), document.path);
  await typed;
  expect(document.saveState()).toEqual({ kind: 'saved' });
  expect(await textIn(request())).toContain('homeless');
  await document.close();
});

test('a file that is no Debrief file in place of ours is left alone', async () => {
  const { request } = realFolder();
  const document = await newDocument(request());
  writeFileSync(document.path, 'a shopping list\n');
  await until('not saved', () => document.saveState().kind === 'not-saved');
  expect(document.saveState()).toEqual({
    kind: 'not-saved',
    sentence:
      'Something that is no postmortem was put in place of this file. What you wrote is kept in “a (kept).debrief”.',
    next: 'Put this file back, or go on in the copy.',
  });
  await document.retry();
  expect(readFileSync(document.path, 'utf8')).toBe('a shopping list\n');
  expect(await textIn(request('a (kept).debrief'))).toContain('seeded');
  await document.close();
});

test('the schema gate stops an outside change: no window gets it, nothing more is written', async () => {
  const { folder, request } = realFolder();
  const strict = {
    ...request(),
    gate: (update: Uint8Array) =>
      Buffer.from(update).includes('hologram')
        ? ({ kind: 'unknown', what: 'the node “hologram”' } as const)
        : ({ kind: 'ok' } as const),
  };
  const document = await newDocument(strict);
  const writer = new Writer(document);
  await writer.type('mine');
  const copy = await editCopy(document.path, folder, 'hologram');
  const bytes = readFileSync(copy);
  renameSync(copy, document.path);
  await until('read-only', () => document.saveState().kind === 'read-only');
  expect(document.saveState()).toMatchObject({ sentence: expect.stringContaining('hologram') });
  expect(writer.text.toString()).not.toContain('hologram');
  await expect(writer.type('late')).rejects.toMatchObject({ code: 'read-only' });
  await document.close();
  expect(readFileSync(document.path)).toEqual(bytes);
  expect(await textIn(request('a (kept).debrief'))).toContain('mine');
});

test('an update that the schema gate refuses is kept aside, and the document turns read-only', async () => {
  const { folder, request } = realFolder();
  const document = await newDocument({
    ...request(),
    gate: (update) =>
      Buffer.from(update).includes('hologram') ? { kind: 'unknown', what: 'it' } : { kind: 'ok' },
  });
  const stranger = new Y.Doc();
  stranger.getText('text').insert(0, 'hologram');
  const update = Y.encodeStateAsUpdate(stranger);
  await expect(document.push(update, 'window')).rejects.toMatchObject({ code: 'newer-version' });
  expect(document.saveState().kind).toBe('read-only');
  expect(textOf(document.state())).toBe('seeded ');
  const [name = ''] = readdirSync(join(folder, 'data/kept-aside/real-1'));
  expect(new Uint8Array(readFileSync(join(folder, 'data/kept-aside/real-1', name)))).toEqual(update);
  await document.close();
});

const disks = [
  { what: 'keeps inode numbers', identitiesLast: true },
  { what: 'makes inode numbers up at each look', identitiesLast: false },
];

test.each(disks)(
  'FF-21 a file that is replaced by an older copy at any step of a save keeps what is said to be saved, on a disk that $what',
  async ({ identitiesLast }) => {
    for (let step = 0; step < 80; step++) {
      const disk = await freshDisk();
      disk.identitiesLast = identitiesLast;
      const create = { ...sessionRequest(disk), documentId: 'steps-1', initial: stateWith('seeded') };
      const document = await createDocument(create);
      const older = await contentOf(disk);
      const writer = new Writer(document);
      const typed = writer.type('word');
      for (let n = 0; n < step; n++) await Promise.resolve();
      await replaceOutside(disk, SESSION_PATH, older);
      await typed;
      await document.lookOutside();
      expect(document.saveState(), `replaced after step ${step}`).toEqual({ kind: 'saved' });
      const inFile = await readDocument({ fs: disk, path: SESSION_PATH });
      expect(inFile.getText('text').toString(), `replaced after step ${step}`).toContain('word');
      await document.close();
    }
  },
);

test.each(['as much as the edit has', 'less'])(
  'FF-23 a file that loses the end of its last record right before an edit is appended (%s) gets everything again',
  async (lost) => {
    const { request } = realFolder();
    const plain = request();
    let isCutNext = false;
    const open: typeof plain.fs.open = async (path, how, mode) => {
      const file = await plain.fs.open(path, how, mode);
      const append = file.append.bind(file);
      file.append = async (bytes) => {
        if (isCutNext) truncateSync(path, statSync(path).size - (lost === 'less' ? 3 : bytes.length));
        isCutNext = false;
        return append(bytes);
      };
      return file;
    };
    const document = await newDocument({ ...plain, fs: { ...plain.fs, open } });
    const writer = new Writer(document);
    await writer.type('long'.repeat(50));
    await document.compact();
    isCutNext = true;
    await writer.type('short');
    expect(await textIn(request())).toBe(`seeded ${'long'.repeat(50)} short `);
    await document.close();
  },
);

test('a file that another program writes without end is said to be not saved, until that ends', async () => {
  const disk = await freshDisk();
  const create = { ...sessionRequest(disk), documentId: 'endless-1', initial: stateWith('seeded') };
  const document = await createDocument(create);
  const other = await disk.open(SESSION_PATH, 'append');
  disk.onCall = ({ kind, path }) => {
    if (kind === 'stat' && path === SESSION_PATH) void other.append(Uint8Array.of(1));
    return 'done';
  };
  const typed = new Writer(document).type('word');
  await until('not saved', () => document.saveState().kind === 'not-saved');
  expect(document.saveState()).toMatchObject({ sentence: 'Another program keeps changing the file.' });
  disk.onCall = () => 'done';
  await typed;
  expect(document.saveState()).toEqual({ kind: 'saved' });
  const inFile = await readDocument({ fs: disk, path: SESSION_PATH });
  expect(inFile.getText('text').toString()).toContain('word');
});

test('TH-15 what others append and what would hang this process is not taken, and nothing is written behind it', async () => {
  const { request } = realFolder();
  let isRefused = true;
  const tryUpdates = async (updates: readonly Uint8Array[]) => {
    // What is here already is tried together with what came.
    expect(updates.length).toBe(2);
    if (isRefused) throw new HostError({ code: 'damaged', sentence: 'Too costly.', next: 'Nothing.' });
  };
  const document = await createDocument({
    ...request(),
    documentId: 'growth-1',
    initial: stateWith('seeded'),
    tryUpdates,
  });
  const record = { type: RECORD_TYPE.update, payload: stateWith('theirs '.repeat(400)) };
  appendFileSync(document.path, encodeRecord(record, 2, documentKey('growth-1')));
  const grown = readFileSync(document.path);
  const typed = new Writer(document).type('mine');
  await until('not saved', () => document.saveState().kind === 'not-saved');
  await document.lookOutside();
  expect(document.saveState()).toMatchObject({ sentence: expect.stringContaining('Too costly.') });
  expect(textOf(document.state())).not.toContain('theirs');
  expect(readFileSync(document.path)).toEqual(grown);
  isRefused = false;
  await typed;
  expect(textOf(document.state())).toContain('theirs');
  await document.close();
});

async function contentOf(disk: SimulatedDisk): Promise<Uint8Array> {
  const file = await disk.open(SESSION_PATH, 'read');
  const bytes = await file.readAt(0, (await file.stat()).size);
  await file.close();
  return bytes;
}

test('FF-28 what was saved is kept when the document is closed while others write an older copy over its file', async () => {
  const { request } = realFolder();
  const plain = request();
  let isWritten = false;
  let older = Buffer.alloc(0);
  let length = 230;
  const stat: typeof plain.fs.stat = async (path) => {
    // At each look the other program has got one byte further.
    if (isWritten && path === plain.path) writeFileSync(path, older.subarray(0, ++length));
    return plain.fs.stat(path);
  };
  const document = await newDocument({ ...plain, fs: { ...plain.fs, stat } });
  older = readFileSync(document.path);
  await new Writer(document).type('saved');
  isWritten = true;
  await expect(document.close()).rejects.toMatchObject({ sentence: expect.stringContaining('is kept in') });
  expect(length).toBeLessThan(older.length);
  writeFileSync(plain.path, older);
  const again = await openDocument(plain);
  expect(textOf(again.state())).toBe('seeded saved ');
  await again.close();
  expect(await textIn(plain)).toBe('seeded saved ');
});
