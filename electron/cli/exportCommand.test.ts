import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import * as Y from 'yjs';
import { bodyOf } from '../../shared/document/layout.ts';
import { openDocument } from '../services/open-document/index.ts';
import type { PrintJob } from '../services/ports.ts';
import { testBrowser } from '../services/print/testBrowser.testkit.ts';
import { nodeFileSystem } from '../storage/nodeFileSystem.ts';
import { outcomeOf, Workplace } from './commandLine.testkit.ts';

const png = Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), Buffer.from('a picture')]);
const hash = createHash('sha256').update(png).digest('hex');

const TEXT = `# Cards refused

Incident ID: INC-2026-11-24-001

## Summary

Cards were **refused** for an hour, see [the log](https://example.com/log).

![a chart](report.assets/${hash}.png)

## Timeline

| Time (UTC) | Event |
| --- | --- |
| 2026-11-24 14:02 | The release starts |
| 14:12 | First refused card |
`;

let place: Workplace;

beforeEach(() => {
  place = new Workplace();
  mkdirSync(place.path('report.assets'));
  writeFileSync(place.path(`report.assets/${hash}.png`), png);
  writeFileSync(place.path('report.md'), TEXT);
});

afterEach(() => place.remove());

const imported = async (): Promise<string> => {
  const { code, out, err } = await place.run(['import', 'report.md', '--out', 'x.debrief']);
  expect([code, err]).toEqual([0, '']);
  return out.trim();
};

const read = (name: string): string => readFileSync(place.path(name), 'utf8');
const exported = async (...words: string[]) => place.run(['export', ...words]);

describe('import', () => {
  test.each(['a.debrief', 'renamed.md'])('says of %s that it is a postmortem already', async (name) => {
    await place.run(['new', '--out', 'a.debrief']);
    copyFileSync(place.path('a.debrief'), place.path('renamed.md'));
    const { code, out, err } = await place.run(['import', name, '--out', 'b.debrief']);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(`${name} is a postmortem already, and no Markdown.`);
    expect(err).toContain('duplicate it');
  });

  test('prints the path of a file that holds what the text said', async () => {
    expect(await imported()).toBe(place.path('x.debrief'));
    const info = JSON.parse((await place.run(['info', 'x.debrief', '--json'])).out);
    expect(info).toMatchObject({ title: 'Cards refused', id: 'INC-2026-11-24-001', rows: 2, images: 1 });
  });

  test('without --out the file goes into the library, under its id and title', async () => {
    const { out } = await place.run(['import', 'report.md']);
    expect(out).toBe(`${join(place.library, 'INC-2026-11-24-001 Cards refused.debrief')}\n`);
  });

  test('never replaces a file', async () => {
    await imported();
    const before = readFileSync(place.path('x.debrief'));
    const { code, err } = await place.run(['import', 'report.md', '--out', 'x.debrief']);
    expect(code).toBe(2);
    expect(err).toContain('There is a file of this name already.');
    expect(readFileSync(place.path('x.debrief'))).toEqual(before);
  });

  test('writes the pictures together with the text, so that nothing waits for a disk that fills up', async () => {
    const { open } = nodeFileSystem;
    vi.spyOn(nodeFileSystem, 'open').mockImplementation(async (path, how, mode) => {
      const file = await open(path, how, mode);
      if (how === 'append')
        file.append = () => Promise.reject(Object.assign(new Error(), { code: 'ENOSPC' }));
      return file;
    });
    await imported();
    vi.restoreAllMocks();
    expect(JSON.parse((await place.run(['info', 'x.debrief', '--json'])).out)).toMatchObject({ images: 1 });
    expect((await place.run(['verify', 'x.debrief'])).code).toBe(0);
  });

  test('says of a picture that is elsewhere that its address was kept', async () => {
    writeFileSync(place.path('other.md'), '![a](https://example.com/a.png)\n');
    const { code, err } = await place.run(['import', 'other.md', '--out', 'y.debrief']);
    expect([code, err]).toEqual([0, 'One picture is on the web and not loaded: the address was kept.\n']);
    expect((await exported('y.debrief', '--to', 'md', '--plain', '--out', '-')).out).toContain(
      '![a](https://example.com/a.png)',
    );
  });
});

describe('export --to md', () => {
  test('writes beside the file, with its pictures, and reads itself back byte for byte', async () => {
    await imported();
    const { code, out } = await exported('x.debrief', '--to', 'md');
    expect([code, out]).toEqual([0, `${place.path('x.md')}\n`]);
    expect(readFileSync(place.path(`x.assets/${hash}.png`))).toEqual(png);
    expect(read('x.md')).toContain(`![a chart](x.assets/${hash}.png)`);
    await place.run(['import', 'x.md', '--out', 'y.debrief']);
    await exported('y.debrief', '--to', 'md', '--out', 'again/x.md');
    expect(existsSync(place.path('again'))).toBe(false);
    mkdirSync(place.path('again'));
    await exported('y.debrief', '--to', 'md', '--out', 'again/x.md');
    expect(read('again/x.md')).toBe(read('x.md'));
    expect(readFileSync(place.path(`again/x.assets/${hash}.png`))).toEqual(png);
  });

  test('to stdout has its pictures inside, and is read back with them', async () => {
    await imported();
    const { out } = await exported('x.debrief', '--to', 'md', '--out', '-');
    expect(out).toContain(`![a chart](data:image/png;base64,${png.toString('base64')})`);
    writeFileSync(place.path('inline.md'), out);
    await place.run(['import', 'inline.md', '--out', 'z.debrief']);
    const info = JSON.parse((await place.run(['info', 'z.debrief', '--json'])).out);
    expect(info.images).toBe(1);
    for (const stdout of ['-', '/dev/stdout']) {
      expect((await exported('inline.md', '--to', 'md', '--out', stdout)).out).toBe(out);
    }
  });

  test('of a Markdown file works without making a postmortem', async () => {
    const { code, out } = await exported('report.md', '--to', 'md', '--out', 'clean.md');
    expect([code, out]).toEqual([0, `${place.path('clean.md')}\n`]);
    expect(read('clean.md')).toContain(`![a chart](clean.assets/${hash}.png)`);
    expect(existsSync(place.library)).toBe(false);
  });

  test('does not replace a file that was not named, the source least of all', async () => {
    for (const source of ['report.md', await imported()]) {
      writeFileSync(place.path('x.md'), 'mine');
      const { code, err } = await exported(source, '--to', 'md');
      expect(code).toBe(2);
      expect(err).toContain('is there already');
    }
    expect([read('report.md'), read('x.md')]).toEqual([TEXT, 'mine']);
    expect((await exported('x.debrief', '--to', 'md', '--out', 'x.md')).code).toBe(0);
    expect(read('x.md')).toContain('# Cards refused');
  });

  test('--plain leaves our block out', async () => {
    await place.run(['new', '--out', 'n.debrief', '--title', 'T']);
    const withBlock = await exported('n.debrief', '--to', 'md', '--out', '-');
    const plain = await exported('n.debrief', '--to', 'md', '--plain', '--out', '-');
    expect(withBlock.out).toMatch(/^---\ndebrief:/);
    expect(plain.out).not.toContain('debrief:');
    expect(plain.out).toMatch(/^# /);
  });

  test('leaves nothing half there when it cannot write', async () => {
    await imported();
    mkdirSync(place.path('taken.md'));
    const { code, out } = await exported('x.debrief', '--to', 'md', '--out', 'taken.md');
    expect([code, out]).toEqual([2, '']);
    expect(readdirSync(place.folder).filter((name) => name.startsWith('.'))).toEqual([]);
  });

  test('of a damaged file exports what can be read, and says so', async () => {
    await imported();
    const bytes = readFileSync(place.path('x.debrief'));
    writeFileSync(place.path('torn.debrief'), Buffer.concat([bytes, Buffer.from('torn')]));
    const { code, out, err } = await exported('torn.debrief', '--to', 'md', '--out', '-');
    expect(code).toBe(0);
    expect(out).toContain('# Cards refused');
    expect(err).toContain('torn.debrief is damaged');
  });

  /** A file with one bit of a byte flipped, so many bytes before its end. */
  const flip = (name: string, fromEnd: number): void => {
    const bytes = readFileSync(place.path(name));
    bytes[bytes.length - fromEnd] = (bytes[bytes.length - fromEnd] ?? 0) ^ 1;
    writeFileSync(place.path(name), bytes);
  };

  test('of a damaged file that lacks a picture writes the rest, and ends with 1', async () => {
    await imported();
    flip('x.debrief', 2);
    const { code, out, err } = await exported('x.debrief', '--to', 'md');
    expect([code, out]).toEqual([1, `${place.path('x.md')}\n`]);
    expect(read('x.md')).toContain('# Cards refused');
    expect(err).toContain('x.debrief is damaged. Record 2 (an image,');
    expect(err).toContain('something that was saved in it is missing');
  });

  test('of a postmortem of a newer version says that something may be missing, and ends with 1', async () => {
    await imported();
    const document = await openDocument({
      fs: nodeFileSystem,
      path: place.path('x.debrief'),
      dataFolder: place.path('of-the-test'),
      gate: () => ({ kind: 'ok' }),
    });
    const newer = new Y.Doc();
    Y.applyUpdate(newer, document.state());
    const before = Y.encodeStateVector(newer);
    bodyOf(newer).push([new Y.XmlElement('hologram')]);
    await document.push(Y.encodeStateAsUpdate(newer, before), null);
    await document.close();
    for (const to of ['md', 'json']) {
      const { code, out, err } = await exported('x.debrief', '--to', to, '--out', '-');
      expect([code, out.includes('Cards refused')]).toEqual([1, true]);
      expect(err).toContain('A newer version of Debrief wrote x.debrief (it has the node “hologram”)');
    }
  });

  test('of a file of which nothing can be read says what is damaged, and writes nothing', async () => {
    await place.run(['new', '--out', 'n.debrief']);
    flip('n.debrief', 40);
    for (const place of [[], ['--out', '-']]) {
      const { code, out, err } = await exported('n.debrief', '--to', 'md', ...place);
      expect([code, out]).toEqual([1, '']);
      expect(err).toContain('Record 1 (a snapshot,');
      expect(err).toContain('debrief: Nothing of n.debrief can be read, so nothing was written.');
    }
    expect(existsSync(place.path('n.md'))).toBe(false);
    const merged = await place.run(['merge', 'n.debrief', 'n.debrief', '--out', 'm.debrief']);
    expect([merged.code, existsSync(place.path('m.debrief'))]).toEqual([1, false]);
  });
});

describe('export --to pdf', () => {
  let browser: string;

  beforeAll(() => {
    browser = testBrowser();
  }, 600_000);

  const textOfPdf = async (name: string): Promise<readonly string[]> => {
    const pdf = await getDocument({ data: new Uint8Array(readFileSync(place.path(name))) }).promise;
    const pages = Array.from({ length: pdf.numPages }, (_, index) => pdf.getPage(index + 1));
    return Promise.all(
      pages.map(async (page) => {
        const { items } = await (await page).getTextContent();
        return items.map((item) => ('str' in item ? item.str : '')).join(' ');
      }),
    );
  };

  test('prints what the text says, with its incident and page numbers around it, and says by what', async () => {
    place.env.DEBRIEF_BROWSER = browser;
    const { code, out, err } = await exported('report.md', '--to', 'pdf', '--out', 'x.pdf');
    expect([code, out]).toEqual([0, `${place.path('x.pdf')}\n`]);
    expect(err).toMatch(/^Printed by Chromium \d+\.[\d.]+\.\n$/);
    const [first = ''] = await textOfPdf('x.pdf');
    for (const words of ['Cards refused', 'refused', 'The release starts', 'INC-2026-11-24-001', '1 / 1']) {
      expect(first.replace(/\s+/g, ' ')).toContain(words);
    }
    expect(readdirSync(place.folder).filter((name) => name.startsWith('.'))).toEqual([]);
  });

  test('goes to stdout as bytes', async () => {
    place.env.DEBRIEF_BROWSER = browser;
    const child = place.start(['export', 'report.md', '--to', 'pdf', '--paper', 'Letter', '--out', '-']);
    const parts: Buffer[] = [];
    child.stdout?.on('data', (chunk: Buffer) => parts.push(chunk));
    const { code } = await outcomeOf(child);
    expect(code).toBe(0);
    expect(Buffer.concat(parts).subarray(0, 5).toString()).toBe('%PDF-');
    expect(Buffer.concat(parts).subarray(-7).toString()).toContain('%%EOF');
  });

  test('a program that is a browser prints by itself', async () => {
    const jobs: PrintJob[] = [];
    const { code, err } = await place.run(
      ['export', 'report.md', '--to', 'pdf', '--out', 'x.pdf'],
      async (job) => {
        jobs.push(job);
        return { pdf: new TextEncoder().encode('%PDF-'), engine: 'Electron 45' };
      },
    );
    expect([code, err]).toEqual([0, 'Printed by Electron 45.\n']);
    expect(jobs).toMatchObject([
      { paper: 'A4', header: { left: 'INC-2026-11-24-001', right: 'Cards refused' } },
    ]);
    expect(readFileSync(place.path('x.pdf'), 'utf8')).toBe('%PDF-');
  });

  test('Ctrl+C ends it with 130 and leaves no file', async () => {
    const stuck = place.path('stuck-browser');
    writeFileSync(stuck, '#!/bin/sh\nexec sleep 600\n', { mode: 0o755 });
    place.env.DEBRIEF_BROWSER = stuck;
    place.env.TMPDIR = place.root;
    const child = place.start(['export', 'report.md', '--to', 'pdf', '--out', 'x.pdf']);
    while (!readdirSync(place.root).some((name) => name.startsWith('debrief-print-'))) {
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    child.kill('SIGINT');
    const { code, out, err } = await outcomeOf(child);
    expect([code, out]).toEqual([130, '']);
    expect(err).toContain('The export was cancelled.');
    expect(existsSync(place.path('x.pdf'))).toBe(false);
    expect(readdirSync(place.root).filter((name) => name.startsWith('debrief-print-'))).toEqual([]);
  });
});
