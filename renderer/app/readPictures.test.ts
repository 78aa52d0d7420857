import { expect, it } from 'vitest';
import { LIMITS } from '../../shared/contract/calls.ts';
import { readPictures } from './readPictures.ts';

/** A file that says it has so many bytes. */
const picture = (name: string, size: number): File =>
  Object.defineProperty(new File(['x'], name), 'size', { value: size });

it('reads pictures while there is room, and names the others with their sizes', async () => {
  const many = Math.floor(LIMITS.picturesBytes / LIMITS.imageBytes);
  const pictures = [
    picture('large.png', LIMITS.imageBytes + 1),
    ...Array.from({ length: many + 1 }, (_, index) => picture(`${index}.png`, LIMITS.imageBytes)),
    picture('small.png', 1),
  ];
  const read = await readPictures(pictures);
  expect(read.filter(({ bytes }) => bytes === null)).toEqual([
    { name: 'large.png', size: LIMITS.imageBytes + 1, bytes: null },
    { name: `${many}.png`, size: LIMITS.imageBytes, bytes: null },
  ]);
  expect(read.at(-1)?.bytes).toEqual(new TextEncoder().encode('x'));
});
