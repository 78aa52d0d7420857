import type { FileSystem } from './fileSystem.ts';
import { readContents } from './readFile.ts';
import { type Image, readRecords } from './readRecords.ts';

/** The pictures in the file of a document, by hash; none where there is no such file, or it cannot be read. */
export async function imagesAt(
  fs: FileSystem,
  realPath: string,
  documentId: string,
): Promise<ReadonlyMap<string, Image>> {
  try {
    const file = await fs.open(realPath, 'read');
    try {
      const { header, scan } = await readContents(file, undefined, documentId);
      return header.documentId === documentId ? readRecords(scan.records).images : new Map();
    } finally {
      await file.close();
    }
  } catch {
    return new Map();
  }
}
