import { createServer, type Server, type Socket } from 'node:net';
import { join } from 'node:path';
import * as Y from 'yjs';
import type { HostErrorValue } from '../../../shared/contract/errors.ts';
import type { SaveState } from '../../../shared/contract/saveState.ts';
import { bodyOf } from '../../../shared/document/layout.ts';
import { judgeUpdate } from '../../../shared/schema/gate.ts';
import { nodeFileSystem } from '../../storage/nodeFileSystem.ts';
import { type OpenDocument, openDocument, readDocument } from '../open-document/index.ts';
import { freeAddress } from './handOverAddress.ts';
import { place } from './hosts.testkit.ts';
import { type Asked, askedSchema, readMessages, type Said, sendMessage } from './messages.ts';

/** A program that can be joined, and that passes on what it never writes to the shared file, which it holds. */
export class IdleHolder {
  readonly #doc: Y.Doc;
  readonly #sockets: Socket[] = [];
  readonly #server: Server;
  readonly #held: OpenDocument;
  /** What it says of its save state to who joins. */
  saveState: SaveState = { kind: 'saved' };
  /** What it says of its text to who joins; what it has if null. */
  firstState: Uint8Array | null = null;
  /** What it was given, oldest first. */
  readonly given: Exclude<Asked, { kind: 'join' }>[] = [];
  /** What it answers to everything that it is given; nothing if null. */
  refusal: HostErrorValue | null = null;

  /** Whether it ends the line of whoever gives it anything. */
  hangsUp = false;
  joins = 0;

  private constructor(doc: Y.Doc, server: Server, held: OpenDocument) {
    this.#doc = doc;
    this.#server = server;
    this.#held = held;
    server.on('connection', (socket) => this.#serve(socket));
  }

  static async start(): Promise<IdleHolder> {
    const doc = await readDocument({ fs: nodeFileSystem, path: place.path });
    const address = await freeAddress();
    const server = createServer();
    await new Promise<void>((listening) => server.listen(address, listening));
    const request = { fs: nodeFileSystem, path: place.path, dataFolder: join(place.root, 'first'), address };
    return new IdleHolder(doc, server, await openDocument({ ...request, gate: judgeUpdate }));
  }

  /** Returns the update. */
  type(words: string): Uint8Array {
    const before = Y.encodeStateVector(this.#doc);
    const line = (bodyOf(this.#doc).get(0) as Y.XmlElement).get(0) as Y.XmlText;
    line.insert(line.length, words);
    return Y.encodeStateAsUpdate(this.#doc, before);
  }

  say(message: Said): void {
    for (const socket of this.#sockets) if (socket.writable) sendMessage(socket, message);
  }

  /** Its lines break; it holds the file all the same. */
  hangUp(): void {
    for (const socket of this.#sockets) socket.destroy();
  }

  /** Its file is free; its lines stay. */
  free(): Promise<void> {
    return this.#held.close();
  }

  /** As when it is ended: its file is free, and its lines break. */
  async end(): Promise<void> {
    await this.free();
    this.#server.close();
    this.hangUp();
  }

  #serve(socket: Socket): void {
    this.#sockets.push(socket);
    socket.on('error', () => {});
    readMessages(socket, (message) => {
      const asked = askedSchema.parse(message);
      if (asked.kind === 'join') {
        this.#greet(socket);
        return;
      }
      this.given.push(asked);
      if (this.hangsUp) socket.destroy();
      if (this.refusal !== null) sendMessage(socket, { kind: 'failed', id: asked.id, error: this.refusal });
    });
  }

  #greet(socket: Socket): void {
    this.joins += 1;
    const state = this.firstState ?? Y.encodeStateAsUpdate(this.#doc);
    const { path } = place;
    sendMessage(socket, { kind: 'joined', documentId: 'shared', path, state, saveState: this.saveState });
  }
}
