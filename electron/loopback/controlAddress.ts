import { createHash } from 'node:crypto';
import { chmod, mkdir, realpath } from 'node:fs/promises';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';

/** A local socket's address has room for 104 bytes on macOS, 108 on Linux; some are for the name's end. */
const MOST_SOCKET_BYTES = 90;

/**
 * Where the running server of a data folder listens for another `debrief serve` of the same user: a local
 * socket in the data folder, or, where that path is too long for one, in a private folder of the system's
 * temporary one; on Windows a named pipe. Makes the folder, which only this user may enter.
 *
 * @throws Error when the folder cannot be made
 */
export async function controlAddress(dataFolder: string): Promise<string> {
  await mkdir(dataFolder, { recursive: true, mode: 0o700 });
  const real = await realpath(dataFolder);
  const key = createHash('sha256').update(real).digest('hex').slice(0, 24);
  if (process.platform === 'win32') return `\\\\.\\pipe\\debrief-serve-${key}`;
  const own = join(real, 'serve');
  const fits = Buffer.byteLength(own) <= MOST_SOCKET_BYTES;
  const folder = fits ? own : join(tmpdir(), `debrief-${userInfo().uid}-${key}`);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  // Throws in a folder that another user made there first.
  await chmod(folder, 0o700);
  return join(folder, 'control');
}
