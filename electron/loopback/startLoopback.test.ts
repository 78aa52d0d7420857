import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { HostError } from '../../shared/contract/errors.ts';
import { ask, EchoHost, enter, pathOf, started, TestFolders, TestWindow } from './loopback.testkit.ts';
import { type Loopback, startLoopback } from './startLoopback.ts';

let folders: TestFolders;
const running: Loopback[] = [];

beforeEach(() => {
  folders = new TestFolders();
});

afterEach(async () => {
  for (const loopback of running.splice(0)) await loopback.close();
  folders.remove();
});

async function start(host = new EchoHost(), more = {}): Promise<Loopback> {
  const loopback = await started(folders, host, more);
  running.push(loopback);
  return loopback;
}

const again = (more = {}) =>
  startLoopback({
    host: new EchoHost(),
    rendererFolder: folders.renderer,
    dataFolder: folders.data,
    openFile: null,
    port: null,
    ...more,
  });

test('the port is drawn once and then kept', async () => {
  const { port } = await start();
  expect(port).toBeGreaterThanOrEqual(20_000);
  expect(port).toBeLessThan(32_768);
  await running.pop()?.close();
  expect((await start()).port).toBe(port);
});

test('a port that another program has is said, and no other one is taken', async () => {
  const { port } = await start();
  await running.pop()?.close();
  const other = createServer().listen(port, '127.0.0.1');
  await new Promise((resolve) => other.once('listening', resolve));
  expect(await again()).toEqual({ kind: 'port-taken', port });
  await new Promise((resolve) => other.close(resolve));
  expect((await start()).port).toBe(port);
});

test('a port that the person chose is kept from then on', async () => {
  const { port } = await start();
  await running.pop()?.close();
  const chosen = port === 20_000 ? 20_001 : port - 1;
  expect((await start(new EchoHost(), { port: chosen })).port).toBe(chosen);
  await running.pop()?.close();
  expect((await start()).port).toBe(chosen);
});

test('TH-8 a second start of the same data folder gets a new address from the running one', async () => {
  const host = new EchoHost();
  const { port } = await start(host);
  const second = await again({ openFile: '/somewhere/x.debrief' });
  if (second.kind !== 'running') throw new Error(second.kind);
  expect(second.port).toBe(port);
  expect((await ask(port, pathOf(second.address))).status).toBe(303);
  expect((await ask(port, pathOf(second.address))).status).toBe(401);
});

test('the file of a start opens in the window that comes next, and in no other', async () => {
  const host = new EchoHost();
  const loopback = await start(host, { openFile: '/somewhere/first.debrief' });
  const inside = await enter(loopback);
  for (let count = 0; count < 2; count += 1) await new TestWindow(loopback.port, inside).status();
  const second = await again({ openFile: '/somewhere/second.debrief' });
  if (second.kind !== 'running') throw new Error(second.kind);
  await ask(loopback.port, pathOf(second.address), { headers: inside });
  // A window of the program before this one comes back meanwhile.
  expect(await new TestWindow(loopback.port, inside, undefined, '/host/again').status()).toBe(101);
  await new TestWindow(loopback.port, inside).status();
  expect(host.windows.map(({ openFile }) => openFile)).toEqual([
    '/somewhere/first.debrief',
    null,
    null,
    '/somewhere/second.debrief',
  ]);
});

test('what the running one cannot open is said to the second start', async () => {
  class Picky extends EchoHost {
    override async openable(): Promise<string> {
      throw new HostError({ code: 'unsupported', sentence: 'It is neither.', next: 'Choose another.' });
    }
  }
  await start(new Picky());
  await expect(again({ openFile: '/x.docx' })).rejects.toMatchObject({
    code: 'unsupported',
    sentence: 'It is neither.',
  });
});

test('a start that cannot open its own file leaves the port free', async () => {
  const host = new EchoHost();
  host.openable = () => Promise.reject(new HostError({ code: 'not-found', sentence: 'No.', next: '' }));
  await expect(again({ host, openFile: '/x' })).rejects.toThrow('No.');
  await start();
});

test('TH-5 an open page goes on after a restart, and the file of sessions lets nobody in', async () => {
  const loopback = await start();
  const inside = await enter(loopback);
  await running.pop()?.close();
  const { port } = await start();
  expect((await ask(port, '/', { headers: inside })).status).toBe(200);
  expect(await new TestWindow(port, inside).status()).toBe(101);
  const file = readFileSync(join(folders.data, 'serve', 'sessions.json'), 'utf8');
  const [, secret = ''] = (inside.cookie ?? '').split('=');
  expect(file).not.toContain(secret);
  for (const { hash } of JSON.parse(file).sessions) {
    const cookie = `debrief-${port}=${hash}`;
    expect((await ask(port, '/', { headers: { cookie } })).status).toBe(401);
  }
});

test('TH-5 what is kept is for this user alone', async () => {
  const loopback = await start();
  await enter(loopback);
  const folder = join(folders.data, 'serve');
  expect(statSync(folder).mode & 0o777).toBe(0o700);
  const names = readdirSync(folder).sort();
  expect(names).toEqual(['control', 'port.json', 'sessions.json']);
  for (const name of names) expect(statSync(join(folder, name)).mode & 0o777, name).toBe(0o600);
});

test('spoiled files in the data folder mean a new port and new tokens, no failure', async () => {
  mkdirSync(join(folders.data, 'serve'), { recursive: true });
  for (const name of ['port.json', 'sessions.json']) {
    writeFileSync(join(folders.data, 'serve', name), '{"port": "x", "sessions": 3');
  }
  const loopback = await start();
  expect((await ask(loopback.port, '/', { headers: await enter(loopback) })).status).toBe(200);
});

test('a control socket that a killed server left is replaced', async () => {
  mkdirSync(join(folders.data, 'serve'), { recursive: true });
  writeFileSync(join(folders.data, 'serve', 'control'), '');
  await start();
  expect((await again()).kind).toBe('running');
});

test('a data folder whose path is too long for a socket works as well', async () => {
  const dataFolder = join(folders.root, 'd'.repeat(120));
  const loopback = await start(new EchoHost(), { dataFolder });
  expect(await again({ dataFolder })).toMatchObject({ kind: 'running', port: loopback.port });
});

test('TH-8 of starts at the same moment one serves, and the others get its address', async () => {
  const starts = await Promise.all([again(), again(), again()]);
  for (const one of starts) if (one.kind === 'started') running.push(one.loopback);
  expect(starts.map(({ kind }) => kind).sort()).toEqual(['running', 'running', 'started']);
  expect(new Set(starts.map((one) => (one.kind === 'running' ? one.port : running[0]?.port))).size).toBe(1);
});
