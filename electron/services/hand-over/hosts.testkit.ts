import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach } from 'vitest';
import * as Y from 'yjs';
import { createPostmortem } from '../../../shared/document/createPostmortem.ts';
import { bodyOf } from '../../../shared/document/layout.ts';
import { readBody, textOf } from '../../../shared/document/readBody.ts';
import { judgeUpdate } from '../../../shared/schema/gate.ts';
import type { FileSystem } from '../../storage/fileSystem.ts';
import { nodeFileSystem } from '../../storage/nodeFileSystem.ts';
import { createDocument, type OpenDocument, readDocument, type SchemaGate } from '../open-document/index.ts';
import { OpenDocuments } from '../openDocuments.ts';
import { SharedOpening } from './sharedOpening.ts';

/** Where a test's hosts live, and the file that they share; set anew for each test. */
export const place = { root: '', path: '' };
const hosts: Host[] = [];

/** What DebriefHost makes of it, several times in one process: claims know each other by socket, not by process. */
export class Host {
  readonly documents: OpenDocuments;
  readonly sharing: SharedOpening;

  constructor(name: string, gate: SchemaGate = judgeUpdate, fs: FileSystem = nodeFileSystem) {
    const dataFolder = join(place.root, name);
    mkdirSync(dataFolder, { recursive: true });
    this.documents = new OpenDocuments((file) => this.sharing.open({ fs, path: file, dataFolder, gate }));
    this.sharing = new SharedOpening((realPath) => this.documents.holderOf(realPath));
    hosts.push(this);
  }

  hold(): Promise<OpenDocument> {
    return this.documents.hold(place.path);
  }

  /** Its last window leaves the document. */
  release(): Promise<void> {
    return this.documents.release(place.path);
  }

  async close(): Promise<void> {
    await this.documents.closeAll();
    await this.sharing.close();
  }
}

/** Makes the shared file before each test of a suite, and closes all hosts after it. */
export function shareOneFile(): void {
  beforeEach(async () => {
    place.root = mkdtempSync(join(tmpdir(), 'debrief-'));
    place.path = join(place.root, 'shared.debrief');
    const doc = createPostmortem({
      id: 'shared',
      created: '2026-11-24T12:00:00Z',
      template: 'imported',
      facts: {},
      body: [{ type: 'paragraph', content: [{ type: 'text', text: 'Start.' }] }],
    });
    const document = await createDocument({
      fs: nodeFileSystem,
      path: place.path,
      dataFolder: join(place.root, 'made'),
      gate: judgeUpdate,
      documentId: 'shared',
      initial: Y.encodeStateAsUpdate(doc),
    });
    await document.close();
  });

  afterEach(async () => {
    for (const host of hosts.splice(0)) await host.close();
    rmSync(place.root, { recursive: true, force: true });
  });
}

/** A window's replica of an open document, kept up to date, that types at the end of the first line and deletes in it. */
export function typing(document: OpenDocument, name: string) {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, document.state());
  document.subscribe({
    update: (update, from) => {
      if (from !== name) Y.applyUpdate(doc, update);
    },
    saveState: () => {},
  });
  const edit = (change: (line: Y.XmlText) => void) => {
    const before = Y.encodeStateVector(doc);
    change((bodyOf(doc).get(0) as Y.XmlElement).get(0) as Y.XmlText);
    return document.push(Y.encodeStateAsUpdate(doc, before), name);
  };
  return {
    text: () => readBody(doc).map(textOf).join('\n'),
    type: (words: string) => edit((line) => line.insert(line.length, words)),
    delete: (words: string) => edit((line) => line.delete(line.toString().indexOf(words), words.length)),
  };
}

/** What a file says. */
export const textAt = async (path: string): Promise<string> =>
  readBody(await readDocument({ fs: nodeFileSystem, path }))
    .map(textOf)
    .join('\n');

/** What the shared file says. */
export const onDisk = (): Promise<string> => textAt(place.path);
