import { expect, test } from 'vitest';
import type { FileSystem } from './fileSystem.ts';
import { OWNER_ONLY } from './permissions.ts';
import { NameTaken, placeNewFile } from './placeNewFile.ts';
import { SimulatedDisk } from './testing/simulatedDisk.testkit.ts';

const PATH = '/a.debrief';
const MINE = Uint8Array.of(1, 2, 3);
const THEIRS = Uint8Array.of(9);

async function contentOf(disk: SimulatedDisk): Promise<Uint8Array> {
  const file = await disk.open(PATH, 'read');
  return file.readAt(0, 100);
}

async function put(disk: SimulatedDisk): Promise<void> {
  const file = await disk.open(PATH, 'create');
  await file.append(THEIRS);
}

const withLinks = [
  { what: 'with hard links', link: (disk: SimulatedDisk) => disk.link.bind(disk) },
  {
    what: 'without hard links',
    link: () => async () => {
      throw Object.assign(new Error('no links here'), { code: 'EPERM' });
    },
  },
];

const fileSystemOf = (disk: SimulatedDisk, changes: Partial<FileSystem>): FileSystem =>
  new Proxy(disk, {
    get: (target, name: keyof FileSystem) => {
      const value = changes[name] ?? target[name];
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });

test.each(withLinks)(
  'FF-29 a new file is whole and alone in its folder, on a disk $what',
  async ({ link }) => {
    const disk = new SimulatedDisk();
    await placeNewFile(fileSystemOf(disk, { link: link(disk) }), PATH, MINE, OWNER_ONLY);
    expect(await disk.readdir('/')).toEqual(['a.debrief']);
    expect(await contentOf(disk)).toEqual(MINE);
    expect((await disk.stat(PATH)).mode).toBe(0o600);
  },
);

test.each(withLinks)(
  'FF-29 what came to be at the name at the last moment stays, on a disk $what',
  async ({ link }) => {
    const disk = new SimulatedDisk();
    const fs = fileSystemOf(disk, {
      link: async (from, to) => {
        await put(disk);
        await link(disk)(from, to);
      },
    });
    await expect(placeNewFile(fs, PATH, MINE)).rejects.toBeInstanceOf(NameTaken);
    expect(await contentOf(disk)).toEqual(THEIRS);
    expect(await disk.readdir('/')).toEqual(['a.debrief']);
  },
);

test('FF-29 a name that is taken before costs no write', async () => {
  const disk = new SimulatedDisk();
  await put(disk);
  const before = disk.log.length;
  await expect(placeNewFile(disk, PATH, MINE)).rejects.toBeInstanceOf(NameTaken);
  expect(disk.log).toHaveLength(before);
});

test.each([
  ['what others put in its place', async (disk: SimulatedDisk) => disk.unlink(PATH).then(() => put(disk))],
  [
    'what others appended to it',
    async (disk: SimulatedDisk) => {
      const file = await disk.open(PATH, 'append');
      await file.append(THEIRS);
    },
  ],
])('FF-29 %s is not removed when the folder does not confirm the name', async (_, change) => {
  const disk = new SimulatedDisk();
  const fs = fileSystemOf(disk, {
    fsyncDirectory: async () => {
      await change(disk);
      throw Object.assign(new Error('refused'), { code: 'EIO' });
    },
  });
  await expect(placeNewFile(fs, PATH, MINE)).rejects.toMatchObject({ code: 'EIO' });
  expect((await contentOf(disk)).at(-1)).toBe(THEIRS[0]);
});

test('FF-29 a new file goes again when the folder does not confirm its name', async () => {
  const disk = new SimulatedDisk();
  disk.onCall = ({ kind }) => (kind === 'fsyncDirectory' ? { code: 'EIO' } : 'done');
  await expect(placeNewFile(disk, PATH, MINE)).rejects.toMatchObject({ code: 'EIO' });
  expect(await disk.readdir('/')).toEqual([]);
});
