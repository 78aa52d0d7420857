import { crc32c } from './crc32c.ts';
import { MAX_PAYLOAD_BYTES } from './limits.ts';
import {
  MARKER,
  RECORD_HEADER_BYTES,
  RECORD_TYPE,
  type RecordContent,
  type RecordHeader,
  readRecordHeader,
} from './record.ts';

/** A record whose checksums are right. `payload` is a view of the scanned bytes. */
export interface ScannedRecord extends RecordContent {
  /** Bytes from the beginning of the file. */
  readonly offset: number;
  /** The offset of the byte after the record. */
  readonly end: number;
  readonly sequence: number;
  readonly headerCrc: number;
  readonly documentKey: number;
}

/** Something in a file that is not as it was written. Offsets and lengths are bytes. */
export type Damage =
  | { readonly kind: 'header'; readonly offset: 0; readonly length: number }
  | { readonly kind: 'bytes'; readonly offset: number; readonly length: number }
  | {
      readonly kind: 'record';
      readonly offset: number;
      readonly length: number;
      readonly sequence: number;
      readonly type: number;
      readonly what: 'payload' | 'too-large' | 'other-document' | 'undecodable';
    }
  | { readonly kind: 'missing'; readonly from: number; readonly to: number };

export interface RecordScan {
  readonly records: readonly ScannedRecord[];
  readonly damage: readonly Damage[];
  /** What follows the last good record and may be an unfinished write, or null. */
  readonly tail: { readonly offset: number; readonly length: number } | null;
  /** The highest sequence number seen; `expected - 1` when there was no record. */
  readonly lastSequence: number;
}

/** Whether anything of the text is there; a file is never without it from its creation on. */
export const hasText = ({ records }: Pick<RecordScan, 'records'>): boolean =>
  records.some(({ type }) => type === RECORD_TYPE.update || type === RECORD_TYPE.snapshot);

/** The offset of the next record header after `from` whose CRC is right, or -1. */
function nextHeader(bytes: Uint8Array, from: number): number {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = buffer.indexOf(MARKER, from);
  while (at >= 0 && readRecordHeader(bytes, at) === null) at = buffer.indexOf(MARKER, at + 1);
  return at;
}

type Problem = Extract<Damage, { kind: 'record' }>['what'];

function problemOf(
  bytes: Uint8Array,
  offset: number,
  header: RecordHeader,
  key: number | null,
): Problem | null {
  if (header.length > MAX_PAYLOAD_BYTES) return 'too-large';
  const payload = bytes.subarray(offset + RECORD_HEADER_BYTES, offset + RECORD_HEADER_BYTES + header.length);
  if (payload.length < header.length || crc32c(payload) !== header.payloadCrc) return 'payload';
  return key !== null && header.documentKey !== key ? 'other-document' : null;
}

/** The ranges of sequence numbers from `first` on that nothing carries, as damage (FF-15). */
function missingRanges(seen: readonly number[], first: number): Damage[] {
  const missing: Damage[] = [];
  let next = first;
  for (const sequence of [...seen].sort((a, b) => a - b)) {
    if (sequence > next) missing.push({ kind: 'missing', from: next, to: sequence - 1 });
    next = Math.max(next, sequence + 1);
  }
  return missing;
}

/**
 * Reads the records of `bytes` from `start` on (FF-6 to FF-17). Where the bytes are no sound record, it looks
 * for the next one that is: one damaged place hides nothing behind it. `key` null takes records of any
 * document; `expected` is the lowest sequence number that should occur. Never throws, never changes `bytes`.
 */
export function scanRecords(
  bytes: Uint8Array,
  start: number,
  key: number | null,
  expected: number,
): RecordScan {
  const records: ScannedRecord[] = [];
  const damage: Damage[] = [];
  const seen: number[] = [];
  let offset = start;
  /** Where bytes began that are no record; -1 while there are none. */
  let lost = -1;
  /** Bytes of wrong payloads that may still be read: a file of nothing but record headers must not take hours. */
  let patience = bytes.length * 4 + MAX_PAYLOAD_BYTES;

  while (offset < bytes.length) {
    const header = patience < 0 ? null : readRecordHeader(bytes, offset);
    const what = header === null ? null : problemOf(bytes, offset, header, key);
    const end = offset + RECORD_HEADER_BYTES + (header?.length ?? 0);
    if (what === 'payload' && header !== null) patience -= Math.min(header.length, bytes.length - offset);
    if (header === null || (what !== null && what !== 'too-large' && end > bytes.length)) {
      // No record, or one that claims to go on past the end: an unfinished write unless a good one follows.
      if (lost < 0) lost = offset;
      const next = patience < 0 ? -1 : nextHeader(bytes, offset + 1);
      if (next < 0) break;
      offset = next;
      continue;
    }
    if (lost >= 0) damage.push({ kind: 'bytes', offset: lost, length: offset - lost });
    lost = -1;
    const { type, sequence, headerCrc } = header;
    if (what !== 'other-document') seen.push(sequence);
    if (what === null) {
      const payload = bytes.subarray(offset + RECORD_HEADER_BYTES, end);
      records.push({ offset, end, type, sequence, headerCrc, payload, documentKey: header.documentKey });
      offset = end;
      continue;
    }
    // Its length may be what is wrong, or another writer's record may lie inside: look for the next header.
    const next = nextHeader(bytes, offset + 1);
    const until = next < 0 || next > end ? Math.min(end, bytes.length) : next;
    damage.push({ kind: 'record', offset, length: until - offset, sequence, type, what });
    offset = until;
  }
  return {
    records,
    damage: [...damage, ...missingRanges(seen, expected)],
    tail: lost >= 0 ? { offset: lost, length: bytes.length - lost } : null,
    lastSequence: seen.reduce((a, b) => Math.max(a, b), expected - 1),
  };
}
