/** A picture that an export wrote beside its file: `NAME.assets/HASH.ext`, the hash SHA-256 in hex. */
const OWN_PICTURE = /(?:^|\/)[^/]+\.assets\/([0-9a-f]{64})\.[a-z0-9]{1,5}$/;

/** The hash that an address of our own export names, or null for every other address. */
export const hashInAddress = (address: string): string | null => OWN_PICTURE.exec(address)?.[1] ?? null;
