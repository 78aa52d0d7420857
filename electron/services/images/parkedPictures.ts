import { createHash } from 'node:crypto';
import { LIMITS } from '../../../shared/contract/calls.ts';
import { imageExtension, imageTypeOf } from '../../../shared/document/imageType.ts';
import type { StoredImage } from '../open-document/index.ts';

/** A Markdown text whose pictures were taken out of it before it is parsed. */
export interface ParkedText {
  /** With `HASH.ext` addresses, as of a folder beside it, in place of the pictures. */
  readonly text: string;
  /** By SHA-256, 64 hex digits. */
  readonly pictures: ReadonlyMap<string, StoredImage>;
  /** Puts the pictures' own words back wherever they were no picture, in code for example. */
  readonly restore: <Data>(data: Data) => Data;
}

const FOLDER = 'inside-the-text.assets';

/**
 * Takes `data:` addresses of pictures out of a text: megabytes that no parser needs to see. What they are is
 * told by their bytes; whatever is no picture, or too large for one, stays.
 */
export function parkPictures(text: string): ParkedText {
  const pictures = new Map<string, StoredImage>();
  const originals = new Map<string, string>();
  const parked = text.replace(
    /data:image\/(?:png|jpeg|gif|webp);base64,([A-Za-z0-9+/]+={0,2})/g,
    (original, base64: string) => {
      const bytes = Buffer.from(base64, 'base64');
      const mediaType = imageTypeOf(bytes);
      const isOwnSpelling = bytes.toString('base64') === base64;
      if (mediaType === null || !isOwnSpelling || bytes.length > LIMITS.imageBytes) return original;
      const hash = createHash('sha256').update(bytes).digest('hex');
      const address = `${FOLDER}/${hash}.${imageExtension(mediaType)}`;
      // Two spellings of one picture cannot both be put back.
      if ((originals.get(address) ?? original) !== original) return original;
      pictures.set(hash, { bytes: new Uint8Array(bytes), mediaType });
      originals.set(address, original);
      return address;
    },
  );
  const restoreText = (words: string): string =>
    words.includes(FOLDER)
      ? [...originals].reduce((so, [address, original]) => so.replaceAll(address, () => original), words)
      : words;
  return { text: parked, pictures, restore: (data) => mapTexts(data, restoreText) };
}

/** Plain data with each of its texts changed. */
function mapTexts<Data>(data: Data, change: (text: string) => string): Data {
  const walk = (value: unknown): unknown => {
    if (typeof value === 'string') return change(value);
    if (Array.isArray(value)) return value.map(walk);
    if (value === null || typeof value !== 'object') return value;
    return Object.fromEntries(Object.entries(value).map(([key, inside]) => [key, walk(inside)]));
  };
  return walk(data) as Data;
}
