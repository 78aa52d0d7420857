import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base, expect } from '@playwright/test';
import { conflicting } from '../../electron/services/decoding/hostile.testkit.ts';
import { encodeFile, newHeader } from '../../electron/storage/createFile.ts';
import { RECORD_TYPE } from '../../electron/storage/format/record.ts';
import { hostEnvironment, sandboxFlags } from '../fixtures/host.ts';
import { pdfPages } from '../pages/pdfText.ts';
import { packaged } from './packaged.ts';

const release = packaged('DEBRIEF_PACKAGED_RELEASE');

/** Keeps Chromium's own complaints out of standard error, as docs/command-line.md says. */
const quiet = ['--log-level=3'];

interface Outcome {
  readonly code: number;
  readonly out: Buffer;
  readonly err: string;
}

interface CommandFixtures {
  readonly folder: string;
  /** Runs the packaged app as a command, in `folder`. */
  readonly command: (...words: readonly string[]) => Promise<Outcome>;
}

const test = base.extend<CommandFixtures>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of the fixtures from it.
  folder: async ({}, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'debrief-'));
    await use(folder);
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  },
  command: async ({ folder }, use) => {
    const env = hostEnvironment({ data: join(folder, 'data'), library: join(folder, 'library') });
    await use(async (...words) => {
      const child = spawn(release, [...sandboxFlags, ...quiet, '--cli', ...words], { cwd: folder, env });
      const out: Buffer[] = [];
      let err = '';
      child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
      child.stderr.on('data', (chunk: Buffer) => {
        err += chunk.toString();
      });
      const [code] = (await once(child, 'close')) as [number];
      return { code, out: Buffer.concat(out), err };
    });
  },
});

const text = ({ out }: Outcome): string => out.toString('utf8');

test('the packaged app is its own command line: it makes a postmortem, tells about it, checks and compacts it', async ({
  command,
  folder,
}) => {
  const path = join(folder, 'a.debrief');
  const made = await command(
    'new',
    '--title',
    'Cards refused',
    '--id',
    'INC-2026-11-24-001',
    '--out',
    'a.debrief',
  );
  expect([made.code, text(made), made.err]).toEqual([0, `${path}\n`, '']);

  const info = await command('info', 'a.debrief', '--json');
  expect([info.code, info.err]).toEqual([0, '']);
  expect(JSON.parse(text(info))).toMatchObject({
    id: 'INC-2026-11-24-001',
    title: 'Cards refused',
    sections: 14,
  });

  const verified = await command('verify', 'a.debrief');
  expect([verified.code, text(verified)]).toEqual([0, '']);
  expect(text(await command('compact', 'a.debrief'))).toMatch(/^\d+ \d+\n$/);
});

test('the packaged command exports Markdown, JSON and PDF, and what it prints is data alone', async ({
  command,
  folder,
}) => {
  await command('new', '--title', 'Cards refused', '--id', 'INC-2026-11-24-001', '--out', 'a.debrief');
  const markdown = await command('export', 'a.debrief', '--to', 'md', '--out', '-');
  expect([markdown.code, markdown.err]).toEqual([0, '']);
  expect(text(markdown)).toContain('Cards refused');
  const json = await command('export', 'a.debrief', '--to', 'json', '--out', '-');
  expect(JSON.parse(text(json)).facts).toMatchObject({
    incidentId: 'INC-2026-11-24-001',
    title: 'Cards refused',
  });

  const pdf = await command('export', 'a.debrief', '--to', 'pdf', '--out', 'a.pdf');
  expect([pdf.code, text(pdf)]).toEqual([0, `${join(folder, 'a.pdf')}\n`]);
  expect(pdf.err).toContain('Electron');
  const pages = await pdfPages(readFileSync(join(folder, 'a.pdf')));
  expect(pages.map((page) => page.text).join('\n')).toContain('Cards refused');
});

test('TH-15 the packaged app tries a file from elsewhere out in a utility process, and refuses one that would hang it', async ({
  command,
  folder,
}) => {
  await command('new', '--title', 'Cards refused', '--id', 'INC-2026-11-24-001', '--out', 'a.debrief');
  copyFileSync(join(folder, 'a.debrief'), join(folder, 'from-elsewhere.debrief'));
  const info = await command('info', 'from-elsewhere.debrief', '--json');
  expect([info.code, info.err]).toEqual([0, '']);
  expect(JSON.parse(text(info))).toMatchObject({ title: 'Cards refused' });

  const harm = [{ type: RECORD_TYPE.update, payload: conflicting(12_000) }];
  writeFileSync(join(folder, 'harm.debrief'), encodeFile(newHeader('harm-1', 0), harm));
  const refused = await command('info', 'harm.debrief');
  expect([refused.code, text(refused)]).toEqual([1, '']);
  expect(refused.err).toContain('more time or memory than any postmortem needs');
});

test('the packaged command says what it does not understand, and ends with 2', async ({ command }) => {
  const unknown = await command('frobnicate');
  expect([unknown.code, text(unknown)]).toEqual([2, '']);
  expect(unknown.err).toContain('frobnicate');
  const missing = await command('info', 'nothing.debrief');
  expect([missing.code, text(missing)]).toEqual([2, '']);
  expect(missing.err).toMatch(/^debrief: There is no file /);
});
