import { randomBytes } from 'node:crypto';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { socketFolder } from '../../storage/socketFolder.ts';

/** The process that listens there, and a random part. */
const NAME = /^\d{1,10}-[0-9a-f]{12}$/;

/**
 * An address that nobody listens at yet: a local socket in a folder that only this user can enter, or a named pipe on
 * Windows.
 *
 * @throws Error on a machine without a place for local sockets
 */
export async function freeAddress(): Promise<string> {
  return `${await beginning()}${process.pid}-${randomBytes(6).toString('hex')}`;
}

/**
 * Whether an address that another process names is one that {@link freeAddress} makes: not a pipe of another machine,
 * not a port, and no socket where others could have put one.
 */
export async function isOwnAddress(address: string): Promise<boolean> {
  try {
    const start = await beginning();
    return address.startsWith(start) && NAME.test(address.slice(start.length));
  } catch {
    return false;
  }
}

async function beginning(): Promise<string> {
  if (process.platform === 'win32') return `\\\\.\\pipe\\debrief-${userInfo().username}-hand-over-`;
  return join(await socketFolder(), 'hand-over.');
}
