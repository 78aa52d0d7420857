import { crc32c } from './crc32c.ts';
import { MAX_PAYLOAD_BYTES } from './limits.ts';

/** FF-6. F7 never occurs in UTF-8, so text does not look like a record. */
export const MARKER: Uint8Array = Uint8Array.of(0xf7, 0x52, 0x45, 0x43);

export const RECORD_HEADER_BYTES = 32;

/** FF-9. A type that is not here is skipped by the reader and kept by the writer (FF-10). */
export const RECORD_TYPE = { headerCopy: 1, update: 2, snapshot: 3, image: 4 } as const;

export interface RecordContent {
  readonly type: number;
  readonly payload: Uint8Array;
}

export interface RecordHeader {
  readonly type: number;
  readonly length: number;
  readonly sequence: number;
  readonly documentKey: number;
  readonly payloadCrc: number;
  readonly headerCrc: number;
}

/** FF-8: ties a record to its document, so that a block of another file is never taken for ours. */
export const documentKey = (documentId: string): number => crc32c(new TextEncoder().encode(documentId));

/** One record, header and payload. Throws RangeError for a payload over the limit (FF-12). */
export function encodeRecord(record: RecordContent, sequence: number, key: number): Uint8Array {
  if (record.payload.length > MAX_PAYLOAD_BYTES) throw new RangeError('the payload is too large');
  const bytes = new Uint8Array(RECORD_HEADER_BYTES + record.payload.length);
  const view = new DataView(bytes.buffer);
  bytes.set(MARKER);
  view.setUint32(4, record.payload.length, true);
  bytes[8] = record.type;
  view.setBigUint64(12, BigInt(sequence), true);
  view.setUint32(20, key, true);
  view.setUint32(24, crc32c(record.payload), true);
  view.setUint32(28, crc32c(bytes.subarray(0, 28)), true);
  bytes.set(record.payload, RECORD_HEADER_BYTES);
  return bytes;
}

/** The record header at `offset`, or null when there is none whose own CRC is right. */
export function readRecordHeader(bytes: Uint8Array, offset: number): RecordHeader | null {
  if (offset + RECORD_HEADER_BYTES > bytes.length) return null;
  if (!MARKER.every((b, i) => bytes[offset + i] === b)) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset + offset, RECORD_HEADER_BYTES);
  const headerCrc = view.getUint32(28, true);
  if (headerCrc !== crc32c(bytes.subarray(offset, offset + 28))) return null;
  const sequence = Number(view.getBigUint64(12, true));
  if (!Number.isSafeInteger(sequence)) return null;
  return {
    type: bytes[offset + 8]!,
    length: view.getUint32(4, true),
    sequence,
    documentKey: view.getUint32(20, true),
    payloadCrc: view.getUint32(24, true),
    headerCrc,
  };
}
