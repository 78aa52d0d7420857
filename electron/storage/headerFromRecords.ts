import { aboutOf } from '../../shared/document/layout.ts';
import { type FileHeader, FORMAT_VERSION, isDocumentId, readHeader } from './format/header.ts';
import { documentKey, RECORD_TYPE } from './format/record.ts';
import { type ScannedRecord, scanRecords } from './format/scanRecords.ts';
import { replay } from './replay.ts';

/** A header that had to be put together, for a file whose own cannot be read. */
export interface LostHeader {
  readonly header: FileHeader;
  /** The key of the records that belong to the file. */
  readonly key: number;
  /** Where the first of them begins. */
  readonly start: number;
}

/** The document key that most records have: single ones may be of other files. */
function commonKey(records: readonly ScannedRecord[]): number {
  const counts = new Map<number, number>();
  for (const { documentKey: key } of records) counts.set(key, (counts.get(key) ?? 0) + 1);
  return [...counts].reduce((most, next) => (next[1] > most[1] ? next : most))[0];
}

/** The id that the document says it has, if it is the one that the records are tied to. */
function idInDocument(records: readonly ScannedRecord[], key: number): string | null {
  const id = aboutOf(replay(records).doc).get('id');
  return typeof id === 'string' && isDocumentId(id) && documentKey(id) === key ? id : null;
}

/** The records that a file without a readable header holds. */
export interface FoundRecords {
  readonly key: number;
  readonly records: readonly ScannedRecord[];
}

/** The records of the document that most of them are of; null when `bytes` holds none. */
export function recordsOfLostHeader(bytes: Uint8Array): FoundRecords | null {
  const all = scanRecords(bytes, 0, null, 0).records;
  if (all.length === 0) return null;
  const key = commonKey(all);
  return { key, records: all.filter((record) => record.documentKey === key) };
}

/** The id that the records are tied to, if `id` is that one. */
const idOfKey = (id: string | undefined, key: number): string | null =>
  id !== undefined && documentKey(id) === key ? id : null;

const unknownId = (key: number): string => `unknown-${key.toString(16).padStart(8, '0')}`;

/**
 * What the header said, from its copy in the first record (FF-11); failing that, from the records themselves
 * (FF-18). `expected` is the document that was in the file before, if that is known.
 */
export function headerFromRecords({ key, records }: FoundRecords, expected?: string): LostHeader {
  const start = records[0]?.offset ?? 0;
  for (const { type, payload } of records) {
    const reading = type === RECORD_TYPE.headerCopy ? readHeader(payload) : null;
    if (reading?.kind === 'header') return { header: reading.header, key, start };
  }
  const header = {
    formatVersion: FORMAT_VERSION,
    oldestReader: FORMAT_VERSION,
    generation: '0000000000000000',
    firstSequence: Math.min(...records.map(({ sequence }) => sequence)),
    documentId: idOfKey(expected, key) ?? idInDocument(records, key) ?? unknownId(key),
  };
  return { header, key, start };
}
