import * as fsp from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * The folder of this user's local sockets, made if it is not there. Sockets must have paths of at most 103 bytes
 * (macOS), so it lies high up, where anybody may make folders: one that somebody else made under its name is
 * refused, since its maker could answer in our place.
 *
 * @throws Error when there is no such folder of our own
 */
export async function socketFolder(): Promise<string> {
  const base = Buffer.byteLength(tmpdir()) > 50 ? '/tmp' : tmpdir();
  const uid = process.getuid?.() ?? 0;
  const folder = join(base, `debrief-${uid}`);
  await fsp.mkdir(folder, { recursive: true, mode: 0o700 });
  const found = await fsp.lstat(folder);
  const isOurs = found.isDirectory() && found.uid === uid && (found.mode & 0o077) === 0;
  if (!isOurs) throw new Error(`The folder for local sockets belongs to somebody else: ${folder}`);
  return folder;
}
