import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, expect, test } from '@playwright/test';
import { stop } from '../fixtures/browserHost.ts';
import { browserFlags, type Folders, hostEnvironment, obtained } from '../fixtures/host.ts';

let root: string;
let folders: Folders;
let started: ChildProcess | undefined;

test.beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'debrief-'));
  folders = { data: join(root, 'data'), library: join(root, 'library') };
});

test.afterEach(async () => {
  if (started) await stop(started, 'SIGTERM');
  rmSync(root, { recursive: true, force: true, maxRetries: 5 });
});

/** What `npm start -- ARGS` runs. @returns everything that it has printed so far */
function start(args: readonly string[], env: Readonly<Record<string, string>>): () => string {
  const child = spawn(process.execPath, ['build/start.mjs', ...args], {
    env: { ...hostEnvironment(folders), ...env },
  });
  started = child;
  let printed = '';
  for (const pipe of [child.stdout, child.stderr]) {
    pipe.on('data', (chunk: Buffer) => {
      printed += chunk.toString();
    });
  }
  return () => printed;
}

async function expectLibraryAt(address: string): Promise<void> {
  const browser = await chromium.launch({
    executablePath: obtained('DEBRIEF_BROWSER'),
    args: [...browserFlags],
  });
  const page = await browser.newPage();
  await page.goto(address);
  await expect(page.getByRole('heading', { name: 'Write the first postmortem' })).toBeVisible();
  await browser.close();
}

// Starting may begin with a build.
const startLimit = { timeout: 60_000 };
const ADDRESS = /http:\/\/127\.0\.0\.1:\d+\S*/;

test('npm start -- --browser prints an address at which a browser shows the app', async () => {
  const printed = start(['--browser'], { DISPLAY: '', WAYLAND_DISPLAY: '' });
  await expect.poll(printed, startLimit).toMatch(ADDRESS);
  await expectLibraryAt(ADDRESS.exec(printed())?.[0] ?? '');
});

test('npm start says that a file is not there, and starts nothing', async () => {
  const printed = start(['no-such.debrief'], {});
  const code = await new Promise((resolve) => started?.once('exit', resolve));
  expect(printed()).toContain('There is no file');
  expect(code).toBe(2);
});

if (process.platform === 'linux') {
  test('npm start without a display says so in one sentence and serves a browser instead', async () => {
    const printed = start([], { DISPLAY: '', WAYLAND_DISPLAY: '' });
    await expect.poll(printed, startLimit).toMatch(ADDRESS);
    expect(printed()).toContain('There is no display here, so Debrief runs in a browser.');
    await expectLibraryAt(ADDRESS.exec(printed())?.[0] ?? '');
  });
}

test('npm start opens a window in the Electron that ELECTRON_OVERRIDE_DIST_PATH names', async () => {
  const { distPath } = JSON.parse(obtained('DEBRIEF_OBTAINED_ELECTRON')) as { readonly distPath: string };
  const noHandOver = { DEBRIEF_OBTAINED_ELECTRON: '', ELECTRON_OVERRIDE_DIST_PATH: distPath };
  start(['--remote-debugging-port=0'], noHandOver);
  const portFile = join(folders.data, 'window', 'DevToolsActivePort');
  await expect.poll(() => existsSync(portFile), startLimit).toBe(true);
  const [port] = readFileSync(portFile, 'utf8').split('\n');
  const windows = async () => {
    const answer = await fetch(`http://127.0.0.1:${port}/json/list`);
    const targets = (await answer.json()) as readonly { readonly type: string; readonly url: string }[];
    return targets.filter(({ type }) => type === 'page').map(({ url }) => url);
  };
  await expect.poll(windows).toEqual([expect.stringMatching(/^app:\/\//)]);
});
