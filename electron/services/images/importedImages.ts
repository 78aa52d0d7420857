import { createHash } from 'node:crypto';
import { lstat, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { LIMITS } from '../../../shared/contract/calls.ts';
import type { BodyNode } from '../../../shared/document/template.ts';
import type { StoredImage } from '../open-document/index.ts';
import { imageHashes } from './imagesOf.ts';
import { imageTypeOf } from './imageType.ts';

export interface WithImages {
  readonly body: readonly BodyNode[];
  /** By SHA-256, 64 hex digits. */
  readonly images: ReadonlyMap<string, StoredImage>;
}

/**
 * Finds the pictures of an imported Markdown text: those inside it as `data:` addresses, and those that an
 * export put into a `NAME.assets` folder beside it. A reference to one that is not there stays the address
 * that it was; no other file is read (TH-17).
 *
 * @param text the Markdown, for the addresses as they were written
 * @param folder where it lay, or null for a text that came without one
 */
export async function findImportedImages(
  body: readonly BodyNode[],
  text: string,
  folder: string | null,
): Promise<WithImages> {
  const images = new Map<string, StoredImage>();
  const inText = body.map((node) => takeDataAddresses(node, images));
  const wanted = imageHashes(inText).filter((hash) => !images.has(hash));
  if (folder !== null && wanted.length > 0) {
    for (const [hash, image] of await readAssets(folder, new Set(wanted))) images.set(hash, image);
  }
  const addresses = ownAddresses(text);
  return { body: inText.map((node) => leaveMissing(node, images, addresses)), images };
}

const DATA_ADDRESS = /^data:image\/[a-z+.-]+;base64,([A-Za-z0-9+/=\s]+)$/;

function takeDataAddresses(node: BodyNode, images: Map<string, StoredImage>): BodyNode {
  const address = node.type === 'image' ? node.attrs?.address : null;
  const base64 = typeof address === 'string' ? DATA_ADDRESS.exec(address)?.[1] : undefined;
  if (base64 !== undefined && base64.length < LIMITS.imageBytes * 1.4) {
    const image = asImage(Buffer.from(base64, 'base64'));
    if (image !== null) {
      const hash = hashOf(image.bytes);
      images.set(hash, image);
      const { address: _, ...attrs } = node.attrs ?? {};
      return { ...node, attrs: { ...attrs, hash } };
    }
  }
  return withContent(node, (child) => takeDataAddresses(child, images));
}

function leaveMissing(
  node: BodyNode,
  images: ReadonlyMap<string, StoredImage>,
  addresses: ReadonlyMap<string, string>,
): BodyNode {
  const hash = node.type === 'image' ? node.attrs?.hash : null;
  const address = typeof hash === 'string' && !images.has(hash) ? addresses.get(hash) : undefined;
  if (address !== undefined) {
    const { hash: _, ...attrs } = node.attrs ?? {};
    return { ...node, attrs: { ...attrs, address } };
  }
  return withContent(node, (child) => leaveMissing(child, images, addresses));
}

const withContent = (node: BodyNode, change: (child: BodyNode) => BodyNode): BodyNode =>
  node.content === undefined ? node : { ...node, content: node.content.map(change) };

/** The addresses of pictures beside the text, as they were written, by hash. */
function ownAddresses(text: string): ReadonlyMap<string, string> {
  const found = text.matchAll(/[^\s()<>"]+\.assets\/([0-9a-f]{64})\.[a-z0-9]{1,5}/g);
  return new Map([...found].map(([address, hash]) => [hash ?? '', address]));
}

async function readAssets(folder: string, wanted: ReadonlySet<string>): Promise<[string, StoredImage][]> {
  const found: [string, StoredImage][] = [];
  for (const assets of await namesIn(folder)) {
    if (!assets.endsWith('.assets') || !(await isOwnFolder(join(folder, assets)))) continue;
    for (const name of await namesIn(join(folder, assets))) {
      const hash = /^([0-9a-f]{64})\.[a-z0-9]{1,5}$/.exec(name)?.[1];
      if (hash === undefined || !wanted.has(hash)) continue;
      const image = await readImage(join(folder, assets, name));
      if (image !== null && hashOf(image.bytes) === hash) found.push([hash, image]);
    }
  }
  return found;
}

async function readImage(path: string): Promise<StoredImage | null> {
  const stat = await lstat(path);
  if (!stat.isFile() || stat.size > LIMITS.imageBytes) return null;
  return asImage(await readFile(path));
}

function asImage(bytes: Buffer): StoredImage | null {
  const mediaType = imageTypeOf(bytes);
  return mediaType === null || bytes.length > LIMITS.imageBytes
    ? null
    : { bytes: new Uint8Array(bytes), mediaType };
}

const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** A folder that is not there has no pictures. */
const namesIn = (folder: string): Promise<readonly string[]> => readdir(folder).catch(() => []);

const isOwnFolder = (path: string): Promise<boolean> =>
  lstat(path).then(
    (stat) => stat.isDirectory(),
    () => false,
  );
