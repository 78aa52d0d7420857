import { execFileSync } from 'node:child_process';
import { appendFileSync, lstatSync, mkdirSync, readdirSync, renameSync, truncateSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { duplicateFile } from '../../storage/duplicateFile.ts';
import { nodeFileSystem } from '../../storage/nodeFileSystem.ts';
import { trusted } from '../../storage/testing/trusted.testkit.ts';
import { openDocument, readDocument } from './index.ts';
import { newDocument, realFolder, until } from './testing/realFolder.testkit.ts';
import { Writer } from './testing/writer.testkit.ts';

const KEPT = 'a (kept).debrief';

/** Puts a pipe to which nobody writes at `path`, in place of what is there. */
function putPipe(path: string): void {
  execFileSync('mkfifo', [`${path}.pipe`]);
  renameSync(`${path}.pipe`, path);
}

const isPipe = (path: string): boolean => lstatSync(path).isFIFO();

/** What is a path to something that is no file is refused at once: were it waited for, the test would not end. */
describe.skipIf(process.platform === 'win32')('what is no file', () => {
  test('FF-23 is left alone in place of the file, and what was written goes into a copy', async () => {
    const { folder, request } = realFolder();
    const document = await newDocument(request());
    putPipe(document.path);
    new Writer(document).type('word').catch(() => {});
    await until('the copy is there', () => readdirSync(folder).includes(KEPT));
    await until('not saved', () => document.saveState().kind === 'not-saved');
    expect(document.saveState()).toMatchObject({
      sentence: expect.stringContaining('Something that is no postmortem was put in place of this file.'),
    });
    await document.retry();
    await expect(document.compact()).rejects.toMatchObject({ name: 'HostError' });
    await document.close().catch(() => {});
    expect(isPipe(document.path)).toBe(true);
    expect((await readDocument(request(KEPT))).getText('text').toString()).toContain('word');
  });

  test('FF-23 is left alone when it is a folder too', async () => {
    const { folder, request } = realFolder();
    const document = await newDocument(request());
    new Writer(document).type('word').catch(() => {});
    await until('saved', () => document.saveState().kind === 'saved');
    renameSync(document.path, join(folder, 'away'));
    mkdirSync(document.path);
    await until('the copy is there', () => readdirSync(folder).includes(KEPT));
    await until('not saved', () => document.saveState().kind === 'not-saved');
    expect(document.saveState()).toMatchObject({
      sentence: expect.stringContaining('Something that is no postmortem was put in place of this file.'),
    });
    await document.close().catch(() => {});
    expect(lstatSync(document.path).isDirectory()).toBe(true);
    expect((await readDocument(request(KEPT))).getText('text').toString()).toContain('word');
  });

  test('FF-23 is left alone when it is a socket too', async () => {
    const { folder, request } = realFolder();
    const document = await newDocument(request());
    const server = createServer();
    const socket = join(folder, 's');
    await new Promise<void>((listening) => server.listen(socket, listening));
    renameSync(socket, document.path);
    await until('the copy is there', () => readdirSync(folder).includes(KEPT));
    await document.retry();
    await document.close();
    expect(lstatSync(document.path).isSocket()).toBe(true);
    server.close();
  });

  test('FF-21 is left alone when it comes in place of a file whose end has to be cut off', async () => {
    const { folder, request } = realFolder();
    const plain = request();
    let failsNext = false;
    const open: typeof plain.fs.open = async (path, how, mode) => {
      const file = await plain.fs.open(path, how, mode);
      const fsync = file.fsync.bind(file);
      file.fsync = async () => {
        if (!failsNext || path !== plain.path) return fsync();
        failsNext = false;
        putPipe(path);
        throw Object.assign(new Error('broken'), { code: 'EIO' });
      };
      return file;
    };
    const document = await newDocument({ ...plain, fs: { ...plain.fs, open } });
    failsNext = true;
    new Writer(document).type('word').catch(() => {});
    await until('the copy is there', () => readdirSync(folder).includes(KEPT));
    await document.close().catch(() => {});
    expect(isPipe(document.path)).toBe(true);
  });

  test('FF-16 is left alone when it comes in place of a file with an unfinished write, before that is cut off', async () => {
    const { folder, request } = realFolder();
    const plain = request();
    await (await newDocument(plain)).close();
    appendFileSync(plain.path, Uint8Array.of(0xf7, 0x52));
    const open: typeof plain.fs.open = (path, how, mode) => {
      if (how === 'update' && path === plain.path && !isPipe(path)) putPipe(path);
      return plain.fs.open(path, how, mode);
    };
    const document = await openDocument({ ...plain, fs: { ...plain.fs, open } });
    await until('the copy is there', () => readdirSync(folder).includes(KEPT));
    await document.close();
    expect(isPipe(document.path)).toBe(true);
  });

  test('FF-22 is not replaced when it comes right before the rename, in place of an emptied file', async () => {
    const { folder, request } = realFolder();
    const plain = request();
    let put = () => {};
    const stat: typeof plain.fs.stat = async (path) => {
      const found = await plain.fs.stat(path);
      if (path.endsWith('.new')) put();
      return found;
    };
    const document = await newDocument({ ...plain, fs: { ...plain.fs, stat } });
    put = () => {
      put = () => {};
      putPipe(document.path);
    };
    truncateSync(document.path, 0);
    await until('the copy is there', () => readdirSync(folder).includes(KEPT));
    await document.close();
    expect(isPipe(document.path)).toBe(true);
    expect(readdirSync(folder).filter((name) => name.endsWith('.new'))).toEqual([]);
  });

  test('FF-18 is not opened, read or duplicated, and that is said at once', async () => {
    const { folder, request } = realFolder();
    const { path } = request();
    putPipe(path);
    const refused = { code: 'bad-argument', sentence: 'a.debrief is no file.' };
    await expect(openDocument(request())).rejects.toMatchObject(refused);
    await expect(readDocument(request())).rejects.toMatchObject(refused);
    const copy = { fs: nodeFileSystem, path, out: join(folder, 'b.debrief'), documentId: 'b', vet: trusted };
    await expect(duplicateFile(copy)).rejects.toMatchObject({ name: 'NoFile' });
    expect(isPipe(path)).toBe(true);
  });
});
