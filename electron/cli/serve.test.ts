import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { createInterface } from 'node:readline';
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import * as Y from 'yjs';
import { writeFact } from '../../shared/document/facts.ts';
import { ask, pathOf, TestWindow } from '../loopback/loopback.testkit.ts';
import { builtProgram, outcomeOf, STACK_TRACE, Workplace } from './commandLine.testkit.ts';

let place: Workplace;
let program: string;
const servers: ChildProcess[] = [];

beforeAll(() => {
  program = builtProgram();
}, 600_000);

beforeEach(() => {
  place = new Workplace();
});

afterEach(async () => {
  for (const server of servers.splice(0)) {
    if (server.exitCode === null && server.signalCode === null) await end(server, 'SIGKILL');
  }
  place.remove();
});

interface Serving {
  readonly process: ChildProcess;
  readonly address: string;
  readonly port: number;
}

/** Starts `debrief serve` and takes the first line of its output. */
async function serve(...words: string[]): Promise<Serving> {
  const process = place.start(['serve', ...words], program);
  servers.push(process);
  if (process.stdout === null) throw new Error('no output');
  const [line] = await once(createInterface({ input: process.stdout }), 'line');
  const address = /^Debrief is at (http:\/\/127\.0\.0\.1:\d+\/\?token=[\w-]{43})$/.exec(line)?.[1];
  if (address === undefined) throw new Error(line);
  return { process, address, port: Number(new URL(address).port) };
}

async function end(process: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  const ended = once(process, 'exit');
  process.kill(signal);
  const [code] = await ended;
  return code;
}

/** Spends the address and connects a window. */
async function openWindow({
  address,
  port,
}: Serving): Promise<(name: string, input: unknown) => Promise<unknown>> {
  const { headers } = await ask(port, pathOf(address));
  const cookie = (headers['set-cookie']?.[0] ?? '').split(';')[0] ?? '';
  const window = new TestWindow(port, { cookie });
  expect(await window.status()).toBe(101);
  let id = 0;
  return async (name, input) => {
    id += 1;
    window.send(['call', id, name, input]);
    for (;;) {
      const message = (await window.next()) as [
        string,
        unknown,
        { readonly ok: boolean; readonly value: unknown },
      ];
      if (message[0] !== 'answer' || message[1] !== id) continue;
      expect(message[2]).toMatchObject({ ok: true });
      return message[2].value;
    }
  };
}

const described = async (serving: Serving): Promise<unknown> =>
  (await openWindow(serving))('app.describe', {});

test.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)(
  'it ends with 0 on %s, and keeps its port',
  async (signal) => {
    const first = await serve();
    expect(await described(first)).toMatchObject({
      host: 'browser',
      libraryFolder: place.library,
      openFile: null,
    });
    expect(await end(first.process, signal)).toBe(0);
    const second = await serve();
    expect(second.port).toBe(first.port);
    expect(await end(second.process, 'SIGTERM')).toBe(0);
  },
);

test('what a window was told is saved is there after the plug was pulled', async () => {
  const serving = await serve();
  const call = await openWindow(serving);
  const wish = { template: 'short', title: 'T', incidentId: 'INC-1', severity: null };
  const { file } = (await call('library.create', wish)) as { readonly file: string };
  const opened = (await call('document.open', { file })) as {
    readonly session: string;
    readonly state: Uint8Array;
  };
  const doc = new Y.Doc();
  Y.applyUpdate(doc, opened.state);
  const updates: Uint8Array[] = [];
  doc.on('update', (update: Uint8Array) => updates.push(update));
  writeFact(doc, 'commander', 'Ines');
  for (const update of updates) await call('document.push', { session: opened.session, update });
  await end(serving.process, 'SIGKILL');
  const { out } = await place.run(['list', '--json']);
  const [{ path }] = JSON.parse(out);
  const json = JSON.parse((await place.run(['export', path, '--to', 'json', '--out', '-'])).out);
  expect(json.facts).toMatchObject({ title: 'T', commander: 'Ines' });
  expect((await serve()).port).toBe(serving.port);
});

test('a second start hands over: it prints an address of the first, also for a file, and ends with 0', async () => {
  const first = await serve();
  await place.run(['new', '--out', 'x.debrief', '--title', 'T']);
  const second = await outcomeOf(place.start(['serve', 'x.debrief'], program));
  expect(second.code).toBe(0);
  expect(second.err).toContain('running already');
  const address = /^Debrief is at (\S+)\n$/.exec(second.out)?.[1] ?? '';
  expect(Number(new URL(address).port)).toBe(first.port);
  expect(await described({ ...first, address })).toMatchObject({ openFile: expect.any(String) });
  // The address of the first start is still good for another browser.
  expect(await described(first)).toMatchObject({ openFile: null });
});

test('a file that is no postmortem ends it with 2 and a sentence', async () => {
  for (const words of [['none.debrief'], ['x.docx']]) {
    const { code, out, err } = await outcomeOf(place.start(['serve', ...words], program));
    expect([code, out]).toEqual([2, '']);
    expect(err).not.toMatch(STACK_TRACE);
  }
});

test('a port that another program has is said, and ends it with 1', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await once(other, 'listening');
  const address = other.address();
  const port = typeof address === 'object' ? address?.port : 0;
  const { code, out, err } = await outcomeOf(place.start(['serve', '--port', String(port)], program));
  expect([code, out]).toEqual([1, '']);
  expect(err).toContain(`Another program has port ${port}`);
  expect(err).not.toMatch(STACK_TRACE);
  other.close();
});
