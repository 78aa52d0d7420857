import { createHash } from 'node:crypto';
import * as Y from 'yjs';
import { HostError } from '../../shared/contract/errors.ts';
import { createFile, newHeader } from './createFile.ts';
import { describeDamage } from './describeDamage.ts';
import type { FileSystem } from './fileSystem.ts';
import { RECORD_TYPE, type RecordContent } from './format/record.ts';
import { imageRecords } from './imageRecords.ts';
import { readForUse } from './readForUse.ts';
import { readTrouble } from './readTrouble.ts';
import type { Vet } from './vet.ts';

export interface MergeRequest {
  readonly fs: FileSystem;
  /** Two or more copies of one document. */
  readonly paths: readonly string[];
  /** Where the merged file goes; nothing may be there. */
  readonly out: string;
  readonly vet: Vet;
}

export interface Merged {
  readonly documentId: string;
  /** What was wrong with the copies, one sentence each; what could be read of them is merged. */
  readonly problems: readonly string[];
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
 * Writes a new file that holds everything that any of the copies holds. The copies are not changed. Throws
 * HostError when one cannot be read or is another document, EEXIST when `out` exists.
 */
export async function mergeFiles({ fs, paths, out, vet }: MergeRequest): Promise<Merged> {
  const copies = [];
  for (const path of paths) {
    const copy = await readForUse(fs, path, 'read', vet).catch((error: unknown) => {
      throw readTrouble(error, path);
    });
    await copy.file.close();
    copies.push(copy);
  }
  const [documentId = '', ...others] = new Set(copies.map(({ contents }) => contents.header.documentId));
  if (others.length > 0) throw different();
  const doc = new Y.Doc();
  for (const { replayed } of copies) Y.applyUpdate(doc, Y.encodeStateAsUpdate(replayed.doc));
  if (doc.store.clients.size === 0 && doc.store.pendingStructs === null) throw unreadable();
  const images = new Map(copies.flatMap(({ replayed }) => [...replayed.images]));
  const unknown = new Map(
    copies.flatMap(({ replayed }) => replayed.unknown.map((r) => [keyOf(r), r] as const)),
  );
  const sequences = copies.map(({ contents }) => contents.scan.lastSequence + 1);
  await createFile(fs, out, newHeader(documentId, Math.max(0, ...sequences)), [
    { type: RECORD_TYPE.snapshot, payload: Y.encodeStateAsUpdate(doc) },
    ...imageRecords(images),
    ...unknown.values(),
  ]);
  return { documentId, problems: copies.flatMap(({ damage }) => damage.map(describeDamage)) };
}
