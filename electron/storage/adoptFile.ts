import { dirname } from 'node:path';
import { DebriefFile } from './debriefFile.ts';
import type { FileSystem, OpenFile } from './fileSystem.ts';
import type { FileContents } from './readFile.ts';

/**
 * Makes a file that was read whole the one that we write. Whoever put it there may not have waited for the
 * disk: our first acknowledgement stands on its bytes and on its name, so both are made safe first.
 */
export async function adoptFile(
  fs: FileSystem,
  path: string,
  handle: OpenFile,
  { header, stat, scan }: FileContents,
): Promise<DebriefFile> {
  await handle.fsync();
  await fs.fsyncDirectory(dirname(path));
  const last = scan.records[scan.records.length - 1];
  return new DebriefFile(fs, path, handle, stat.identity, header, {
    length: stat.size,
    lastSequence: scan.lastSequence,
    lastRecord: last === undefined ? null : { offset: last.offset, headerCrc: last.headerCrc },
  });
}
