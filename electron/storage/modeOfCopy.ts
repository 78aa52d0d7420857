import { type FileSystem, OWNER_READS_AND_WRITES } from './fileSystem.ts';
import { HEADER_BYTES, readHeader } from './format/header.ts';

/**
 * Permission bits for a copy of a document, whose owner may write it: those of the document's file at `path`. Where
 * that is gone, cannot be read, or holds something else, nobody knows who was to read it, and the copy is its owner's
 * alone.
 */
export async function modeOfCopy(fs: FileSystem, path: string, documentId: string): Promise<number> {
  try {
    const file = await fs.open(path, 'read');
    try {
      const reading = readHeader(await file.readAt(0, HEADER_BYTES));
      const isOurs = reading.kind === 'header' && reading.header.documentId === documentId;
      return isOurs ? OWNER_READS_AND_WRITES | (await file.stat()).mode : OWNER_READS_AND_WRITES;
    } finally {
      await file.close();
    }
  } catch {
    return OWNER_READS_AND_WRITES;
  }
}
