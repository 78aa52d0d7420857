import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { CALLS } from '../../shared/contract/calls.ts';
import { DebriefHost, type WindowConnection } from './debriefHost.ts';
import { FileTokens } from './fileTokens.ts';
import { hostPorts } from './hostPorts.testkit.ts';

let root: string;
let host: DebriefHost;
let window: WindowConnection;
const opened: string[] = [];
/** What opening an address throws, in the test that wants it. */
let failure: Error | null = null;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'debrief-'));
  host = new DebriefHost(
    hostPorts({
      openOutside: async (address) => {
        if (failure !== null) throw failure;
        return opened.push(address) > 0;
      },
    }),
    { data: join(root, 'data'), library: join(root, 'library') },
  );
  window = host.connect({ id: 'w', send: () => undefined, setTitle: () => undefined }, null);
  opened.splice(0);
  failure = null;
});

afterEach(async () => {
  await window.close();
  await host.close();
  rmSync(root, { recursive: true, force: true });
});

test.each([...Object.keys(CALLS), 'toString', '__proto__', 'constructor'])(
  'TH-10 %s with a wrong argument is refused before any service sees it',
  async (name) => {
    for (const input of [
      undefined,
      null,
      7,
      'x',
      [],
      { file: 3, session: {}, title: [], job: '../x', theme: 1 },
    ]) {
      if (Object.hasOwn(CALLS, name) && CALLS[name as keyof typeof CALLS].input.safeParse(input).success)
        continue;
      expect(await window.call(name, input)).toMatchObject({ ok: false, error: { code: 'bad-argument' } });
    }
  },
);

test('TH-11 a window asks for files by tokens that its host gave out, never by path', async () => {
  const stranger = new FileTokens().tokenOf('/etc/passwd');
  for (const name of ['document.open', 'library.duplicate', 'window.open'] as const) {
    expect(await window.call(name, { file: '/etc/passwd' })).toMatchObject({
      error: { code: 'bad-argument' },
    });
    expect(await window.call(name, { file: stranger })).toMatchObject({ error: { code: 'not-found' } });
  }
});

test('TH-10 what is given as a picture is kept only if its first bytes are those of its kind', async () => {
  const wish = { template: 'short', title: 'Outage', incidentId: null, severity: null };
  const created = await window.call('library.create', wish);
  const opening = await window.call('document.open', created.ok ? created.value : null);
  const { session } = opening.ok ? (opening.value as { session: string }) : { session: '' };
  const put = (bytes: Uint8Array, mediaType: string): Promise<unknown> =>
    window.call('document.putImage', { session, bytes: new Uint8Array(bytes), mediaType });
  const gif = Buffer.from('GIF89a and so on');
  expect(await put(Buffer.from('not a picture'), 'image/png')).toMatchObject({
    ok: false,
    error: { code: 'bad-argument', next: expect.stringContaining('PNG, JPEG, GIF or WebP') },
  });
  expect(await put(gif, 'image/png')).toMatchObject({ ok: false });
  expect(await put(gif, 'image/gif')).toMatchObject({ ok: true });
});

test.each(['javascript:alert(1)', 'file:///etc/passwd', '//evil.example', 'data:text/html,x', 'x'])(
  'TH-12 %s is not opened',
  async (address) => {
    expect(await window.call('link.open', { address })).toEqual({ ok: true, value: { opened: false } });
    expect(opened).toEqual([]);
  },
);

test('TH-12 https and mailto are opened outside', async () => {
  for (const address of ['https://example.com/x', 'mailto:a@example.com']) {
    expect(await window.call('link.open', { address })).toEqual({ ok: true, value: { opened: true } });
  }
  expect(opened).toEqual(['https://example.com/x', 'mailto:a@example.com']);
});

test('TH-19 a fault inside is reported by its kind and place, and quotes nothing, in the answer or on stderr', async () => {
  const said: unknown[][] = [];
  const spy = vi.spyOn(console, 'error').mockImplementation((...words) => void said.push(words));
  failure = Object.assign(new TypeError('The customer was Ada Example'), { code: 'EIO' });
  const answer = await window.call('link.open', { address: 'https://example.com/' });
  spy.mockRestore();
  expect(answer).toMatchObject({ ok: false, error: { code: 'internal' } });
  expect(JSON.stringify([answer, said])).not.toContain('Ada');
  expect(said.join()).toMatch(/^link\.open: TypeError EIO\n\s+at /);
});
