import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { DebriefHost } from './debriefHost.ts';
import { exportFromWindow, type WindowExport } from './exportFromWindow.ts';
import { hostPorts } from './hostPorts.testkit.ts';
import { importMarkdownFile } from './importFile.ts';
import type { OpenDocument } from './open-document/index.ts';
import type { PrintJob, WindowPort } from './ports.ts';

const png = Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), Buffer.from('a picture')]);
const TEXT = `# Cards refused\n\nRefused.\n\n![chart](data:image/png;base64,${png.toString('base64')})\n`;
const window: WindowPort = { id: 'w', send: () => undefined, setTitle: () => undefined };

let root: string;
let host: DebriefHost;
let document: OpenDocument;
let jobs: PrintJob[];

/** @param place what the person chooses; undefined where there are no dialogs */
async function openWith(place: string | null | undefined): Promise<void> {
  const ports = hostPorts({
    ...(place === undefined ? {} : { kind: 'desktop', choosePlace: async () => place }),
    printPdf: async (job) => {
      jobs.push(job);
      return new TextEncoder().encode('%PDF-');
    },
  });
  host = new DebriefHost(ports, { data: join(root, 'data'), library: join(root, 'library') });
  const { path } = await importMarkdownFile(host, { name: 'x.md', text: TEXT, folder: null });
  document = await host.documents.hold(path);
}

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'debrief-'));
  jobs = [];
});

afterEach(async () => {
  await host.close();
  rmSync(root, { recursive: true, force: true });
});

const wish = (more: Partial<WindowExport>): WindowExport => ({
  to: 'md',
  plain: true,
  paper: 'A4',
  signal: new AbortController().signal,
  progress: () => undefined,
  ...more,
});

test('in a browser Markdown comes back as bytes, with its pictures inside', async () => {
  await openWith(undefined);
  const result = await exportFromWindow(host, window, document, wish({}));
  if (result.kind !== 'bytes') throw new Error(result.kind);
  expect(result).toMatchObject({ name: 'Cards refused.md', mediaType: 'text/markdown; charset=utf-8' });
  expect(new TextDecoder().decode(result.bytes)).toBe(TEXT);
});

test('on the desktop Markdown goes where the person says, with its pictures beside it', async () => {
  await openWith(join(root, 'out.md'));
  const result = await exportFromWindow(host, window, document, wish({}));
  expect(result).toEqual({ kind: 'written', place: { name: 'out.md', folder: root } });
  expect(readFileSync(join(root, 'out.md'), 'utf8')).toMatch(/!\[chart\]\(out\.assets\/[0-9a-f]{64}\.png\)/);
  const [picture = ''] = readdirSync(join(root, 'out.assets'));
  expect(readFileSync(join(root, 'out.assets', picture))).toEqual(png);
});

test('a PDF is printed from a page that has everything inside', async () => {
  await openWith(undefined);
  const result = await exportFromWindow(host, window, document, wish({ to: 'pdf', paper: 'Letter' }));
  expect(result).toMatchObject({ kind: 'bytes', name: 'Cards refused.pdf', mediaType: 'application/pdf' });
  expect(jobs).toMatchObject([{ paper: 'Letter', header: { right: 'Cards refused' } }]);
  expect(jobs[0]?.html).toContain(`data:image/png;base64,${png.toString('base64')}`);
  expect(jobs[0]?.html).not.toMatch(/<script|<link|src="http/);
});

test('a person who chooses no place, or cancels, gets no file and no error', async () => {
  await openWith(null);
  expect(await exportFromWindow(host, window, document, wish({}))).toEqual({ kind: 'cancelled' });
  await host.close();
  await openWith(join(root, 'out.md'));
  const cancel = new AbortController();
  cancel.abort();
  const result = await exportFromWindow(host, window, document, wish({ signal: cancel.signal }));
  expect(result).toEqual({ kind: 'cancelled' });
  expect(readdirSync(root).sort()).toEqual(['data', 'library']);
});
