import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { parkPictures } from './parkedPictures.ts';

const png = Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), Buffer.from('a picture')]);
const hash = createHash('sha256').update(png).digest('hex');
const address = (type: string, bytes: Uint8Array = png): string =>
  `data:image/${type};base64,${Buffer.from(bytes).toString('base64')}`;

test('a picture inside a text is taken out of it, whatever it says it is', () => {
  const { text, pictures } = parkPictures(`![a](${address('jpeg')})`);
  expect(text).toBe(`![a](inside-the-text.assets/${hash}.png)`);
  expect([...pictures]).toEqual([[hash, { bytes: new Uint8Array(png), mediaType: 'image/png' }]]);
});

test('where it was no picture its own words are put back', () => {
  const original = `\`${address('png')}\` and ![a](${address('png')})`;
  const { text, restore } = parkPictures(original);
  expect(restore({ list: [text], other: null, number: 3 })).toEqual({
    list: [original],
    other: null,
    number: 3,
  });
});

test.each([
  address('svg+xml', Buffer.from('<svg/>')),
  address('png', Buffer.from('no picture')),
  'data:text/html;base64,AAAA',
  `${address('png').slice(0, -1)}`,
])('what is no picture stays: %s', (original) => {
  expect(parkPictures(`![a](${original})`).text).toBe(`![a](${original})`);
});

test('of two spellings of one picture the first is taken out', () => {
  const { text, restore } = parkPictures(`${address('png')} ${address('gif')}`);
  expect(restore(text)).toBe(`${address('png')} ${address('gif')}`);
});
