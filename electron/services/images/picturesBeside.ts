import { lstat, realpath } from 'node:fs/promises';
import { join } from 'node:path';
import type { BodyNode } from '../../../shared/document/template.ts';
import type { StoredImage } from '../open-document/index.ts';
import { decoded } from './givenPictures.ts';
import { type FoundImages, hashOf, readImage } from './importedImages.ts';
import { addressesIn } from './pictureNotes.ts';

interface FoundBeside extends FoundImages {
  /** The addresses of those that were found. */
  readonly taken: readonly string[];
}

/** More pictures of one text than this stay addresses. */
const MOST = 200;

/**
 * Finds the pictures that an imported Markdown text names by where they lie beside it, `img/graph.png`: in its
 * own folder or one below, by no link and no hidden name. Every other address stays as it is (TH-17).
 *
 * @param folder null for a text that came without one
 */
export async function findPicturesBeside(
  body: readonly BodyNode[],
  folder: string | null,
): Promise<FoundBeside> {
  const addresses = [...new Set(body.flatMap(addressesIn))].slice(0, MOST);
  const images = new Map<string, StoredImage>();
  const hashes = new Map<string, string>();
  for (const address of addresses) {
    const image = folder === null ? null : await pictureAt(folder, address);
    if (image === null) continue;
    const hash = hashOf(image.bytes);
    hashes.set(address, hash);
    images.set(hash, image);
  }
  return { body: body.map((node) => withHashes(node, hashes)), images, taken: [...hashes.keys()] };
}

async function pictureAt(folder: string, address: string): Promise<StoredImage | null> {
  const parts = partsOf(address);
  if (parts === null) return null;
  try {
    const own = await realpath(folder);
    const path = join(own, ...parts);
    return (await realpath(path)) === path && (await lstat(path)).isFile() ? await readImage(path) : null;
  } catch {
    // What is not there, or must not be read, stays an address.
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

function withHashes(node: BodyNode, hashes: ReadonlyMap<string, string>): BodyNode {
  const address = node.type === 'image' ? node.attrs?.address : null;
  const hash = typeof address === 'string' ? hashes.get(address) : undefined;
  if (hash !== undefined) {
    const { address: _, ...attrs } = node.attrs ?? {};
    return { ...node, attrs: { ...attrs, hash } };
  }
  return node.content === undefined
    ? node
    : { ...node, content: node.content.map((child) => withHashes(child, hashes)) };
}
