import {
  appendFileSync,
  copyFileSync,
  mkdirSync,
  readFileSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { writeFact } from '../../shared/document/facts.ts';
import type { DebriefHost } from '../services/debriefHost.ts';
import { openDocument } from '../services/open-document/index.ts';
import { nodeFileSystem } from '../storage/nodeFileSystem.ts';
import { commandHost } from './commandHost.ts';
import { outcomeOf, Workplace } from './commandLine.testkit.ts';

let place: Workplace;

beforeEach(() => {
  place = new Workplace();
});

afterEach(() => place.remove());

const made = async (...words: string[]): Promise<string> => {
  const { code, out, err } = await place.run(['new', ...words]);
  expect([code, err]).toEqual([0, '']);
  return out.trim();
};

const hostHere = (): Promise<DebriefHost> =>
  commandHost({
    env: place.env,
    folder: place.folder,
    print: async () => undefined,
    say: () => undefined,
    stopped: new AbortController().signal,
  });

/** Makes a change of facts in a file, as a window does. */
async function edit(path: string, key: 'title' | 'commander' | 'recorder', value: string): Promise<void> {
  const host = await hostHere();
  const document = await host.documents.hold(path);
  const doc = new Y.Doc();
  Y.applyUpdate(doc, document.state());
  const updates: Uint8Array[] = [];
  doc.on('update', (update: Uint8Array) => updates.push(update));
  writeFact(doc, key, value);
  for (const update of updates) await document.push(update, null);
  await host.documents.release(path);
}

const info = async (path: string) => JSON.parse((await place.run(['info', path, '--json'])).out);

describe('new', () => {
  test('gives each of several that are made at once an id of its own', async () => {
    const today = new Date().toISOString().slice(0, 10);
    const paths = await Promise.all(['a', 'b', 'c', 'd'].map((title) => made('--title', title)));
    const ids = paths.map((path) => basename(path).slice(0, `INC-${today}-001`.length)).sort();
    expect(ids).toEqual(['001', '002', '003', '004'].map((number) => `INC-${today}-${number}`));
  });

  test('makes a file in the library under the next free id of today and prints its path', async () => {
    const today = new Date().toISOString().slice(0, 10);
    const first = await made('--title', 'Cards refused', '--severity', 'P0');
    expect(first).toBe(join(place.library, `INC-${today}-001 Cards refused.debrief`));
    const second = await made();
    expect(second).toBe(join(place.library, `INC-${today}-002.debrief`));
    expect(await info(first)).toMatchObject({
      id: `INC-${today}-001`,
      title: 'Cards refused',
      severity: 'P0',
      status: 'draft',
      sections: 14,
    });
  });

  test('takes the template that the severity offers, or the one that is asked for', async () => {
    expect((await info(await made('--severity', 'P3'))).sections).toBe(6);
    expect((await info(await made('--severity', 'P3', '--template', 'full'))).sections).toBe(14);
    expect((await info(await made('--severity', 'P1', '--template', 'short'))).sections).toBe(6);
  });

  test('writes where it is told and never over a file', async () => {
    expect(await made('--out', 'a.debrief', '--id', 'INC-2026-11-24-001')).toBe(place.path('a.debrief'));
    const before = readFileSync(place.path('a.debrief'));
    const again = await place.run(['new', '--out', 'a.debrief']);
    expect([again.code, again.out]).toEqual([2, '']);
    expect(readFileSync(place.path('a.debrief'))).toEqual(before);
  });
});

describe('info', () => {
  test('says in aligned lines what its JSON says', async () => {
    const path = await made('--out', 'a.debrief', '--id', 'INC-2026-11-24-001', '--title', 'T');
    const { code, out } = await place.run(['info', 'a.debrief']);
    const json = await info(path);
    expect(code).toBe(0);
    expect(Object.keys(json)).toEqual([
      'id',
      'title',
      'severity',
      'status',
      'sections',
      'rows',
      'whys',
      'actions',
      'images',
      'bytes',
      'records',
      'schema',
      'format',
      'documentId',
    ]);
    expect(json).toMatchObject({ whys: 0, rows: 0, actions: 0, images: 0, schema: 1, format: 1 });
    expect(json.bytes).toBe(statSync(path).size);
    expect(out.split('\n').filter((line) => line !== '')).toHaveLength(Object.keys(json).length);
    expect(out).toMatch(/^title {7}T$/m);
  });

  test('TH-20 a title cannot drive the terminal', async () => {
    await made('--out', 'a.debrief', '--title', 'A\u001b[2J\u0007\nB');
    const { out } = await place.run(['info', 'a.debrief']);
    expect(out).toMatch(/^title {7}A \[2J {2}B$/m);
  });
});

describe('verify', () => {
  if (process.platform !== 'win32') {
    test('TH-20 the name of a file cannot drive the terminal', async () => {
      const name = 'a\u001b[31m\nb.debrief';
      writeFileSync(place.path(name), readFileSync(await made('--out', 'a.debrief')));
      const { code, err } = await place.run(['verify', name]);
      expect(code).toBe(0);
      expect(err).toMatch(/^a \[31m b\.debrief is sound: \d+ records, \d+ bytes\.\n$/);
    });
  }

  test('says that a sound file is sound, and prints nothing', async () => {
    await made('--out', 'a.debrief');
    const { code, out, err } = await place.run(['verify', 'a.debrief']);
    expect([code, out]).toEqual([0, '']);
    expect(err).toMatch(/^a\.debrief is sound: \d+ records, \d+ bytes\.\n$/);
    expect(JSON.parse((await place.run(['verify', 'a.debrief', '--json'])).out)).toMatchObject({
      sound: true,
      findings: [],
    });
  });

  test('names a flipped bit and ends with 1, and leaves the file as it is', async () => {
    const path = await made('--out', 'a.debrief');
    const bytes = readFileSync(path);
    bytes[bytes.length - 40] = (bytes[bytes.length - 40] ?? 0) ^ 1;
    writeFileSync(path, bytes);
    const { code, out } = await place.run(['verify', 'a.debrief']);
    expect(code).toBe(1);
    expect(out).toMatch(/^Record 1 \(a snapshot, bytes \d+ to \d+\) is damaged: its checksum is wrong\.\n/);
    expect(readFileSync(path)).toEqual(bytes);
  });

  test('names a cut inside a record, and what was put behind the last', async () => {
    const path = await made('--out', 'a.debrief');
    copyFileSync(path, place.path('b.debrief'));
    truncateSync(path, statSync(path).size - 1);
    expect((await place.run(['verify', 'a.debrief'])).code).toBe(1);
    appendFileSync(place.path('b.debrief'), 'torn');
    const json = JSON.parse((await place.run(['verify', 'b.debrief', '--json'])).out);
    expect(json).toMatchObject({ sound: false, findings: [{ kind: 'unfinished-write', length: 4 }] });
  });

  test('names a cut at the edge of a record, which only this device can know', async () => {
    const path = await made('--out', 'a.debrief');
    // Two opens: the last record of the second is a single edit.
    await edit(path, 'title', 'One');
    const { records } = JSON.parse((await place.run(['verify', 'a.debrief', '--json'])).out);
    const whole = readFileSync(path);
    const last = whole.lastIndexOf(Buffer.from('f7524543', 'hex'));
    truncateSync(path, last);
    const { code, out } = await place.run(['verify', 'a.debrief', '--json']);
    const json = JSON.parse(out);
    expect(code).toBe(1);
    expect(json.records).toBe(records - 1);
    expect(json.findings.map(({ kind }: { readonly kind: string }) => kind)).toContain('cut-off');
  });

  test('info and list say of a file that was cut at the edge of a record that it is damaged', async () => {
    const path = await made('--title', 'T');
    const listed = async () => (await place.run(['list'])).out;
    expect((await place.run(['info', path])).err).toBe('');
    expect(await listed()).not.toContain('damaged');
    truncateSync(path, 96);
    expect((await place.run(['info', path])).err).toContain('The file is damaged: debrief verify');
    expect(await listed()).toContain('nothing of its text can be read');
    expect(await listed()).not.toContain('a part of this file');
    const [entry] = JSON.parse((await place.run(['list', '--json'])).out);
    expect(entry.documentId).toBe((await info(path)).documentId);
    expect(entry.documentId).not.toBe('');
  });

  test('FF-1 says of the first bytes of a file of ours that it was cut', async () => {
    const path = await made('--out', 'a.debrief');
    for (const length of [95, 8, 7, 1]) {
      truncateSync(path, length);
      const { code, err } = await place.run(['verify', 'a.debrief']);
      expect([length, code]).toEqual([length, 1]);
      expect(err).toContain('This file was cut: only its first');
    }
  });

  test('an empty file is damaged, a file of another program is not understood', async () => {
    writeFileSync(place.path('empty.debrief'), '');
    writeFileSync(place.path('text.debrief'), '# A text, and none of ours, for sure');
    expect(await place.run(['verify', 'empty.debrief'])).toMatchObject({ code: 1, out: '' });
    expect(await place.run(['verify', 'text.debrief'])).toMatchObject({ code: 2, out: '' });
  });
});

describe('compact', () => {
  test('writes the file anew and prints both sizes', async () => {
    const path = await made('--out', 'a.debrief', '--title', 'T');
    const { code, out } = await place.run(['compact', 'a.debrief']);
    expect(code).toBe(0);
    expect(out).toMatch(/^\d+ \d+\n$/);
    expect(Number(out.trim().split(' ')[1])).toBe(statSync(path).size);
    expect(await info(path)).toMatchObject({ title: 'T' });
    expect((await place.run(['verify', 'a.debrief'])).code).toBe(0);
  });

  test('repairs a file whose header is damaged, and says where it is kept as it was', async () => {
    const path = await made('--out', 'a.debrief', '--title', 'T');
    const damaged = readFileSync(path).fill(0, 20, 30);
    writeFileSync(path, damaged);
    expect((await place.run(['verify', 'a.debrief'])).code).toBe(1);
    const { code, out, err } = await place.run(['compact', 'a.debrief']);
    expect([code, out]).toEqual([0, expect.stringMatching(/^\d+ \d+\n$/)]);
    const kept = /^a\.debrief was damaged\. It is kept as it was in (.+)\n$/.exec(err)?.[1] ?? '';
    expect(readFileSync(kept)).toEqual(damaged);
    expect((await place.run(['verify', 'a.debrief'])).code).toBe(0);
    expect(await info(path)).toMatchObject({ title: 'T' });
  });

  test('refuses a file of which nothing can be read, and leaves it as it is', async () => {
    const path = await made('--out', 'a.debrief', '--title', 'T');
    const damaged = readFileSync(path);
    damaged[400]! ^= 1;
    writeFileSync(path, damaged);
    const { code, out, err } = await place.run(['compact', 'a.debrief']);
    expect([code, out]).toEqual([1, '']);
    expect(err).toMatch(/^debrief: Nothing of this file can be read/);
    expect(readFileSync(path)).toEqual(damaged);
    expect((await place.run(['verify', 'a.debrief'])).code).toBe(1);
  });

  test('leaves a damaged file of a newer version as it is', async () => {
    const path = await made('--out', 'a.debrief');
    const host = await hostHere();
    const lenient = await openDocument({
      fs: nodeFileSystem,
      path,
      dataFolder: host.folders.data,
      gate: () => ({ kind: 'ok' }),
    });
    // Written on top of what is there: of two values set at once Yjs keeps either.
    const newer = new Y.Doc();
    Y.applyUpdate(newer, lenient.state());
    newer.getMap('about').set('schemaVersion', 99);
    await lenient.push(Y.encodeStateAsUpdate(newer), null);
    await lenient.close();
    const damaged = readFileSync(path).fill(0, 20, 30);
    writeFileSync(path, damaged);
    const { code, out, err } = await place.run(['compact', 'a.debrief']);
    expect([code, out]).toEqual([1, '']);
    expect(err).toContain('Update Debrief');
    expect(readFileSync(path)).toEqual(damaged);
  });

  test('says so when another Debrief has the file', async () => {
    const path = await made('--out', 'a.debrief');
    const host = await hostHere();
    await host.documents.hold(path);
    const before = readFileSync(path);
    const { code, out, err } = await outcomeOf(place.start(['compact', 'a.debrief']));
    expect([code, out]).toEqual([1, '']);
    expect(err).toMatch(/^debrief: .*Debrief/);
    expect(readFileSync(path)).toEqual(before);
    await host.documents.release(path);
  });
});

describe('merge', () => {
  test('brings together what two copies say, and leaves both as they were', async () => {
    const path = await made('--out', 'a.debrief', '--title', 'T');
    copyFileSync(path, place.path('b.debrief'));
    await edit(path, 'commander', 'Ines');
    await edit(place.path('b.debrief'), 'recorder', 'Dario');
    const before = [readFileSync(path), readFileSync(place.path('b.debrief'))];
    const { code, out } = await place.run(['merge', 'a.debrief', 'b.debrief', '--out', 'c.debrief']);
    expect([code, out]).toEqual([0, `${place.path('c.debrief')}\n`]);
    const json = JSON.parse((await place.run(['export', 'c.debrief', '--to', 'json', '--out', '-'])).out);
    expect(json.facts).toMatchObject({ title: 'T', commander: 'Ines', recorder: 'Dario' });
    expect([readFileSync(path), readFileSync(place.path('b.debrief'))]).toEqual(before);
  });

  test('says what is missing of a copy that was cut, before its text or behind it, and ends with 1', async () => {
    const path = await made('--out', 'a.debrief', '--title', 'T');
    copyFileSync(path, place.path('b.debrief'));
    await edit(path, 'commander', 'Ines');
    const { length } = readFileSync(path);
    for (const cut of [96, length - 1, readFileSync(path).lastIndexOf(Buffer.from('f7524543', 'hex'))]) {
      copyFileSync(path, place.path('whole.debrief'));
      truncateSync(path, cut);
      const out = `from ${cut}.debrief`;
      const { code, err } = await place.run(['merge', 'a.debrief', 'b.debrief', '--out', out]);
      expect([cut, code]).toEqual([cut, 1]);
      expect(err).toContain('a.debrief is damaged.');
      expect(err).toContain(`The file is ${length - cut} bytes shorter than when it was last saved`);
      expect(err).toContain('is missing, unless the other one has it');
      expect(await info(out)).toMatchObject({ title: 'T' });
      copyFileSync(place.path('whole.debrief'), path);
    }
  });

  test('says that a write was never finished, which is nothing that was saved, and ends with 0', async () => {
    const path = await made('--out', 'a.debrief');
    copyFileSync(path, place.path('b.debrief'));
    appendFileSync(path, 'torn');
    const { code, err } = await place.run(['merge', 'a.debrief', 'b.debrief', '--out', 'c.debrief']);
    expect(code).toBe(0);
    expect(err).toMatch(/^a\.debrief is damaged\. The last 4 bytes are no whole record.*\n$/);
  });

  test('refuses two documents, and a name that is taken', async () => {
    await made('--out', 'a.debrief');
    await made('--out', 'b.debrief');
    const two = await place.run(['merge', 'a.debrief', 'b.debrief', '--out', 'c.debrief']);
    expect(two).toMatchObject({ code: 2, out: '' });
    expect(two.err).toContain('not copies of one document');
    const taken = await place.run(['merge', 'a.debrief', 'a.debrief', '--out', 'b.debrief']);
    expect(taken).toMatchObject({ code: 2, out: '' });
  });
});

test('import says of a text with NUL characters that it holds them', async () => {
  writeFileSync(place.path('nul.md'), 'a\0b');
  const { code, err } = await place.run(['import', 'nul.md']);
  expect(code).toBe(2);
  expect(err).toContain('nul.md is no text: it holds NUL characters.');
});

describe('list', () => {
  test('lists the library, a broken file with its problem', async () => {
    await made('--title', 'One', '--id', 'INC-2026-11-24-001', '--severity', 'P1');
    writeFileSync(join(place.library, 'broken.debrief'), '');
    const { code, out } = await place.run(['list']);
    expect(code).toBe(0);
    expect(out).toMatch(/^(INC-2026-11-24-001) +P1 +draft +0 open actions +\1 One\.debrief +One$/m);
    expect(out).toMatch(/broken\.debrief +This file is empty/);
    const json = JSON.parse((await place.run(['list', '--json'])).out);
    expect(
      json.find((one: { readonly fileName: string }) => one.fileName === 'INC-2026-11-24-001 One.debrief'),
    ).toMatchObject({
      path: join(place.library, 'INC-2026-11-24-001 One.debrief'),
      incidentId: 'INC-2026-11-24-001',
      severity: 'P1',
      problem: null,
    });
  });

  test('lists a named folder, and says when there is nothing', async () => {
    mkdirSync(place.path('empty'));
    const { code, out, err } = await place.run(['list', 'empty']);
    expect([code, out]).toEqual([0, '']);
    expect(err).toContain('There is no postmortem');
    expect((await place.run(['list', 'empty', '--json'])).out).toBe('[]\n');
  });
});
