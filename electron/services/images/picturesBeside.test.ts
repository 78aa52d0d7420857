import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { LIMITS } from '../../../shared/contract/calls.ts';
import { readMarkdownFile } from '../importFile.ts';
import { MOST_PICTURES, PictureRoom } from './leftPictures.ts';
import { findPicturesBeside } from './picturesBeside.ts';

const png = Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), Buffer.from('a picture')]);
const hash = createHash('sha256').update(png).digest('hex');

let outside: string;
let folder: string;

beforeEach(() => {
  outside = mkdtempSync(join(tmpdir(), 'debrief-'));
  folder = join(outside, 'text');
  mkdirSync(join(folder, 'img', 'deep'), { recursive: true });
  mkdirSync(join(folder, '.hidden'));
  for (const path of ['a.png', 'img/A graph.png', 'img/deep/b.png', '.hidden/c.png', '.d.png', '../e.png'])
    writeFileSync(join(folder, path), png);
});

afterEach(() => rmSync(outside, { recursive: true, force: true }));

const bodyWith = (address: string) => [
  { type: 'paragraph', content: [{ type: 'image', attrs: { alt: 'a', address } }] },
];

test.each(['a.png', './a.png', 'img/A%20graph.png?raw=1', 'img/deep/b.png'])(
  '%s beside the text, or below, is taken',
  async (address) => {
    const { body, images } = await findPicturesBeside(bodyWith(address), folder, new PictureRoom());
    expect(body[0]?.content?.[0]?.attrs).toEqual({ alt: 'a', hash });
    expect([...images]).toEqual([[hash, { bytes: new Uint8Array(png), mediaType: 'image/png' }]]);
  },
);

test('TH-17 no file is read outside the folder of the text, behind a link, or hidden', async () => {
  symlinkSync(join(outside, 'e.png'), join(folder, 'link.png'));
  symlinkSync(outside, join(folder, 'way'));
  writeFileSync(join(folder, 'key.png'), 'the key of something');
  const addresses = [
    ...['../e.png', 'img/../../e.png', '%2e%2e/e.png', 'img%2F..%2F..%2Fe.png', 'img\\..\\..\\e.png'],
    ...[join(folder, 'a.png'), `file://${join(folder, 'a.png')}`, 'https://x.example/a.png', 'C:/a.png'],
    ...['link.png', 'way/e.png', '.hidden/c.png', '.d.png', 'key.png', 'img', 'none.png', '', 'a.png%00'],
  ];
  for (const address of addresses) {
    const { body, images } = await findPicturesBeside(bodyWith(address), folder, new PictureRoom());
    expect([body, images.size]).toEqual([bodyWith(address), 0]);
  }
});

test('says why it does not take a picture that is there', async () => {
  symlinkSync(join(folder, 'a.png'), join(folder, 'link.png'));
  writeFileSync(join(folder, 'key.png'), 'the key of something');
  writeFileSync(join(folder, 'large.png'), png);
  truncateSync(join(folder, 'large.png'), LIMITS.imageBytes + 1);
  const names = ['link.png', 'key.png', 'large.png', 'none.png', '../e.png', 'a.png', 'img/deep/b.png'];
  const body = names.flatMap(bodyWith);
  const { left, taken } = await findPicturesBeside(body, folder, new PictureRoom(png.length));
  expect([...left]).toEqual([
    ['link.png', 'link'],
    ['key.png', 'no-picture'],
    ['large.png', 'too-large'],
    ['../e.png', 'elsewhere'],
    ['img/deep/b.png', 'no-room'],
  ]);
  expect(taken).toEqual(['a.png']);
  const many = [...Array.from({ length: MOST_PICTURES }, (_, index) => `${index}.png`), 'a.png'];
  const beyond = await findPicturesBeside(many.flatMap(bodyWith), folder, new PictureRoom());
  expect([...beyond.left]).toEqual([['a.png', 'too-many']]);
});

test.each([
  '<img src="a.png" width="100">',
  "text <img\n  alt='x' src='a.png'/> text",
  '<p align="center"><img src=a.png></p>',
  '[<b>x</b> ![x](a.png)](https://x.example)',
])('a picture beside the text in source is left, which is said: %s', async (line) => {
  const source = `${line}\n\n<img src="https://x.example/b.png">\n`;
  const { images, notes } = await readMarkdownFile({ name: 'x.md', text: source, folder });
  expect(images.size).toBe(0);
  expect(notes).toEqual(['Not taken, since HTML stays as it is written: a.png. The address was kept.']);
});

test('an import takes them, and says which', async () => {
  const text = '![a](img/deep/b.png) ![b](none.png)\n';
  const { images, notes } = await readMarkdownFile({ name: 'x.md', text, folder });
  expect([...images.keys()]).toEqual([hash]);
  expect(notes).toEqual([
    'Taken from beside the text: b.png.',
    expect.stringContaining('One picture was not found: none.png.'),
  ]);
});
