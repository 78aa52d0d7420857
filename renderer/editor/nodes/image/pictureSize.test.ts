import { expect, it } from 'vitest';
import { bytesOfDataAddress } from './dataAddress.ts';
import { pictureSize } from './pictureSize.ts';

const bytesOf = (base64: string): Uint8Array =>
  bytesOfDataAddress(`data:;base64,${base64}`) ?? new Uint8Array();

it('a GIF and a PNG say how large they are', () => {
  expect(pictureSize(bytesOf('R0lGODlhAQACAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7'))).toEqual({
    width: 1,
    height: 2,
  });
  expect(pictureSize(bytesOf('iVBORw0KGgoAAAANSUhEUgAAASwAAADIAAAAAA=='))).toEqual({
    width: 300,
    height: 200,
  });
});

it('other pictures, and bytes that end too soon, do not', () => {
  expect(pictureSize(bytesOf('/9j/4AAQSkZJRgABAQ=='))).toBeNull();
  expect(pictureSize(bytesOf('R0lGODlhAQA='))).toBeNull();
  expect(pictureSize(new Uint8Array())).toBeNull();
});
