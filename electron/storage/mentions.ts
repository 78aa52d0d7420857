/**
 * Whether an update mentions an image by its hash, 64 hex digits: strings stand in an update as they are, so that they
 * can be searched for.
 */
export const mentions = (update: Uint8Array, hash: string): boolean =>
  Buffer.from(update.buffer, update.byteOffset, update.byteLength).includes(hash, 0, 'latin1');
