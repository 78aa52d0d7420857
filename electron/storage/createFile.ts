import { randomBytes } from 'node:crypto';
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
import type { Permissions } from './permissions.ts';
import { placeNewFile } from './placeNewFile.ts';

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

const noneOpens = (bytes: number): HostError =>
  new HostError({
    code: 'too-large',
    sentence: `The file would have ${bytes} bytes; Debrief opens files of up to ${MAX_FILE_BYTES} bytes.`,
    next: 'Nothing was written. Leave out some of the pictures.',
  });

/**
 * Makes the `.debrief` file at `path`; when it resolves, file and name are on the disk. `permissions` as in
 * writeNewFile. Throws NameTaken where something is there, HostError for a file that nothing could open (FF-13).
 */
export async function createFile(
  fs: FileSystem,
  path: string,
  header: FileHeader,
  records: readonly RecordContent[],
  permissions?: Permissions,
): Promise<void> {
  const content = records.reduce((sum, { payload }) => sum + RECORD_HEADER_BYTES + payload.length, 0);
  const length = HEADER_BYTES + RECORD_HEADER_BYTES + HEADER_BYTES + content;
  if (length > MAX_FILE_BYTES) throw noneOpens(length);
  await placeNewFile(fs, path, encodeFile(header, records), permissions);
}
