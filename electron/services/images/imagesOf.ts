import type * as Y from 'yjs';
import { readBody } from '../../../shared/document/readBody.ts';
import type { BodyNode } from '../../../shared/document/template.ts';
import type { StoredImage } from '../open-document/index.ts';

/** The images that a document shows, by hash, in the order in which they first appear. */
export function imageHashes(nodes: readonly BodyNode[]): string[] {
  const hashes = new Set<string>();
  const walk = (node: BodyNode): void => {
    const hash = node.type === 'image' ? node.attrs?.hash : null;
    if (typeof hash === 'string' && hash !== '') hashes.add(hash);
    for (const child of node.content ?? []) walk(child);
  };
  for (const node of nodes) walk(node);
  return [...hashes];
}

/** The images that a document shows and `find` has. */
export function imagesOf(
  doc: Y.Doc,
  find: (hash: string) => StoredImage | null,
): ReadonlyMap<string, StoredImage> {
  return new Map(
    imageHashes(readBody(doc)).flatMap((hash) => {
      const image = find(hash);
      return image === null ? [] : [[hash, image] as const];
    }),
  );
}
