import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { answerValue } from './answerValue.testkit.ts';
import { DebriefHost, type WindowConnection } from './debriefHost.ts';
import { FileTokens } from './fileTokens.ts';
import { hostPorts } from './hostPorts.testkit.ts';

let root: string;
let host: DebriefHost;
let window: WindowConnection;

const ports = hostPorts();

const WISH = { template: 'short', title: 'Outage', incidentId: null, severity: 'P2' };

function start(): void {
  host = new DebriefHost(ports, { data: join(root, 'data'), library: join(root, 'library') });
  window = host.connect({ id: '1', send: () => undefined, setTitle: () => undefined }, null);
}

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'debrief-restart-'));
  start();
});
afterEach(async () => {
  await host.close();
  rmSync(root, { recursive: true, force: true });
});

it('a window whose host was started again opens what it showed', async () => {
  const { file } = answerValue(await window.call('library.create', WISH));
  await host.close();
  start();
  expect(answerValue(await window.call('document.open', { file }))).toMatchObject({
    fileName: 'Outage.debrief',
  });
});

it('TH-11 a window whose host was started again with the same file outside the library opens it, and no other', async () => {
  const files = ['pointed-at.debrief', 'beside.debrief'].map((name) => join(root, name));
  const { file } = answerValue(await window.call('library.create', WISH));
  for (const path of files) copyFileSync(host.tokens.pathOf(String(file)), path);
  const [pointedAt = ''] = files;
  // What a page may remember of both, from an earlier program.
  const remembered = files.map((path) => new FileTokens().tokenOf(path));
  await host.close();
  start();
  await host.openable(pointedAt);
  expect(answerValue(await window.call('document.open', { file: remembered[0] }))).toMatchObject({
    fileName: 'pointed-at.debrief',
    folder: root,
  });
  expect(await window.call('document.open', { file: remembered[1] })).toMatchObject({
    ok: false,
    error: { code: 'not-found', next: expect.stringContaining('start Debrief with it') },
  });
});

it('a file that no host named to a window stays unknown', async () => {
  const answer = await window.call('document.open', { file: 'x'.repeat(32) });
  expect(answer).toMatchObject({ ok: false, error: { code: 'not-found' } });
});
