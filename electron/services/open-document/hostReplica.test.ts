import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { encodeFile, newHeader } from '../../storage/createFile.ts';
import { HEADER_BYTES } from '../../storage/format/header.ts';
import { MAX_IMAGE_BYTES, MAX_IMAGES_BYTES } from '../../storage/format/limits.ts';
import { documentKey, RECORD_TYPE } from '../../storage/format/record.ts';
import { scanRecords } from '../../storage/format/scanRecords.ts';
import { imageRecords } from '../../storage/imageRecords.ts';
import type { Replayed } from '../../storage/replay.ts';
import { HostReplica } from './hostReplica.ts';

const PICTURE = { bytes: Uint8Array.of(1, 2, 3), mediaType: 'image/png' };
const HASH = createHash('sha256').update(PICTURE.bytes).digest('hex');

const empty = (): Replayed => ({ doc: new Y.Doc(), images: new Map(), unknown: [], damage: [] });
const withPicture = (doc = new Y.Doc()): Replayed => ({
  ...empty(),
  doc,
  images: new Map([[HASH, PICTURE]]),
});
const replicaOf = (held: Replayed): HostReplica => new HostReplica(held, () => ({ kind: 'ok' }));

/** A document that names the picture. */
function naming(): Y.Doc {
  const doc = new Y.Doc();
  doc.getText('text').insert(0, HASH);
  return doc;
}

/** A later state of a document that named the picture. */
function deleted(doc: Y.Doc): Y.Doc {
  const later = new Y.Doc();
  Y.applyUpdate(later, Y.encodeStateAsUpdate(doc));
  later.getText('text').delete(0, HASH.length);
  return later;
}

test('FF-24 an image is refused when all of them would make a file that nothing opens', () => {
  // One picture many times, so that the test needs the memory of one.
  const image = { bytes: new Uint8Array(MAX_IMAGE_BYTES), mediaType: 'image/png' };
  const room = Math.floor(MAX_IMAGES_BYTES / MAX_IMAGE_BYTES);
  const images = new Map(Array.from({ length: room - 1 }, (_, index) => [`${index}`, image]));
  const held = { doc: new Y.Doc(), images, unknown: [], damage: [] };
  const replica = new HostReplica(held, () => ({ kind: 'ok' }));
  expect(replica.takeImage('last', image)).not.toBeNull();
  expect(() => replica.takeImage('one more', image)).toThrow(
    expect.objectContaining({ sentence: expect.stringContaining('together') }),
  );
  expect(replica.image('one more')).toBeNull();
  expect(replica.takeImage('last', image)).toBeNull();
});

test('FF-25 an image that was removed takes no room: it gives way to one more', () => {
  const image = { bytes: new Uint8Array(MAX_IMAGE_BYTES), mediaType: 'image/png' };
  const room = Math.floor(MAX_IMAGES_BYTES / MAX_IMAGE_BYTES);
  const images = new Map(Array.from({ length: room }, (_, index) => [`${index}`, image]));
  const replica = replicaOf({ ...empty(), images });
  expect(() => replica.takeImage('one more', image)).toThrow();
  replica.dropUnmentionedImages();
  expect(replica.takeImage('one more', image)).not.toBeNull();
  expect(replica.image('0')).toBeNull();
  expect(replica.image('one more')).not.toBeNull();
});

test('FF-25 an image that came after the text that mentions it is dropped once that is deleted', () => {
  const doc = naming();
  const replica = replicaOf({ ...empty(), doc });
  replica.takeImage(HASH, PICTURE);
  replica.take(Y.encodeStateAsUpdate(deleted(doc)));
  replica.dropUnmentionedImages();
  expect(replica.records().map(({ type }) => type)).toEqual([RECORD_TYPE.snapshot]);
});

test('FF-25 an image that is in the file already is not dropped when it is put in again, before the text mentions it', () => {
  const replica = replicaOf(withPicture());
  expect(replica.takeImage(HASH, PICTURE)).toBeNull();
  replica.dropUnmentionedImages();
  expect(replica.records().map(({ type }) => type)).toEqual([RECORD_TYPE.snapshot, RECORD_TYPE.image]);
});

test('FF-25 an image that the file has lost and nothing mentions goes into no file, until the text mentions it again', () => {
  const doc = naming();
  const replica = replicaOf(withPicture(deleted(doc)));
  const there = { ...empty(), doc: deleted(doc) };
  replica.noteRemoved(there);
  expect(replica.lackingIn(there)).toEqual([]);
  expect(replica.records().map(({ type }) => type)).toEqual([RECORD_TYPE.snapshot]);
  replica.take(Y.encodeStateAsUpdate(naming()));
  expect(replica.isAhead).toBe(true);
  expect(replica.records().map(({ type }) => type)).toEqual([RECORD_TYPE.snapshot, RECORD_TYPE.image]);
});

test('FF-28 an image is not taken from what was kept when the text that mentions it there was deleted since', () => {
  const doc = naming();
  const replica = replicaOf({ ...empty(), doc: deleted(doc) });
  expect(replica.takeCopy(withPicture(doc))).toEqual([]);
  expect(replica.image(HASH)).toBeNull();
});

test('FF-28 an image is taken from what was kept before the text that mentions it comes', () => {
  const replica = replicaOf(empty());
  expect(replica.takeCopy(withPicture()).map(({ type }) => type)).toEqual([RECORD_TYPE.image]);
  replica.noteRemoved(empty());
  expect(replica.lackingIn(empty()).map(({ type }) => type)).toEqual([RECORD_TYPE.image]);
});

test('FF-25 an image that is read after the text that mentioned it was deleted is not on its way to the text', () => {
  const doc = naming();
  const replica = replicaOf({ ...empty(), doc });
  const deletion = Y.encodeStateAsUpdate(deleted(doc), Y.encodeStateVector(doc));
  const appended = [...imageRecords([[HASH, PICTURE]]), { type: RECORD_TYPE.update, payload: deletion }];
  const bytes = encodeFile(newHeader('x1', 0), appended);
  replica.takeRecords(scanRecords(bytes, HEADER_BYTES, documentKey('x1'), 0).records);
  expect(replica.image(HASH)).not.toBeNull();
  replica.noteRemoved(empty());
  expect(replica.records().map(({ type }) => type)).toEqual([RECORD_TYPE.snapshot]);
});
