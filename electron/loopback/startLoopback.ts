import { createServer, type Server } from 'node:http';
import type { Socket } from 'node:net';
import { join } from 'node:path';
import { HostError } from '../../shared/contract/errors.ts';
import { BrowserSessions } from './browserSessions.ts';
import { controlAddress } from './controlAddress.ts';
import { askRunningServer, listenForOthers } from './controlSocket.ts';
import { HttpDoor } from './httpDoor.ts';
import { listenOnKeptPort } from './keptPort.ts';
import { OneTimeTokens } from './oneTimeTokens.ts';
import { listPageFiles, type PageFile } from './pageFiles.ts';
import { originOf } from './requestPolicy.ts';
import { type LoopbackHost, WindowSocket } from './windowSocket.ts';
import { WindowSockets } from './windowSockets.ts';

export interface LoopbackOptions {
  readonly host: LoopbackHost;
  /** The built window: index.html and its assets. */
  readonly rendererFolder: string;
  /** Where port, sessions and the control socket are kept. */
  readonly dataFolder: string;
  /** A path that the first window opens (Markdown becomes a new document), or null for the library. */
  readonly openFile: string | null;
  /** A port to use from now on, or null for the one that is kept. */
  readonly port: number | null;
}

/** A running loopback host. */
export interface Loopback {
  readonly port: number;
  /** With a one-time token for the first window. */
  readonly address: string;
  /** The next window that connects opens this file: for a window that asked for another one. */
  readonly openInNextWindow: (file: string | null) => void;
  /** Lets every window go and frees port and socket. Resolves when what they had open is let go. */
  readonly close: () => Promise<void>;
}

export type LoopbackStart =
  | { readonly kind: 'started'; readonly loopback: Loopback }
  /** Another process serves this data folder; it gave an address with a fresh token. */
  | { readonly kind: 'running'; readonly address: string; readonly port: number }
  /** Another program has the port that is kept for this data folder. */
  | { readonly kind: 'port-taken'; readonly port: number };

/**
 * Serves the app to this machine's browsers, or finds the process that already does.
 *
 * @throws HostError when the running server cannot open the file
 * @throws Error when the data folder cannot be written or the window's files cannot be read
 */
export async function startLoopback(options: LoopbackOptions): Promise<LoopbackStart> {
  const files = await listPageFiles(options.rendererFolder);
  const control = await controlAddress(options.dataFolder);
  const running = await askOther(control, options.openFile);
  if (running !== null) return running;
  const server = createServer();
  const place = join(options.dataFolder, 'serve', 'port.json');
  const listening = await listenOnKeptPort(server, place, options.port);
  if (listening.kind === 'taken') {
    const other = await askStartingOther(control, options.openFile);
    return other ?? { kind: 'port-taken', port: listening.port };
  }
  try {
    return {
      kind: 'started',
      loopback: await serve(options, server, { port: listening.port, files, control }),
    };
  } catch (error) {
    server.close();
    throw error;
  }
}

interface Place {
  readonly port: number;
  readonly files: ReadonlyMap<string, PageFile>;
  readonly control: string;
}

/** Puts the host behind a server that listens. */
async function serve(
  { host, dataFolder, openFile }: LoopbackOptions,
  server: Server,
  { port, files, control }: Place,
): Promise<Loopback> {
  const tcpSockets = socketsOf(server);
  const tokens = new OneTimeTokens();
  let nextFile: string | null = null;
  const openInNextWindow = (file: string | null) => {
    nextFile = file;
  };
  const door = new HttpDoor({
    port,
    files,
    tokens,
    sessions: await BrowserSessions.read(join(dataFolder, 'serve', 'sessions.json')),
    onEntry: (invitation) => {
      if (invitation.openFile !== null) openInNextWindow(invitation.openFile);
    },
  });
  const windows = new WindowSockets({
    server,
    port,
    isInside: (request) => door.isInside(request),
    connect: (socket, isAgain) => {
      if (isAgain) return new WindowSocket(socket, host, null);
      const window = new WindowSocket(socket, host, nextFile);
      nextFile = null;
      return window;
    },
  });
  server.on('request', (request, response) => {
    door.answer(request, response).catch(() => {
      if (response.headersSent) response.destroy();
      else response.writeHead(500).end('Debrief could not answer.');
    });
  });
  const invite = async (file: string | null): Promise<string> => {
    const openable = file === null ? null : await host.openable(file);
    return `${originOf(port)}/?token=${tokens.issue({ openFile: openable })}`;
  };
  const address = await invite(openFile);
  const others = await listenForOthers(control, async (request) => ({
    address: await invite(request.openFile),
  }));
  const close = async () => {
    others.close();
    server.close();
    await windows.close();
    for (const socket of tcpSockets) socket.destroy();
  };
  return { port, address, openInNextWindow, close };
}

async function askOther(control: string, openFile: string | null): Promise<LoopbackStart | null> {
  const answer = await askRunningServer(control, { openFile });
  if (answer === null) return null;
  if ('problem' in answer) throw new HostError(answer.problem);
  const { protocol, hostname, port } = new URL(answer.address);
  // Whoever answers there, the person is sent to this machine only.
  if (protocol !== 'http:' || hostname !== '127.0.0.1') throw new Error('the running server gave no address');
  return { kind: 'running', address: answer.address, port: Number(port) };
}

/** Another start may have won the port a moment ago and not be listening for us yet. */
async function askStartingOther(control: string, openFile: string | null): Promise<LoopbackStart | null> {
  for (let tries = 0; tries < 20; tries += 1) {
    const answer = await askOther(control, openFile);
    if (answer !== null) return answer;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return null;
}

/** Open TCP connections: Node 16 has no way to end them with their server. */
function socketsOf(server: Server): ReadonlySet<Socket> {
  const sockets = new Set<Socket>();
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  return sockets;
}
