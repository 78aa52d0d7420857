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
