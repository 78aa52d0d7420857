import { existsSync, readFileSync, renameSync, symlinkSync, unlinkSync } from 'node:fs';
import { connect, createServer, Socket } from 'node:net';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import * as Y from 'yjs';
import { bodyOf } from '../../../shared/document/layout.ts';
import { judgeUpdate } from '../../../shared/schema/gate.ts';
import type { FileSystem } from '../../storage/fileSystem.ts';
import { MAX_UPDATE_BYTES } from '../../storage/format/limits.ts';
import { RECORD_TYPE } from '../../storage/format/record.ts';
import { nodeFileSystem } from '../../storage/nodeFileSystem.ts';
import { type OpenDocumentListener, openDocument, readDocument } from '../open-document/index.ts';
import { freeAddress } from './handOverAddress.ts';
import { HandOverLink } from './handOverLink.ts';
import { HandOverServer } from './handOverServer.ts';
import { Host, onDisk, place, shareOneFile, typing } from './hosts.testkit.ts';
import { IdleHolder } from './idleHolder.testkit.ts';
import { KnownHere } from './knownHere.ts';
import { askedSchema, readMessages, sendMessage } from './messages.ts';

shareOneFile();

test('a second process hands over what is typed in it, and both show both', async () => {
  const first = typing(await new Host('first').hold(), 'first window');
  const joined = await new Host('second').hold();
  const second = typing(joined, 'second window');
  expect(joined.saveState()).toEqual({ kind: 'saved' });
  expect(joined.opening.readOnly).toBeNull();
  await second.type(' From the second.');
  expect(await onDisk()).toContain('From the second.');
  await first.type(' From the first.');
  await expect.poll(() => second.text()).toContain('From the first.');
  expect(first.text()).toContain('From the second.');
});

test('when the holder closes, the other takes the file over and goes on saving', async () => {
  const holder = new Host('first');
  typing(await holder.hold(), 'first window');
  const second = typing(await new Host('second').hold(), 'second window');
  await second.type(' Before.');
  await holder.close();
  await second.type(' After.');
  expect(await onDisk()).toBe('Start. Before. After.');
});

test('a file that was opened by a link is shared by its own path too, also once the link is gone', async () => {
  const link = join(place.root, 'link.debrief');
  symlinkSync(place.path, link);
  const holder = await new Host('first').documents.hold(link);
  unlinkSync(link);
  const joined = await new Host('second').hold();
  expect(joined.opening.readOnly).toBeNull();
  await typing(joined, 'second window').type(' By its path.');
  expect(await onDisk()).toContain('By its path.');
  expect(holder.saveState()).toEqual({ kind: 'saved' });
});

test('what is too large to be saved at once reaches no other window of the process that hands it over', async () => {
  await new Host('first').hold();
  const joined = await new Host('second').hold();
  const sibling = typing(joined, 'sibling');
  const large = typing(joined, 'window').type('x'.repeat(MAX_UPDATE_BYTES));
  await expect(large).rejects.toMatchObject({ code: 'too-large' });
  expect(sibling.text()).toBe('Start.');
  expect(joined.saveState()).toEqual({ kind: 'saved' });
});

test('a picture that is handed over is in the file and can be shown at once', async () => {
  await new Host('first').hold();
  const joined = await new Host('second').hold();
  const hash = await joined.putImage(new Uint8Array([1, 2, 3]), 'image/png');
  expect(joined.image(hash)?.bytes).toEqual(new Uint8Array([1, 2, 3]));
  expect(readFileSync(place.path).includes(Buffer.from([1, 2, 3]))).toBe(true);
});

test('FF-10 a record of a type that this version does not know is handed over as it is', async () => {
  await new Host('first').hold();
  const joined = await new Host('second').hold();
  const unknown = { type: 99, payload: Uint8Array.of(7, 8, 9, 250) };
  await joined.putUnknown(unknown);
  expect(readFileSync(place.path).includes(Buffer.from(unknown.payload))).toBe(true);
  const known = { ...unknown, type: RECORD_TYPE.update };
  expect(askedSchema.safeParse({ kind: 'unknown', id: 1, ...known }).success).toBe(false);
});

test('TH-23 what the schema gate refuses is refused over the line too, with its sentence', async () => {
  await new Host('first').hold();
  const joined = await new Host('second').hold();
  const doc = new Y.Doc();
  Y.applyUpdate(doc, joined.state());
  const before = Y.encodeStateVector(doc);
  bodyOf(doc).insert(0, [new Y.XmlElement('hologram')]);
  await expect(joined.push(Y.encodeStateAsUpdate(doc, before), 'window')).rejects.toMatchObject({
    sentence: expect.stringContaining('hologram'),
  });
});

test('TH-23 what a newer holder sends is not taken, and the joined document is read-only from then on', async () => {
  const newer = await new Host('first', () => ({ kind: 'ok' })).hold();
  const joined = await new Host('second').hold();
  const before = joined.state();
  const heard: Uint8Array[] = [];
  joined.subscribe({ update: (update) => heard.push(update), saveState: () => {} });
  const doc = new Y.Doc();
  Y.applyUpdate(doc, newer.state());
  const vector = Y.encodeStateVector(doc);
  bodyOf(doc).insert(0, [new Y.XmlElement('hologram')]);
  await newer.push(Y.encodeStateAsUpdate(doc, vector), 'its window');
  await expect
    .poll(() => joined.saveState())
    .toMatchObject({
      kind: 'read-only',
      sentence: expect.stringContaining('hologram'),
    });
  expect(joined.state()).toEqual(before);
  expect(heard).toEqual([]);
  const own = typing(joined, 'window');
  await expect(own.type(' More.')).rejects.toMatchObject({ code: 'read-only' });
});

test('a file that goes while it is joined is opened, with why it is not saved, and nothing of it is left open', async () => {
  await new Host('first').hold();
  let opened = 0;
  const fs: FileSystem = {
    ...nodeFileSystem,
    open: async (path, how) => {
      const file = await nodeFileSystem.open(path, how);
      opened += 1;
      if (path === place.path && existsSync(path)) renameSync(path, `${path}.away`);
      const close = file.close.bind(file);
      return Object.assign(file, {
        close: async () => {
          opened -= 1;
          await close();
        },
      });
    },
  };
  const host = new Host('second', judgeUpdate, fs);
  const document = await host.hold();
  await expect
    .poll(() => document.saveState())
    .toMatchObject({ kind: 'not-saved', sentence: 'The file was deleted or moved.' });
  await host.release();
  expect(opened).toBe(0);
});

test('TH-23 a holder that sends bytes which are no update is left before Yjs sees them', async () => {
  // Announces 268 million structs.
  const hostile = Uint8Array.of(1, 255, 255, 255, 127, 1, 0);
  const address = await freeAddress();
  const state = Y.encodeStateAsUpdate(await readDocument({ fs: nodeFileSystem, path: place.path }));
  const server = createServer((socket) => {
    socket.on('error', () => {});
    readMessages(socket, () => {
      sendMessage(socket, {
        kind: 'joined',
        documentId: 'shared',
        path: place.path,
        state,
        saveState: { kind: 'saved' },
      });
      sendMessage(socket, { kind: 'update', update: hostile });
    });
  });
  await new Promise<void>((listening) => server.listen(address, listening));
  const request = {
    fs: nodeFileSystem,
    path: place.path,
    dataFolder: join(place.root, 'first'),
    gate: judgeUpdate,
    address,
  };
  const held = await openDocument(request);
  const joined = await new Host('second').hold();
  await expect
    .poll(() => joined.saveState())
    .toMatchObject({
      kind: 'read-only',
      sentence: expect.stringContaining('announces more than it holds'),
    });
  expect(joined.state()).toEqual(state);
  await held.close();
  server.close();
});

test('TH-23 a holder whose text is no update is left before Yjs sees it', async () => {
  const holder = await IdleHolder.start();
  // As above.
  holder.firstState = Uint8Array.of(1, 255, 255, 255, 127, 1, 0);
  const joined = await new Host('second').hold();
  expect(joined.saveState()).toMatchObject({
    kind: 'read-only',
    sentence: expect.stringContaining('announces more than it holds'),
  });
  expect(typing(joined, 'window').text()).toBe('Start.');
  await holder.end();
});

test('a holder whose text Yjs cannot take leaves the document read-only, and ends nothing', async () => {
  const first = typing(await new Host('first').hold(), 'first window');
  const joined = await new Host('second').hold();
  const take = vi
    .spyOn(KnownHere.prototype, 'take')
    .mockImplementationOnce(() => true)
    .mockImplementation(() => {
      throw new Error('half-way');
    });
  onTestFinished(() => take.mockRestore());
  await first.type(' More.');
  await expect
    .poll(() => joined.saveState())
    .toMatchObject({ kind: 'read-only', sentence: 'A change could not be applied to this document.' });
  expect(await onDisk()).toBe('Start. More.');
});

test('a program that reads nothing is hung up on before what it is told fills the memory', async () => {
  const document = await new Host('first').hold();
  const listeners: OpenDocumentListener[] = [];
  const subscribe = document.subscribe.bind(document);
  document.subscribe = (listener) => {
    listeners.push(listener);
    return subscribe(listener);
  };
  const server = await HandOverServer.listen(() => document);
  if (server === null) throw new Error('no local sockets here');
  const stopped = connect(server.address, () => {
    sendMessage(stopped, { kind: 'join', realPath: place.path });
  });
  stopped.pause();
  await expect.poll(() => listeners).toHaveLength(1);
  const large = new Uint8Array(30 * 1024 * 1024);
  const isClosed = new Promise((closed) => stopped.on('error', closed).on('close', closed));
  const write = vi.spyOn(Socket.prototype, 'write');
  for (let told = 0; told < 12; told += 1) listeners[0]?.update(large, null);
  expect(write.mock.calls.length).toBeLessThan(6);
  write.mockRestore();
  stopped.resume();
  await isClosed;
  await server.close();
});

test('TH-23 a stranger who says nonsense on the socket is hung up on, and nobody else notices', async () => {
  const host = new Host('first');
  const document = await host.hold();
  const server = await HandOverServer.listen(() => document);
  if (server === null) throw new Error('no local sockets here');
  for (const nonsense of [Buffer.from([255, 255, 255, 255, 0]), Buffer.from([3, 0, 0, 0, 1, 2, 3])]) {
    const closed = await new Promise((done) => {
      const socket = connect(server.address, () => socket.write(nonsense));
      socket.on('error', () => {});
      socket.on('close', () => done(true));
    });
    expect(closed).toBe(true);
  }
  const link = await HandOverLink.join(server.address, place.path);
  expect(link?.documentId).toBe('shared');
  link?.close();
  await server.close();
});

test('an address where nobody listens is no holder', async () => {
  expect(await HandOverLink.join(join(place.root, 'nobody'), place.path)).toBeNull();
});
