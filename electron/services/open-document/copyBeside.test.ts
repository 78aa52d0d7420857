import {
  chmodSync,
  existsSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type OpenDocument, type OpenRequest, openDocument, readDocument } from './index.ts';
import { newDocument, realFolder, until } from './testing/realFolder.testkit.ts';
import { Writer } from './testing/writer.testkit.ts';

const KEPT = 'a (kept).debrief';
const SECOND = 'a (kept 2).debrief';

interface Homeless {
  readonly folder: string;
  readonly request: (name?: string) => OpenRequest;
  readonly document: OpenDocument;
  /** Types a word and waits until it is in one of the copies. */
  readonly type: (word: string) => Promise<void>;
  readonly textIn: (name: string) => Promise<string>;
}

/** A document in whose place another postmortem was put, with a word in the copy beside it. */
async function homeless(changes: (plain: OpenRequest['fs']) => Partial<OpenRequest['fs']> = () => ({})) {
  const { folder, request } = realFolder();
  const plain = request();
  const document = await newDocument({ ...plain, fs: { ...plain.fs, ...changes(plain.fs) } });
  const stranger = await newDocument(request('other.debrief'), 'real-2');
  await stranger.close();
  renameSync(stranger.path, document.path);
  const writer = new Writer(document);
  const textIn = async (name: string) => (await readDocument(request(name))).getText('text').toString();
  const type = async (word: string) => {
    writer.type(word).catch(() => {});
    await document.lookOutside();
    await document.retry();
  };
  await type('first');
  await until('not saved', () => document.saveState().kind === 'not-saved');
  expect(await textIn(KEPT)).toBe('seeded first ');
  return { folder, request, document, type, textIn } satisfies Homeless;
}

const end = (document: OpenDocument) => document.close().catch(() => {});
const filesIn = (folder: string) => readdirSync(folder).filter((name) => name.includes('kept'));

test('FF-23 a copy that nobody touched is written over, and stays one file', async () => {
  const { folder, document, type, textIn } = await homeless();
  await type('second');
  expect(await textIn(KEPT)).toBe('seeded first second ');
  expect(filesIn(folder)).toEqual([KEPT]);
  await end(document);
});

test('FF-23 a copy in which a person went on is not written over: what comes later goes into another', async () => {
  const { folder, request, document, type, textIn } = await homeless();
  const copy = await openDocument(request(KEPT));
  await new Writer(copy).type('copied');
  expect(copy.saveState()).toEqual({ kind: 'saved' });
  await copy.close();
  await document.retry();
  expect(filesIn(folder)).toEqual([KEPT]);
  await type('second');
  expect(await textIn(KEPT)).toBe('seeded first copied ');
  expect(await textIn(SECOND)).toBe('seeded first second ');
  expect(document.saveState()).toMatchObject({ sentence: expect.stringContaining(`“${SECOND}”`) });
  await type('third');
  expect(await textIn(SECOND)).toBe('seeded first second third ');
  expect(filesIn(folder).sort()).toEqual([SECOND, KEPT]);
  await end(document);
});

test('FF-23 a copy that is open is not written over, even before anything was typed there', async () => {
  const { request, document, type, textIn } = await homeless();
  const copy = await openDocument(request(KEPT));
  await type('second');
  await copy.close();
  expect(await textIn(KEPT)).toBe('seeded first ');
  expect(await textIn(SECOND)).toBe('seeded first second ');
  await end(document);
});

test('FF-23 whatever else was put at the name of a copy stays, with text to keep or without', async () => {
  const { folder, document, type, textIn } = await homeless();
  writeFileSync(join(folder, KEPT), 'a shopping list\n');
  await document.retry();
  expect(await textIn(SECOND)).toBe('seeded first ');
  rmSync(join(folder, SECOND));
  writeFileSync(join(folder, 'elsewhere'), 'of others');
  symlinkSync(join(folder, 'elsewhere'), join(folder, SECOND));
  await type('second');
  expect(readFileSync(join(folder, KEPT), 'utf8')).toBe('a shopping list\n');
  expect(readFileSync(join(folder, SECOND), 'utf8')).toBe('of others');
  expect(await textIn('a (kept 3).debrief')).toBe('seeded first second ');
  await end(document);
});

test('FF-23 what is put there at the last moment, before the copy is written over or made, stays too', async () => {
  let put = () => {};
  const { folder, document, type, textIn } = await homeless((plain) => ({
    stat: async (path) => {
      if (path.endsWith('.new')) put();
      return plain.stat(path);
    },
    link: async (from, to) => {
      put();
      await plain.link(from, to);
    },
  }));
  const names = [KEPT, SECOND];
  put = () => {
    const name = names.shift();
    if (name !== undefined) writeFileSync(join(folder, name), 'of others');
  };
  await type('second');
  for (const name of [KEPT, SECOND]) expect(readFileSync(join(folder, name), 'utf8')).toBe('of others');
  expect(await textIn('a (kept 3).debrief')).toBe('seeded first second ');
  expect(readdirSync(folder).filter((name) => name.endsWith('.new'))).toEqual([]);
  await end(document);
});

test('FF-23 where no copy can be written, nobody is sent to one, and all goes into it as soon as there is room', async () => {
  let isFull = false;
  const { folder, document, textIn } = await homeless((plain) => ({
    open: async (path, ...how) => {
      if (isFull && path.includes('kept')) throw Object.assign(new Error('full'), { code: 'ENOSPC' });
      return plain.open(path, ...how);
    },
  }));
  rmSync(join(folder, KEPT));
  isFull = true;
  await document.retry();
  expect(document.saveState()).toMatchObject({
    kind: 'not-saved',
    sentence: 'Another postmortem was put in place of this file.',
    next: expect.stringMatching(/^The copy .+ could not be written .+ press Retry/),
  });
  isFull = false;
  await document.retry();
  expect(document.saveState()).toMatchObject({ next: 'Put this file back, or go on in the copy.' });
  expect(await textIn(KEPT)).toBe('seeded first ');
  await end(document);
});

test('FF-23 a copy that was removed is written again', async () => {
  const { folder, document, textIn } = await homeless();
  rmSync(join(folder, KEPT));
  await document.retry();
  expect(await textIn(KEPT)).toBe('seeded first ');
  await end(document);
});

test('FF-23 a copy that an older one was put over is not believed: all of it goes into another', async () => {
  const { folder, document, type, textIn } = await homeless();
  const older = readFileSync(join(folder, KEPT));
  await type('second');
  writeFileSync(join(folder, KEPT), older);
  await document.retry();
  expect(await textIn(SECOND)).toBe('seeded first second ');
  expect(document.saveState()).toMatchObject({ sentence: expect.stringContaining(`“${SECOND}”`) });
  writeFileSync(join(folder, SECOND), older);
  await end(document);
  expect(await textIn('a (kept 3).debrief')).toBe('seeded first second ');
});

test('FF-23 a copy gets a picture that comes after the text', async () => {
  const { folder, request, document } = await homeless();
  const picture = Buffer.from('a picture');
  document.putImage(picture, 'image/png').catch(() => {});
  await document.retry();
  expect(readFileSync(join(folder, KEPT)).includes(picture)).toBe(true);
  const copy = await openDocument(request(KEPT));
  await new Writer(copy).type('copied');
  await copy.close();
  document.putImage(Buffer.from('a later one'), 'image/png').catch(() => {});
  await document.retry();
  expect(filesIn(folder).sort()).toEqual([SECOND, KEPT]);
  await end(document);
});

test.skipIf(process.platform === 'win32')(
  'FF-23 a copy has the permissions that the file had in whose place something was put, then those that it is given',
  async () => {
    const { folder, request } = realFolder();
    const document = await newDocument(request());
    chmodSync(document.path, 0o600);
    writeFileSync(join(folder, 'list'), 'a shopping list');
    renameSync(join(folder, 'list'), document.path);
    await until('kept', () => existsSync(join(folder, KEPT)));
    const modeOfCopy = () => statSync(join(folder, KEPT)).mode & 0o777;
    expect(modeOfCopy()).toBe(0o600);
    chmodSync(join(folder, KEPT), 0o640);
    new Writer(document).type('word').catch(() => {});
    await document.retry();
    expect(modeOfCopy()).toBe(0o640);
    expect((await readDocument(request(KEPT))).getText('text').toString()).toContain('word');
    await end(document);
  },
);
