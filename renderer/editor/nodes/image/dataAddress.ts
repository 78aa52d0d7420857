/** The bytes that a `data:` address holds; null for every other address, and for one that cannot be read. */
export function bytesOfDataAddress(address: string): Uint8Array<ArrayBuffer> | null {
  const comma = address.indexOf(',');
  const head = address.slice(0, Math.max(comma, 0)).trim();
  if (!/^data:/i.test(head)) return null;
  try {
    const words = decodeURIComponent(address.slice(comma + 1));
    if (!/;\s*base64$/i.test(head)) return new TextEncoder().encode(words);
    return Uint8Array.from(atob(words), (sign) => sign.charCodeAt(0));
  } catch {
    // Cut off or not written as it says: there is no picture in it.
    return null;
  }
}

/** Whether a `data:` address is too long for so many bytes: base64 takes 4 characters for 3, a few more with line breaks. */
export const isTooLongFor = (address: string, bytes: number): boolean => address.length > 2 * bytes;

/** About how many bytes a long `data:` address in base64 holds; told without decoding it. */
export const bytesOfLong = (address: string): number => Math.floor((address.length / 4) * 3);
