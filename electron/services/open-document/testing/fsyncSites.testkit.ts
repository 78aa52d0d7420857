import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DiskCall, SimulatedDisk } from '../../../storage/testing/simulatedDisk.testkit.ts';

const isFsync = ({ kind }: DiskCall): boolean => kind === 'fsync' || kind === 'fsyncDirectory';

/** Collects the lines of code, as `file.ts:line`, that call fsync on this disk from now on. */
export function watchFsyncs(disk: SimulatedDisk): Set<string> {
  const sites = new Set<string>();
  disk.onCall = (call) => {
    if (isFsync(call)) sites.add(call.site);
    return 'done';
  };
  return sites;
}

/** From now on the fsync on this line of code says that it is done, and does nothing. */
export function removeFsync(disk: SimulatedDisk, site: string): void {
  disk.onCall = (call) => (isFsync(call) && call.site === site ? 'pretended' : 'done');
}

/** All lines of the storage code that call fsync, as they stand in the source. */
export function fsyncsInSource(): Set<string> {
  const electron = join(import.meta.dirname, '../../..');
  const sites = new Set<string>();
  for (const folder of ['storage', 'storage/format', 'services/open-document']) {
    for (const name of readdirSync(join(electron, folder))) {
      if (!name.endsWith('.ts') || name.endsWith('.test.ts') || name === 'nodeFileSystem.ts') continue;
      readFileSync(join(electron, folder, name), 'utf8')
        .split('\n')
        .forEach((line, index) => {
          if (/await [^;]*\.(fsync|fsyncDirectory)\(/.test(line)) sites.add(`${name}:${index + 1}`);
        });
    }
  }
  return sites;
}
