import { randomBytes } from 'node:crypto';
import { dirname } from 'node:path';
import { HostError } from '../../shared/contract/errors.ts';
import type { FileSystem } from './fileSystem.ts';
import { encodeHeader, type FileHeader, FORMAT_VERSION, HEADER_BYTES } from './format/header.ts';
import { MAX_FILE_BYTES } from './format/limits.ts';
import {
  documentKey,
  encodeRecord,
  RECORD_HEADER_BYTES,
  RECORD_TYPE,
  type RecordContent,
} from './format/record.ts';
import { writeWhole } from './writeWhole.ts';

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

/**
 * Writes `bytes` to a new file at `path` and waits for the disk; the name is not safe yet. Throws EEXIST when
 * there is a file; tries to leave none behind when it fails. `mode` is the permission bits, umask or not.
 */
export async function writeNewFile(
  fs: FileSystem,
  path: string,
  bytes: Uint8Array,
  mode?: number,
): Promise<void> {
  const file = await fs.open(path, 'create', mode);
  try {
    if (mode !== undefined) await file.chmod(mode);
    await writeWhole(file, bytes);
    await file.fsync();
  } catch (error) {
    await file.close();
    await removeFailed(fs, path);
    throw error;
  }
  await file.close();
}

/** Removes a file whose writing failed. A disk that refused a write may refuse this too; the first refusal is the one to report. */
export async function removeFailed(fs: FileSystem, path: string): Promise<void> {
  try {
    await fs.unlink(path);
  } catch {
    return;
  }
}

const noneOpens = (bytes: number): HostError =>
  new HostError({
    code: 'too-large',
    sentence: `The file would have ${bytes} bytes; Debrief opens files of up to ${MAX_FILE_BYTES} bytes.`,
    next: 'Nothing was written. Leave out some of the pictures.',
  });

/**
 * Makes the `.debrief` file at `path`; when it resolves, file and name are on the disk. Throws HostError for one
 * that nothing could open (FF-13).
 */
export async function createFile(
  fs: FileSystem,
  path: string,
  header: FileHeader,
  records: readonly RecordContent[],
): Promise<void> {
  const content = records.reduce((sum, { payload }) => sum + RECORD_HEADER_BYTES + payload.length, 0);
  const length = HEADER_BYTES + RECORD_HEADER_BYTES + HEADER_BYTES + content;
  if (length > MAX_FILE_BYTES) throw noneOpens(length);
  await writeNewFile(fs, path, encodeFile(header, records));
  try {
    await fs.fsyncDirectory(dirname(path));
  } catch (error) {
    await removeFailed(fs, path);
    throw error;
  }
}
