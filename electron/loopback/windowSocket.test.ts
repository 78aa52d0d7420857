import { once } from 'node:events';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { EchoHost, enter, started, TestFolders, TestWindow, upgradeRaw } from './loopback.testkit.ts';
import type { Loopback } from './startLoopback.ts';
import { MOST_FRAME_BYTES } from './windowSocket.ts';

let folders: TestFolders;
let host: EchoHost;
let loopback: Loopback;
let inside: Record<string, string>;

beforeEach(async () => {
  folders = new TestFolders();
  host = new EchoHost();
  loopback = await started(folders, host);
  inside = await enter(loopback);
});

afterEach(async () => {
  await loopback.close();
  folders.remove();
});

async function openWindow(): Promise<TestWindow> {
  const window = new TestWindow(loopback.port, inside);
  expect(await window.status()).toBe(101);
  return window;
}

test('a call is answered, with bytes as bytes', async () => {
  const window = await openWindow();
  expect(window.socket.protocol).toBe('debrief.1');
  window.send(['call', 7, 'document.push', { session: 's', update: Uint8Array.of(1, 2, 255) }]);
  expect(await window.next()).toEqual([
    'answer',
    7,
    {
      ok: true,
      value: { name: 'document.push', input: { session: 's', update: Uint8Array.of(1, 2, 255) } },
    },
  ]);
});

test('calls begin in the order in which they come, and one that waits holds up no other', async () => {
  const window = await openWindow();
  let open: () => void = () => undefined;
  host.gate = new Promise((resolve) => {
    open = resolve;
  });
  window.send(['call', 1, 'slow', {}]);
  while (host.calls.length < 1) await new Promise(setImmediate);
  host.gate = Promise.resolve();
  window.send(['call', 2, 'quick', {}]);
  expect(await window.next()).toMatchObject(['answer', 2, { ok: true }]);
  open();
  expect(await window.next()).toMatchObject(['answer', 1, { ok: true }]);
  expect(host.calls).toEqual(['slow', 'quick']);
});

test('an event reaches its own window', async () => {
  const [first, second] = [await openWindow(), await openWindow()];
  host.windows[1]?.port.send({ kind: 'library-changed' });
  host.windows[0]?.port.send({ kind: 'document-update', session: 's', update: Uint8Array.of(9) });
  expect(await second.next()).toEqual(['event', { kind: 'library-changed' }]);
  expect(await first.next()).toEqual([
    'event',
    { kind: 'document-update', session: 's', update: Uint8Array.of(9) },
  ]);
});

test('a window that goes lets go of what it had, and one that comes back is a new one', async () => {
  const window = await openWindow();
  window.socket.close();
  await window.closed;
  while (host.windows[0]?.closed !== true) await new Promise(setImmediate);
  await openWindow();
  expect(host.windows).toHaveLength(2);
  expect(host.windows[1]?.port.id).not.toBe(host.windows[0]?.port.id);
});

describe('a window that does not say that it is there', () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  const seconds = async (count: number): Promise<void> => {
    vi.advanceTimersByTime(count * 1_000);
    await new Promise(setImmediate);
  };

  test('keeps its line for a minute and a half, as a page does that is busy with a large document', async () => {
    const window = await openWindow();
    window.socket.pause();
    for (let asked = 0; asked < 4; asked += 1) await seconds(20);
    window.socket.resume();
    window.send(['call', 1, 'late', {}]);
    expect(await Promise.race([window.next(), window.closed])).toMatchObject(['answer', 1, { ok: true }]);
  });

  test('is let go after that', async () => {
    const window = await openWindow();
    window.socket.pause();
    for (let asked = 0; asked < 10; asked += 1) await seconds(20);
    window.socket.resume();
    expect(await window.closed).toBe(1006);
  });
});

test('a host that ends says so, and waits until its windows have let go', async () => {
  const window = await openWindow();
  await loopback.close();
  expect(host.windows[0]?.closed).toBe(true);
  expect(await window.next()).toEqual(['event', { kind: 'host-gone' }]);
  expect(await window.closed).toBe(1001);
});

describe('TH-4 a WebSocket of another page is refused', () => {
  test.each(['https://example.com', 'http://127.0.0.1:1', 'http://localhost', 'null'])(
    'with the Origin %s',
    async (origin) => {
      const window = new TestWindow(loopback.port, { ...inside, origin });
      expect(await window.status()).toBe(403);
      expect(host.windows).toHaveLength(0);
    },
  );

  test('with no Origin', async () => {
    const { status } = await upgradeRaw(loopback.port, { ...inside, origin: null });
    expect(status).toBe(403);
  });

  test('under another name', async () => {
    const window = new TestWindow(loopback.port, { ...inside, host: `localhost:${loopback.port}` });
    expect(await window.status()).toBe(421);
  });
});

test('TH-5 a WebSocket without the cookie is refused', async () => {
  expect(await new TestWindow(loopback.port, {}).status()).toBe(401);
  const wrong = { cookie: `debrief-${loopback.port}=${'A'.repeat(43)}` };
  expect(await new TestWindow(loopback.port, wrong).status()).toBe(401);
  expect(host.windows).toHaveLength(0);
});

test('a page of another version of the protocol is refused', async () => {
  expect(await new TestWindow(loopback.port, inside, ['debrief.2']).status()).toBe(400);
  expect(await new TestWindow(loopback.port, inside, []).status()).toBe(400);
});

describe('TH-9 a message that is no call ends the connection', () => {
  test.each<[string, unknown]>([
    ['an answer', ['answer', 1, {}]],
    ['a call without an id', ['call', 'one', 'app.describe', {}]],
    ['a call with too little', ['call', 1, 'app.describe']],
    ['an object', { call: 1 }],
    ['nothing', null],
  ])('%s', async (_, message) => {
    const window = await openWindow();
    window.send(message);
    expect(await window.closed).toBe(1008);
    expect(host.calls).toEqual([]);
  });

  test('text', async () => {
    const window = await openWindow();
    window.socket.send('["call",1,"app.describe",{}]');
    expect(await window.closed).toBe(1008);
  });

  test('bytes that say they are longer than they are', async () => {
    const window = await openWindow();
    // An array of four, whose first is a byte array of 4 GB, of which two bytes are there.
    window.socket.send(Uint8Array.of(117, 4, 116, 255, 255, 255, 255, 15, 1, 2));
    expect(await window.closed).toBe(1008);
  });

  test('an array of 2^50 things', async () => {
    const window = await openWindow();
    window.socket.send(Uint8Array.of(117, 128, 128, 128, 128, 128, 128, 128, 2));
    expect(await window.closed).toBe(1008);
  });

  test('ten thousand arrays in each other', async () => {
    const window = await openWindow();
    window.socket.send(new Uint8Array(200_000).map((_, index) => (index % 2 === 0 ? 117 : 1)));
    expect(await window.closed).toBe(1008);
  });
});

test('TH-9 a frame over the cap ends the connection as soon as its length is told', async () => {
  const { status, socket } = await upgradeRaw(loopback.port, inside);
  expect(status).toBe(101);
  // The head alone: binary, masked, 64-bit length. The bytes that it promises are never sent.
  const head = Buffer.alloc(14);
  head.writeUInt8(0x82, 0);
  head.writeUInt8(0xff, 1);
  head.writeBigUInt64BE(BigInt(MOST_FRAME_BYTES + 1), 2);
  socket.write(head);
  const [closing] = await once(socket, 'data');
  expect(closing.readUInt16BE(2)).toBe(1009);
  while (host.windows[0]?.closed !== true) await new Promise(setImmediate);
});
