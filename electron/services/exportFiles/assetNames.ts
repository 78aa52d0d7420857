import { basename, extname } from 'node:path';
import { imageExtension } from '../../../shared/document/imageType.ts';

/** The folder beside `NAME.md` that its pictures go into: `NAME.assets`. */
export const assetsFolderName = (path: string): string => `${basename(path, extname(path))}.assets`;

/** A picture's name in that folder: its SHA-256 and what it is. */
export const assetName = (hash: string, mediaType: string): string => `${hash}.${imageExtension(mediaType)}`;

/** A relative path as an address: what has a meaning in an address or in Markdown is written as its code. */
export const asAddress = (path: string): string =>
  path.replace(/[\s%?#()<>[\]\\"'`:*_~|&]/g, (sign) =>
    Array.from(Buffer.from(sign), (byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`).join(''),
  );
