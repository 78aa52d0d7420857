import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
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

/** All lines of the host's code that call fsync, as they stand in the source. */
export function fsyncsInSource(): Set<string> {
  const electron = join(import.meta.dirname, '../../..');
  const sites = new Set<string>();
  for (const path of readdirSync(electron, { recursive: true, encoding: 'utf8' })) {
    const name = basename(path);
    if (!/(?<!\.test|\.testkit)\.ts$/.test(name) || name === 'nodeFileSystem.ts') continue;
    readFileSync(join(electron, path), 'utf8')
      .split('\n')
      .forEach((line, index) => {
        if (/\.(fsync|fsyncDirectory)\(/.test(line)) sites.add(`${name}:${index + 1}`);
      });
  }
  return sites;
}
