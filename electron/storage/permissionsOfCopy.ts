import type { FileSystem } from './fileSystem.ts';
import { HEADER_BYTES, readHeader } from './format/header.ts';
import { OWNER_ONLY, ownerWrites, type Permissions } from './permissions.ts';

/**
 * The permissions of a copy of a document, whose owner may write it: those of the document's file at `path`. Where
 * that is gone, cannot be read, or holds something else, nobody knows who was to read it, and the copy is its owner's
 * alone.
 */
export async function permissionsOfCopy(
  fs: FileSystem,
  path: string,
  documentId: string,
): Promise<Permissions> {
  try {
    const file = await fs.open(path, 'read');
    try {
      const reading = readHeader(await file.readAt(0, HEADER_BYTES));
      const isOurs = reading.kind === 'header' && reading.header.documentId === documentId;
      return isOurs ? ownerWrites(await file.stat()) : OWNER_ONLY;
    } finally {
      await file.close();
    }
  } catch {
    return OWNER_ONLY;
  }
}
