import { mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { nodeFileSystem } from '../storage/nodeFileSystem.ts';
import { answerValue } from './answerValue.testkit.ts';
import { DebriefHost, type WindowConnection } from './debriefHost.ts';
import { hostPorts } from './hostPorts.testkit.ts';
import { openDocument } from './open-document/index.ts';

let root: string;
let host: DebriefHost;
let file: string;
let connected = 0;

const connect = (): WindowConnection => {
  connected += 1;
  return host.connect({ id: String(connected), send: () => undefined, setTitle: () => undefined }, null);
};

/** Whether another program may write the file now. */
async function isFree(): Promise<boolean> {
  const document = await openDocument({
    fs: nodeFileSystem,
    path: host.tokens.pathOf(file),
    dataFolder: join(root, 'other'),
    gate: () => ({ kind: 'ok' }),
  });
  const { holdsFile } = document;
  await document.close();
  return holdsFile;
}

beforeEach(async () => {
  root = mkdtempSync(join(tmpdir(), 'debrief-windows-'));
  host = new DebriefHost(hostPorts(), { data: join(root, 'data'), library: join(root, 'library') });
  const wish = { template: 'short', title: 'Outage', incidentId: null, severity: 'P2' };
  file = String(answerValue(await connect().call('library.create', wish)).file);
});
afterEach(async () => {
  await host.close();
  rmSync(root, { recursive: true, force: true });
});

test('a window that goes while its document opens leaves the file free', async () => {
  const window = connect();
  const opening = window.call('document.open', { file });
  // The file is being opened: the answer is under way.
  await expect.poll(() => host.documents.isOpen(host.tokens.pathOf(file)), { interval: 1 }).toBe(true);
  await window.close();
  expect(await opening).toMatchObject({ ok: false, error: { code: 'not-found' } });
  expect(host.documents.isOpen(host.tokens.pathOf(file))).toBe(false);
  expect(await isFree()).toBe(true);
});

test('a window that goes while its document opens takes it from no other window', async () => {
  const leaving = connect();
  const staying = connect();
  const opening = leaving.call('document.open', { file });
  const { session } = answerValue(await staying.call('document.open', { file }));
  await leaving.close();
  await opening;
  expect(await staying.call('document.retrySaving', { session })).toMatchObject({ ok: true });
  expect(await isFree()).toBe(false);
});

test('a call that reaches the host after its window has gone opens nothing', async () => {
  const window = connect();
  await window.close();
  expect(await window.call('document.open', { file })).toMatchObject({ ok: false });
  expect(await isFree()).toBe(true);
});

test('FF-23 a window says where a document is kept when another one has taken the place of its file', async () => {
  const window = connect();
  await window.call('document.open', { file });
  expect(window.troubles()).toEqual([]);
  const wish = { template: 'short', title: 'Other', incidentId: null, severity: null };
  const other = String(answerValue(await window.call('library.create', wish)).file);
  renameSync(host.tokens.pathOf(other), host.tokens.pathOf(file));
  await expect
    .poll(() => window.troubles(), { timeout: 10_000 })
    .toEqual([expect.stringMatching(/^Another postmortem .* is kept in “.* \(kept\)\.debrief”\.$/)]);
  await window.close();
});
