/** The pictures that a postmortem can hold, by their first bytes; the name after the dot is ours. */
const KINDS = [
  { mediaType: 'image/png', extension: 'png', starts: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] },
  { mediaType: 'image/jpeg', extension: 'jpg', starts: [0xff, 0xd8, 0xff] },
  { mediaType: 'image/gif', extension: 'gif', starts: [0x47, 0x49, 0x46, 0x38] },
  { mediaType: 'image/webp', extension: 'webp', starts: [0x52, 0x49, 0x46, 0x46] },
] as const;

/** `WEBP`, in ASCII. */
const WEBP = [0x57, 0x45, 0x42, 0x50];

export type ImageMediaType = (typeof KINDS)[number]['mediaType'];

/** What an image is by its content, whatever it says of itself; null for anything else. */
export function imageTypeOf(bytes: Uint8Array): ImageMediaType | null {
  const kind = KINDS.find(({ starts }) => starts.every((byte, at) => bytes[at] === byte));
  if (kind === undefined) return null;
  // RIFF is also sound and video.
  const isOther = kind.mediaType === 'image/webp' && !WEBP.every((byte, at) => bytes[8 + at] === byte);
  return isOther ? null : kind.mediaType;
}

/** The ending of an image's file name, without the dot. */
export const imageExtension = (mediaType: string): string =>
  KINDS.find((kind) => kind.mediaType === mediaType)?.extension ?? 'bin';
