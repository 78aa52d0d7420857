import { createHash } from 'node:crypto';
import { lstat, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { LIMITS } from '../../../shared/contract/calls.ts';
import { imageTypeOf } from '../../../shared/document/imageType.ts';
import type { BodyNode } from '../../../shared/document/template.ts';
import type { StoredImage } from '../open-document/index.ts';
import { imageHashes } from './imagesOf.ts';
import type { PictureRoom, WhyLeft } from './leftPictures.ts';

export interface FoundImages {
  readonly body: readonly BodyNode[];
  /** Those that lie beside the text, by SHA-256, 64 hex digits. */
  readonly images: ReadonlyMap<string, StoredImage>;
}

export interface PictureSearch {
  /** The Markdown, for the addresses as they were written. */
  readonly text: string;
  /** Where it lay, or null for a text that came without a folder. */
  readonly folder: string | null;
  /** Pictures that need no search. */
  readonly known: ReadonlyMap<string, StoredImage>;
  readonly room: PictureRoom;
}

/**
 * Finds the pictures of an imported Markdown text that an export put into a `NAME.assets` folder beside it. A
 * reference to one that is not there stays the address that it was (TH-17).
 */
export async function findImportedImages(
  body: readonly BodyNode[],
  { text, folder, known, room }: PictureSearch,
): Promise<FoundImages> {
  const wanted = new Set(imageHashes(body).filter((hash) => !known.has(hash)));
  const images = new Map(folder === null || wanted.size === 0 ? [] : await readAssets(folder, wanted, room));
  const missing = new Set([...wanted].filter((hash) => !images.has(hash)));
  const addresses = missing.size === 0 ? new Map<string, string>() : ownAddresses(text);
  return { body: body.map((node) => leaveMissing(node, missing, addresses)), images };
}

function leaveMissing(
  node: BodyNode,
  missing: ReadonlySet<string>,
  addresses: ReadonlyMap<string, string>,
): BodyNode {
  const hash = node.type === 'image' ? node.attrs?.hash : null;
  const address = typeof hash === 'string' && missing.has(hash) ? addresses.get(hash) : undefined;
  if (address !== undefined) {
    const { hash: _, ...attrs } = node.attrs ?? {};
    return { ...node, attrs: { ...attrs, address } };
  }
  return withContent(node, (child) => leaveMissing(child, missing, addresses));
}

const withContent = (node: BodyNode, change: (child: BodyNode) => BodyNode): BodyNode =>
  node.content === undefined ? node : { ...node, content: node.content.map(change) };

/** The addresses of pictures beside the text, as they were written, by hash. */
function ownAddresses(text: string): ReadonlyMap<string, string> {
  const addresses = new Map<string, string>();
  for (const match of text.matchAll(/\.assets\/([0-9a-f]{64})\.[a-z0-9]{1,5}/g)) {
    const [end, hash = ''] = match;
    // An address has no white space; what is longer than a file's path is none of ours.
    const before = /[^\s()<>"]*$/.exec(text.slice(Math.max(0, match.index - 4_096), match.index));
    addresses.set(hash, `${before?.[0] ?? ''}${end}`);
  }
  return addresses;
}

async function readAssets(
  folder: string,
  wanted: ReadonlySet<string>,
  room: PictureRoom,
): Promise<[string, StoredImage][]> {
  const found: [string, StoredImage][] = [];
  for (const assets of await namesIn(folder)) {
    if (!assets.endsWith('.assets') || !(await isOwnFolder(join(folder, assets)))) continue;
    for (const name of await namesIn(join(folder, assets))) {
      const hash = /^([0-9a-f]{64})\.[a-z0-9]{1,5}$/.exec(name)?.[1];
      if (hash === undefined || !wanted.has(hash)) continue;
      const image = await readImage(join(folder, assets, name), room);
      if (typeof image !== 'string' && hashOf(image.bytes) === hash) found.push([hash, image]);
    }
  }
  return found;
}

/** A picture, by its content, for which there is room; or why it is not taken. Throws what the disk threw. */
export async function readImage(path: string, room: PictureRoom): Promise<StoredImage | WhyLeft> {
  const stat = await lstat(path);
  if (stat.isSymbolicLink()) return 'link';
  if (!stat.isFile()) return 'no-picture';
  // By its size alone, before a byte of it is read.
  if (stat.size > LIMITS.imageBytes) return 'too-large';
  return asImage(await readFile(path), room);
}

/** Bytes as the picture that they are, if there is room for it; or why it is not taken. */
export function asImage(bytes: Uint8Array, room: PictureRoom): StoredImage | WhyLeft {
  const mediaType = imageTypeOf(bytes);
  if (mediaType === null) return 'no-picture';
  return room.take(bytes.length) ?? { bytes: new Uint8Array(bytes), mediaType };
}

/** SHA-256, 64 hex digits. */
export const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** A folder that is not there has no pictures. */
const namesIn = (folder: string): Promise<readonly string[]> => readdir(folder).catch(() => []);

const isOwnFolder = (path: string): Promise<boolean> =>
  lstat(path).then(
    (stat) => stat.isDirectory(),
    () => false,
  );
