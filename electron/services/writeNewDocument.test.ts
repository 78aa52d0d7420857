import { chmodSync, mkdtempSync, rmSync, statSync, unlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createFromTemplate } from './createFromTemplate.ts';
import { DebriefHost } from './debriefHost.ts';
import { hostPorts } from './hostPorts.testkit.ts';
import { writeStateCopy } from './writeNewDocument.ts';

let root: string;
let host: DebriefHost;
let path: string;

beforeEach(async () => {
  root = mkdtempSync(join(tmpdir(), 'debrief-'));
  host = new DebriefHost(hostPorts(), { data: join(root, 'data'), library: join(root, 'library') });
  path = await createFromTemplate(host, { template: 'short', title: 'A', incidentId: null, severity: null });
});

afterEach(async () => {
  await host.close();
  rmSync(root, { recursive: true, force: true });
});

test.skipIf(process.platform === 'win32').each([
  ['is private', () => chmodSync(path, 0o600), 0o600],
  ['may be read by a group, and not be written', () => chmodSync(path, 0o440), 0o640],
  ['is gone', () => unlinkSync(path), 0o600],
  ['gave its place to something else', () => writeFileSync(path, 'no postmortem'), 0o600],
])('a copy elsewhere of a document whose file %s is for no one else', async (_, change, mode) => {
  const document = await host.documents.hold(path);
  change();
  const copy = join(root, 'copy.debrief');
  await writeStateCopy(host, copy, document);
  expect(statSync(copy).mode & 0o777).toBe(mode);
  await host.documents.release(path).catch(() => {});
});
