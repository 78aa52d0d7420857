import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Browser, type BrowserContext, chromium } from '@playwright/test';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { testBrowser } from '../services/print/testBrowser.testkit.ts';
import { EchoHost, started, TestFolders } from './loopback.testkit.ts';
import type { Loopback } from './startLoopback.ts';

let browser: Browser;
let folders: TestFolders;
let host: EchoHost;
let loopback: Loopback;
let context: BrowserContext;
let foreign: Server;

beforeAll(async () => {
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  browser = await chromium.launch({ executablePath: testBrowser(), args: asRoot });
}, 600_000);

afterAll(() => browser.close());

beforeEach(async () => {
  folders = new TestFolders();
  host = new EchoHost();
  loopback = await started(folders, host);
  context = await browser.newContext();
  foreign = createServer((_, response) => {
    response.setHeader('content-type', 'text/html');
    response.end('<!doctype html><title>Another page</title>');
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => foreign.once('listening', resolve));
});

afterEach(async () => {
  await context.close();
  await loopback.close();
  foreign.closeAllConnections();
  await new Promise((resolve) => foreign.close(resolve));
  folders.remove();
});

const ours = (): string => `http://127.0.0.1:${loopback.port}`;

async function signedInPage() {
  const page = await context.newPage();
  await page.goto(loopback.address);
  expect(page.url()).toBe(`${ours()}/`);
  expect(await page.title()).toBe('Debrief');
  return page;
}

/** Opens a WebSocket from the page. @returns whether it opened */
const opensSocket = (page: Awaited<ReturnType<typeof signedInPage>>): Promise<boolean> =>
  page.evaluate(
    (address) =>
      new Promise<boolean>((resolve) => {
        const socket = new WebSocket(address, 'debrief.1');
        socket.onopen = () => resolve(true);
        socket.onerror = () => resolve(false);
      }),
    `ws://127.0.0.1:${loopback.port}/host`,
  );

test('TH-4 our page connects; a page of another port, which the browser counts as the same site, does not', async () => {
  const page = await signedInPage();
  expect(await opensSocket(page)).toBe(true);
  expect(host.windows).toHaveLength(1);
  const { port } = foreign.address() as AddressInfo;
  // 127.0.0.1 is the same site whatever the port, so the cookie goes along; localhost is another one.
  for (const name of ['127.0.0.1', 'localhost']) {
    await page.goto(`http://${name}:${port}/`);
    expect(await opensSocket(page)).toBe(false);
    const read = await page.evaluate(
      (address) =>
        fetch(address, { credentials: 'include' }).then(
          (response) => response.type,
          () => 'refused',
        ),
      `${ours()}/`,
    );
    expect(read).toBe('refused');
    const script = await page.evaluate(
      (address) =>
        new Promise<string>((resolve) => {
          const element = document.createElement('script');
          element.src = address;
          element.onload = () => resolve('loaded');
          element.onerror = () => resolve('refused');
          document.head.append(element);
        }),
      `${ours()}/assets/main-1a2b.js`,
    );
    expect(script).toBe('refused');
    const framed = await page.evaluate(
      (address) =>
        new Promise<string>((resolve) => {
          const frame = document.createElement('iframe');
          frame.src = address;
          frame.onload = () => {
            // A frame that may not be shown holds an error page, and even its address cannot be read.
            try {
              resolve(frame.contentDocument === null ? 'closed' : 'open');
            } catch {
              resolve('closed');
            }
          };
          document.body.append(frame);
        }),
      `${ours()}/`,
    );
    expect(framed).toBe('closed');
    expect(page.frames().some((frame) => frame !== page.mainFrame() && frame.url() === `${ours()}/`)).toBe(
      false,
    );
  }
  expect(host.windows).toHaveLength(1);
});

test('TH-5 the cookie is hidden from script and strict', async () => {
  const page = await signedInPage();
  expect(await page.evaluate(() => document.cookie)).toBe('');
  expect(await context.cookies()).toEqual([
    expect.objectContaining({
      name: `debrief-${loopback.port}`,
      domain: '127.0.0.1',
      path: '/',
      httpOnly: true,
      sameSite: 'Strict',
    }),
  ]);
});

test('TH-6 the policy stops inline script and every other server', async () => {
  const page = await signedInPage();
  const { port } = foreign.address() as AddressInfo;
  await page.evaluate((address) => {
    const { dataset } = document.documentElement;
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) => {
      dataset.refused = `${dataset.refused ?? ''} ${effectiveDirective}`;
    });
    const inline = document.createElement('script');
    inline.textContent = 'document.title = "changed"';
    document.head.append(inline);
    const image = document.createElement('img');
    image.src = address;
    document.body.append(image);
    void fetch(address).catch(() => undefined);
    const frame = document.createElement('iframe');
    frame.src = address;
    document.body.append(frame);
  }, `http://127.0.0.1:${port}/`);
  const refused = () =>
    page.evaluate(() => document.documentElement.dataset.refused?.trim().split(' ').sort());
  await expect.poll(refused).toEqual(['connect-src', 'frame-src', 'img-src', 'script-src-elem']);
  expect(await page.title()).toBe('Debrief');
});

test('a browser without the cookie reads how to get a new address, and comes in by it', async () => {
  const page = await context.newPage();
  await page.goto(`${ours()}/`);
  expect(await page.textContent('body')).toContain('debrief serve');
  await page.goto(loopback.address);
  expect(await page.title()).toBe('Debrief');
  const other = await browser.newContext();
  const late = await other.newPage();
  await late.goto(loopback.address);
  expect(await late.textContent('h1')).toBe('This address was already used');
  await other.close();
});

test('a link from another site leads to the page with one more click, since the cookie is strict', async () => {
  const page = await signedInPage();
  await page.goto(`http://localhost:${(foreign.address() as AddressInfo).port}/`);
  await page.evaluate((address) => {
    const link = document.createElement('a');
    link.href = address;
    link.textContent = 'there';
    document.body.append(link);
  }, `${ours()}/`);
  await page.click('a');
  await page.waitForURL(`${ours()}/`);
  await page.click('text=open Debrief');
  await expect.poll(() => page.title()).toBe('Debrief');
});
