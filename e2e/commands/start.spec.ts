import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { chromium, expect, type Page, test } from '@playwright/test';
import { stop } from '../fixtures/browserHost.ts';
import { browserFlags, type Folders, hostEnvironment, obtained } from '../fixtures/host.ts';
import { DocumentPage } from '../pages/document.ts';
import { NewDialog } from '../pages/library.ts';
import { expectSaved } from '../pages/openPostmortem.ts';

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

/** Opens the address in a browser of its own, and looks at what it shows. */
async function inBrowser(address: string, look: (page: Page) => Promise<void>): Promise<void> {
  const browser = await chromium.launch({
    executablePath: obtained('DEBRIEF_BROWSER'),
    args: [...browserFlags],
  });
  const page = await browser.newPage();
  await page.goto(address);
  await look(page);
  await browser.close();
}

const expectLibrary = (page: Page): Promise<void> =>
  expect(page.getByRole('heading', { name: 'Write the first postmortem' })).toBeVisible();

/** The Markdown of the one postmortem in the library, as the file on the disk has it. */
async function savedText(): Promise<string> {
  const [name, ...others] = readdirSync(folders.library).filter((one) => one.endsWith('.debrief'));
  expect([name !== undefined, others]).toEqual([true, []]);
  const words = ['export', join(folders.library, name ?? ''), '--to', 'md', '--out', '-'];
  const { stdout } = await promisify(execFile)(process.execPath, ['dist/electron/cli.cjs', ...words], {
    env: hostEnvironment(folders),
  });
  return stdout;
}

// Starting may begin with a build.
const startLimit = { timeout: 60_000 };
const ADDRESS = /http:\/\/127\.0\.0\.1:\d+\S*/;

test('npm start -- --browser prints an address last, and what a browser there writes is on disk a moment later', async () => {
  const printed = start(['--browser'], { DISPLAY: '', WAYLAND_DISPLAY: '' });
  await expect.poll(printed, startLimit).toMatch(ADDRESS);
  expect(printed()).toMatch(/^Open this address in a browser on this machine\.\nDebrief is at http:\S+\n/m);
  await inBrowser(ADDRESS.exec(printed())?.[0] ?? '', async (page) => {
    await expectLibrary(page);
    await page.keyboard.press('Alt+n');
    const dialog = new NewDialog(page);
    await dialog.title.fill('Cards refused');
    await dialog.create.click();
    const document = new DocumentPage(page);
    await expect(document.title).toHaveValue('Cards refused');
    await page.keyboard.press('Alt+2');
    await expect(document.body).toBeFocused();
    await page.keyboard.type('Every card was refused for an hour.');
    await expectSaved(page);
    await expect.poll(savedText).toContain('Every card was refused for an hour.');
  });
});

test('npm start says that it does not know an option, and how it is used', async () => {
  const printed = start(['--bogus'], {});
  const code = await new Promise((resolve) => started?.once('close', resolve));
  expect(printed()).toMatch(/^Unknown option '--bogus'\.\nUsage: npm start /);
  expect(code).toBe(2);
});

test('npm start says that a file is not there, and starts nothing', async () => {
  const printed = start(['no-such.debrief'], {});
  const code = await new Promise((resolve) => started?.once('close', resolve));
  expect(printed()).toContain('There is no file');
  expect(code).toBe(2);
});

if (process.platform === 'linux') {
  test('npm start without a display says so in one sentence and serves a browser instead', async () => {
    const printed = start([], { DISPLAY: '', WAYLAND_DISPLAY: '' });
    await expect.poll(printed, startLimit).toMatch(ADDRESS);
    expect(printed()).toContain('There is no display here, so Debrief runs in a browser.');
    await inBrowser(ADDRESS.exec(printed())?.[0] ?? '', expectLibrary);
  });
}

test('npm start opens a window in the Electron that ELECTRON_OVERRIDE_DIST_PATH names', async () => {
  const { distPath } = JSON.parse(obtained('DEBRIEF_OBTAINED_ELECTRON')) as { readonly distPath: string };
  const noHandOver = { DEBRIEF_OBTAINED_ELECTRON: '', ELECTRON_OVERRIDE_DIST_PATH: distPath };
  start(['--', '--remote-debugging-port=0'], noHandOver);
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
