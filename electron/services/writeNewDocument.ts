import * as Y from 'yjs';
import { judgeUpdate } from '../../shared/schema/gate.ts';
import { nodeFileSystem } from '../storage/nodeFileSystem.ts';
import type { Permissions } from '../storage/permissions.ts';
import { permissionsOfCopy } from '../storage/permissionsOfCopy.ts';
import type { DebriefHost } from './debriefHost.ts';
import { imagesOf } from './images/imagesOf.ts';
import { createDocument, type OpenDocument, type StoredImage } from './open-document/index.ts';

/** By SHA-256, 64 hex digits. */
type Images = Iterable<readonly [string, StoredImage]>;

/** Writes a Y.Doc as a new file and closes it. Resolves when it is safe on disk. @throws HostError */
export async function writeNewDocument(
  host: DebriefHost,
  path: string,
  doc: Y.Doc,
  documentId: string,
  images: Images = [],
): Promise<void> {
  await writeState(host, path, Y.encodeStateAsUpdate(doc), documentId, images);
}

/**
 * Writes what an open document holds, saved or not, as a second file of the same document, which nobody may read who
 * may not read the first. @throws HostError
 */
export async function writeStateCopy(host: DebriefHost, path: string, document: OpenDocument): Promise<void> {
  const state = document.state();
  const doc = new Y.Doc();
  Y.applyUpdate(doc, state);
  const images = imagesOf(doc, (hash) => document.image(hash));
  const permissions = await permissionsOfCopy(nodeFileSystem, document.realPath, document.documentId);
  await writeState(host, path, state, document.documentId, images, permissions);
}

async function writeState(
  host: DebriefHost,
  path: string,
  initial: Uint8Array,
  documentId: string,
  images: Images,
  permissions?: Permissions,
): Promise<void> {
  const document = await createDocument({
    fs: nodeFileSystem,
    path,
    dataFolder: host.folders.data,
    gate: judgeUpdate,
    documentId,
    initial,
    images,
    permissions,
  });
  await document.close();
}
