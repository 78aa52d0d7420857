import { realpath } from 'node:fs/promises';
import { join } from 'node:path';
import type { BodyNode } from '../../../shared/document/template.ts';
import type { StoredImage } from '../open-document/index.ts';
import { type FoundImages, hashOf, readImage } from './importedImages.ts';
import { type LeftPictures, MOST_PICTURES, type PictureRoom, type WhyLeft } from './leftPictures.ts';
import { addressesIn, decoded, fileNameIn, withHashes } from './pictureAddresses.ts';

interface FoundBeside extends FoundImages {
  /** The addresses of those that were found. */
  readonly taken: readonly string[];
  /** Those that were not taken for another reason than that nothing is there. */
  readonly left: LeftPictures;
}

/**
 * Finds the pictures that an imported Markdown text names by where they lie beside it, `img/graph.png`: in its
 * own folder or one below, by no link and no hidden name. Every other address stays as it is (TH-17).
 *
 * @param folder null for a text that came without one
 */
export async function findPicturesBeside(
  body: readonly BodyNode[],
  folder: string | null,
  room: PictureRoom,
): Promise<FoundBeside> {
  const images = new Map<string, StoredImage>();
  const hashes = new Map<string, string>();
  const left = new Map<string, WhyLeft>();
  if (folder === null) return { body, images, taken: [], left };
  const addresses = [...new Set(body.flatMap(addressesIn))].filter((one) => fileNameIn(one) !== null);
  for (const [index, address] of addresses.entries()) {
    const image = index < MOST_PICTURES ? await pictureAt(folder, address, room) : 'too-many';
    if (typeof image === 'string') left.set(address, image);
    else if (image !== null) {
      const hash = hashOf(image.bytes);
      hashes.set(address, hash);
      images.set(hash, image);
    }
  }
  return { body: body.map((node) => withHashes(node, hashes)), images, taken: [...hashes.keys()], left };
}

/** Null for what is not there, or must not be read. */
async function pictureAt(
  folder: string,
  address: string,
  room: PictureRoom,
): Promise<StoredImage | WhyLeft | null> {
  const parts = partsOf(address);
  if (parts === null) return 'elsewhere';
  try {
    const own = await realpath(folder);
    const path = join(own, ...parts);
    return (await realpath(path)) === path ? await readImage(path, room) : 'link';
  } catch {
    return null;
  }
}

/** The folders and the name in an address beside the text; null for one that leads anywhere else. */
function partsOf(address: string): readonly string[] | null {
  const path = decoded(address.replace(/[?#].*$/, '')).replace(/^(?:\.\/)+/, '');
  const parts = path.split('/');
  const isOwn = parts.every((part) => part !== '' && !part.startsWith('.') && !/[\\:\0]/.test(part));
  return isOwn ? parts : null;
}
