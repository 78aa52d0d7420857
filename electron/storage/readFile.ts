import { HostError } from '../../shared/contract/errors.ts';
import type { FileStat, OpenFile } from './fileSystem.ts';
import {
  type FileHeader,
  FORMAT_VERSION,
  HEADER_BYTES,
  type HeaderReading,
  readHeader,
} from './format/header.ts';
import { MAX_FILE_BYTES } from './format/limits.ts';
import { documentKey } from './format/record.ts';
import { type Damage, type RecordScan, scanRecords } from './format/scanRecords.ts';
import { headerFromRecords, recordsOfLostHeader } from './headerFromRecords.ts';
import type { UnreadFile } from './vet.ts';

/** Everything that the bytes of a `.debrief` file say, before Yjs is asked. */
export interface FileContents {
  readonly header: FileHeader;
  readonly stat: FileStat;
  readonly bytes: Uint8Array;
  readonly scan: RecordScan;
}

const empty = () =>
  new HostError({
    code: 'damaged',
    sentence: 'This file is empty: nothing was ever saved in it, or it was emptied.',
    next: 'Look for another copy of it, or delete it.',
  });

const foreign = () =>
  new HostError({
    code: 'foreign-file',
    sentence: 'This is not a Debrief file: it begins with something else.',
    next: 'Open it in the program that made it. Markdown can be imported.',
  });

const newer = (version: number) =>
  new HostError({
    code: 'newer-version',
    sentence: `A newer Debrief wrote this file (format ${version}; this one reads up to ${FORMAT_VERSION}). Nothing of it can be read here, and nothing was changed.`,
    next: 'Update Debrief, or export the postmortem there as Markdown.',
  });

const unreadable = (bytes: number) =>
  new HostError({
    code: 'damaged',
    sentence: `This file is damaged: its beginning cannot be read, and none of its ${bytes} bytes is a whole record.`,
    next: 'Look for another copy of it. The file was not changed.',
  });

const cut = (bytes: number) =>
  new HostError({
    code: 'damaged',
    sentence: `This file was cut: only ${bytes === 1 ? 'its first byte is' : `its first ${bytes} bytes are`} there, and nothing of its text.`,
    next: 'Look for another copy of it. The file was not changed.',
  });

const tooLarge = (bytes: number) =>
  new HostError({
    code: 'too-large',
    sentence: `This file has ${bytes} bytes; Debrief opens files of up to ${MAX_FILE_BYTES} bytes.`,
    next: 'The file was not changed. Look for a smaller copy of it.',
  });

/** As {@link Vet}, for an open file. */
type VetRecords = (file: Omit<UnreadFile, 'realPath'>) => Promise<void>;

const trusted: VetRecords = async () => {};

/**
 * Reads an open file whole. Throws HostError (`damaged`, `foreign-file`, `newer-version`, `too-large`) when it
 * is no file that can be read, with a sentence that says why; never changes the file. `vet` sees the records
 * before any of them is given to Yjs, and may throw. `expected` is the id of the document that was in it before, if
 * that is known: it is found again by its records alone.
 */
export async function readContents(
  file: OpenFile,
  vet: VetRecords = trusted,
  expected?: string,
): Promise<FileContents> {
  const stat = await file.stat();
  if (!stat.isFile) throw foreign();
  if (stat.size > MAX_FILE_BYTES) throw tooLarge(stat.size);
  const bytes = await file.readAt(0, stat.size);
  if (bytes.length === 0) throw empty();
  const reading = readHeader(bytes);
  if (reading.kind === 'newer') throw newer(reading.formatVersion);
  if (reading.kind === 'header') {
    const { header } = reading;
    const scan = scanRecords(
      bytes,
      headerLength(bytes),
      documentKey(header.documentId),
      header.firstSequence,
    );
    await vet({ ...header, bytes: bytes.length, records: scan.records });
    return { header, stat, bytes, scan };
  }
  const found = recordsOfLostHeader(bytes);
  if (found !== null)
    await vet({ documentId: '', generation: '', bytes: bytes.length, records: found.records });
  const lost = found === null ? null : headerFromRecords(found, expected);
  if (lost === null) throw nothingIn(bytes, reading);
  const { header, key, start } = lost;
  const scan = scanRecords(bytes, start, key, header.firstSequence);
  const damage: Damage[] = [{ kind: 'header', offset: 0, length: start }, ...scan.damage];
  return { header, stat, bytes, scan: { ...scan, damage } };
}

function nothingIn({ length }: Uint8Array, { kind }: HeaderReading): HostError {
  if (kind === 'foreign') return foreign();
  return length < HEADER_BYTES ? cut(length) : unreadable(length);
}

/** The header's own length field: a later format may have a longer one (FF-3). */
const headerLength = (bytes: Uint8Array): number =>
  new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getUint16(12, true);
