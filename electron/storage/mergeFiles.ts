import { createHash } from 'node:crypto';
import * as Y from 'yjs';
import { HostError } from '../../shared/contract/errors.ts';
import { createFile, newHeader } from './createFile.ts';
import type { FileSystem } from './fileSystem.ts';
import { RECORD_TYPE, type RecordContent } from './format/record.ts';
import { imageRecords } from './imageRecords.ts';
import { type CopyRead, imagesOfCopy } from './imagesOfCopy.ts';
import { commonOf, ownerWrites, type Permissions } from './permissions.ts';

/** What was read of one copy. */
export interface MergeCopy extends CopyRead {
  readonly documentId: string;
  /** Records of types that this version does not know (FF-10). */
  readonly unknown: readonly RecordContent[];
  readonly lastSequence: number;
  readonly permissions: Permissions;
}

export interface MergeRequest {
  readonly fs: FileSystem;
  /** Two or more copies of one document. */
  readonly copies: readonly MergeCopy[];
  /** Where the merged file goes; nothing may be there. */
  readonly out: string;
}

const different = (): HostError =>
  new HostError({
    code: 'bad-argument',
    sentence: 'These files are not copies of one document: their document ids differ.',
    next: 'Nothing was written. To bring text over, export one as Markdown.',
  });

const unreadable = (): HostError =>
  new HostError({
    code: 'damaged',
    sentence: 'These files are damaged: nothing of their text can be read.',
    next: 'Nothing was written. Look for another copy of them.',
  });

const keyOf = ({ type, payload }: RecordContent): string =>
  `${type} ${createHash('sha256').update(payload).digest('hex')}`;

/**
 * Writes a new file that holds everything that any of the copies holds but images that were deleted, and that nobody may
 * read who may not read each of them. Throws HostError when they are of two documents, or nothing of their text was read,
 * NameTaken when `out` exists.
 */
export async function mergeFiles({ fs, copies, out }: MergeRequest): Promise<void> {
  const [documentId = '', ...others] = new Set(copies.map((copy) => copy.documentId));
  if (others.length > 0) throw different();
  const merged = new Y.Doc();
  for (const { doc } of copies) Y.applyUpdate(merged, Y.encodeStateAsUpdate(doc));
  if (merged.store.clients.size === 0 && merged.store.pendingStructs === null) throw unreadable();
  const images = new Map(copies.flatMap((copy) => [...imagesOfCopy(merged, copy)]));
  const unknown = new Map(copies.flatMap((copy) => copy.unknown.map((r) => [keyOf(r), r] as const)));
  const sequences = copies.map(({ lastSequence }) => lastSequence + 1);
  const records = [
    { type: RECORD_TYPE.snapshot, payload: Y.encodeStateAsUpdate(merged) },
    ...imageRecords(images),
    ...unknown.values(),
  ];
  const permissions = ownerWrites(commonOf(copies.map((copy) => copy.permissions)));
  const header = newHeader(documentId, Math.max(0, ...sequences));
  await createFile(fs, out, header, records, permissions);
}
