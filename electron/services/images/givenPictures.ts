import { createHash } from 'node:crypto';
import { LIMITS } from '../../../shared/contract/calls.ts';
import type { BodyNode } from '../../../shared/document/template.ts';
import type { StoredImage } from '../open-document/index.ts';
import { imageTypeOf } from './imageType.ts';

/** A picture that a person brought along with a Markdown text. */
export interface GivenPicture {
  /** Its file's name, without folders. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

interface PlacedPictures {
  readonly body: readonly BodyNode[];
  /** Those that the text shows, by SHA-256, 64 hex digits. */
  readonly images: ReadonlyMap<string, StoredImage>;
  /** Names of given pictures that the text does not show, or that are none by their content. */
  readonly unused: readonly string[];
}

/**
 * Puts given pictures where a text refers to them by the name of their file, whatever folder it says: a
 * browser tells no folders. Addresses on the web are left alone.
 */
export function placeGivenPictures(
  body: readonly BodyNode[],
  given: readonly GivenPicture[],
): PlacedPictures {
  const byName = new Map(given.map((picture) => [picture.name.toLowerCase(), picture]));
  const images = new Map<string, StoredImage>();
  const used = new Set<string>();
  const place = (node: BodyNode): BodyNode => {
    const name = node.type === 'image' ? fileNameIn(node.attrs?.address) : null;
    const picture = name === null ? undefined : byName.get(name.toLowerCase());
    const image = picture === undefined ? null : imageOf(picture.bytes);
    if (picture === undefined || image === null) {
      return node.content === undefined ? node : { ...node, content: node.content.map(place) };
    }
    const hash = createHash('sha256').update(image.bytes).digest('hex');
    images.set(hash, image);
    used.add(picture.name);
    const { address: _, ...attrs } = node.attrs ?? {};
    return { ...node, attrs: { ...attrs, hash } };
  };
  return {
    body: body.map(place),
    images,
    unused: given.map(({ name }) => name).filter((name) => !used.has(name)),
  };
}

/** The last part of an address beside the text; null for one on the web and for what is no file's name. */
export function fileNameIn(address: unknown): string | null {
  if (typeof address !== 'string' || /^([a-z][a-z0-9+.-]*:|\/\/)/i.test(address)) return null;
  const last =
    address
      .replace(/[?#].*$/, '')
      .split(/[\\/]/)
      .pop() ?? '';
  return last === '' ? null : decoded(last);
}

/** A path in an address as a file system has it. */
export function decoded(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    // A percent sign that is no code is part of the name.
    return name;
  }
}

function imageOf(bytes: Uint8Array): StoredImage | null {
  const mediaType = bytes.byteLength > LIMITS.imageBytes ? null : imageTypeOf(bytes);
  return mediaType === null ? null : { bytes, mediaType };
}
