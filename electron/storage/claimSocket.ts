import { createHash } from 'node:crypto';
import * as fsp from 'node:fs/promises';
import { connect, createServer, type Server } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { errorCode } from './fileSystem.ts';

/** Who writes a file, as that process says it. */
export interface Holder {
  readonly pid: number;
  /** For a person: "Debrief", "debrief compact"... */
  readonly label: string;
  /** Where the holder can be reached to hand work over to it (an address of the loopback host), or null. */
  readonly address: string | null;
}

export type SocketClaim =
  | { readonly kind: 'claimed'; readonly release: () => Promise<void> }
  | { readonly kind: 'held'; readonly holder: Holder };

const STRANGER: Holder = { pid: 0, label: 'another program', address: null };
/** A holder that is stopped or busy does not answer; it holds all the same. */
const ANSWER_MS = 1_000;

/** A path of at most 103 bytes, the limit of macOS, in a folder that only this user can enter. */
async function socketPath(name: string): Promise<string> {
  const hash = createHash('sha256').update(name).digest('hex').slice(0, 24);
  if (process.platform === 'win32') return `\\\\.\\pipe\\debrief-${userInfo().username}-${hash}`;
  const base = Buffer.byteLength(tmpdir()) > 50 ? '/tmp' : tmpdir();
  const folder = join(base, `debrief-${process.getuid?.() ?? 0}`);
  await fsp.mkdir(folder, { recursive: true, mode: 0o700 });
  return join(folder, hash);
}

/** Asks the process behind a socket who it is; null when there is none (it died, and its socket stayed). */
function ask(path: string): Promise<Holder | null> {
  return new Promise((resolve) => {
    let text = '';
    const socket = connect(path);
    const done = (holder: Holder | null) => {
      socket.destroy();
      resolve(holder);
    };
    socket.setTimeout(ANSWER_MS, () => done(STRANGER));
    socket.setEncoding('utf8');
    socket.on('data', (chunk: string) => {
      text += chunk;
    });
    socket.on('end', () => done(parseHolder(text)));
    socket.on('error', (error) => {
      const code = errorCode(error);
      done(code === 'ECONNREFUSED' || code === 'ENOENT' || code === 'ENOTSOCK' ? null : STRANGER);
    });
  });
}

function parseHolder(text: string): Holder {
  try {
    const { pid, label, address } = JSON.parse(text) as Partial<Holder>;
    if (typeof pid !== 'number' || typeof label !== 'string') return STRANGER;
    return { pid, label: label.slice(0, 80), address: typeof address === 'string' ? address : null };
  } catch {
    return STRANGER;
  }
}

/** Listens at `path`, or resolves with null when something has that name already. */
function listen(path: string, holder: Holder): Promise<Server | null> {
  return new Promise((resolve, reject) => {
    const server = createServer((socket) => {
      socket.on('error', () => socket.destroy());
      socket.end(JSON.stringify(holder));
    });
    server.once('error', (error) => {
      if (errorCode(error) === 'EADDRINUSE' || errorCode(error) === 'EACCES') resolve(null);
      else reject(error);
    });
    server.listen(path, () => {
      server.unref();
      resolve(server);
    });
  });
}

/** Takes a dead socket out of the way. A rename takes exactly one; one that proves alive is put back. */
async function clearDeadSocket(path: string): Promise<void> {
  const aside = `${path}.${process.pid}.${Date.now().toString(36)}`;
  try {
    await fsp.rename(path, aside);
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return;
    throw error;
  }
  if ((await ask(aside)) === null) await fsp.unlink(aside);
  else await fsp.rename(aside, path);
}

/**
 * Claims a name among all processes of this user on this machine, by listening on a local socket (a named pipe
 * on Windows). The system closes it when the process ends, however it ends, so no age has to be guessed; a
 * socket file that outlived its process refuses connections and is cleared away.
 */
export async function claimSocket(name: string, holder: Holder): Promise<SocketClaim> {
  let path: string;
  try {
    path = await socketPath(name);
  } catch {
    // A machine without a writable temporary folder: work goes on without the claim, which keeps nothing safe.
    return { kind: 'claimed', release: async () => {} };
  }
  for (let attempt = 0; attempt < 5; attempt++) {
    const server = await listen(path, holder);
    if (server !== null) {
      const release = () => new Promise<void>((resolve) => server.close(() => resolve()));
      return { kind: 'claimed', release };
    }
    const other = await ask(path);
    if (other !== null) return { kind: 'held', holder: other };
    if (process.platform !== 'win32') await clearDeadSocket(path);
  }
  return { kind: 'held', holder: STRANGER };
}
