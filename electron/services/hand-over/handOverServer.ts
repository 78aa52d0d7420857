import { randomBytes } from 'node:crypto';
import { createServer, type Server, type Socket } from 'node:net';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { HostError } from '../../../shared/contract/errors.ts';
import { socketFolder } from '../../storage/socketFolder.ts';
import type { OpenDocument } from '../open-document/index.ts';
import { askedSchema, readMessages, type Said, sendMessage } from './messages.ts';

/** The open document at a path without symbolic links, or null when this process does not have it. */
export type FindOpen = (realPath: string) => OpenDocument | null;

/**
 * Where other processes of this user hand over what they would write to a file that this one holds: a local
 * socket in a folder that only this user can enter (a named pipe on Windows).
 */
export class HandOverServer {
  readonly address: string;
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();

  private constructor(address: string, server: Server) {
    this.address = address;
    this.#server = server;
  }

  /** Null on a machine without a place for local sockets: others then open the file read-only. */
  static async listen(find: FindOpen): Promise<HandOverServer | null> {
    try {
      const address = await freeAddress();
      const server = createServer();
      await new Promise<void>((listening, failed) => {
        server.once('error', failed).listen(address, () => listening());
      });
      const own = new HandOverServer(address, server);
      server.on('connection', (socket) => own.#serve(socket, find));
      server.unref();
      return own;
    } catch {
      return null;
    }
  }

  close(): Promise<void> {
    for (const socket of this.#sockets) socket.destroy();
    return new Promise((closed) => this.#server.close(() => closed()));
  }

  #serve(socket: Socket, find: FindOpen): void {
    let document: OpenDocument | null = null;
    let stop = (): void => {};
    this.#sockets.add(socket);
    // What goes wrong on a connection ends it; the other side notices and tries the file itself.
    socket.on('error', () => socket.destroy());
    socket.on('close', () => {
      this.#sockets.delete(socket);
      stop();
    });
    const say = (message: Said): void => {
      if (!socket.destroyed) sendMessage(socket, message);
    };
    readMessages(socket, (message) => {
      const asked = askedSchema.parse(message);
      if (asked.kind === 'join') {
        document = document === null ? find(asked.realPath) : null;
        if (document === null) {
          socket.destroy();
          return;
        }
        stop = document.subscribe({
          update: (update, from) => {
            if (from !== socket) say({ kind: 'update', update });
          },
          saveState: (state) => say({ kind: 'save-state', state }),
        });
        const { documentId } = document;
        say({ kind: 'joined', documentId, state: document.state(), saveState: document.saveState() });
        return;
      }
      if (document === null) {
        socket.destroy();
        return;
      }
      const { id } = asked;
      const work =
        asked.kind === 'push'
          ? document.push(asked.update, socket).then(() => null)
          : document.putImage(asked.bytes, asked.mediaType);
      work.then(
        (value) => say({ kind: 'done', id, value }),
        (error: unknown) => say({ kind: 'failed', id, error: errorOf(error) }),
      );
    });
  }
}

const errorOf = (error: unknown) =>
  error instanceof HostError
    ? error.value()
    : {
        code: 'internal' as const,
        sentence: 'The other Debrief could not take the change.',
        next: 'Close it there, then press Retry.',
      };

async function freeAddress(): Promise<string> {
  const name = `${process.pid}-${randomBytes(6).toString('hex')}`;
  if (process.platform === 'win32') return `\\\\.\\pipe\\debrief-${userInfo().username}-hand-over-${name}`;
  return join(await socketFolder(), `hand-over.${name}`);
}
