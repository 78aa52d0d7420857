import { LIMITS } from '../../../shared/contract/calls.ts';
import type { BodyNode } from '../../../shared/document/template.ts';
import type { StoredImage } from '../open-document/index.ts';
import { asImage, hashOf } from './importedImages.ts';
import type { LeftPictures, PictureRoom, WhyLeft } from './leftPictures.ts';
import { addressesIn, fileNameIn, withHashes } from './pictureAddresses.ts';

/** A picture that a person brought along with a Markdown text. */
export interface GivenPicture {
  /** Its file's name, without folders. */
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  /** Null for one that was too large to be handed over, alone or together with the others. */
  readonly bytes: Uint8Array | null;
}

interface PlacedPictures {
  readonly body: readonly BodyNode[];
  /** Those that the text shows, by SHA-256, 64 hex digits. */
  readonly images: ReadonlyMap<string, StoredImage>;
  /** Those that the text shows and that were not taken. */
  readonly left: LeftPictures;
  /** Names of given pictures that the text does not show. */
  readonly unused: readonly string[];
}

/**
 * Puts given pictures where a text refers to them by the name of their file, whatever folder it says: a
 * browser tells no folders. Addresses on the web are left alone.
 */
export function placeGivenPictures(
  body: readonly BodyNode[],
  given: readonly GivenPicture[],
  room: PictureRoom,
): PlacedPictures {
  const byName = new Map(given.map((picture) => [picture.name.toLowerCase(), picture]));
  const images = new Map<string, StoredImage>();
  const hashes = new Map<string, string>();
  const left = new Map<string, WhyLeft>();
  const named = new Set<string>();
  for (const address of new Set(body.flatMap(addressesIn))) {
    const picture = byName.get(fileNameIn(address)?.toLowerCase() ?? '');
    if (picture === undefined) continue;
    named.add(picture.name);
    const image = imageOf(picture, room);
    if (typeof image === 'string') left.set(address, image);
    else {
      const hash = hashOf(image.bytes);
      hashes.set(address, hash);
      images.set(hash, image);
    }
  }
  return {
    body: body.map((node) => withHashes(node, hashes)),
    images,
    left,
    unused: given.map(({ name }) => name).filter((name) => !named.has(name)),
  };
}

function imageOf({ size, bytes }: GivenPicture, room: PictureRoom): StoredImage | WhyLeft {
  if (bytes !== null) return asImage(bytes, room);
  return size > LIMITS.imageBytes ? 'too-large' : 'no-room';
}
