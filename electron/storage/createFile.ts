import { randomBytes } from 'node:crypto';
import { dirname } from 'node:path';
import { ShortWrite } from './debriefFile.ts';
import type { FileSystem } from './fileSystem.ts';
import { encodeHeader, type FileHeader, FORMAT_VERSION } from './format/header.ts';
import { documentKey, encodeRecord, RECORD_TYPE, type RecordContent } from './format/record.ts';

/** The header of a file that is about to be written: a new generation of the document. */
export const newHeader = (documentId: string, firstSequence: number): FileHeader => ({
  formatVersion: FORMAT_VERSION,
  oldestReader: FORMAT_VERSION,
  generation: randomBytes(8).toString('hex'),
  firstSequence,
  documentId,
});

/** The bytes of a whole file: header, its copy as the first record (FF-11), then `records`. */
export function encodeFile(header: FileHeader, records: readonly RecordContent[]): Uint8Array {
  const head = encodeHeader(header);
  const key = documentKey(header.documentId);
  const all = [{ type: RECORD_TYPE.headerCopy, payload: head }, ...records];
  return Buffer.concat([head, ...all.map((r, i) => encodeRecord(r, header.firstSequence + i, key))]);
}

/** Writes `bytes` to a new file at `path` and waits for the disk. Throws EEXIST when there is one. */
export async function writeNewFile(
  fs: FileSystem,
  path: string,
  bytes: Uint8Array,
  mode?: number,
): Promise<void> {
  const file = await fs.open(path, 'create', mode);
  try {
    const written = await file.append(bytes);
    if (written < bytes.length) throw new ShortWrite(written, bytes.length);
    await file.fsync();
  } catch (error) {
    await file.close();
    await fs.unlink(path);
    throw error;
  }
  await file.close();
}

/** Makes the `.debrief` file at `path`; when it resolves, file and name are on the disk. */
export async function createFile(
  fs: FileSystem,
  path: string,
  header: FileHeader,
  records: readonly RecordContent[],
): Promise<void> {
  await writeNewFile(fs, path, encodeFile(header, records));
  await fs.fsyncDirectory(dirname(path));
}
