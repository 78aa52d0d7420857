import { createServer, type Server, type Socket } from 'node:net';
import { HostError } from '../../../shared/contract/errors.ts';
import type { OpenDocument } from '../open-document/index.ts';
import { clearDeadAddresses } from './clearDeadAddresses.ts';
import { freeAddress } from './handOverAddress.ts';
import {
  type Asked,
  askedSchema,
  LARGEST_MESSAGE,
  readMessages,
  type Said,
  sendMessage,
} from './messages.ts';

/** The open document that holds the file at a path without symbolic links, or null when none of this process does. */
export type FindOpen = (realPath: string) => OpenDocument | null;

/**
 * Bytes that wait for one who is told something and does not read it, because it is stopped or hangs. With more, its
 * line ends: it joins again by itself, and gets the whole text then, which has to fit in here.
 */
const MOST_UNREAD = 2 * LARGEST_MESSAGE;

/**
 * Where other processes of this user hand over what they would write to a file that this one holds: a local
 * socket in a folder that only this user can enter (a named pipe on Windows). A line ends when the document is
 * closed, lets go of its file, or is at another place than was asked for: what was answered by then is safe, and the
 * rest is for whoever holds the file next.
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
      // Nobody waits for it: what cannot be cleared away only takes up a name.
      clearDeadAddresses().catch(() => {});
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
    let place = '';
    let isOver = false;
    let stop = (): void => {};
    this.#sockets.add(socket);
    // What goes wrong on a connection ends it; the other side notices and tries the file itself.
    socket.on('error', () => socket.destroy());
    socket.on('close', () => {
      this.#sockets.delete(socket);
      stop();
    });
    const end = (): void => {
      isOver = true;
      socket.end();
    };
    const endIfMoved = (): boolean => {
      if (document !== null && document.realPath !== place) end();
      return isOver;
    };
    const say = (message: Said): void => {
      if (endIfMoved() || !socket.writable) return;
      sendMessage(socket, message);
      if (socket.writableLength > MOST_UNREAD) socket.destroy();
    };
    readMessages(socket, (message) => {
      const asked = askedSchema.parse(message);
      if (asked.kind === 'join') {
        const found = document === null ? find(asked.realPath) : null;
        if (found === null) {
          socket.destroy();
          return;
        }
        document = found;
        place = asked.realPath;
        stop = found.subscribe({
          update: (update, from) => {
            if (from !== socket) say({ kind: 'update', update });
          },
          saveState: (state) => say({ kind: 'save-state', state }),
          notice: (notice) => {
            // What else happens to the file is seen by everyone who reads along.
            if (notice.kind === 'repaired') say({ kind: 'notice', notice });
          },
          moved: endIfMoved,
          freed: end,
        });
        const { documentId, path } = found;
        say({ kind: 'joined', documentId, path, state: found.state(), saveState: found.saveState() });
        return;
      }
      if (document === null) {
        socket.destroy();
        return;
      }
      if (endIfMoved()) return;
      const { id } = asked;
      answerOf(document, asked, socket).then(
        (value) => say({ kind: 'done', id, value }),
        (error: unknown) => {
          // What a document that is being closed does not take is for whoever holds the file next.
          if (document?.holdsFile) say({ kind: 'failed', id, error: errorOf(error) });
        },
      );
    });
  }
}

/** What the document makes of a question: the hash of a picture, where a damaged file is kept, nothing otherwise. */
async function answerOf(
  document: OpenDocument,
  asked: Exclude<Asked, { kind: 'join' }>,
  from: Socket,
): Promise<string | null> {
  if (asked.kind === 'image') return document.putImage(asked.bytes, asked.mediaType);
  if (asked.kind === 'compact') return document.compact();
  if (asked.kind === 'push') await document.push(asked.update, from);
  else if (asked.kind === 'unknown') await document.putUnknown({ type: asked.type, payload: asked.payload });
  else if (asked.kind === 'look') await document.lookOutside();
  else await document.retry();
  return null;
}

const errorOf = (error: unknown) =>
  error instanceof HostError
    ? error.value()
    : {
        code: 'internal' as const,
        sentence: 'The other Debrief could not take the change.',
        next: 'Close it there, then press Retry.',
      };
