import { mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import * as Y from 'yjs';
import { HostError } from '../../shared/contract/errors.ts';
import { createPostmortem } from '../../shared/document/createPostmortem.ts';
import type { Facts } from '../../shared/document/facts.ts';
import type { BodyNode } from '../../shared/document/template.ts';
import { SEED } from '../../shared/testing/seed.testkit.ts';
import { nodeFileSystem } from '../storage/nodeFileSystem.ts';
import { NameTaken } from '../storage/placeNewFile.ts';
import { FileTokens } from './fileTokens.ts';
import { Library, safeFileStem } from './library.ts';

let root: string;
let folder: string;
let reads: string[];
let library: Library;
const documents = new Map<string, Y.Doc>();

const postmortem = (facts: Partial<Facts>, body: readonly BodyNode[] = []): Y.Doc =>
  createPostmortem({ id: 'd1', created: '2026-11-20T09:00:00Z', template: 'full', facts, body });

/** A file whose content is what the reader is told it is. */
function file(name: string, doc: Y.Doc | null, changed: Date = new Date('2026-11-24T12:00:00Z')): void {
  const path = join(folder, name);
  writeFileSync(path, name);
  utimesSync(path, changed, changed);
  if (doc !== null) documents.set(path, doc);
}

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'debrief-library-'));
  folder = join(root, 'Postmortems');
  mkdirSync(folder);
  documents.clear();
  reads = [];
  library = new Library(folder, new FileTokens(), async (path) => {
    reads.push(basename(path));
    const doc = documents.get(path);
    if (doc !== undefined) return { documentId: 'd1', doc, damaged: false, hasText: true };
    throw new HostError({ code: 'damaged', sentence: 'It is broken.', next: 'Take another copy.' });
  });
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

it('makes its folder when it is missing, and waits until the disk has the names of it and of those above', async () => {
  const waited: string[] = [];
  const { fsyncDirectory } = nodeFileSystem;
  vi.spyOn(nodeFileSystem, 'fsyncDirectory').mockImplementation((path) => {
    waited.push(path);
    return fsyncDirectory(path);
  });
  const deep = join(root, 'Documents', 'Postmortems');
  expect(
    await new Library(deep, new FileTokens(), async () => ({
      documentId: 'x',
      doc: postmortem({}),
      damaged: false,
      hasText: true,
    })).list(),
  ).toEqual([]);
  vi.restoreAllMocks();
  expect(waited).toEqual([root, join(root, 'Documents')]);
});

describe('list', () => {
  it('says of each postmortem what its facts say', async () => {
    const item = (status: string | null): BodyNode => ({ type: 'actionItem', attrs: { status } });
    const actions = [item('open'), item(null), item('in-progress'), item('done'), item('dropped')];
    file(
      'a.debrief',
      postmortem({ incidentId: 'INC-1', title: 'One', severity: 'P0', firstAlert: '2026-11-12T23:52' }, [
        { type: 'actionList', content: actions },
      ]),
    );
    expect(await library.list()).toMatchObject([
      {
        fileName: 'a.debrief',
        documentId: 'd1',
        incidentId: 'INC-1',
        title: 'One',
        severity: 'P0',
        status: 'draft',
        date: '2026-11-12',
        openActions: 3,
        bytes: 9,
        problem: null,
        next: null,
      },
    ]);
  });

  it('says of a postmortem that was read whether a part of its file is damaged', async () => {
    file('a.debrief', postmortem({ title: 'One' }));
    for (const damaged of [false, true]) {
      const doc = postmortem({ title: 'One' });
      const reading = new Library(folder, new FileTokens(), async () => ({
        documentId: 'x',
        doc,
        damaged,
        hasText: true,
      }));
      expect(await reading.list()).toMatchObject([{ title: 'One', damaged }]);
    }
  });

  it('takes the day of creation where no first alert is known, and no severity that is none', async () => {
    file('a.debrief', postmortem({ severity: 'SEV-1' }));
    expect(await library.list()).toMatchObject([{ date: '2026-11-20', severity: null, title: null }]);
  });

  it('lists a file without any text that can be read as one that is not read', async () => {
    file('a.debrief', postmortem({}));
    const cut = { documentId: 'x', doc: new Y.Doc(), damaged: true, hasText: false };
    expect(await new Library(folder, new FileTokens(), async () => cut).list()).toMatchObject([
      {
        documentId: 'x',
        damaged: false,
        problem: 'This file is damaged, or was cut: nothing of its text can be read.',
        next: 'Look for a whole copy of it.',
      },
    ]);
  });

  it('lists a file that cannot be read with why, and what to do', async () => {
    file('broken.debrief', null);
    expect(await library.list()).toMatchObject([
      { fileName: 'broken.debrief', problem: 'It is broken.', next: 'Take another copy.', documentId: null },
    ]);
  });

  it('leaves out what is no postmortem of the person: other files, hidden ones, folders', async () => {
    file('a.DEBRIEF', postmortem({}));
    file('.b.debrief', postmortem({}));
    file('c.md', postmortem({}));
    mkdirSync(join(folder, 'd.debrief'));
    symlinkSync(join(root, 'nowhere'), join(folder, 'e.debrief'));
    expect((await library.list()).map(({ fileName }) => fileName)).toEqual(['a.DEBRIEF']);
  });

  it('puts the one changed last first', async () => {
    file('old.debrief', postmortem({}), new Date('2026-11-20T12:00:00Z'));
    file('new.debrief', postmortem({}), new Date('2026-11-22T12:00:00Z'));
    expect((await library.list()).map(({ fileName }) => fileName)).toEqual(['new.debrief', 'old.debrief']);
  });

  it('reads a file again only after it changed', async () => {
    file('a.debrief', postmortem({ title: 'Before' }));
    await library.list();
    await library.list();
    expect(reads).toEqual(['a.debrief']);
    file('a.debrief', postmortem({ title: 'After' }), new Date('2026-11-24T12:00:01Z'));
    expect(await library.list()).toMatchObject([{ title: 'After' }]);
  });

  it('makes the folder when it is missing', async () => {
    rmSync(folder, { recursive: true });
    expect(await library.list()).toEqual([]);
    expect(readdirSync(root)).toEqual(['Postmortems']);
  });

  it('says which folder it is when it cannot be read', async () => {
    rmSync(folder, { recursive: true });
    writeFileSync(folder, 'a file where the folder should be');
    await expect(library.list()).rejects.toMatchObject({
      code: 'no-permission',
      sentence: expect.stringContaining(folder),
    });
  });
});

describe('a free path', () => {
  it('is counted up past what is there, whatever its case', async () => {
    file('INC-1 Outage.debrief', null);
    expect(basename(await library.makeFile('INC-1 Outage', async () => {}))).toBe('INC-1 Outage 2.debrief');
    file('inc-1 outage 2.debrief', null);
    expect(basename(await library.makeFile('INC-1 Outage', async () => {}))).toBe('INC-1 Outage 3.debrief');
  });

  it('is counted up past what others put there at the last moment, and no further trouble is hidden', async () => {
    const tried: string[] = [];
    const made = await library.makeFile('Outage', async (path) => {
      tried.push(basename(path));
      if (tried.length < 3) throw new NameTaken();
    });
    expect(tried).toEqual(['Outage.debrief', 'Outage 2.debrief', 'Outage 3.debrief']);
    expect(basename(made)).toBe('Outage 3.debrief');
    const full = Object.assign(new Error('full'), { code: 'ENOSPC' });
    await expect(library.makeFile('Outage', () => Promise.reject(full))).rejects.toBe(full);
  });

  it('keeps letters of every script and leaves out what a path means', () => {
    expect(safeFileStem('INC-1 Zażółć/../etc: "Störung" 障害?')).toBe('INC-1 Zażółć .. etc Störung 障害');
    expect(safeFileStem('  ..hidden.. ')).toBe('hidden');
    expect(safeFileStem('///')).toBe('Postmortem');
  });

  it('is never the name of a device', () => {
    expect(safeFileStem('con')).toBe('con_');
    expect(safeFileStem('AUX.2026')).toBe('AUX_.2026');
    expect(safeFileStem('console')).toBe('console');
  });

  it('is cut between words when the title is long', () => {
    const stem = safeFileStem('INC-2026-11-24-001 '.concat('payments refused '.repeat(20)));
    expect(stem).toMatch(/ (payments|refused)$/);
    expect(Buffer.byteLength(stem)).toBeLessThanOrEqual(160);
  });

  it('is one part of a path on every system, for any title', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (title) => {
        const stem = safeFileStem(title);
        expect(stem).not.toMatch(/[\\/:*?"<>|\p{Cc}]|^[. ]|[. ]$/u);
        expect(stem.length).toBeGreaterThan(0);
        expect(Buffer.byteLength(stem)).toBeLessThanOrEqual(160);
        expect(stem).not.toMatch(/\p{Surrogate}/u);
      }),
      { seed: SEED, numRuns: 500 },
    );
  });
});
