const HASH_BYTES = 32;

/** The payload of an image record (FF-24): 32 bytes SHA-256, one length byte, media type, the image. */
export function encodeImagePayload(hash: string, mediaType: string, bytes: Uint8Array): Uint8Array {
  const type = Buffer.from(mediaType, 'latin1');
  return Buffer.concat([Buffer.from(hash, 'hex'), Uint8Array.of(type.length), type, bytes]);
}

/** What an image payload says; null when it is too short. The hash is not verified here. */
export function readImagePayload(
  payload: Uint8Array,
): { readonly hash: string; readonly mediaType: string; readonly bytes: Uint8Array } | null {
  const typeLength = payload[HASH_BYTES];
  if (typeLength === undefined || payload.length < HASH_BYTES + 1 + typeLength) return null;
  const typeEnd = HASH_BYTES + 1 + typeLength;
  return {
    hash: Buffer.from(payload.subarray(0, HASH_BYTES)).toString('hex'),
    mediaType: Buffer.from(payload.subarray(HASH_BYTES + 1, typeEnd)).toString('latin1'),
    bytes: payload.subarray(typeEnd),
  };
}
