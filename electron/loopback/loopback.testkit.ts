import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { type IncomingHttpHeaders, request } from 'node:http';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import WebSocket from 'ws';
import type { Answer } from '../../shared/contract/calls.ts';
import { decodeMessage, encodeMessage } from '../../shared/contract/wire.ts';
import type { WindowPort } from '../services/ports.ts';
import { type Loopback, type LoopbackOptions, startLoopback } from './startLoopback.ts';
import type { LoopbackHost } from './windowSocket.ts';

/** Two folders of their own: a window's files, and a data folder beside a file that nobody may get. */
export class TestFolders {
  readonly root = mkdtempSync(join(tmpdir(), 'debrief-'));
  readonly data = join(this.root, 'data');
  readonly renderer = join(this.root, 'renderer');

  constructor() {
    mkdirSync(join(this.renderer, 'assets'), { recursive: true });
    writeFileSync(join(this.renderer, 'index.html'), '<!doctype html><title>Debrief</title>');
    writeFileSync(join(this.renderer, 'assets', 'main-1a2b.js'), 'export {};');
    writeFileSync(join(this.renderer, 'notes.secret'), 'of an unknown kind');
    writeFileSync(join(this.root, 'outside.html'), 'outside');
  }

  remove(): void {
    rmSync(this.root, { recursive: true, force: true });
  }
}

/** A host that answers each call with what it was asked, and remembers its windows. */
export class EchoHost implements LoopbackHost {
  readonly windows: { readonly port: WindowPort; readonly openFile: string | null; closed: boolean }[] = [];
  readonly calls: unknown[] = [];
  /** Calls wait for it before they are answered. */
  gate: Promise<void> = Promise.resolve();

  connect(port: WindowPort, openFile: string | null) {
    const window = { port, openFile, closed: false };
    this.windows.push(window);
    return {
      call: async (name: unknown, input: unknown): Promise<Answer> => {
        this.calls.push(name);
        await this.gate;
        return { ok: true, value: { name, input } };
      },
      troubles: () => [],
      close: async () => {
        window.closed = true;
      },
    };
  }

  async openable(path: string): Promise<string> {
    return path;
  }
}

/** @throws Error when it did not start */
export async function started(
  folders: TestFolders,
  host: LoopbackHost,
  more: Partial<LoopbackOptions> = {},
): Promise<Loopback> {
  const start = await startLoopback({
    host,
    rendererFolder: folders.renderer,
    dataFolder: folders.data,
    openFile: null,
    port: null,
    ...more,
  });
  if (start.kind !== 'started') throw new Error(start.kind);
  return start.loopback;
}

export interface Reply {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

export interface Asking {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** One request whose path goes over the wire as it is, without a browser's tidying. */
export async function ask(
  port: number,
  path: string,
  { method = 'GET', headers = {} }: Asking = {},
): Promise<Reply> {
  const asked = request({ host: '127.0.0.1', port, path, method, headers, agent: false });
  asked.end();
  const [response] = await once(asked, 'response');
  let body = '';
  for await (const chunk of response) body += chunk;
  return { status: response.statusCode, headers: response.headers, body };
}

/** Sends the bytes of a request as they are. @returns everything that comes back until the other side ends */
export async function askRaw(port: number, text: string): Promise<string> {
  const socket = connect(port, '127.0.0.1');
  socket.end(text);
  let reply = '';
  for await (const chunk of socket.setEncoding('utf8')) reply += chunk;
  return reply;
}

export const pathOf = (address: string): string => {
  const { pathname, search } = new URL(address);
  return pathname + search;
};

/** Spends the printed address. @returns the headers of a browser that is in */
export async function enter(loopback: Loopback): Promise<Record<string, string>> {
  const { headers } = await ask(loopback.port, pathOf(loopback.address));
  const [cookie = ''] = headers['set-cookie'] ?? [];
  return { cookie: cookie.slice(0, cookie.indexOf(';')) };
}

/** A window as the page makes it. */
export class TestWindow {
  readonly socket: WebSocket;
  readonly #heard: unknown[] = [];
  readonly closed: Promise<number>;

  constructor(
    port: number,
    headers: Readonly<Record<string, string>>,
    protocols: readonly string[] = ['debrief.1'],
    path = '/host',
  ) {
    this.socket = new WebSocket(`ws://127.0.0.1:${port}${path}`, [...protocols], {
      headers: { origin: `http://127.0.0.1:${port}`, ...headers },
    });
    this.socket.on('message', (data: Buffer) => this.#heard.push(decodeMessage(new Uint8Array(data))));
    this.closed = new Promise((resolve) => {
      this.socket.once('close', (code) => resolve(code));
    });
  }

  /** Resolves with the HTTP status: 101 when the window is connected. */
  status(): Promise<number> {
    return new Promise((resolve) => {
      this.socket.once('open', () => resolve(101));
      this.socket.once('unexpected-response', (_, response) => {
        this.socket.once('error', () => undefined);
        resolve(response.statusCode ?? 0);
        this.socket.terminate();
      });
    });
  }

  send(message: unknown): void {
    this.socket.send(encodeMessage(message));
  }

  /** The next message that was not taken yet. */
  async next(): Promise<unknown> {
    while (this.#heard.length === 0) await once(this.socket, 'message');
    return this.#heard.shift();
  }
}

/** A WebSocket's handshake by hand, for what no proper client sends. A header that is null is left out. */
export async function upgradeRaw(
  port: number,
  headers: Readonly<Record<string, string | null>>,
): Promise<{ readonly status: number; readonly socket: Socket }> {
  const socket = connect(port, '127.0.0.1');
  const all: Record<string, string | null> = {
    host: `127.0.0.1:${port}`,
    origin: `http://127.0.0.1:${port}`,
    connection: 'Upgrade',
    upgrade: 'websocket',
    'sec-websocket-version': '13',
    'sec-websocket-key': 'AAAAAAAAAAAAAAAAAAAAAA==',
    'sec-websocket-protocol': 'debrief.1',
    ...headers,
  };
  const lines = Object.entries(all).flatMap(([name, value]) => (value === null ? [] : [`${name}: ${value}`]));
  socket.write(`GET /host HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n`);
  const [head] = await once(socket, 'data');
  return { status: Number(/^HTTP\/1\.1 (\d+)/.exec(String(head))?.[1]), socket };
}
