import { createHash } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ask, askRaw, EchoHost, enter, pathOf, started, TestFolders } from './loopback.testkit.ts';
import type { Loopback } from './startLoopback.ts';

let folders: TestFolders;
let loopback: Loopback;
let inside: Record<string, string>;

beforeEach(async () => {
  folders = new TestFolders();
  loopback = await started(folders, new EchoHost());
  inside = await enter(loopback);
});

afterEach(async () => {
  await loopback.close();
  folders.remove();
});

test('TH-1 it listens on 127.0.0.1 and on no other address of this machine', async () => {
  expect(loopback.address).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/\?token=[\w-]{43}$/);
  const { networkInterfaces } = await import('node:os');
  const others = Object.values(networkInterfaces()).flatMap((list) =>
    (list ?? []).filter(({ family, address }) => family === 'IPv4' && address !== '127.0.0.1'),
  );
  const { connect } = await import('node:net');
  for (const { address } of [...others, { address: '127.0.0.2' }, { address: '::1' }]) {
    const refused = await new Promise<boolean>((resolve) => {
      const socket = connect(loopback.port, address);
      socket.once('connect', () => resolve(false));
      socket.once('error', () => resolve(true));
    });
    expect(refused, address).toBe(true);
  }
});

describe('a token', () => {
  test('TH-2 lets a browser in once, for a cookie that is strict, hidden from script and named after the port', async () => {
    await loopback.close();
    loopback = await started(folders, new EchoHost());
    const reply = await ask(loopback.port, pathOf(loopback.address));
    expect(reply.status).toBe(303);
    expect(reply.headers.location).toBe('/');
    expect(reply.headers['set-cookie']).toEqual([
      expect.stringMatching(
        new RegExp(`^debrief-${loopback.port}=[\\w-]{43}; Path=/; Max-Age=\\d+; HttpOnly; SameSite=Strict$`),
      ),
    ]);
    expect((await ask(loopback.port, pathOf(loopback.address))).status).toBe(401);
  });

  test('TH-2 that was spent gets a page which says how to get a new one', async () => {
    const reply = await ask(loopback.port, pathOf(loopback.address));
    expect(reply.status).toBe(401);
    expect(reply.headers['set-cookie']).toBeUndefined();
    expect(reply.body).toContain('debrief serve');
    expect(reply.body).toContain('already used');
    expect(reply.body).toMatch(/<style>body \{ max-width: .*<\/style>\n<main>/);
  });

  test('TH-2 that was never given out gets the same page', async () => {
    expect((await ask(loopback.port, `/?token=${'A'.repeat(43)}`)).status).toBe(401);
    expect((await ask(loopback.port, '/?token=')).status).toBe(401);
  });

  test('TH-2 is not used up by a browser that only looks ahead', async () => {
    await loopback.close();
    loopback = await started(folders, new EchoHost());
    const path = pathOf(loopback.address);
    expect(
      (await ask(loopback.port, path, { headers: { 'sec-purpose': 'prefetch;prerender' } })).status,
    ).toBe(503);
    expect((await ask(loopback.port, path)).status).toBe(303);
  });

  test('TH-2 is not used up by HEAD, which says whether it is good', async () => {
    await loopback.close();
    loopback = await started(folders, new EchoHost());
    const path = pathOf(loopback.address);
    for (let times = 0; times < 2; times += 1) {
      const head = await ask(loopback.port, path, { method: 'HEAD' });
      expect([head.status, head.body, head.headers['set-cookie']]).toEqual([200, '', undefined]);
    }
    expect((await ask(loopback.port, path)).status).toBe(303);
    expect((await ask(loopback.port, path, { method: 'HEAD' })).status).toBe(401);
    expect((await ask(loopback.port, path, { method: 'HEAD', headers: inside })).status).toBe(200);
  });

  test('a browser that is in already goes on with any address', async () => {
    const reply = await ask(loopback.port, pathOf(loopback.address), { headers: inside });
    expect(reply.status).toBe(303);
    expect(reply.headers['set-cookie']).toBeUndefined();
  });
});

describe('without the cookie', () => {
  test.each(['/', '/index.html', '/assets/main-1a2b.js', '/nothing'])(
    'TH-5 %s is not shown',
    async (path) => {
      for (const cookie of ['', `debrief-${loopback.port}=${'A'.repeat(43)}`, 'debrief-1=x', 'x']) {
        const reply = await ask(loopback.port, path, { headers: { cookie } });
        expect(reply.status).toBe(401);
        expect(reply.body).toContain('debrief serve');
      }
    },
  );
});

test('a browser that is in gets the window and its files', async () => {
  const page = await ask(loopback.port, '/', { headers: inside });
  expect(page.status).toBe(200);
  expect(page.headers['content-type']).toBe('text/html; charset=utf-8');
  expect(page.headers['cache-control']).toBe('no-store');
  expect(page.body).toContain('<title>Debrief</title>');
  const script = await ask(loopback.port, '/assets/main-1a2b.js', { headers: inside });
  expect(script.headers['content-type']).toBe('text/javascript; charset=utf-8');
  expect(script.headers['cache-control']).toContain('immutable');
  const head = await ask(loopback.port, '/', { method: 'HEAD', headers: inside });
  expect([head.status, head.body]).toEqual([200, '']);
});

test('TH-6 every answer carries the policy, and none allows another site', async () => {
  const replies = await Promise.all([
    ask(loopback.port, '/', { headers: inside }),
    ask(loopback.port, '/'),
    ask(loopback.port, '/nothing', { headers: inside }),
    ask(loopback.port, '/', { headers: { ...inside, origin: 'https://example.com' } }),
    ask(loopback.port, '/', { method: 'POST', headers: inside }),
  ]);
  for (const [index, { headers, body }] of replies.entries()) {
    // The page for a browser that is not in has style of its own, that one and no other.
    const style = /<style>(.*)<\/style>/.exec(body)?.[1] ?? '';
    const hash = `'sha256-${createHash('sha256').update(style).digest('base64')}'`;
    expect(headers['content-security-policy']).toBe(
      `default-src 'none'; script-src 'self'; style-src ${index === 1 ? hash : "'self'"}; font-src 'self'; img-src 'self' blob:; connect-src 'self' ws://127.0.0.1:${loopback.port}; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
    );
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['referrer-policy']).toBe('no-referrer');
    expect(headers['cross-origin-opener-policy']).toBe('same-origin');
    expect(headers['cross-origin-resource-policy']).toBe('same-origin');
    expect(headers['permissions-policy']).toContain('camera=()');
    expect(Object.keys(headers).filter((name) => name.startsWith('access-control'))).toEqual([]);
  }
});

describe('TH-3 a request under another name is refused', () => {
  test.each(['localhost', 'evil.example', '127.0.0.1', '127.0.0.1:1', '[::1]'])('%s', async (host) => {
    const named = /:\d+$/.test(host) || host === '127.0.0.1' ? host : `${host}:${loopback.port}`;
    const reply = await ask(loopback.port, '/', { headers: { ...inside, host: named } });
    expect(reply.status).toBe(421);
    expect(reply.body).not.toContain('<title>');
  });

  test('and so is one with two names, or none, or a whole address in its first line', async () => {
    const own = `Host: 127.0.0.1:${loopback.port}`;
    const cookie = `Cookie: ${inside.cookie}`;
    const two = await askRaw(
      loopback.port,
      `GET / HTTP/1.1\r\n${own}\r\nHost: evil.example\r\n${cookie}\r\n\r\n`,
    );
    expect(two).toMatch(/^HTTP\/1\.1 4/);
    expect(await askRaw(loopback.port, `GET / HTTP/1.0\r\n${cookie}\r\n\r\n`)).toMatch(/^HTTP\/1\.1 4/);
    const whole = `GET http://evil.example/ HTTP/1.1\r\n${own}\r\n${cookie}\r\nConnection: close\r\n\r\n`;
    expect(await askRaw(loopback.port, whole)).toMatch(/^HTTP\/1\.1 400/);
  });
});

describe('TH-4 what another page asks for is refused', () => {
  test.each(['https://example.com', 'http://127.0.0.1:1', 'http://localhost', 'null'])(
    'with the Origin %s',
    async (origin) => {
      expect((await ask(loopback.port, '/', { headers: { ...inside, origin } })).status).toBe(403);
    },
  );

  test.each([
    ['cross-site', 'no-cors', 'script'],
    ['same-site', 'no-cors', 'script'],
    ['same-site', 'cors', 'empty'],
    ['cross-site', 'navigate', 'iframe'],
    ['same-site', 'navigate', 'iframe'],
  ])('from a %s page (%s, %s)', async (site, mode, dest) => {
    const headers = { ...inside, 'sec-fetch-site': site, 'sec-fetch-mode': mode, 'sec-fetch-dest': dest };
    expect((await ask(loopback.port, '/', { headers })).status).toBe(403);
  });

  test('but a person may come by a link', async () => {
    const link = {
      'sec-fetch-site': 'cross-site',
      'sec-fetch-mode': 'navigate',
      'sec-fetch-dest': 'document',
    };
    expect((await ask(loopback.port, '/', { headers: { ...inside, ...link } })).status).toBe(200);
  });
});

test.each(['POST', 'PUT', 'DELETE', 'OPTIONS', 'PATCH'])('TH-4 %s is no request of ours', async (method) => {
  const reply = await ask(loopback.port, '/', { method, headers: inside });
  expect(reply.status).toBe(405);
  expect(reply.headers.allow).toBe('GET, HEAD');
});

test.each([
  '/../outside.html',
  '/assets/../../outside.html',
  '/%2e%2e/outside.html',
  '/..%2foutside.html',
  '/..%5coutside.html',
  '/assets/%2e%2e/%2e%2e/outside.html',
  '//outside.html',
  '/%00',
  '/assets',
  '/assets/',
  '/notes.secret',
  '/%zz',
  '*',
  '/index.html/',
  '/INDEX.HTML',
  'file:///etc/passwd',
])('TH-7 no spelling of a path reaches another file: %s', async (path) => {
  const reply = await ask(loopback.port, path, { headers: inside });
  expect([400, 404]).toContain(reply.status);
  expect(reply.body).not.toContain('outside');
  expect(reply.body).not.toContain('of an unknown kind');
});
