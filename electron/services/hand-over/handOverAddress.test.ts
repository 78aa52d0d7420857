import { createServer } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import * as Y from 'yjs';
import { judgeUpdate } from '../../../shared/schema/gate.ts';
import { nodeFileSystem } from '../../storage/nodeFileSystem.ts';
import { openDocument } from '../open-document/index.ts';
import { freeAddress, isOwnAddress } from './handOverAddress.ts';
import { Host, onDisk, place, shareOneFile, typing } from './hosts.testkit.ts';
import { askedSchema, readMessages, sendMessage } from './messages.ts';

shareOneFile();

/** A holder of the shared file that claims to be reached at an address. */
const holdAt = (address: string) =>
  openDocument({
    fs: nodeFileSystem,
    path: place.path,
    dataFolder: join(place.root, 'first'),
    gate: judgeUpdate,
    address,
  });

test('TH-23 of what a holder may name, only an address as a Debrief of this user makes them is one to join', async () => {
  const own = await freeAddress();
  expect(await isOwnAddress(own)).toBe(true);
  for (const other of ['', '80', '\0', join(tmpdir(), 'hand-over.1-0123456789ab'), `${own}/x`, `${own}0`]) {
    expect(await isOwnAddress(other)).toBe(false);
  }
});

test('TH-23 on Windows, only a pipe of this machine and this user is one to join', async () => {
  vi.stubGlobal('process', Object.create(process, { platform: { value: 'win32' } }));
  try {
    const pipe = `\\pipe\\debrief-${userInfo().username}-hand-over-12-0123456789ab`;
    expect(await isOwnAddress(await freeAddress())).toBe(true);
    expect(await isOwnAddress(`\\\\.${pipe}`)).toBe(true);
    for (const other of [`\\\\server${pipe}`, `\\\\.${pipe}\\..\\x`, '\\\\.\\pipe\\other', '80', '']) {
      expect(await isOwnAddress(other)).toBe(false);
    }
  } finally {
    vi.unstubAllGlobals();
  }
});

test('TH-23 a holder with another address is given nothing, and the file is read-only', async () => {
  const asked: string[] = [];
  const server = createServer((socket) => {
    socket.on('error', () => {});
    readMessages(socket, (message) => {
      const question = askedSchema.parse(message);
      asked.push(question.kind);
      if (question.kind !== 'join') sendMessage(socket, { kind: 'done', id: question.id, value: null });
      else {
        const state = Y.encodeStateAsUpdate(new Y.Doc());
        const joined = { kind: 'joined', documentId: 'shared', path: place.path } as const;
        sendMessage(socket, { ...joined, state, saveState: { kind: 'saved' } });
      }
    });
  });
  const elsewhere = join(place.root, 'elsewhere');
  await new Promise<void>((listening) => server.listen(elsewhere, listening));
  for (const address of [elsewhere, '', '80']) {
    const held = await holdAt(address);
    const host = new Host(`second ${address.length}`);
    const document = await host.hold();
    expect(document.saveState()).toMatchObject({ kind: 'read-only', remedy: 'retry' });
    await expect(typing(document, 'window').type(' Lost.')).rejects.toMatchObject({ code: 'read-only' });
    await host.close();
    await held.close();
  }
  expect(asked).toEqual([]);
  expect(await onDisk()).toBe('Start.');
  server.close();
});
