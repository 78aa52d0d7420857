import {
  copyFileSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  symlinkSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type OpenRequest, openDocument, readDocument } from './index.ts';
import { newDocument, realFolder, until } from './testing/realFolder.testkit.ts';
import { textOf, Writer } from './testing/writer.testkit.ts';

interface Linked {
  readonly folder: string;
  readonly target: string;
  readonly link: string;
  readonly request: (name?: string) => OpenRequest;
}

/** A postmortem in one folder, closed, and a link to it in another. */
async function linked(): Promise<Linked> {
  const { folder, request } = realFolder();
  for (const name of ['there', 'here']) mkdirSync(join(folder, name));
  const [target, link] = [join(folder, 'there/a.debrief'), join(folder, 'here/link.debrief')];
  await (await newDocument(request('there/a.debrief'))).close();
  symlinkSync(target, link);
  return { folder, target, link, request };
}

interface Swapped extends Linked {
  /** A copy of the target, in the same folder. */
  readonly other: string;
}

function turn(link: string, target: string): void {
  unlinkSync(link);
  symlinkSync(target, link);
}

/** A copy of a file as another machine has it, with a word more. */
async function copyWith(word: string, from: string): Promise<string> {
  copyFileSync(from, `${from}.copy`);
  const copy = await openDocument({ ...realFolder().request(), path: `${from}.copy` });
  await new Writer(copy).type(word);
  await copy.close();
  return copy.path;
}

const textAt = async (path: string) =>
  (await readDocument({ ...realFolder().request(), path })).getText('text').toString();

test('FF-23 when a link is removed, its file is written on, and what others put there is merged', async () => {
  const { folder, target, link, request } = await linked();
  const document = await openDocument(request('here/link.debrief'));
  const writer = new Writer(document);
  await writer.type('before');
  unlinkSync(link);
  renameSync(await copyWith('elsewhere', target), target);
  const typed = writer.type('after');
  await document.retry();
  await typed;
  expect(document.saveState()).toEqual({ kind: 'saved' });
  await document.close();
  expect((await textAt(target)).trim().split(' ').sort()).toEqual(['after', 'before', 'elsewhere', 'seeded']);
  expect(readdirSync(join(folder, 'there'))).toEqual(['a.debrief']);
  expect(readdirSync(join(folder, 'here'))).toEqual([]);
});

test('FF-23 a copy that comes to the file of a removed link right before it is written anew is not overwritten', async () => {
  const { target, link, request } = await linked();
  const plain = request('here/link.debrief');
  let others: (() => void) | null = null;
  const document = await openDocument({
    ...plain,
    fs: {
      ...plain.fs,
      rename: (from, to) => plain.fs.rename(from, to),
      async open(path, how, mode) {
        const file = await plain.fs.open(path, how, mode);
        if (how === 'create') others?.();
        return file;
      },
    },
  });
  const writer = new Writer(document);
  await writer.type('before');
  const copy = await copyWith('elsewhere', target);
  unlinkSync(link);
  unlinkSync(target);
  others = () => {
    others = null;
    renameSync(copy, target);
  };
  const typed = writer.type('after');
  await document.retry();
  await typed;
  expect((await textAt(target)).trim().split(' ').sort()).toEqual(['after', 'before', 'elsewhere', 'seeded']);
  await document.close();
});

test('FF-23 a link that is turned to another copy is followed: both are merged there, and the first file is free', async () => {
  const { folder, target, link, request } = await linked();
  const other = join(folder, 'there/b.debrief');
  copyFileSync(target, other);
  const document = await openDocument(request('here/link.debrief'));
  const writer = new Writer(document);
  await writer.type('before');
  unlinkSync(link);
  symlinkSync(other, link);
  await writer.type('after');
  expect(await textAt(other)).toBe('seeded before after ');

  const first = await openDocument(request('there/a.debrief'));
  expect(first.saveState()).toEqual({ kind: 'saved' });
  expect(first.opening.notices).toEqual([]);
  await first.close();
  await document.close();
  expect(lstatSync(link).isSymbolicLink()).toBe(true);
  expect(await textAt(other)).toBe('seeded before after ');
  const again = await openDocument(request('here/link.debrief'));
  expect(again.opening.notices).toEqual([]);
  await again.close();
});

test('a link that is turned to another copy is seen without anything being typed, and so is what comes to that copy', async () => {
  const { folder, target, link, request } = await linked();
  mkdirSync(join(folder, 'elsewhere'));
  const other = join(folder, 'elsewhere/b.debrief');
  const document = await openDocument(request('here/link.debrief'));
  renameSync(await copyWith('first', target), other);
  unlinkSync(link);
  symlinkSync(other, link);
  await until('the other copy is merged', () => textOf(document.state()).includes('first'));
  renameSync(await copyWith('second', other), other);
  await until('its successor is merged', () => textOf(document.state()).includes('second'));
  await document.close();
});

test('FF-22 a file that is moved while it is open, with a link left in its place, is written where it is now', async () => {
  const { folder, request } = realFolder();
  const document = await newDocument(request());
  const writer = new Writer(document);
  await writer.type('before');
  renameSync(document.path, join(folder, 'moved.debrief'));
  symlinkSync(join(folder, 'moved.debrief'), document.path);
  await writer.type('after');
  await document.close();
  expect(lstatSync(document.path).isSymbolicLink()).toBe(true);
  expect(await textAt(join(folder, 'moved.debrief'))).toBe('seeded before after ');
});

for (const [how, away, back] of [
  [
    'a link is turned to it and back',
    ({ link, other }: Swapped) => turn(link, other),
    ({ link, target }: Swapped) => turn(link, target),
  ],
  [
    'it is put in place of the file and both are put back',
    ({ target, other }: Swapped) => {
      renameSync(target, `${target}.aside`);
      renameSync(other, target);
    },
    ({ target, other }: Swapped) => {
      renameSync(target, other);
      renameSync(`${target}.aside`, target);
    },
  ],
] as const) {
  test(`FF-23 nothing is taken from a copy that others hold, and the file goes on when it is back (${how})`, async () => {
    const files = await linked();
    const other = join(files.folder, 'there/b.debrief');
    copyFileSync(files.target, other);
    const document = await openDocument(files.request('here/link.debrief'));
    const holder = await openDocument(files.request('there/b.debrief'));
    await new Writer(holder).type('theirs');
    away({ ...files, other });
    await document.lookOutside();
    expect(document.saveState()).toMatchObject({ kind: 'not-saved' });
    expect(textOf(document.state())).toBe('seeded ');
    const writer = new Writer(document);
    back({ ...files, other });
    await document.retry();
    expect(document.saveState()).toEqual({ kind: 'saved' });
    await writer.type('behind');
    expect(await textAt(files.target)).toBe('seeded behind ');
    await holder.close();
    await document.close();
  });
}

test('a link that is turned to an empty file fills that one, and to another postmortem is left alone', async () => {
  const { folder, link, request } = await linked();
  const empty = join(folder, 'there/empty.debrief');
  writeFileSync(empty, '');
  const document = await openDocument(request('here/link.debrief'));
  const writer = new Writer(document);
  unlinkSync(link);
  symlinkSync(empty, link);
  await writer.type('filled');
  expect(await textAt(empty)).toBe('seeded filled ');

  const stranger = await newDocument(request('there/stranger.debrief'), 'real-2');
  await stranger.close();
  const bytes = readFileSync(stranger.path);
  unlinkSync(link);
  symlinkSync(stranger.path, link);
  const typed = writer.type('kept');
  await until('not saved', () => document.saveState().kind === 'not-saved');
  await document.retry();
  expect(readFileSync(stranger.path)).toEqual(bytes);
  unlinkSync(link);
  symlinkSync(empty, link);
  await typed;
  expect(textOf(document.state())).toBe('seeded filled kept ');
  await document.close();
  expect(await textAt(empty)).toBe('seeded filled kept ');
});
