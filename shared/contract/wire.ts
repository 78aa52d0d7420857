import { createDecoder, readAny } from 'lib0/decoding';
import type { AnyEncodable } from 'lib0/encoding';
import { createEncoder, toUint8Array, writeAny } from 'lib0/encoding';

/**
 * One message of the loopback WebSocket as bytes: lib0's `any` encoding (numbers, texts, arrays, objects and
 * byte arrays without base64), the same that Yjs uses.
 */
export function encodeMessage(message: unknown): Uint8Array {
  const encoder = createEncoder();
  writeAny(encoder, message as AnyEncodable);
  return toUint8Array(encoder);
}

/** @throws Error on bytes that are no message */
export function decodeMessage(bytes: Uint8Array): unknown {
  return readAny(createDecoder(bytes));
}
