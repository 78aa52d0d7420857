import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as Y from 'yjs';
import { createDocument } from '../../electron/services/open-document/index.ts';
import { nodeFileSystem } from '../../electron/storage/nodeFileSystem.ts';
import { createPostmortem } from '../../shared/document/createPostmortem.ts';
import type { Facts } from '../../shared/document/facts.ts';
import { bodyOf } from '../../shared/document/layout.ts';
import type { Folders } from '../fixtures/host.ts';
import { SAMPLE_BODY } from '../fixtures/samplePostmortem.ts';

export interface Sample {
  readonly facts: Partial<Facts>;
  readonly status: string;
  readonly withBody: boolean;
  readonly change?: (doc: Y.Doc) => void;
}

/** Writes a postmortem into the library by the real service. @returns its path */
export async function writeSample(folders: Folders, sample: Sample): Promise<string> {
  const written = await openSample(folders, sample);
  await written.close();
  return pathOfSample(folders, sample);
}

const pathOfSample = (folders: Folders, { facts }: Sample): string =>
  join(folders.library, `${facts.incidentId}.debrief`);

async function openSample(folders: Folders, sample: Sample) {
  const documentId = crypto.randomUUID();
  const doc = createPostmortem({
    id: documentId,
    created: '2026-11-13T02:00:00Z',
    template: 'full',
    facts: sample.facts,
    status: sample.status,
    lastAction: 5,
    body: sample.withBody ? SAMPLE_BODY : [],
  });
  sample.change?.(doc);
  return createDocument({
    fs: nodeFileSystem,
    path: pathOfSample(folders, sample),
    dataFolder: folders.data,
    gate: () => ({ kind: 'ok' }),
    documentId,
    initial: Y.encodeStateAsUpdate(doc),
  });
}

/** A mark by which the lost record is found in the file. */
const LOST = 'These words were on a bad spot of the disk.';

/** Writes a postmortem of which one record went bad, so that what was typed after it has lost its place. */
export async function writeDamagedSample(folders: Folders, sample: Sample): Promise<string> {
  const path = pathOfSample(folders, sample);
  const document = await openSample(folders, sample);
  const doc = new Y.Doc();
  Y.applyUpdate(doc, document.state());
  for (const words of [
    LOST,
    ' The second failover began at 00:12, and nobody could say when it ended.',
    ' Refusals fell below 1% at 00:53.',
  ]) {
    const before = Y.encodeStateVector(doc);
    const body = bodyOf(doc);
    const last = body.get(body.length - 1);
    if (words === LOST) {
      const paragraph = new Y.XmlElement('paragraph');
      paragraph.insert(0, [new Y.XmlText(words)]);
      body.push([paragraph]);
    } else if (last instanceof Y.XmlElement) {
      const text = last.get(0);
      if (text instanceof Y.XmlText) text.insert(text.length, words);
    }
    await document.push(Y.encodeStateAsUpdate(doc, before), null);
  }
  const bytes = readFileSync(path);
  await document.close();
  const at = bytes.indexOf(LOST);
  if (at === -1) throw new Error('The record to damage was not found.');
  bytes[at] = (bytes[at] ?? 0) ^ 1;
  writeFileSync(path, bytes);
  return path;
}
