import { expect, it } from 'vitest';
import { LIMITS } from '../../../shared/contract/calls.ts';
import { placeGivenPictures } from './givenPictures.ts';
import { PictureRoom } from './leftPictures.ts';
import { fileNameIn } from './pictureAddresses.ts';
import { pictureNotes } from './pictureNotes.ts';

const png = Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), Buffer.from('a picture')]);
const given = (name: string, bytes: Uint8Array) => ({ name, size: bytes.length, bytes });
const picture = (address: string) => ({ type: 'image', attrs: { address, alt: 'words' } });
const body = [
  {
    type: 'paragraph',
    content: [picture('img/A%20graph.png?raw=1'), picture('lost.png'), picture('https://x.example/lost.png')],
  },
];

it('puts a given picture where the text names its file, in whatever folder', () => {
  const placed = placeGivenPictures(body, [given('a graph.PNG', png)], new PictureRoom());
  const [first, second, third] = placed.body[0]?.content ?? [];
  expect([...placed.images.keys()]).toEqual([first?.attrs?.hash]);
  expect(first?.attrs).toEqual({ alt: 'words', hash: expect.stringMatching(/^[0-9a-f]{64}$/) });
  expect([second, third]).toEqual([picture('lost.png'), picture('https://x.example/lost.png')]);
  expect(placed.unused).toEqual([]);
});

it('takes no file that is no picture, and names what it did not take', () => {
  const pictures = [
    given('lost.png', Buffer.from('<svg onload="alert(1)">')),
    given('a graph.png', png),
    given('other.png', png),
  ];
  const placed = placeGivenPictures(body, pictures, new PictureRoom(png.length - 1));
  expect([placed.images.size, placed.unused]).toEqual([0, ['other.png']]);
  expect([...placed.left]).toEqual([
    ['img/A%20graph.png?raw=1', 'no-room'],
    ['lost.png', 'no-picture'],
  ]);
  expect(placed.body).toEqual(body);
});

it('says of a picture that was not handed over whether it or all of them are too large', () => {
  const pictures = [
    { name: 'a graph.png', size: LIMITS.imageBytes, bytes: null },
    { name: 'lost.png', size: LIMITS.imageBytes + 1, bytes: null },
  ];
  expect([...placeGivenPictures(body, pictures, new PictureRoom()).left.values()]).toEqual([
    'no-room',
    'too-large',
  ]);
});

it('reads the name of a file from an address beside the text only', () => {
  expect(fileNameIn('../a/b.png#x')).toBe('b.png');
  expect(fileNameIn('a\\b.png')).toBe('b.png');
  expect(fileNameIn('50%.png')).toBe('50%.png');
  for (const address of ['https://x.example/a.png', '//x/a.png', 'data:image/png;base64,', 'a/', null]) {
    expect(fileNameIn(address)).toBeNull();
  }
});

const NOTHING = { unused: [], taken: [], left: new Map() };

it('says which pictures were not found, and which are on the web', () => {
  expect(pictureNotes(body, { unused: ['other.png'], taken: [], left: new Map() })).toEqual([
    expect.stringContaining('2 pictures were not found: A graph.png, lost.png.'),
    expect.stringContaining('One picture is on the web'),
    expect.stringContaining('other.png'),
  ]);
  expect(pictureNotes([], NOTHING)).toEqual([]);
  const many = Array.from({ length: 8 }, (_, index) => picture(`${index}.png`));
  expect(pictureNotes(many, NOTHING)[0]).toContain('0.png, 1.png, 2.png, 3.png, 4.png and 3 more.');
});

it('says of an address on some computer that it leads elsewhere, not that it is on the web', () => {
  const addresses = ['file:///home/ann/a.png', `data:image/svg+xml,${'x'.repeat(500)}`];
  expect(pictureNotes(addresses.map(picture), NOTHING)).toEqual([
    `Not taken, since neither beside the text nor on the web: file:///home/ann/a.png, data:image/svg+xml,${'x'.repeat(61)}…. The address was kept.`,
  ]);
});

it('says why a picture was not taken that is there', () => {
  const left = new Map([
    ['img/A%20graph.png?raw=1', 'no-room'],
    ['lost.png', 'too-large'],
  ] as const);
  expect(pictureNotes(body.slice(0, 1), { ...NOTHING, left }).slice(0, 2)).toEqual([
    'Not taken, since a picture may have 20 MiB at most: lost.png. The address was kept.',
    'Not taken, since the pictures of one text may have 256 MiB together: A graph.png. The address was kept.',
  ]);
});
