import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import * as Y from 'yjs';
import { createPostmortem } from '../../../shared/document/createPostmortem.ts';
import { bodyOf } from '../../../shared/document/layout.ts';
import { readBody, textOf } from '../../../shared/document/readBody.ts';
import { judgeUpdate } from '../../../shared/schema/gate.ts';
import { nodeFileSystem } from '../../storage/nodeFileSystem.ts';
import {
  createDocument,
  type OpenDocument,
  openDocument,
  readDocument,
  type SchemaGate,
} from '../open-document/index.ts';
import { OpenDocuments } from '../openDocuments.ts';
import { HandOverLink } from './handOverLink.ts';
import { HandOverServer } from './handOverServer.ts';
import { readMessages, sendMessage } from './messages.ts';
import { SharedOpening } from './sharedOpening.ts';

let root: string;
let path: string;
const hosts: Host[] = [];

/** What DebriefHost makes of it, twice in one process: claims know each other by socket, not by process. */
class Host {
  readonly documents: OpenDocuments;
  readonly sharing: SharedOpening;

  constructor(name: string, gate: SchemaGate = judgeUpdate) {
    const dataFolder = join(root, name);
    mkdirSync(dataFolder);
    this.documents = new OpenDocuments((file) =>
      this.sharing.open({ fs: nodeFileSystem, path: file, dataFolder, gate }),
    );
    this.sharing = new SharedOpening((realPath) => this.documents.openAt(realPath));
    hosts.push(this);
  }

  async close(): Promise<void> {
    await this.documents.closeAll();
    await this.sharing.close();
  }
}

beforeEach(async () => {
  root = mkdtempSync(join(tmpdir(), 'debrief-'));
  path = join(root, 'shared.debrief');
  const doc = createPostmortem({
    id: 'shared',
    created: '2026-11-24T12:00:00Z',
    template: 'imported',
    facts: {},
    body: [{ type: 'paragraph', content: [{ type: 'text', text: 'Start.' }] }],
  });
  const document = await createDocument({
    fs: nodeFileSystem,
    path,
    dataFolder: join(root, 'made'),
    gate: judgeUpdate,
    documentId: 'shared',
    initial: Y.encodeStateAsUpdate(doc),
  });
  await document.close();
});

afterEach(async () => {
  for (const host of hosts.splice(0)) await host.close();
  rmSync(root, { recursive: true, force: true });
});

/** A window's replica of an open document, kept up to date, that types at the end of the first line. */
function typing(document: OpenDocument, name: string) {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, document.state());
  document.subscribe({
    update: (update, from) => {
      if (from !== name) Y.applyUpdate(doc, update);
    },
    saveState: () => {},
  });
  return {
    text: () => readBody(doc).map(textOf).join('\n'),
    type: (words: string) => {
      const before = Y.encodeStateVector(doc);
      const line = (bodyOf(doc).get(0) as Y.XmlElement).get(0) as Y.XmlText;
      line.insert(line.length, words);
      return document.push(Y.encodeStateAsUpdate(doc, before), name);
    },
  };
}

const onDisk = async (): Promise<string> =>
  readBody(await readDocument({ fs: nodeFileSystem, path }))
    .map(textOf)
    .join('\n');

test('a second process hands over what is typed in it, and both show both', async () => {
  const first = typing(await new Host('first').documents.hold(path), 'first window');
  const joined = await new Host('second').documents.hold(path);
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
  typing(await holder.documents.hold(path), 'first window');
  const second = typing(await new Host('second').documents.hold(path), 'second window');
  await second.type(' Before.');
  await holder.close();
  await second.type(' After.');
  expect(await onDisk()).toBe('Start. Before. After.');
});

test('a picture that is handed over is in the file and can be shown at once', async () => {
  await new Host('first').documents.hold(path);
  const joined = await new Host('second').documents.hold(path);
  const hash = await joined.putImage(new Uint8Array([1, 2, 3]), 'image/png');
  expect(joined.image(hash)?.bytes).toEqual(new Uint8Array([1, 2, 3]));
  expect(readFileSync(path).includes(Buffer.from([1, 2, 3]))).toBe(true);
});

test('TH-23 what the schema gate refuses is refused over the line too, with its sentence', async () => {
  await new Host('first').documents.hold(path);
  const joined = await new Host('second').documents.hold(path);
  const doc = new Y.Doc();
  Y.applyUpdate(doc, joined.state());
  const before = Y.encodeStateVector(doc);
  bodyOf(doc).insert(0, [new Y.XmlElement('hologram')]);
  await expect(joined.push(Y.encodeStateAsUpdate(doc, before), 'window')).rejects.toMatchObject({
    sentence: expect.stringContaining('hologram'),
  });
});

test('TH-23 what a newer holder sends is not taken, and the joined document is read-only from then on', async () => {
  const newer = await new Host('first', () => ({ kind: 'ok' })).documents.hold(path);
  const joined = await new Host('second').documents.hold(path);
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

test('TH-23 a holder that sends bytes which are no update is left before Yjs sees them', async () => {
  // Announces 268 million structs.
  const hostile = Uint8Array.of(1, 255, 255, 255, 127, 1, 0);
  const address = join(root, 'holder');
  const state = Y.encodeStateAsUpdate(await readDocument({ fs: nodeFileSystem, path }));
  const server = createServer((socket) => {
    socket.on('error', () => {});
    readMessages(socket, () => {
      sendMessage(socket, { kind: 'joined', documentId: 'shared', state, saveState: { kind: 'saved' } });
      sendMessage(socket, { kind: 'update', update: hostile });
    });
  });
  await new Promise<void>((listening) => server.listen(address, listening));
  const request = { fs: nodeFileSystem, path, dataFolder: join(root, 'first'), gate: judgeUpdate, address };
  const held = await openDocument(request);
  const joined = await new Host('second').documents.hold(path);
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

test('TH-23 a stranger who says nonsense on the socket is hung up on, and nobody else notices', async () => {
  const host = new Host('first');
  const document = await host.documents.hold(path);
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
  const link = await HandOverLink.join(server.address, path);
  expect(link?.documentId).toBe('shared');
  link?.close();
  await server.close();
});

test('an address where nobody listens is no holder', async () => {
  expect(await HandOverLink.join(join(root, 'nobody'), path)).toBeNull();
});
