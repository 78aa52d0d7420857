import { type IncomingMessage, type Server, STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import { type Refusal, refuseForeignUpgrade } from './requestPolicy.ts';
import { MOST_FRAME_BYTES, type WindowSocket } from './windowSocket.ts';

/** Where windows connect. */
export const SOCKET_PATH = '/host';
/** Where a window connects that was connected before: it shows something already. */
export const AGAIN_PATH = '/host/again';
/** What they speak there; the number changes with shared/contract/wire. */
export const SUB_PROTOCOL = 'debrief.1';

/** How long a closing host waits for its windows to say good-bye, in milliseconds. */
const FAREWELL = 2_000;

export interface WindowSocketsOptions {
  readonly server: Server;
  readonly port: number;
  readonly isInside: (request: IncomingMessage) => boolean;
  readonly connect: (socket: WebSocket, isAgain: boolean) => WindowSocket;
}

/** The WebSocket side of the loopback host: one connection a window, judged before it is made (TH-4, TH-5). */
export class WindowSockets {
  readonly #options: WindowSocketsOptions;
  readonly #open = new Set<WindowSocket>();
  readonly #webSockets = new WebSocketServer({
    noServer: true,
    maxPayload: MOST_FRAME_BYTES,
    perMessageDeflate: false,
    handleProtocols: () => SUB_PROTOCOL,
  });

  constructor(options: WindowSocketsOptions) {
    this.#options = options;
    options.server.on('upgrade', (request, socket, head) => this.#upgrade(request, socket, head));
  }

  /** Lets every window go. Resolves when what they had open is let go. */
  async close(): Promise<void> {
    const windows = [...this.#open];
    for (const window of windows) window.leave();
    const cut = setTimeout(() => {
      for (const window of windows) window.cut();
    }, FAREWELL);
    await Promise.all(windows.map((window) => window.closed));
    clearTimeout(cut);
  }

  #upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    socket.on('error', () => socket.destroy());
    const refusal = this.#refuse(request);
    if (refusal !== null) {
      refuse(socket, refusal);
      return;
    }
    this.#webSockets.handleUpgrade(request, socket, head, (webSocket) => {
      const window = this.#options.connect(webSocket, request.url === AGAIN_PATH);
      this.#open.add(window);
      void window.closed.then(() => this.#open.delete(window));
    });
  }

  #refuse(request: IncomingMessage): Refusal | null {
    const { port, isInside } = this.#options;
    const foreign = refuseForeignUpgrade(request, port);
    if (foreign !== null) return foreign;
    if (!isInside(request))
      return { status: 401, sentence: 'This browser has not come in by an address yet.' };
    if (request.url !== SOCKET_PATH && request.url !== AGAIN_PATH)
      return { status: 404, sentence: 'Debrief has no such page.' };
    const spoken = (request.headers['sec-websocket-protocol'] ?? '').split(',').map((name) => name.trim());
    return spoken.includes(SUB_PROTOCOL)
      ? null
      : { status: 400, sentence: 'This window and this Debrief are of different versions: reload the page.' };
  }
}

function refuse(socket: Duplex, { status, sentence }: Refusal): void {
  const head = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
    'Connection: close',
    'Content-Type: text/plain; charset=utf-8',
    `Content-Length: ${Buffer.byteLength(sentence)}`,
  ];
  socket.end(`${head.join('\r\n')}\r\n\r\n${sentence}`);
}
