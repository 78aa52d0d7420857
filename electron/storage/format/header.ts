import { crc32c } from './crc32c.ts';

/** FF-1. The first byte is no text, the line ends tell a text-mode transfer, 1A stops a DOS `type`. */
export const MAGIC: Uint8Array = Uint8Array.of(0x89, 0x44, 0x42, 0x52, 0x46, 0x0d, 0x0a, 0x1a);

export const HEADER_BYTES = 96;
export const FORMAT_VERSION = 1;
const MAX_ID_BYTES = 59;
const ID_PATTERN = /^[A-Za-z0-9_-]{1,59}$/;

/** FF-2 to FF-5: what the first 96 bytes of a file say. */
export interface FileHeader {
  readonly formatVersion: number;
  /** The lowest format version whose readers understand this file (FF-3). */
  readonly oldestReader: number;
  /** Drawn at random whenever the file is written anew; 16 hex digits (FF-5). */
  readonly generation: string;
  /** The sequence number of the first record (FF-14). */
  readonly firstSequence: number;
  readonly documentId: string;
}

export type HeaderReading =
  | { readonly kind: 'header'; readonly header: FileHeader }
  | { readonly kind: 'newer'; readonly formatVersion: number; readonly oldestReader: number }
  | { readonly kind: 'foreign' }
  | { readonly kind: 'damaged' };

/** Whether `id` can stand in a header: 1 to 59 of A-Z a-z 0-9 _ - (FF-4). */
export const isDocumentId = (id: string): boolean => ID_PATTERN.test(id);

/** The 96 bytes of a header. Throws RangeError for an id that {@link isDocumentId} refuses. */
export function encodeHeader(header: FileHeader): Uint8Array {
  if (!isDocumentId(header.documentId)) throw new RangeError('not a document id');
  const bytes = new Uint8Array(HEADER_BYTES);
  const view = new DataView(bytes.buffer);
  bytes.set(MAGIC);
  view.setUint16(8, header.formatVersion, true);
  view.setUint16(10, header.oldestReader, true);
  view.setUint16(12, HEADER_BYTES, true);
  view.setBigUint64(16, BigInt(`0x${header.generation}`), true);
  view.setBigUint64(24, BigInt(header.firstSequence), true);
  const id = new TextEncoder().encode(header.documentId);
  bytes[32] = id.length;
  bytes.set(id, 33);
  view.setUint32(92, crc32c(bytes.subarray(0, 92)), true);
  return bytes;
}

/** Reads a header from the beginning of `bytes`. Never throws. */
export function readHeader(bytes: Uint8Array): HeaderReading {
  const beginsAsOurs = bytes.length > 0 && MAGIC.every((b, i) => i >= bytes.length || bytes[i] === b);
  if (!beginsAsOurs) return { kind: 'foreign' };
  if (bytes.length < 16) return { kind: 'damaged' };
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const formatVersion = view.getUint16(8, true);
  const oldestReader = view.getUint16(10, true);
  const length = view.getUint16(12, true);
  if (length < 20 || length > bytes.length) return { kind: 'damaged' };
  if (view.getUint32(length - 4, true) !== crc32c(bytes.subarray(0, length - 4))) return { kind: 'damaged' };
  if (oldestReader > FORMAT_VERSION) return { kind: 'newer', formatVersion, oldestReader };
  const idLength = bytes[32]!;
  if (length < HEADER_BYTES || idLength > MAX_ID_BYTES) return { kind: 'damaged' };
  const documentId = new TextDecoder().decode(bytes.subarray(33, 33 + idLength));
  const firstSequence = Number(view.getBigUint64(24, true));
  if (!isDocumentId(documentId) || !Number.isSafeInteger(firstSequence)) return { kind: 'damaged' };
  return {
    kind: 'header',
    header: {
      formatVersion,
      oldestReader,
      generation: view.getBigUint64(16, true).toString(16).padStart(16, '0'),
      firstSequence,
      documentId,
    },
  };
}
