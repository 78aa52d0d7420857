import { LIMITS } from '../../../shared/contract/calls.ts';

/** Why a picture that an imported text names is not taken, where it is not just missing. */
export type WhyLeft = 'too-large' | 'no-room' | 'too-many' | 'link' | 'elsewhere' | 'no-picture';

/** By the address in the text. */
export type LeftPictures = ReadonlyMap<string, WhyLeft>;

/** More pictures of one text than this are not looked for. */
export const MOST_PICTURES = 200;

const MIB = 1024 * 1024;

/** What follows "Not taken, since". */
export const WHY_LEFT: Readonly<Record<WhyLeft, string>> = {
  'too-large': `a picture may have ${LIMITS.imageBytes / MIB} MiB at most`,
  'no-room': `the pictures of one text may have ${LIMITS.picturesBytes / MIB} MiB together`,
  'too-many': `no more than ${MOST_PICTURES} pictures of one text are looked for`,
  link: 'it lies behind a link',
  elsewhere: 'it is hidden, or not in the folder of the text',
  'no-picture': 'it is no PNG, JPEG, GIF or WebP',
};

/** How much room one import has left for pictures. */
export class PictureRoom {
  #left: number;

  /** @param bytes how much room there is */
  constructor(bytes = LIMITS.picturesBytes) {
    this.#left = bytes;
  }

  /** Why a picture of so many bytes is not taken; null when there is room, which it then has. */
  take(bytes: number): WhyLeft | null {
    if (bytes > LIMITS.imageBytes) return 'too-large';
    if (bytes > this.#left) return 'no-room';
    this.#left -= bytes;
    return null;
  }
}
