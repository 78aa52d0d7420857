import { randomBytes } from 'node:crypto';
import { chmod, rename } from 'node:fs/promises';
import { connect, createServer, type Server, type Socket } from 'node:net';
import * as z from 'zod';
import { HostError, hostErrorSchema } from '../../shared/contract/errors.ts';

/** What a second `debrief serve` asks of the one that runs. `openFile` is an absolute path. */
const requestSchema = z.object({ openFile: z.string().nullable() });
export type ControlRequest = z.infer<typeof requestSchema>;

const answerSchema = z.union([z.object({ address: z.string() }), z.object({ problem: hostErrorSchema })]);
export type ControlAnswer = z.infer<typeof answerSchema>;

const MOST_LINE_CHARACTERS = 64 * 1024;
/** A server that lives answers at once; one that hangs is not waited for longer. Milliseconds. */
const ANSWER_WITHIN = 5_000;

/**
 * Listens for other starts of the same data folder (TH-8). Call it only after the port was won: whoever holds
 * the port owns the name, so a socket that a crashed server left is replaced.
 *
 * @throws Error when the socket cannot be made
 */
export async function listenForOthers(
  path: string,
  answer: (request: ControlRequest) => Promise<{ readonly address: string }>,
): Promise<Server> {
  const server = createServer((socket) => {
    socket.on('error', () => socket.destroy());
    const answerLine = async (): Promise<ControlAnswer> => {
      const request = requestSchema.parse(JSON.parse(await readLine(socket)));
      try {
        return await answer(request);
      } catch (error) {
        if (error instanceof HostError) return { problem: error.value() };
        throw error;
      }
    };
    answerLine().then(
      (value) => socket.end(`${JSON.stringify(value)}\n`),
      () => socket.destroy(),
    );
  });
  const isPipe = process.platform === 'win32';
  const beside = isPipe ? path : `${path}.${randomBytes(3).toString('hex')}`;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(beside, resolve);
  });
  if (!isPipe) {
    await chmod(beside, 0o600);
    await rename(beside, path);
  }
  return server;
}

/** Asks the running server; null when none listens. @throws Error when one does and gives no answer */
export async function askRunningServer(path: string, request: ControlRequest): Promise<ControlAnswer | null> {
  const socket = connect(path);
  const isThere = await new Promise<boolean>((resolve) => {
    socket.once('connect', () => resolve(true));
    socket.once('error', () => resolve(false));
  });
  if (!isThere) return null;
  socket.setTimeout(ANSWER_WITHIN, () => socket.destroy(new Error('the running server does not answer')));
  socket.write(`${JSON.stringify(request)}\n`);
  try {
    return answerSchema.parse(JSON.parse(await readLine(socket)));
  } finally {
    socket.destroy();
  }
}

/** @throws Error when the other side ends or says too much before its line is whole */
function readLine(socket: Socket): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = '';
    socket.setEncoding('utf8');
    socket.on('data', (part: string) => {
      text += part;
      const end = text.indexOf('\n');
      if (end >= 0) resolve(text.slice(0, end));
      else if (text.length > MOST_LINE_CHARACTERS) reject(new Error('that is no line'));
    });
    socket.once('error', reject);
    socket.once('close', () => reject(new Error('the other side ended')));
  });
}
