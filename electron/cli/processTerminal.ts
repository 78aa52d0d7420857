import { fstatSync, writeSync } from 'node:fs';
import { EXIT } from './exitCodes.ts';
import { linesShownSafely } from './shownSafely.ts';
import type { Terminal } from './terminal.ts';

const ENDINGS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** The terminal of this process. A second Ctrl+C ends it at once. */
export function processTerminal(): Terminal {
  const stop = new AbortController();
  for (const ending of ENDINGS) process.once(ending, () => stop.abort());
  // `debrief list | head -1` closes the pipe early, and that is all right.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') return;
    process.stderr.write(`debrief: The output could not be written (${error.code ?? error.name}).\n`);
    process.exit(EXIT.failed);
  });
  // Whoever does not listen to the words misses them.
  process.stderr.on('error', () => undefined);
  return {
    env: process.env,
    folder: process.cwd(),
    print: async (data) => {
      if (isFile(process.stdout.fd)) writeWhole(data);
      else await writeToStream(process.stdout.isTTY ? forTerminal(data) : data);
    },
    say: (words) => {
      process.stderr.write(`${words}\n`);
    },
    stopped: stop.signal,
  };
}

/** Data goes to files and pipes as it is; what a person looks at must not drive the terminal. */
const forTerminal = (data: string | Uint8Array): string | Uint8Array =>
  typeof data === 'string' ? linesShownSafely(data) : data;

/** A file, or a device that is no terminal: neither a pipe nor a socket. */
function isFile(fd: number): boolean {
  try {
    const found = fstatSync(fd);
    return found.isFile() || (found.isCharacterDevice() && !process.stdout.isTTY);
  } catch {
    return false;
  }
}

/** Node's own stream takes a short write to a file for a whole one, as a disk that fills up makes them. */
function writeWhole(data: string | Uint8Array): void {
  const bytes = Buffer.from(data);
  for (let at = 0; at < bytes.length; ) at += writeSync(process.stdout.fd, bytes, at);
}

const writeToStream = (data: string | Uint8Array): Promise<void> =>
  new Promise((resolve) => {
    process.stdout.write(data, () => resolve());
  });
