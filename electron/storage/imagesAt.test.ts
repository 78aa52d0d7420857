import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { createFile, newHeader } from './createFile.ts';
import { imageRecords } from './imageRecords.ts';
import { imagesAt } from './imagesAt.ts';
import { type DiskCall, SimulatedDisk } from './testing/simulatedDisk.testkit.ts';

const PATH = '/a.debrief';
const PICTURE = { bytes: Uint8Array.of(1, 2, 3), mediaType: 'image/png' };
const HASH = createHash('sha256').update(PICTURE.bytes).digest('hex');

async function diskWithPicture(): Promise<SimulatedDisk> {
  const disk = new SimulatedDisk();
  await createFile(disk, PATH, newHeader('x1', 0), imageRecords([[HASH, PICTURE]]));
  return disk;
}

test.each(['EMFILE', 'EIO'])('pictures are read once the disk allows it again (%s)', async (code) => {
  const disk = await diskWithPicture();
  const refused: DiskCall['kind'][] = ['open', 'readAt'];
  disk.onCall = ({ kind }) => {
    if (refused[0] !== kind) return 'done';
    refused.shift();
    return { code };
  };
  expect([...(await imagesAt(disk, PATH, 'x1')).keys()]).toEqual([HASH]);
  expect(refused).toEqual([]);
});

test('there are none in a file that is gone, may not be read, or is of another document', async () => {
  const disk = await diskWithPicture();
  expect(await imagesAt(disk, '/gone.debrief', 'x1')).toEqual(new Map());
  expect(await imagesAt(disk, PATH, 'x2')).toEqual(new Map());
  disk.onCall = () => ({ code: 'EACCES' });
  expect(await imagesAt(disk, PATH, 'x1')).toEqual(new Map());
});
