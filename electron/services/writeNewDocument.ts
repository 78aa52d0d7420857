import * as Y from 'yjs';
import { judgeUpdate } from '../../shared/schema/gate.ts';
import { nodeFileSystem } from '../storage/nodeFileSystem.ts';
import type { DebriefHost } from './debriefHost.ts';
import { createDocument, type OpenDocument } from './open-document/index.ts';

/** Writes a Y.Doc as a new file and closes it. Resolves when it is safe on disk. @throws HostError */
export async function writeNewDocument(
  host: DebriefHost,
  path: string,
  doc: Y.Doc,
  documentId: string,
): Promise<void> {
  await writeState(host, path, Y.encodeStateAsUpdate(doc), documentId);
}

/** Writes what an open document holds, saved or not, as a second file of the same document. @throws HostError */
export async function writeStateCopy(host: DebriefHost, path: string, document: OpenDocument): Promise<void> {
  await writeState(host, path, document.state(), document.documentId);
}

async function writeState(
  host: DebriefHost,
  path: string,
  initial: Uint8Array,
  documentId: string,
): Promise<void> {
  const document = await createDocument({
    fs: nodeFileSystem,
    path,
    dataFolder: host.folders.data,
    gate: judgeUpdate,
    documentId,
    initial,
  });
  await document.close();
}
