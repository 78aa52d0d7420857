import { lstat, readdir, unlink } from 'node:fs/promises';
import { connect } from 'node:net';
import { basename, dirname, join } from 'node:path';
import { errorCode } from '../../storage/fileSystem.ts';
import { addressStart, isAddressEnd } from './handOverAddress.ts';

/** A process may have made its socket, and not listen at it yet. */
const YOUNG_MS = 60_000;

/**
 * Removes the sockets that processes left that were killed: nobody listens there, and nobody ever will, since each
 * process makes a name of its own. On Windows the system does it. Throws what the disk threw.
 */
export async function clearDeadAddresses(): Promise<void> {
  if (process.platform === 'win32') return;
  const start = await addressStart();
  const folder = dirname(start);
  const beginning = basename(start);
  for (const name of await readdir(folder)) {
    if (!name.startsWith(beginning) || !isAddressEnd(name.slice(beginning.length))) continue;
    const path = join(folder, name);
    if ((await isOldSocket(path)) && (await isRefused(path))) await unlinkIfThere(path);
  }
}

async function isOldSocket(path: string): Promise<boolean> {
  try {
    const found = await lstat(path);
    return found.isSocket() && found.mtimeMs < Date.now() - YOUNG_MS;
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return false;
    throw error;
  }
}

/** False for a process that is stopped, or hangs: it has what it listens at all the same. */
function isRefused(path: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(path);
    socket.unref();
    socket.once('connect', () => {
      socket.destroy();
      resolve(false);
    });
    socket.once('error', (error) => resolve(errorCode(error) === 'ECONNREFUSED'));
  });
}

/** Another process may clear the folder at the same time. */
async function unlinkIfThere(path: string): Promise<void> {
  try {
    await unlink(path);
  } catch (error) {
    if (errorCode(error) !== 'ENOENT') throw error;
  }
}
