import { linkSync, lstatSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { until } from '../open-document/testing/realFolder.testkit.ts';
import { clearDeadAddresses } from './clearDeadAddresses.ts';
import { freeAddress } from './handOverAddress.ts';
import { HandOverServer } from './handOverServer.ts';

const made: string[] = [];
afterEach(() => {
  for (const path of made.splice(0)) rmSync(path, { force: true });
});

async function newAddress(): Promise<string> {
  const path = await freeAddress();
  made.push(path);
  return path;
}

async function listen(path: string): Promise<Server> {
  const server = createServer();
  await new Promise<void>((listening) => server.listen(path, listening));
  return server;
}

const close = (server: Server) => new Promise((closed) => server.close(closed));

/** What a process leaves that is killed: a socket at which nobody listens. */
async function deadAddress(): Promise<string> {
  const path = await newAddress();
  const server = await listen(await newAddress());
  linkSync(String(server.address()), path);
  await close(server);
  return path;
}

function ageBy(path: string, seconds: number): void {
  const then = Date.now() / 1_000 - seconds;
  utimesSync(path, then, then);
}

const isThere = (path: string): boolean => lstatSync(path, { throwIfNoEntry: false }) !== undefined;

describe.skipIf(process.platform === 'win32')('the sockets at which others hand over', () => {
  test('are cleared away when nobody listens there any more, and stay when somebody does', async () => {
    const dead = await deadAddress();
    const alive = await newAddress();
    const server = await listen(alive);
    for (const path of [dead, alive]) ageBy(path, 120);
    await clearDeadAddresses();
    expect([isThere(dead), isThere(alive)]).toEqual([false, true]);
    await close(server);
  });

  test('stay while they are younger than a minute: their process may be about to listen', async () => {
    const young = await deadAddress();
    ageBy(young, 30);
    await clearDeadAddresses();
    expect(isThere(young)).toBe(true);
  });

  test('are all that is cleared away: not a file of such a name, not a socket of another', async () => {
    const file = await newAddress();
    writeFileSync(file, '');
    const other = `${await deadAddress()}.other`;
    made.push(other);
    linkSync(await deadAddress(), other);
    for (const path of [file, other]) ageBy(path, 120);
    await clearDeadAddresses();
    expect([isThere(file), isThere(other)]).toEqual([true, true]);
  });

  test('are cleared away by the next program that listens for others', async () => {
    const dead = await deadAddress();
    ageBy(dead, 120);
    const server = await HandOverServer.listen(() => null);
    await until('cleared', () => !isThere(dead));
    expect(isThere(server?.address ?? '')).toBe(true);
    await server?.close();
  });
});
