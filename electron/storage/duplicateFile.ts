import * as Y from 'yjs';
import { aboutOf } from '../../shared/document/layout.ts';
import { createFile, newHeader } from './createFile.ts';
import type { FileSystem } from './fileSystem.ts';
import { RECORD_TYPE } from './format/record.ts';
import { imageRecords } from './imageRecords.ts';
import { ownerWrites } from './permissions.ts';
import { readForUse } from './readForUse.ts';
import type { Vet } from './vet.ts';

export interface DuplicateRequest {
  readonly fs: FileSystem;
  readonly path: string;
  /** Where the duplicate goes; nothing may be there. */
  readonly out: string;
  /** The duplicate's own id: it is another document from now on, and never merges with the first. */
  readonly documentId: string;
  readonly vet: Vet;
}

/**
 * Writes a copy of a document under a new document id, without the history of edits. Of a damaged file it takes
 * what can be read. Whoever may not read the file may not read the copy. Throws HostError when the file cannot
 * be read, NameTaken when `out` exists.
 */
export async function duplicateFile({ fs, path, out, documentId, vet }: DuplicateRequest): Promise<void> {
  const { file, contents, replayed } = await readForUse(fs, path, 'read', vet);
  await file.close();
  const { doc, images, unknown } = replayed;
  aboutOf(doc).set('id', documentId);
  const records = [
    { type: RECORD_TYPE.snapshot, payload: Y.encodeStateAsUpdate(doc) },
    ...imageRecords(images),
    ...unknown,
  ];
  await createFile(fs, out, newHeader(documentId, 0), records, ownerWrites(contents.stat));
}
