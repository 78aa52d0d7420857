import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { imagesOfCopy } from './imagesOfCopy.ts';

const HASH = 'a'.repeat(64);
const images = new Map([[HASH, { bytes: Uint8Array.of(1), mediaType: 'image/png' }]]);
const damage = [{ kind: 'record', offset: 0, length: 1, sequence: 1, type: 2, what: 'undecodable' }] as const;

/** Copies of a document: with text that mentions the image, and after that was deleted. */
function copies(): { readonly before: Y.Doc; readonly after: Y.Doc } {
  const [before, after] = [new Y.Doc(), new Y.Doc()];
  before.getText('text').insert(0, HASH);
  Y.applyUpdate(after, Y.encodeStateAsUpdate(before));
  after.getText('text').delete(0, HASH.length);
  return { before, after };
}

test('FF-25 of a whole copy an image belongs to the merged document that the document mentions', () => {
  const { before, after } = copies();
  expect([...imagesOfCopy(before, { doc: before, images, damage: [], tornBytes: 0 }).keys()]).toEqual([HASH]);
  for (const doc of [before, after])
    expect(imagesOfCopy(after, { doc, images, damage: [], tornBytes: 0 }).size).toBe(0);
});

test('FF-25 an image is not left out where text is damaged or missing that may mention it', () => {
  const { before, after } = copies();
  expect(imagesOfCopy(after, { doc: after, images, damage, tornBytes: 0 }).size).toBe(1);
  expect(imagesOfCopy(after, { doc: before, images, damage, tornBytes: 0 }).size).toBe(0);
  expect(imagesOfCopy(after, { doc: after, images, damage: [], tornBytes: 7 }).size).toBe(1);
  const last = Y.encodeStateVector(before);
  before.getText('text').insert(0, 'more');
  const missing = new Y.Doc();
  Y.applyUpdate(missing, Y.encodeStateAsUpdate(before, last));
  expect(imagesOfCopy(missing, { doc: missing, images, damage: [], tornBytes: 0 }).size).toBe(1);
});
