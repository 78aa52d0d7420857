import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { newHeader } from '../../storage/createFile.ts';
import { encodeHeader } from '../../storage/format/header.ts';
import { NameTaken } from '../../storage/placeNewFile.ts';
import { asAddress, assetsFolderName } from './assetNames.ts';
import { writeExport } from './writeExport.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'debrief-'));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

const going = (): AbortSignal => new AbortController().signal;
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const picture = { bytes: bytes('a picture'), mediaType: 'image/png' };
const hash = createHash('sha256').update(picture.bytes).digest('hex');

test('TH-22 an export replaces what was there, and leaves nothing else behind', async () => {
  const path = join(folder, 'x.md');
  writeFileSync(path, 'what was there');
  await writeExport(path, { content: bytes('new'), pictures: new Map() }, going());
  expect(readFileSync(path, 'utf8')).toBe('new');
  expect(readdirSync(folder)).toEqual(['x.md']);
});

test('pictures lie beside, named by their content, and are not written twice', async () => {
  const path = join(folder, 'my report.md');
  const file = { content: bytes('x'), pictures: new Map([[hash, picture]]) };
  await writeExport(path, file, going());
  const place = join(folder, 'my report.assets', `${hash}.png`);
  expect(readFileSync(place, 'utf8')).toBe('a picture');
  const { ino } = statSync(place);
  await writeExport(path, file, going());
  expect(statSync(place).ino).toBe(ino);
  writeFileSync(place, 'spoiled');
  await writeExport(path, file, going());
  expect(readFileSync(place, 'utf8')).toBe('a picture');
});

test('a place where no file can be made is said to be one', async () => {
  const file = { content: bytes('new'), pictures: new Map() };
  await expect(writeExport(join(folder, 'none', 'x.md'), file, going())).rejects.toMatchObject({
    sentence: 'The export was not written. No file can be made there.',
  });
});

test('a link stays a link to what is replaced, and a folder is left alone', async () => {
  const file = { content: bytes('new'), pictures: new Map() };
  mkdirSync(join(folder, 'elsewhere'));
  writeFileSync(join(folder, 'elsewhere', 'x.md'), 'old');
  symlinkSync(join(folder, 'elsewhere', 'x.md'), join(folder, 'link.md'));
  await writeExport(join(folder, 'link.md'), file, going());
  expect(lstatSync(join(folder, 'link.md')).isSymbolicLink()).toBe(true);
  expect(readFileSync(join(folder, 'elsewhere', 'x.md'), 'utf8')).toBe('new');
  await expect(writeExport(join(folder, 'elsewhere'), file, going())).rejects.toMatchObject({
    code: 'bad-argument',
  });
});

test('FF-29 an export that is to be new replaces nothing, not even what came there at the last moment', async () => {
  const file = { content: bytes('new'), pictures: new Map() };
  const path = join(folder, 'x.md');
  writeFileSync(path, 'what was there');
  await expect(writeExport(path, file, going(), 'new')).rejects.toBeInstanceOf(NameTaken);
  expect(readFileSync(path, 'utf8')).toBe('what was there');
  await writeExport(join(folder, 'y.md'), file, going(), 'new');
  expect(readFileSync(join(folder, 'y.md'), 'utf8')).toBe('new');
  expect(readdirSync(folder).sort()).toEqual(['x.md', 'y.md']);
});

test.skipIf(process.platform === 'win32')(
  'TH-22 a pipe at the place of an export or of a picture is left alone, and not waited for',
  async () => {
    const file = { content: bytes('new'), pictures: new Map([[hash, picture]]) };
    const pipes = [join(folder, 'pipe.md'), join(folder, 'x.assets', `${hash}.png`)] as const;
    mkdirSync(join(folder, 'x.assets'));
    for (const pipe of pipes) execFileSync('mkfifo', [pipe]);
    await expect(writeExport(pipes[0], file, going())).rejects.toMatchObject({ code: 'bad-argument' });
    await expect(writeExport(join(folder, 'x.md'), file, going())).rejects.toMatchObject({
      sentence: 'The export was not written. There is no file, but something else.',
    });
    for (const pipe of pipes) expect(lstatSync(pipe).isFIFO()).toBe(true);
    expect(readdirSync(folder).sort()).toEqual(['pipe.md', 'x.assets']);
  },
);

test('a cancelled export leaves what was there', async () => {
  const path = join(folder, 'x.md');
  writeFileSync(path, 'what was there');
  const cancel = new AbortController();
  cancel.abort();
  await expect(
    writeExport(path, { content: bytes('new'), pictures: new Map() }, cancel.signal),
  ).rejects.toMatchObject({ code: 'cancelled' });
  expect(readFileSync(path, 'utf8')).toBe('what was there');
  expect(readdirSync(folder)).toEqual(['x.md']);
});

test('a place that cannot be written is a sentence, and nothing is left of the attempt', async () => {
  const file = { content: bytes('new'), pictures: new Map() };
  await expect(writeExport(join(folder, 'none', 'x.md'), file, going())).rejects.toMatchObject({
    name: 'HostError',
    sentence: expect.stringMatching(/^The export was not written\. /),
  });
  mkdirSync(join(folder, 'taken.md'));
  await expect(writeExport(join(folder, 'taken.md'), file, going())).rejects.toMatchObject({
    name: 'HostError',
  });
  expect(readdirSync(folder)).toEqual(['taken.md']);
  if (process.getuid?.() === 0) return;
  chmodSync(folder, 0o500);
  await expect(writeExport(join(folder, 'x.md'), file, going())).rejects.toMatchObject({
    code: 'no-permission',
  });
  chmodSync(folder, 0o700);
  expect(existsSync(join(folder, 'x.md'))).toBe(false);
});

test('the address of a picture survives any name of its file', () => {
  expect(assetsFolderName('/a/b/my report.v2.md')).toBe('my report.v2.assets');
  for (const name of ['my report', 'a(b)', '100%', 'x#1?', 'ä ö', '[x] *y* _z_', "it's", 'a&b|c', 'a\\b']) {
    const address = asAddress(`${name}.assets/x.png`);
    expect(decodeURIComponent(address)).toBe(`${name}.assets/x.png`);
    expect(address).not.toMatch(/[\s()<>[\]*|"\\]/);
  }
});

test('a postmortem is never replaced by an export, whatever its name is', async () => {
  const file = { content: bytes('new'), pictures: new Map() };
  const postmortem = encodeHeader(newHeader('58f5f2a9-5eea-4879-b7da-5955ce6d8b80', 0));
  for (const name of ['a.debrief', 'renamed.md']) writeFileSync(join(folder, name), postmortem);
  for (const name of ['a.debrief', 'renamed.md', 'new.DEBRIEF']) {
    await expect(writeExport(join(folder, name), file, going())).rejects.toThrow(/never replaces one/);
  }
  for (const name of ['a.debrief', 'renamed.md']) {
    expect(new Uint8Array(readFileSync(join(folder, name)))).toEqual(postmortem);
  }
  expect(readdirSync(folder).sort()).toEqual(['a.debrief', 'renamed.md']);
});
