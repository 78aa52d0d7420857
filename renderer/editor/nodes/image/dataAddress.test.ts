import { expect, it } from 'vitest';
import { bytesOfDataAddress, bytesOfLong, isTooLongFor } from './dataAddress.ts';

const read = (address: string): readonly number[] | null => {
  const bytes = bytesOfDataAddress(address);
  return bytes === null ? null : [...bytes];
};

it.each([
  'data:image/png;base64,iVBORw==',
  ' DATA:image/png; BASE64,iVBO\nRw==',
  'data:image/png;base64,iVBORw%3D%3D',
])('the bytes of a picture in base64 are read: %j', (address) => {
  expect(read(address)).toEqual([0x89, 0x50, 0x4e, 0x47]);
});

it('words are read as what they are', () => {
  expect(read('data:image/svg+xml,%3Csvg%2F%3E')).toEqual([...new TextEncoder().encode('<svg/>')]);
});

it.each(['https://pictures.example/a,b.png', 'data:image/png;base64', 'data:image/png;base64,%%', ''])(
  'there are none in %j',
  (address) => {
    expect(read(address)).toBeNull();
  },
);

it('an address that is too long is told from its length, and one of a picture that fits is not', () => {
  const addressOf = (bytes: number): string => `data:image/png;base64,${'A'.repeat((bytes / 3) * 4)}`;
  expect(isTooLongFor(addressOf(3_000), 3_000)).toBe(false);
  expect(isTooLongFor(addressOf(6_000), 3_000)).toBe(true);
  expect(bytesOfLong(addressOf(6_000)) / 6_000).toBeCloseTo(1, 1);
});
