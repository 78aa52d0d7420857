import { randomInt } from 'node:crypto';
import { rm } from 'node:fs/promises';
import type { Server } from 'node:http';
import * as z from 'zod';
import { claimPrivateJson, readPrivateJson, writePrivateJson } from './privateFile.ts';

/** Below what systems give to outgoing connections (from 32768 on), above what services have by name. */
const FIRST_PORT = 20_000;
const LAST_PORT = 32_767;
const TRIES = 50;

const fileSchema = z.object({ port: z.number().int().min(1).max(65_535) });

/** What became of the wish to listen on the data folder's one port. */
export type Listening =
  | { readonly kind: 'listening'; readonly port: number }
  | { readonly kind: 'taken'; readonly port: number };

/**
 * Listens on 127.0.0.1, on the port that the file names: drawn at random once and then kept, since what a
 * browser stores belongs to the port. A `wanted` port is kept from then on. When the port is taken, no other
 * one is tried.
 *
 * @throws Error when the system refuses for another reason than that the port is taken
 */
export async function listenOnKeptPort(
  server: Server,
  file: string,
  wanted: number | null,
): Promise<Listening> {
  const kept = fileSchema.safeParse(await readPrivateJson(file));
  const known = wanted ?? (kept.success ? kept.data.port : null);
  if (known !== null) {
    if (!(await listen(server, known))) return { kind: 'taken', port: known };
    if (!kept.success || kept.data.port !== known) await writePrivateJson(file, { port: known });
    return { kind: 'listening', port: known };
  }
  // What is there is spoiled, or nothing is there.
  await rm(file, { force: true });
  for (let tries = 1; ; tries += 1) {
    const port = randomInt(FIRST_PORT, LAST_PORT + 1);
    if (await listen(server, port)) {
      if (await claimPrivateJson(file, { port })) return { kind: 'listening', port };
      // Another start drew one at the same moment and was faster: its port is the data folder's.
      await new Promise((closed) => server.close(closed));
      return listenOnKeptPort(server, file, wanted);
    }
    if (tries === TRIES) return { kind: 'taken', port };
  }
}

/** @returns false when another program has the port */
function listen(server: Server, port: number): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const onError = (error: NodeJS.ErrnoException) => {
      server.off('listening', onListening);
      if (error.code === 'EADDRINUSE') resolve(false);
      else reject(error);
    };
    const onListening = () => {
      server.off('error', onError);
      resolve(true);
    };
    server.once('error', onError);
    server.once('listening', onListening);
    server.listen({ host: '127.0.0.1', port, exclusive: true });
  });
}
