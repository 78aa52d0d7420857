import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { MAX_IMAGE_BYTES, MAX_IMAGES_BYTES } from '../../storage/format/limits.ts';
import { HostReplica } from './hostReplica.ts';

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
