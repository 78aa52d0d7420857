import { copyFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import * as Y from 'yjs';
import { readFacts, writeFact } from '../../shared/document/facts.ts';
import { SCHEMA_VERSION } from '../../shared/schema/postmortemSchema.ts';
import { nodeFileSystem } from '../storage/nodeFileSystem.ts';
import { createFromTemplate } from './createFromTemplate.ts';
import { DebriefHost } from './debriefHost.ts';
import { hostPorts } from './hostPorts.testkit.ts';
import { addDroppedFile } from './importFile.ts';
import { type OpenDocument, openDocument } from './open-document/index.ts';

let root: string;
const hosts: DebriefHost[] = [];

const hostIn = (data: string): DebriefHost => {
  const host = new DebriefHost(hostPorts(), { data: join(root, data), library: join(root, 'library') });
  hosts.push(host);
  return host;
};

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'debrief-'));
});

afterEach(async () => {
  for (const host of hosts.splice(0)) await host.close();
  rmSync(root, { recursive: true, force: true });
});

function changed(document: OpenDocument, change: (doc: Y.Doc) => void): Uint8Array {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, document.state());
  const before = Y.encodeStateVector(doc);
  change(doc);
  return Y.encodeStateAsUpdate(doc, before);
}

/** The bytes of a copy of the file as a newer Debrief has written it. */
async function newerCopy(path: string): Promise<Uint8Array> {
  const copy = join(root, 'copy.debrief');
  copyFileSync(path, copy);
  const gate = () => ({ kind: 'ok' }) as const;
  const document = await openDocument({
    fs: nodeFileSystem,
    path: copy,
    dataFolder: join(root, 'newer'),
    gate,
  });
  await document.push(
    changed(document, (doc) => doc.getMap('about').set('schemaVersion', SCHEMA_VERSION + 1)),
    'window',
  );
  await document.putImage(Uint8Array.of(1, 2, 3), 'image/png');
  await document.putUnknown({ type: 77, payload: Uint8Array.of(7) });
  await document.close();
  return readFileSync(copy);
}

for (const who of ['this program', 'another program'] as const) {
  test(`DF-2 a newer copy that is dropped is refused there, and the document goes on that ${who} has open`, async () => {
    const host = hostIn('data');
    const wish = { template: 'short', title: 'Dropped', incidentId: null, severity: null } as const;
    const path = await createFromTemplate(host, wish);
    const copy = await newerCopy(path);
    const document = await (who === 'this program' ? host : hostIn('other')).documents.hold(path);
    const before = readFileSync(path);
    await expect(addDroppedFile(host, 'newer.debrief', new Uint8Array(copy))).rejects.toMatchObject({
      code: 'newer-version',
      sentence: expect.stringMatching(/^The copy contains schema version/),
    });
    expect(readFileSync(path)).toEqual(before);
    expect(document.saveState()).toEqual({ kind: 'saved' });
    await document.push(
      changed(document, (doc) => writeFact(doc, 'commander', 'Ada')),
      'window',
    );
    const doc = new Y.Doc();
    Y.applyUpdate(doc, document.state());
    expect(readFacts(doc).commander).toBe('Ada');
  });
}
