import { copyFileSync, mkdirSync, rmSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeEach, expect, test, vi } from 'vitest';
import { judgeUpdate } from '../../../shared/schema/gate.ts';
import { duplicateFile } from '../../storage/duplicateFile.ts';
import type { FileSystem } from '../../storage/fileSystem.ts';
import { imagesAt } from '../../storage/imagesAt.ts';
import { nodeFileSystem } from '../../storage/nodeFileSystem.ts';
import { trusted } from '../../storage/testing/trusted.testkit.ts';
import { type OpenDocument, openDocument } from '../open-document/index.ts';
import { Barrier } from '../open-document/testing/barrier.testkit.ts';
import { Host, onDisk, place, shareOneFile, textAt, typing } from './hosts.testkit.ts';

shareOneFile();

/** A link to the shared file, and a copy of that file that the link can be turned to. */
const paths = { link: '', copy: '' };

beforeEach(() => {
  paths.link = join(place.root, 'link.debrief');
  paths.copy = join(place.root, 'other', 'copy.debrief');
  mkdirSync(dirname(paths.copy));
  copyFileSync(place.path, paths.copy);
  symlinkSync(place.path, paths.link);
});

function turnLink(target = paths.copy): void {
  rmSync(paths.link);
  symlinkSync(target, paths.link);
}

const PICTURE = new Uint8Array([1, 2, 3]);
type Typing = ReturnType<typeof typing>;

const PATIENCE = { timeout: 8_000 };
const saved = (document: OpenDocument) =>
  expect.poll(() => document.saveState(), PATIENCE).toEqual({ kind: 'saved' });

const TWO_PROGRAMS = () => [new Host('first'), new Host('second')] as const;
const ONE_PROGRAM = () => {
  const host = new Host('first');
  return [host, host] as const;
};

for (const [who, hosts] of [
  ['two programs', TWO_PROGRAMS],
  ['two windows of a program', ONE_PROGRAM],
] as const) {
  for (const holder of ['link', 'file'] as const) {
    test(`after a link is turned, each of ${who} has in its own file what it shows as saved (the ${holder} was first)`, async () => {
      const [first, second] = hosts();
      const isLinkFirst = holder === 'link';
      const held = await first.documents.hold(isLinkFirst ? paths.link : place.path);
      const joined = await second.documents.hold(isLinkFirst ? place.path : paths.link);
      const [byLink, byFile] = isLinkFirst ? [held, joined] : [joined, held];
      const atLink = typing(byLink, 'window on the link');
      const atFile = typing(byFile, 'window on the file');
      await atLink.type(' Shared.');
      expect(await onDisk()).toContain('Shared.');
      turnLink();
      await Promise.all([atLink.type(' To the copy.'), atFile.type(' To the file.')]);
      expect(await textAt(paths.copy)).toContain('To the copy.');
      expect(await onDisk()).toContain('To the file.');
      await expect.poll(() => byLink.realPath, PATIENCE).toBe(paths.copy);
      await expect.poll(() => byLink.holdsFile && byFile.holdsFile, PATIENCE).toBe(true);
      await saved(byLink);
      await saved(byFile);
      expect(await textAt(paths.copy)).toBe(atLink.text());
      expect(await onDisk()).toBe(atFile.text());
      await Promise.all([atLink.type(' Own.'), atFile.type(' Apart.')]);
      expect(await textAt(paths.copy)).toBe(atLink.text());
      expect(await onDisk()).toBe(atFile.text());
      expect(atFile.text()).not.toContain('Own.');
    });
  }

  test(`with nothing typed after a link is turned, each of ${who} has its own file all the same`, async () => {
    const [first, second] = hosts();
    const byFile = await first.documents.hold(place.path);
    const byLink = await second.documents.hold(paths.link);
    await typing(byFile, 'window').type(' Shared.');
    turnLink();
    await expect.poll(() => byLink.holdsFile, PATIENCE).toBe(true);
    await saved(byLink);
    expect(await textAt(paths.copy)).toBe('Start. Shared.');
  });
}

test('two programs that opened a file by one link go on together where it leads after it is turned', async () => {
  const [first, second] = TWO_PROGRAMS();
  const documents = [await first.documents.hold(paths.link), await second.documents.hold(paths.link)];
  const [held, joined] = documents.map((document, who) => typing(document, `window ${who}`));
  await joined?.type(' Before.');
  turnLink();
  await Promise.all([held?.type(' One.'), joined?.type(' Two.')]);
  for (const word of ['Before.', 'One.', 'Two.']) expect(await textAt(paths.copy)).toContain(word);
  for (const document of documents) await saved(document);
  await expect.poll(() => joined?.text(), PATIENCE).toBe(held?.text());
  expect(documents.filter(({ holdsFile }) => holdsFile)).toHaveLength(1);
  expect(await textAt(paths.copy)).toBe(held?.text());
});

for (const [who, hosts] of [
  ['programs', () => [new Host('first'), new Host('second'), new Host('third')]],
  [
    'windows of a program',
    () => {
      const host = new Host('first');
      return [host, host, host];
    },
  ],
] as const) {
  test(`a link that is turned to a file that others hold blocks nobody: of three ${who}, each has in its file what it shows`, async () => {
    const [first, second, third] = hosts() as [Host, Host, Host];
    const byLink = await first.documents.hold(paths.link);
    const byFile = await second.documents.hold(place.path);
    const byCopy = await third.documents.hold(paths.copy);
    const [atLink, atFile, atCopy] = [byLink, byFile, byCopy].map((document, n) =>
      typing(document, `window ${n}`),
    ) as [Typing, Typing, Typing];
    await Promise.all([atLink.type(' Shared.'), atFile.type(' Too.'), atCopy.type(' Apart.')]);
    const hash = await byLink.putImage(PICTURE, 'image/png');
    turnLink();
    await Promise.all([atLink.type(' Link.'), atFile.type(' File.'), atCopy.type(' Copy.')]);
    expect(await onDisk()).toContain('File.');
    for (const word of ['Link.', 'Copy.']) expect(await textAt(paths.copy)).toContain(word);
    for (const document of [byLink, byFile, byCopy]) await saved(document);
    await expect.poll(() => atCopy.text(), PATIENCE).toBe(atLink.text());
    expect([byLink.holdsFile, byFile.holdsFile, byCopy.holdsFile]).toEqual([false, true, true]);
    expect(await textAt(paths.copy)).toBe(atLink.text());
    for (const word of ['Shared.', 'Too.', 'Apart.']) expect(atLink.text()).toContain(word);
    expect(atFile.text()).not.toMatch(/Apart|Copy/);
    expect(await onDisk()).toBe(atFile.text());
    await expect.poll(() => byCopy.image(hash)?.bytes, PATIENCE).toEqual(PICTURE);
  });
}

test('two links that are turned to the file of each other blocks neither of the two that hold these files', async () => {
  const otherLink = join(place.root, 'other-link.debrief');
  symlinkSync(paths.copy, otherLink);
  const [first, second] = TWO_PROGRAMS();
  const documents = [await first.documents.hold(paths.link), await second.documents.hold(otherLink)];
  const [one, two] = documents.map((document, n) => typing(document, `window ${n}`));
  await Promise.all([one?.type(' One.'), two?.type(' Two.')]);
  turnLink();
  rmSync(otherLink);
  symlinkSync(place.path, otherLink);
  await Promise.all([one?.type(' One again.'), two?.type(' Two again.')]);
  for (const document of documents) await saved(document);
  expect(await textAt(paths.copy)).toBe(one?.text());
  expect(await onDisk()).toBe(two?.text());
});

test('what is not saved when a link is turned to a file that cannot be shared is kept when the document is closed', async () => {
  const [first] = TWO_PROGRAMS();
  const holder = await openDocument({
    fs: nodeFileSystem,
    path: paths.copy,
    dataFolder: join(place.root, 'third'),
    gate: judgeUpdate,
  });
  const byLink = await first.documents.hold(paths.link);
  turnLink();
  const typed = typing(byLink, 'window').type(' Not lost.');
  await expect.poll(() => byLink.saveState().kind, PATIENCE).toBe('not-saved');
  const refused = expect(typed).rejects.toThrow();
  await expect(first.documents.release(paths.link)).rejects.toThrow('is kept in');
  await refused;
  await holder.close();
  const again = await first.documents.hold(paths.link);
  await saved(again);
  expect(await textAt(paths.copy)).toBe('Start. Not lost.');
});

test.each([
  ['the file was written anew before it came', (holder: OpenDocument) => holder.compact(), () => {}],
  ['the file was deleted after it came', async () => null, () => rmSync(place.path)],
] as const)(
  'a picture that was not looked for since it came is brought along when a link is turned, also where %s',
  async (_, before, after) => {
    let looks = Promise.resolve();
    const realPath: FileSystem['realPath'] = async (path) => {
      await looks;
      return nodeFileSystem.realPath(path);
    };
    const byFile = await new Host('first').documents.hold(place.path);
    const byLink = await new Host('second', judgeUpdate, { ...nodeFileSystem, realPath }).documents.hold(
      paths.link,
    );
    const [atFile, atLink] = [typing(byFile, 'window on the file'), typing(byLink, 'window on the link')];
    let look = () => {};
    looks = new Promise((resolve) => {
      look = resolve;
    });
    await before(byFile);
    const hash = await byFile.putImage(PICTURE, 'image/png');
    await atFile.type(` ${hash}`);
    await expect.poll(() => atLink.text(), PATIENCE).toContain(hash);
    after();
    turnLink();
    look();
    await expect.poll(() => byLink.holdsFile, PATIENCE).toBe(true);
    await saved(byLink);
    expect(await textAt(paths.copy)).toContain(hash);
    expect([...(await imagesAt(nodeFileSystem, paths.copy, 'shared')).keys()]).toEqual([hash]);
    expect(byLink.image(hash)?.bytes).toEqual(PICTURE);
  },
);

test('a picture out of a file that was left is in the next file also where its deletion there is undone', async () => {
  const [looks, kept] = [new Barrier(), new Barrier()];
  const realPath: FileSystem['realPath'] = async (path) => {
    await looks.pass();
    return nodeFileSystem.realPath(path);
  };
  const readdir: FileSystem['readdir'] = async (path) => {
    if (path.includes('kept-aside')) await kept.pass();
    return nodeFileSystem.readdir(path);
  };
  const byFile = await new Host('first').documents.hold(place.path);
  const second = new Host('second', judgeUpdate, { ...nodeFileSystem, realPath, readdir });
  const byLink = await second.documents.hold(paths.link);
  const [atFile, atLink] = [typing(byFile, 'window on the file'), typing(byLink, 'window on the link')];
  looks.hold();
  await byFile.compact();
  const hash = await byFile.putImage(PICTURE, 'image/png');
  await atFile.type(` ${hash}`);
  await expect.poll(() => atLink.text(), PATIENCE).toContain(hash);
  kept.hold();
  turnLink();
  looks.goOn();
  await kept.met;
  const deleted = atLink.delete(hash);
  kept.goOn();
  await deleted;
  await saved(byLink);
  expect((await imagesAt(nodeFileSystem, paths.copy, 'shared')).size).toBe(0);
  await atLink.type(hash);
  expect(byLink.saveState()).toEqual({ kind: 'saved' });
  expect([...(await imagesAt(nodeFileSystem, paths.copy, 'shared')).keys()]).toEqual([hash]);
});

test('a picture goes along to the program that has the file where a link leads, also where the holder ends after it was turned', async () => {
  const [first, second] = TWO_PROGRAMS();
  const other = await new Host('third').documents.hold(paths.copy);
  await first.documents.hold(paths.link);
  const byLink = await second.documents.hold(paths.link);
  const hash = await byLink.putImage(PICTURE, 'image/png');
  await typing(byLink, 'window').type(` ${hash}`);
  turnLink();
  await expect(first.documents.release(paths.link)).rejects.toThrow('is kept in');
  await expect.poll(() => other.saveState(), PATIENCE).toEqual({ kind: 'saved' });
  await expect.poll(() => textAt(paths.copy), PATIENCE).toContain(hash);
  await saved(byLink);
  expect([...(await imagesAt(nodeFileSystem, paths.copy, 'shared')).keys()]).toEqual([hash]);
});

test('a holder whose link was turned to another postmortem is waited for, and not joined again and again', async () => {
  const other = join(place.root, 'another.debrief');
  await duplicateFile({
    fs: nodeFileSystem,
    path: place.path,
    out: other,
    documentId: 'another',
    vet: trusted,
  });
  const [first, second] = TWO_PROGRAMS();
  const holder = await first.documents.hold(paths.link);
  const joins = vi.spyOn(holder, 'subscribe');
  const pictures = vi.spyOn(holder, 'putImage');
  const byFile = await second.documents.hold(place.path);
  const atFile = typing(byFile, 'window');
  await byFile.putImage(PICTURE, 'image/png');
  await atFile.type(' Before.');
  turnLink(other);
  await expect.poll(() => holder.saveState().kind, PATIENCE).toBe('not-saved');
  const newer = join(place.root, 'newer.debrief');
  copyFileSync(place.path, newer);
  const dataFolder = join(place.root, 'third');
  const apart = await openDocument({ fs: nodeFileSystem, path: newer, dataFolder, gate: judgeUpdate });
  await typing(apart, 'other window').type(' From elsewhere.');
  copyFileSync(newer, place.path);
  await expect.poll(() => atFile.text(), PATIENCE).toContain('From elsewhere.');
  const typed = atFile.type(' After.');
  await expect
    .poll(() => byFile.saveState(), PATIENCE)
    .toMatchObject({ kind: 'not-saved', next: expect.stringContaining('saving resumes by itself') });
  // The first time, and in the attempts of eight seconds, each after a longer wait.
  expect(joins.mock.calls.length).toBeLessThan(8);
  expect(pictures).toHaveBeenCalledTimes(1);
  await apart.close();
  turnLink(place.path);
  await typed;
  await saved(byFile);
  expect(await onDisk()).toBe('Start. Before. From elsewhere. After.');
});
