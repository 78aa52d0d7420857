import { chmodSync, copyFileSync, statSync, unlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { duplicateFile } from '../../storage/duplicateFile.ts';
import type { FileStat, FileSystem } from '../../storage/fileSystem.ts';
import { mergeFiles } from '../../storage/mergeFiles.ts';
import { nodeFileSystem } from '../../storage/nodeFileSystem.ts';
import { trusted } from '../../storage/testing/trusted.testkit.ts';
import { readPostmortemFile } from '../readPostmortemFile.ts';
import { readDocument } from './index.ts';
import { newDocument, realFolder } from './testing/realFolder.testkit.ts';
import { Writer } from './testing/writer.testkit.ts';

const modeOf = (path: string): number => statSync(path).mode & 0o777;

/** A disk of files with the groups that are noted here by identity, as whose user a test may not be. */
class Groups {
  readonly fs: FileSystem = {
    ...nodeFileSystem,
    stat: async (path) => this.#seen(await nodeFileSystem.stat(path)),
    open: async (...place) => {
      const file = await nodeFileSystem.open(...place);
      const stat = file.stat.bind(file);
      return Object.assign(file, {
        stat: async () => this.#seen(await stat()),
        chgrp: async (group: number) => {
          if (!this.mayBeGiven) throw Object.assign(new Error('not permitted'), { code: 'EPERM' });
          this.#groups.set((await stat()).identity, group);
        },
      });
    },
  };
  readonly #groups = new Map<string, number>();
  /** Whether the user is in the groups. */
  mayBeGiven = true;

  async give(path: string, group: number): Promise<void> {
    this.#groups.set((await nodeFileSystem.stat(path)).identity, group);
  }

  async of(path: string): Promise<number | undefined> {
    return this.#groups.get((await nodeFileSystem.stat(path)).identity);
  }

  #seen(stat: FileStat): FileStat {
    return { ...stat, group: this.#groups.get(stat.identity) ?? stat.group };
  }
}

const SECRET = 70_001;
const OTHER = 70_002;

describe.skipIf(process.platform === 'win32')('the permissions of a file', () => {
  test.each([0o600, 0o664])('FF-22 are those that it was given while it was open (%o)', async (mode) => {
    const { request } = realFolder();
    const document = await newDocument(request());
    expect(modeOf(document.path)).toBe(0o644);
    chmodSync(document.path, mode);
    const { ino } = statSync(document.path);
    await new Writer(document).type('private');
    await document.close();
    expect(statSync(document.path).ino).not.toBe(ino);
    expect(modeOf(document.path)).toBe(mode);
  });

  test('FF-22 that are changed while it is written anew are not undone', async () => {
    const { request } = realFolder();
    const plain = request();
    let isChangedNext = false;
    const stat: typeof plain.fs.stat = async (path) => {
      if (isChangedNext && path.endsWith('.new')) {
        isChangedNext = false;
        chmodSync(plain.path, 0o600);
      }
      return plain.fs.stat(path);
    };
    const document = await newDocument({ ...plain, fs: { ...plain.fs, stat } });
    await new Writer(document).type('private');
    isChangedNext = true;
    await document.compact();
    expect([isChangedNext, modeOf(document.path)]).toEqual([false, 0o600]);
    await document.close();
  });

  test('FF-22 that protect it from writing leave it as it is', async () => {
    const { request } = realFolder();
    const plain = request();
    // The superuser, as whom a test may run, would be let past.
    const open: typeof plain.fs.open = async (path, how, mode) => {
      const isProtected = how === 'append' && (modeOf(path) & 0o200) === 0;
      if (isProtected) throw Object.assign(new Error('protected'), { code: 'EACCES' });
      return plain.fs.open(path, how, mode);
    };
    const document = await newDocument({ ...plain, fs: { ...plain.fs, open } });
    await new Writer(document).type('word');
    chmodSync(document.path, 0o400);
    const { ino } = statSync(document.path);
    await expect(document.compact()).rejects.toMatchObject({ code: 'no-permission' });
    await document.close();
    expect([statSync(document.path).ino, modeOf(document.path)]).toEqual([ino, 0o400]);
    expect((await readDocument(request())).getText('text').toString()).toContain('word');
  });

  test('are kept when it was deleted and is written again', async () => {
    const { request } = realFolder();
    const document = await newDocument(request());
    chmodSync(document.path, 0o600);
    unlinkSync(document.path);
    await document.retry();
    expect(modeOf(document.path)).toBe(0o600);
    await document.close();
  });

  test.each([0o600, 0o444])('are those of its duplicate, which its owner may write (%o)', async (mode) => {
    const { folder, request } = realFolder();
    const document = await newDocument(request());
    await document.close();
    chmodSync(document.path, mode);
    const out = join(folder, 'b.debrief');
    await duplicateFile({ fs: nodeFileSystem, path: document.path, out, documentId: 'real-2', vet: trusted });
    expect(modeOf(out)).toBe(mode | 0o600);
  });

  test('are, of a merged file, those that all copies have, and its owner may write it', async () => {
    const { folder, request } = realFolder();
    const document = await newDocument(request());
    await document.close();
    const paths = [document.path, join(folder, 'b.debrief')] as const;
    copyFileSync(...paths);
    chmodSync(paths[0], 0o464);
    chmodSync(paths[1], 0o640);
    const out = join(folder, 'c.debrief');
    const copies = await Promise.all(paths.map((path) => readPostmortemFile(nodeFileSystem, path, trusted)));
    await mergeFiles({ fs: nodeFileSystem, copies, out });
    expect(modeOf(out)).toBe(0o640);
  });

  test.each([
    [true, 0o640, 0o640],
    [false, 0o640, 0o600],
    [false, 0o664, 0o644],
    [false, 0o604, 0o600],
  ])('FF-22 FF-29 let nobody in who is not in its group (%s, %o)', async (mayBeGiven, mode, expected) => {
    const { folder, request } = realFolder();
    const groups = new Groups();
    groups.mayBeGiven = mayBeGiven;
    const document = await newDocument({ ...request(), fs: groups.fs });
    const { path } = document;
    chmodSync(path, mode);
    await groups.give(path, SECRET);
    const out = join(folder, 'b.debrief');
    await duplicateFile({ fs: groups.fs, path, out, documentId: 'real-2', vet: trusted });
    await document.compact();
    await document.close();
    const group = mayBeGiven ? SECRET : undefined;
    expect([modeOf(path), modeOf(out)]).toEqual([expected, expected]);
    expect([await groups.of(path), await groups.of(out)]).toEqual([group, group]);
  });

  test.each([
    [SECRET, 0o640],
    [OTHER, 0o600],
  ])(
    'FF-29 let nobody in, of a merged file, who is not in the groups of all copies (%i)',
    async (second, expected) => {
      const { folder, request } = realFolder();
      const groups = new Groups();
      const document = await newDocument({ ...request(), fs: groups.fs });
      await document.close();
      const paths = [document.path, join(folder, 'b.debrief')] as const;
      copyFileSync(...paths);
      for (const path of paths) chmodSync(path, 0o640);
      await groups.give(paths[0], SECRET);
      await groups.give(paths[1], second);
      const out = join(folder, 'c.debrief');
      const copies = await Promise.all(paths.map((path) => readPostmortemFile(groups.fs, path, trusted)));
      await mergeFiles({ fs: groups.fs, copies, out });
      expect(modeOf(out)).toBe(expected);
    },
  );
});
