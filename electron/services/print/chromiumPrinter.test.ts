import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest';

import { createPostmortem } from '../../../shared/document/createPostmortem.ts';
import type { BodyNode } from '../../../shared/document/template.ts';
import { postmortemContent } from '../../../shared/markdown/postmortemContent.ts';
import { publishHtml } from '../../../shared/publish/publishHtml.ts';
import type { PrintJob } from '../ports.ts';
import { printWithChromium } from './chromiumPrinter.ts';
import { findBrowser } from './findBrowser.ts';
import { testBrowser } from './testBrowser.testkit.ts';

let browser: string;
let folder: string;
let temporary: string | undefined;

beforeAll(() => {
  browser = testBrowser();
}, 600_000);

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'debrief-'));
  temporary = process.env.TMPDIR;
  // Where the profile is made, so that what is left of it can be seen.
  process.env.TMPDIR = folder;
});

afterEach(() => {
  if (temporary === undefined) delete process.env.TMPDIR;
  else process.env.TMPDIR = temporary;
  rmSync(folder, { recursive: true, force: true });
});

const job = (html: string, more: Partial<PrintJob> = {}): PrintJob => ({
  html,
  paper: 'A4',
  header: { left: 'INC-2026-11-24-001', right: 'Checkout <refused> cards' },
  footer: { left: 'Draft of 24 November 2026' },
  signal: new AbortController().signal,
  ...more,
});

const rows = (count: number): string =>
  Array.from({ length: count }, (_, row) => `<tr><td>row-${row}</td></tr>`).join('');
const table = (count: number): string =>
  `<table><thead><tr><th>Event</th></tr></thead><tbody>${rows(count)}</tbody></table>`;
const page = (body: string): string =>
  `<!doctype html><html lang="en"><meta charset="utf-8"><title>T</title><body>${body}</body></html>`;

async function readPdf(pdf: Uint8Array) {
  const document = await getDocument({ data: Uint8Array.from(pdf) }).promise;
  const numbers = Array.from({ length: document.numPages }, (_, index) => index + 1);
  return Promise.all(
    numbers.map(async (number) => {
      const sheet = await document.getPage(number);
      const { items } = await sheet.getTextContent();
      const annotations: readonly { readonly url?: string }[] = await sheet.getAnnotations();
      return {
        size: sheet.view.slice(2).map((side) => Math.round(side)),
        text: items.map((item) => ('str' in item ? item.str : '')).join(' '),
        links: annotations.flatMap(({ url }) => url ?? []),
      };
    }),
  );
}

test('a long table: every row once, its head on each page, header and page numbers around it', async () => {
  const html = page(`<h1>Timeline</h1><p><a href="https://example.com/x">a link</a></p>${table(120)}`);
  const { pdf, engine } = await printWithChromium(job(html), { DEBRIEF_BROWSER: browser });
  expect(engine).toMatch(/^Chromium \d+\./);
  const sheets = await readPdf(pdf);
  expect(sheets.length).toBeGreaterThan(1);
  const text = sheets.map((sheet) => sheet.text).join(' ');
  expect(text.match(/row-\d+/g)).toEqual(Array.from({ length: 120 }, (_, row) => `row-${row}`));
  for (const [index, sheet] of sheets.entries()) {
    expect(sheet.size).toEqual([596, 842]);
    expect(sheet.text).toContain('Event');
    expect(sheet.text).toContain('INC-2026-11-24-001');
    expect(sheet.text).toContain('Checkout <refused> cards');
    expect(sheet.text).toContain('Draft of 24 November 2026');
    expect(sheet.text.replace(/\s+/g, ' ')).toContain(`${index + 1} / ${sheets.length}`);
  }
  expect(sheets[0]?.links).toEqual(['https://example.com/x']);
  expect(readdirSync(folder)).toEqual([]);
});

test('wherever a page ends, the heading of a timeline stands with its metrics and its first row', async () => {
  const timeline = (name: string): readonly BodyNode[] => [
    { type: 'heading', attrs: { level: 2 }, content: [{ type: 'text', text: `head-${name}` }] },
    {
      type: 'timeline',
      content: ['first', 'second', 'third'].map((place, minute) => ({
        type: 'timelineRow',
        attrs: { at: `2026-11-24T14:0${minute}` },
        content: [
          {
            type: 'timelineEvent',
            content: [{ type: 'paragraph', content: [{ type: 'text', text: `${place}-${name}` }] }],
          },
        ],
      })),
    },
  ];
  const places = Array.from({ length: 25 }, (_, index) => index);
  const doc = createPostmortem({
    id: 'x',
    created: '2026-11-24T12:00:00Z',
    template: 'full',
    facts: {},
    body: places.flatMap((place) => timeline(String(place))),
  });
  const { html } = publishHtml(postmortemContent(doc), {
    picture: () => null,
    fontStyles: '',
    now: '2026-11-24T12:34',
  });
  // Each begins a page, and lower on it than the one before.
  const lower = html.replace(
    /<h2>head-(\d+)/g,
    (heading, place) =>
      `<div style="break-before: page; height: ${700 + 12 * Number(place)}px"></div>${heading}`,
  );
  const { pdf } = await printWithChromium(job(lower), { DEBRIEF_BROWSER: browser });
  const sheets = (await readPdf(pdf)).map(({ text }) => text.split(/\s+/));
  for (const place of places) {
    const sheet = sheets.find((words) => words.includes(`head-${place}`)) ?? [];
    expect([place, sheet.includes('detect'), sheet.includes(`first-${place}`)]).toEqual([place, true, true]);
  }
  expect(sheets.length).toBeGreaterThan(places.length + 5);
});

test('Letter paper is Letter', async () => {
  const { pdf } = await printWithChromium(job(page('x'), { paper: 'Letter' }), { DEBRIEF_BROWSER: browser });
  expect((await readPdf(pdf))[0]?.size).toEqual([612, 792]);
});

test('an image of the page itself is drawn before it is printed', async () => {
  const svg =
    '<svg xmlns="http://www.w3.org/2000/svg" width="400" height="40"><text y="20">drawn</text></svg>';
  const html = page(`<img src="data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}">`);
  const { pdf } = await printWithChromium(job(html), { DEBRIEF_BROWSER: browser });
  expect((await readPdf(pdf))[0]?.text).toContain('drawn');
});

test('TH-18 a page that wants the network or a script gets neither', async () => {
  let asked = 0;
  const server = createServer((_, response) => {
    asked += 1;
    response.end();
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const html = page(
    `<link rel="stylesheet" href="${address}/a.css"><img src="${address}/b.png"><iframe src="${address}/c"></iframe>
     <style>@import url("${address}/d.css"); body { background: url("${address}/e.png") }</style>
     <script src="${address}/f.js"></script><p id="p">before</p>
     <script>document.getElementById('p').textContent = 'after';</script>`,
  );
  const { pdf } = await printWithChromium(job(html), { DEBRIEF_BROWSER: browser });
  const [sheet] = await readPdf(pdf);
  expect(sheet?.text).toContain('before');
  expect(sheet?.text).not.toContain('after');
  expect(asked).toBe(0);
  await new Promise((resolve) => server.close(resolve));
});

test('TH-18 a cancelled print ends the browser and leaves nothing', async () => {
  const cancel = new AbortController();
  const printing = printWithChromium(job(page(table(20_000)), { signal: cancel.signal }), {
    DEBRIEF_BROWSER: browser,
  });
  setTimeout(() => cancel.abort(), 700);
  await expect(printing).rejects.toMatchObject({ code: 'cancelled' });
  expect(readdirSync(folder)).toEqual([]);
  await expect(printWithChromium(job(page('x'), { signal: cancel.signal }), {})).rejects.toMatchObject({
    code: 'cancelled',
  });
});

test('without a browser the sentence says what to install', async () => {
  await expect(
    printWithChromium(job(page('x')), { DEBRIEF_BROWSER: join(folder, 'none') }),
  ).rejects.toMatchObject({
    code: 'unsupported',
    sentence: 'There is no Chromium, Chrome or Edge here that could print the PDF.',
  });
});

test('a program that is no browser is named', async () => {
  const program = join(folder, 'no-browser');
  writeFileSync(program, '#!/bin/sh\nexit 3\n', { mode: 0o755 });
  await expect(printWithChromium(job(page('x')), { DEBRIEF_BROWSER: program })).rejects.toMatchObject({
    code: 'internal',
    sentence: `${program} could not print the PDF.`,
  });
});

test('the browser is looked for on the PATH and among those that Playwright keeps', () => {
  if (process.platform !== 'linux') return;
  const make = (path: string) => {
    mkdirSync(join(folder, path, '..'), { recursive: true });
    writeFileSync(join(folder, path), '', { mode: 0o755 });
    return join(folder, path);
  };
  make('kept/chromium-1100/chrome-linux/chrome');
  const newest = make('kept/chromium-1200/chrome-linux/chrome');
  const env = { PATH: join(folder, 'bin'), PLAYWRIGHT_BROWSERS_PATH: join(folder, 'kept') };
  expect(findBrowser(env)).toBe(newest);
  const installed = make('bin/chromium');
  expect(findBrowser(env)).toBe(installed);
  expect(findBrowser({ ...env, DEBRIEF_BROWSER: newest })).toBe(newest);
});
