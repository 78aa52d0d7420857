import { errorCode, type FileSystem, type OpenFile } from './fileSystem.ts';
import { crc32c } from './format/crc32c.ts';
import { type FileHeader, readHeader } from './format/header.ts';
import { RECORD_HEADER_BYTES, readRecordHeader } from './format/record.ts';

/** How far a file is known: everything before `length` was read or written by us. */
export interface KnownExtent {
  /** Bytes. */
  readonly length: number;
  readonly lastSequence: number;
  /** Where the last record begins and its header's CRC; null in a file without records. */
  readonly lastRecord: { readonly offset: number; readonly headerCrc: number } | null;
}

/**
 * Whether a header of this generation, and the last record, are where they were in the file behind `handle`. For one
 * that may have been cut before it grew, `whole` has the record read to its end, and not its header alone.
 */
export async function isKnownFile(
  handle: OpenFile,
  { generation }: Pick<FileHeader, 'generation'>,
  { lastRecord }: KnownExtent,
  whole: boolean,
): Promise<boolean> {
  const reading = readHeader(await handle.readAt(0, 1024));
  if (reading.kind === 'header' && reading.header.generation !== generation) return false;
  if (lastRecord === null) return true;
  const last = readRecordHeader(await handle.readAt(lastRecord.offset, RECORD_HEADER_BYTES), 0);
  if (last?.headerCrc !== lastRecord.headerCrc) return false;
  if (!whole) return true;
  const payload = await handle.readAt(lastRecord.offset + RECORD_HEADER_BYTES, last.length);
  return payload.length === last.length && crc32c(payload) === last.payloadCrc;
}

/** Whether these bytes stand at `offset`, and are the last in the file behind `handle`. */
export async function endsWith(handle: OpenFile, offset: number, bytes: Uint8Array): Promise<boolean> {
  if ((await handle.stat()).size !== offset + bytes.length) return false;
  return Buffer.compare(await handle.readAt(offset, bytes.length), bytes) === 0;
}

/** A file may be replaced while it is looked at, but hardly each time. */
const LOOKS = 3;

/**
 * Whether a disk gives one file one identity. Some network and user-space file systems make a number up at each
 * look, or another for the open file than for its path: a file is then known by its content alone. True when
 * there is no file.
 */
export async function hasLastingIdentity(fs: FileSystem, path: string): Promise<boolean> {
  for (let looks = 0; looks < LOOKS; looks++) {
    try {
      const before = await fs.stat(path);
      const handle = await fs.open(path, 'read');
      try {
        const { identity } = await handle.stat();
        const after = await fs.stat(path);
        if (before.identity === identity && identity === after.identity) return true;
      } finally {
        await handle.close();
      }
    } catch (error) {
      if (errorCode(error) === 'ENOENT') return true;
      throw error;
    }
  }
  return false;
}
