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
  return `${await addressStart()}${process.pid}-${randomBytes(6).toString('hex')}`;
}

/**
 * Whether an address that another process names is one that {@link freeAddress} makes: not a pipe of another machine,
 * not a port, and no socket where others could have put one.
 */
export async function isOwnAddress(address: string): Promise<boolean> {
  try {
    const start = await addressStart();
    return address.startsWith(start) && isAddressEnd(address.slice(start.length));
  } catch {
    return false;
  }
}

/** Whether an address of {@link freeAddress} may go on like this behind {@link addressStart}. */
export const isAddressEnd = (end: string): boolean => NAME.test(end);

/** How all addresses begin. @throws Error on a machine without a place for local sockets */
export async function addressStart(): Promise<string> {
  if (process.platform === 'win32') return `\\\\.\\pipe\\debrief-${userInfo().username}-hand-over-`;
  return join(await socketFolder(), 'hand-over.');
}
