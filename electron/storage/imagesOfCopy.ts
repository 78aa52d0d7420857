import * as Y from 'yjs';
import type { Damage } from './format/scanRecords.ts';
import { mentions } from './mentions.ts';
import type { Image } from './readRecords.ts';

/** What was read of a copy of a document. */
export interface CopyRead {
  readonly doc: Y.Doc;
  /** By SHA-256, 64 hex digits. */
  readonly images: ReadonlyMap<string, Image>;
  readonly damage: readonly Damage[];
  /** Bytes at the end that are no whole record. */
  readonly tornBytes: number;
}

/**
 * The images of a copy that belong to the document that it was merged into: those that the document mentions. Where
 * something of the text is missing or damaged, nobody knows what that mentions.
 */
export function imagesOfCopy(merged: Y.Doc, copy: CopyRead): ReadonlyMap<string, Image> {
  const { doc, images } = copy;
  if (merged.store.pendingStructs !== null || merged.store.pendingDs !== null) return images;
  const [state, copied] = [Y.encodeStateAsUpdate(merged), Y.encodeStateAsUpdate(doc)];
  const isWhole = copy.damage.length === 0 && copy.tornBytes === 0;
  const mayBelong = (hash: string): boolean => !isWhole && !mentions(copied, hash);
  return new Map([...images].filter(([hash]) => mentions(state, hash) || mayBelong(hash)));
}
