import { randomUUID } from 'node:crypto';
import type { RawData, WebSocket } from 'ws';
import { type Answer, LIMITS } from '../../shared/contract/calls.ts';
import type { HostEvent } from '../../shared/contract/events.ts';
import { decodeMessage, encodeMessage } from '../../shared/contract/wire.ts';
import type { DebriefHost, WindowConnection } from '../services/debriefHost.ts';
import type { WindowPort } from '../services/ports.ts';

/** What the loopback host needs of the services; DebriefHost is one. */
export type LoopbackHost = Pick<DebriefHost, 'connect' | 'openable'>;

/** The largest message: a dropped file, and what is said around it. */
export const MOST_FRAME_BYTES = LIMITS.fileBytes + 64 * 1024;
/** A window that does not take what it is sent is let go, and comes back with a fresh state. Bytes. */
const MOST_WAITING_BYTES = 256 * 1024 * 1024;
/** How often a window is asked whether it is there, in milliseconds. */
const PING_EVERY = 20_000;
/**
 * How often it may say nothing to that: a page that is busy with a large document takes no bytes meanwhile, and
 * a host that was busy itself has not read an answer that is there.
 */
const MOST_UNANSWERED = 6;

/** Why this side ends a connection: RFC 6455, section 7.4.1. */
const CLOSE = { goingAway: 1001, unknownMessage: 1008, tooBig: 1009, tooSlow: 1013 } as const;

/**
 * One window at the other end of one WebSocket. Up come `['call', id, name, input]`, down go
 * `['answer', id, Answer]` and `['event', HostEvent]`, encoded by shared/contract/wire. Calls begin in the
 * order in which they come. Anything else ends the connection.
 */
export class WindowSocket {
  readonly #socket: WebSocket;
  readonly #connection: WindowConnection;
  readonly #ping: NodeJS.Timeout;
  #unanswered = 0;
  #bytesInWork = 0;
  /** Resolves when the window is gone and what it had open is let go. */
  readonly closed: Promise<void>;

  constructor(socket: WebSocket, host: LoopbackHost, openFile: string | null) {
    this.#socket = socket;
    const port: WindowPort = {
      id: randomUUID(),
      send: (event: HostEvent) => this.#send(['event', event]),
      // The page's own title is the tab's title.
      setTitle: () => undefined,
    };
    this.#connection = host.connect(port, openFile);
    this.#ping = setInterval(() => this.#askWhetherThere(), PING_EVERY);
    this.closed = new Promise((resolve) => {
      socket.once('close', () => {
        clearInterval(this.#ping);
        void this.#connection.close().then(resolve, resolve);
      });
    });
    socket.on('message', (data, isBinary) => void this.#take(data, isBinary));
    socket.on('pong', () => {
      this.#unanswered = 0;
    });
    // ws reports a broken frame here and closes by itself; nothing else is to be done about it.
    socket.on('error', () => undefined);
  }

  /** Says that the host ends. The window keeps what is not yet saved and comes back. */
  leave(): void {
    this.#send(['event', { kind: 'host-gone' }]);
    this.#socket.close(CLOSE.goingAway);
  }

  /** Ends it without waiting for the other side. */
  cut(): void {
    this.#socket.terminate();
  }

  async #take(data: RawData, isBinary: boolean): Promise<void> {
    if (this.#socket.readyState !== this.#socket.OPEN) return;
    this.#unanswered = 0;
    const bytes = bytesOf(data);
    const call = isBinary ? readCall(bytes) : null;
    if (call === null) return this.#socket.close(CLOSE.unknownMessage);
    this.#bytesInWork += bytes.byteLength;
    if (this.#bytesInWork > MOST_FRAME_BYTES) return this.#socket.close(CLOSE.tooBig);
    const answer = await this.#connection.call(call.name, call.input);
    this.#bytesInWork -= bytes.byteLength;
    this.#send(['answer', call.id, answer]);
  }

  #send(message: ['answer', number, Answer] | ['event', HostEvent]): void {
    if (this.#socket.readyState !== this.#socket.OPEN) return;
    this.#socket.send(encodeMessage(message), { binary: true });
    if (this.#socket.bufferedAmount > MOST_WAITING_BYTES) this.#socket.close(CLOSE.tooSlow);
  }

  #askWhetherThere(): void {
    if (this.#unanswered === MOST_UNANSWERED) this.cut();
    else this.#socket.ping();
    this.#unanswered += 1;
  }
}

interface Call {
  readonly id: number;
  readonly name: unknown;
  readonly input: unknown;
}

/** @returns null for a message that is no call */
function readCall(bytes: Uint8Array): Call | null {
  let message: unknown;
  try {
    message = decodeMessage(bytes);
  } catch {
    return null;
  }
  if (!Array.isArray(message) || message.length !== 4 || message[0] !== 'call') return null;
  const [, id, name, input] = message;
  return Number.isSafeInteger(id) ? { id, name, input } : null;
}

/**
 * The message in memory of its own: a byte array inside it is a view, and a length that lies must meet the end
 * of this message, not what else the socket had received.
 */
function bytesOf(data: RawData): Uint8Array {
  const whole = Array.isArray(data) ? Buffer.concat(data) : data;
  if (whole instanceof ArrayBuffer) return new Uint8Array(whole);
  return whole.byteLength === whole.buffer.byteLength ? new Uint8Array(whole.buffer) : Uint8Array.from(whole);
}
