import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { encodeFile, newHeader } from '../storage/createFile.ts';
import { RECORD_TYPE } from '../storage/format/record.ts';
import { createFromTemplate } from './createFromTemplate.ts';
import { DebriefHost } from './debriefHost.ts';
import { forkDecoder } from './decoding/forkDecoder.ts';
import { conflicting } from './decoding/hostile.testkit.ts';
import { hostPorts } from './hostPorts.testkit.ts';
import { addDroppedFile } from './importFile.ts';

let root: string;
let library: string;
let host: DebriefHost;
let processes = 0;

const hostIn = (data: string): DebriefHost =>
  new DebriefHost(
    hostPorts({
      startDecoder: () => {
        processes += 1;
        return forkDecoder();
      },
    }),
    { data: join(root, data), library },
  );

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'debrief-'));
  library = join(root, 'library');
  mkdirSync(library);
  processes = 0;
  host = hostIn('data');
});

afterEach(async () => {
  await host.close();
  rmSync(root, { recursive: true, force: true });
});

const hostileFile = (documentId = 'harm-1'): Uint8Array =>
  encodeFile(newHeader(documentId, 0), [{ type: RECORD_TYPE.update, payload: conflicting(12_000) }]);

const problem = { code: 'damaged', sentence: expect.stringContaining('more time or memory') };

const make = (): Promise<string> =>
  createFromTemplate(host, { template: 'full', title: 'Ours', incidentId: null, severity: null });

test('TH-15 a file that would hang the app is refused at every door, and nothing is changed', async () => {
  const bytes = hostileFile();
  const path = join(library, 'harm.debrief');
  writeFileSync(path, bytes);
  await expect(host.documents.hold(path)).rejects.toMatchObject(problem);
  expect(await host.library.list()).toMatchObject([{ problem: problem.sentence }]);
  await expect(addDroppedFile(host, 'dropped.debrief', bytes)).rejects.toMatchObject(problem);
  expect(readdirSync(library)).toEqual(['harm.debrief']);
  expect(new Uint8Array(readFileSync(path))).toEqual(new Uint8Array(bytes));
});

test('TH-15 what this device saved itself is opened at once, without another process', async () => {
  const path = await make();
  await host.documents.hold(path);
  await host.documents.release(path);
  await host.library.list();
  expect(processes).toBe(0);
});

test('TH-15 a file from elsewhere is tried once; when it is saved here, it is ours', async () => {
  const path = await make();
  const other = hostIn('other-data');
  await other.documents.hold(path);
  await other.documents.release(path);
  expect(processes).toBe(1);
  await other.close();
  const again = hostIn('other-data');
  await again.documents.hold(path);
  await again.close();
  expect(processes).toBe(1);
});

test('TH-15 a hostile copy that is put over an open file is left alone, and the words typed here go beside', async () => {
  const path = await make();
  const document = await host.documents.hold(path);
  const before = document.state();
  copyFileSync(path, join(root, 'copy'));
  writeFileSync(path, hostileFile(document.documentId));
  const harm = readFileSync(path);
  await document.lookOutside();
  await expect
    .poll(() => document.saveState(), { timeout: 60_000 })
    .toMatchObject({
      kind: 'not-saved',
      sentence: expect.stringMatching(/more time or memory.*is kept in “.*\(kept\)\.debrief”/),
    });
  expect(document.state()).toEqual(before);
  expect(readFileSync(path)).toEqual(harm);
  writeFileSync(path, readFileSync(join(root, 'copy')));
  await document.lookOutside();
  await expect.poll(() => document.saveState().kind, { timeout: 60_000 }).toBe('saved');
});
