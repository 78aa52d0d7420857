import { crc32c } from './crc32c.ts';
import { MAX_PAYLOAD_BYTES } from './limits.ts';
import {
  MARKER,
  RECORD_HEADER_BYTES,
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
  | { readonly kind: 'missing'; readonly offset: number; readonly from: number; readonly to: number };

export interface RecordScan {
  readonly records: readonly ScannedRecord[];
  readonly damage: readonly Damage[];
  /** What follows the last good record and may be an unfinished write, or null. */
  readonly tail: { readonly offset: number; readonly length: number } | null;
  /** The highest sequence number seen; `expected - 1` when there was no record. */
  readonly lastSequence: number;
}

/** The offset of the next record header after `from` whose CRC is right, or -1. */
function nextHeader(bytes: Uint8Array, from: number): number {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = buffer.indexOf(MARKER, from);
  while (at >= 0 && readRecordHeader(bytes, at) === null) at = buffer.indexOf(MARKER, at + 1);
  return at;
}

function problemOf(bytes: Uint8Array, offset: number, header: RecordHeader, key: number | null) {
  if (header.length > MAX_PAYLOAD_BYTES) return 'too-large';
  const payload = bytes.subarray(offset + RECORD_HEADER_BYTES, offset + RECORD_HEADER_BYTES + header.length);
  if (payload.length < header.length || crc32c(payload) !== header.payloadCrc) return 'payload';
  return key !== null && header.documentKey !== key ? 'other-document' : null;
}

/**
 * Reads the records of `bytes` from `start` on (FF-6 to FF-17). Where the bytes are no sound record, it looks
 * for the next one that is: one damaged place hides nothing behind it. `key` null takes records of any
 * document; `expected` is the sequence number that should come first. Never throws, never changes `bytes`.
 */
export function scanRecords(
  bytes: Uint8Array,
  start: number,
  key: number | null,
  expected: number,
): RecordScan {
  const records: ScannedRecord[] = [];
  const damage: Damage[] = [];
  let lastSequence = expected - 1;
  let offset = start;
  let lost = -1;

  const closeLost = (end: number) => {
    if (lost >= 0 && end > lost) damage.push({ kind: 'bytes', offset: lost, length: end - lost });
    lost = -1;
  };

  while (offset < bytes.length) {
    const header = readRecordHeader(bytes, offset);
    if (header === null) {
      if (lost < 0) lost = offset;
      const next = nextHeader(bytes, offset + 1);
      if (next < 0) break;
      offset = next;
      continue;
    }
    const what = problemOf(bytes, offset, header, key);
    const end = offset + RECORD_HEADER_BYTES + header.length;
    if (what !== null && end > bytes.length) {
      // It says that it goes on past the end: an unfinished write, unless a good record follows inside it.
      const next = nextHeader(bytes, offset + 1);
      if (lost < 0) lost = offset;
      if (next < 0) break;
      offset = next;
      continue;
    }
    closeLost(offset);
    if (header.sequence > lastSequence + 1 && what !== 'other-document') {
      damage.push({ kind: 'missing', offset, from: lastSequence + 1, to: header.sequence - 1 });
    }
    if (what === null) {
      const payload = bytes.subarray(offset + RECORD_HEADER_BYTES, end);
      records.push({
        offset,
        end,
        type: header.type,
        sequence: header.sequence,
        headerCrc: header.headerCrc,
        payload,
      });
      offset = end;
    } else {
      damage.push({
        kind: 'record',
        offset,
        length: end - offset,
        sequence: header.sequence,
        type: header.type,
        what,
      });
      const next = nextHeader(bytes, offset + 1);
      offset = next < 0 ? bytes.length : next;
    }
    if (what !== 'other-document') lastSequence = Math.max(lastSequence, header.sequence);
  }
  const tail = lost >= 0 ? { offset: lost, length: bytes.length - lost } : null;
  return { records, damage, tail, lastSequence };
}
