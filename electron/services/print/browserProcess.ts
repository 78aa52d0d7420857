import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';

/** Nothing is fetched, nothing is reported, nothing of the person's own browser is touched. */
const FLAGS = [
  '--headless',
  '--remote-debugging-pipe',
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-background-networking',
  '--disable-breakpad',
  '--disable-component-update',
  '--disable-default-apps',
  '--disable-domain-reliability',
  '--disable-extensions',
  '--disable-gpu',
  '--disable-sync',
  '--disable-dev-shm-usage',
  '--metrics-recording-only',
  '--mute-audio',
  '--password-store=basic',
  '--use-mock-keychain',
  '--host-resolver-rules=MAP * ~NOTFOUND',
];

const hasGroups = process.platform !== 'win32';

/** A browser without a window, in a profile of its own that is removed with it. */
export interface BrowserProcess {
  /** Sends one message of the DevTools protocol. */
  readonly send: (message: string) => void;
  readonly onMessage: (listener: (message: string) => void) => void;
  /** Resolves when the process has ended, for whatever reason. */
  readonly ended: Promise<void>;
  /** Ends it at once and removes its profile. */
  readonly remove: () => Promise<void>;
}

/** @throws Error when the program cannot be started at all */
export async function startBrowser(executablePath: string): Promise<BrowserProcess> {
  const profile = await mkdtemp(join(tmpdir(), 'debrief-print-'));
  // Chromium refuses to run as root with its sandbox.
  const asRoot = process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const child = spawn(executablePath, [...FLAGS, ...asRoot, `--user-data-dir=${profile}`, 'about:blank'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
    // Where there are process groups it leads one, so that its own children end with it.
    detached: hasGroups,
    // What it puts into the temporary folder is removed with its profile.
    env: { ...process.env, TMPDIR: profile, TMP: profile, TEMP: profile },
  });
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => resolve());
    child.once('error', () => resolve());
  });
  const [toBrowser, fromBrowser] = pipesOf(child);
  // A pipe that breaks is a browser that ended, and that is seen in `ended`.
  toBrowser.on('error', () => undefined);
  fromBrowser.on('error', () => undefined);
  return {
    send: (message) => {
      toBrowser.write(`${message}\0`);
    },
    onMessage: (listener) => splitAtNull(fromBrowser, listener),
    ended,
    remove: async () => {
      endAll(child);
      await ended;
      await rm(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
    },
  };
}

/** A child that lived on could make files in the profile after it was removed. */
function endAll(child: ChildProcess): void {
  if (!hasGroups || child.pid === undefined) {
    child.kill('SIGKILL');
    return;
  }
  try {
    process.kill(-child.pid, 'SIGKILL');
  } catch {
    // The whole group has ended.
  }
}

/** The debugging pipe: the browser reads its file descriptor 3 and writes to 4. */
function pipesOf(child: ChildProcess): readonly [Writable, Readable] {
  const [, , , toBrowser, fromBrowser] = child.stdio;
  return [toBrowser as Writable, fromBrowser as Readable];
}

function splitAtNull(stream: Readable, listener: (message: string) => void): void {
  const parts: Buffer[] = [];
  stream.on('data', (chunk: Buffer) => {
    let from = 0;
    for (let end = chunk.indexOf(0); end >= 0; end = chunk.indexOf(0, from)) {
      parts.push(chunk.subarray(from, end));
      const message = Buffer.concat(parts.splice(0)).toString('utf8');
      from = end + 1;
      listener(message);
    }
    parts.push(chunk.subarray(from));
  });
}
