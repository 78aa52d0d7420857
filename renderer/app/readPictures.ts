import { LIMITS } from '../../shared/contract/calls.ts';

/** Pictures as the host takes them: of those for which there is no room, which it says, only name and size. */
export async function readPictures(
  pictures: readonly File[],
): Promise<{ name: string; size: number; bytes: Uint8Array | null }[]> {
  const read = [];
  let room: number = LIMITS.picturesBytes;
  for (const picture of pictures) {
    const { name, size } = picture;
    const isTaken = size <= Math.min(LIMITS.imageBytes, room);
    if (isTaken) room -= size;
    read.push({ name, size, bytes: isTaken ? new Uint8Array(await picture.arrayBuffer()) : null });
  }
  return read;
}
