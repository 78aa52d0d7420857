import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { LIMITS } from '../../../shared/contract/calls.ts';
import { findImportedImages } from './importedImages.ts';
import { PictureRoom } from './leftPictures.ts';

const png = Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), Buffer.from('a picture')]);
const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
const hash = hashOf(png);

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'debrief-'));
  mkdirSync(join(folder, 'x.assets'));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

const bodyWith = (attrs: Readonly<Record<string, unknown>>) => [
  { type: 'paragraph', content: [{ type: 'image', attrs: { alt: 'a', ...attrs } }] },
];
const attrsIn = (body: Awaited<ReturnType<typeof findImportedImages>>['body']) =>
  body[0]?.content?.[0]?.attrs;

test('a picture beside the text is read', async () => {
  writeFileSync(join(folder, 'x.assets', `${hash}.png`), png);
  const { body, images } = await findImportedImages(bodyWith({ hash }), {
    text: `![a](x.assets/${hash}.png)`,
    folder: folder,
    known: new Map(),
    room: new PictureRoom(),
  });
  expect(attrsIn(body)).toEqual({ alt: 'a', hash });
  expect([...images]).toEqual([[hash, { bytes: new Uint8Array(png), mediaType: 'image/png' }]]);
});

test('a picture that is not there stays the address that it was', async () => {
  for (const at of [folder, join(folder, 'none'), null]) {
    const { body, images } = await findImportedImages(bodyWith({ hash }), {
      text: `![a](y.assets/${hash}.jpg)`,
      folder: at,
      known: new Map(),
      room: new PictureRoom(),
    });
    expect(attrsIn(body)).toEqual({ alt: 'a', address: `y.assets/${hash}.jpg` });
    expect(images.size).toBe(0);
  }
});

test('TH-17 no file is read that is not what its name says', async () => {
  const secret = Buffer.from('the key of something');
  const outside = join(folder, 'secret');
  writeFileSync(outside, png);
  writeFileSync(join(folder, 'x.assets', `${hashOf(secret)}.png`), secret);
  writeFileSync(join(folder, 'x.assets', `${'0'.repeat(64)}.png`), png);
  symlinkSync(outside, join(folder, 'x.assets', `${hash}.png`));
  mkdirSync(join(folder, 'elsewhere'));
  writeFileSync(join(folder, 'elsewhere', `${hash}.png`), png);
  symlinkSync(join(folder, 'elsewhere'), join(folder, 'y.assets'));
  for (const wanted of [hashOf(secret), '0'.repeat(64), hash]) {
    const { images } = await findImportedImages(bodyWith({ hash: wanted }), {
      text: '',
      folder: folder,
      known: new Map(),
      room: new PictureRoom(),
    });
    expect(images.size).toBe(0);
  }
});

test('TH-17 a picture over the limit is not read', async () => {
  const large = Buffer.alloc(LIMITS.imageBytes + 1);
  png.copy(large);
  writeFileSync(join(folder, 'x.assets', `${hashOf(large)}.png`), large);
  const { images } = await findImportedImages(bodyWith({ hash: hashOf(large) }), {
    text: '',
    folder,
    known: new Map(),
    room: new PictureRoom(),
  });
  expect(images.size).toBe(0);
});
