import { connect, createServer, type Server, type Socket } from 'node:net';
import type { Holder } from './claimSocket.ts';
import { errorCode } from './fileSystem.ts';

/** What one process answers another that claims the same name. `yours`: go on; `mine`: I may get it; wait. */
export type ClaimAnswer =
  | { readonly kind: 'held'; readonly holder: Holder }
  | { readonly kind: 'yours' | 'mine' };

/** A process that is stopped or busy does not answer; it holds what it holds all the same. */
const ANSWER_MS = 1_000;
/** An answer holds a few short words; what is longer than this many characters is none. */
const LONGEST_ANSWER = 4_096;
const STRANGER: ClaimAnswer = { kind: 'held', holder: { pid: 0, label: 'another program', address: null } };

/** How often a talk may break off, and milliseconds until it is begun anew: whoever ends needs a moment for that. */
const TALKS = 5;
const NEXT_TALK_MS = 20;

/**
 * Asks the process that listens at `path`, as the candidate `id`. Null when nobody listens there. A talk that breaks
 * off is begun anew: the other process has ended meanwhile, or let the name go.
 */
export async function askHolder(path: string, id: string): Promise<ClaimAnswer | null> {
  for (let talks = 1; talks <= TALKS; talks++) {
    const answer = await askOnce(path, id);
    if (answer !== 'broke off') return answer;
    await new Promise((later) => setTimeout(later, NEXT_TALK_MS));
  }
  return STRANGER;
}

function askOnce(path: string, id: string): Promise<ClaimAnswer | 'broke off' | null> {
  return new Promise((resolve) => {
    let text = '';
    const socket = connect(path, () => socket.write(`${id}\n`));
    const done = (answer: ClaimAnswer | 'broke off' | null) => {
      clearTimeout(deadline);
      socket.destroy();
      resolve(answer);
    };
    const deadline = setTimeout(() => done(STRANGER), ANSWER_MS);
    socket.setEncoding('utf8');
    socket.on('data', (chunk: string) => {
      text += chunk;
      if (text.length > LONGEST_ANSWER) done(STRANGER);
    });
    socket.on('end', () => done(text === '' ? 'broke off' : parseAnswer(text)));
    socket.on('error', (error) => {
      const code = errorCode(error);
      if (code === 'ECONNRESET' || code === 'EPIPE') done('broke off');
      else done(code === 'ECONNREFUSED' || code === 'ENOENT' || code === 'ENOTSOCK' ? null : STRANGER);
    });
  });
}

/** Listens at `path` and lets `answer` decide. Null when the name is taken; throws what else went wrong. */
export function listenForClaims(path: string, answer: (id: string) => ClaimAnswer): Promise<Server | null> {
  return new Promise((resolve, reject) => {
    const server = createServer((socket) => answerOne(socket, answer));
    server.once('error', (error) => {
      if (errorCode(error) === 'EADDRINUSE') resolve(null);
      else reject(error);
    });
    server.listen(path, () => {
      server.unref();
      resolve(server);
    });
  });
}

export const closeServer = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => resolve());
  });

/** A talk keeps the process running, unlike the server: whoever closes the server waits for the talks to end. */
function answerOne(socket: Socket, answer: (id: string) => ClaimAnswer): void {
  let text = '';
  socket.setTimeout(ANSWER_MS, () => socket.destroy());
  socket.setEncoding('utf8');
  socket.on('error', () => socket.destroy());
  socket.on('data', (chunk: string) => {
    text += chunk;
    const end = text.indexOf('\n');
    if (end >= 0) socket.end(JSON.stringify(answer(text.slice(0, end))));
    else if (text.length > 100) socket.destroy();
  });
}

function parseAnswer(text: string): ClaimAnswer {
  try {
    const { kind, holder } = JSON.parse(text) as {
      readonly kind?: unknown;
      readonly holder?: Partial<Holder>;
    };
    if (kind === 'yours' || kind === 'mine') return { kind };
    if (typeof holder?.pid !== 'number' || typeof holder.label !== 'string') return STRANGER;
    const address = typeof holder.address === 'string' ? holder.address.slice(0, 200) : null;
    return { kind: 'held', holder: { pid: holder.pid, label: holder.label.slice(0, 80), address } };
  } catch {
    return STRANGER;
  }
}
