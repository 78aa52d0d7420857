import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { claimSocket } from './claimSocket.ts';
import { socketFolder } from './socketFolder.ts';
import { WriterClaim } from './writerClaim.ts';

const self = { pid: process.pid, label: 'a test', address: 'http://127.0.0.1:1' };
const unique = () => `test ${process.pid} ${Math.random()}`;

/** Another process that claims `name` and stays. Resolves when it has it, with the function that ends it. */
async function otherProcess(name: string): Promise<() => Promise<void>> {
  const { end } = await startOther(name);
  return end;
}

async function startOther(name: string) {
  const code = `
    const { claimSocket } = await import(${JSON.stringify(join(import.meta.dirname, 'claimSocket.ts'))});
    const claim = await claimSocket(${JSON.stringify(name)}, { pid: process.pid, label: 'the other', address: null });
    console.log(claim.kind);
    setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', code], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const kind = await new Promise<string>((resolve) => child.stdout.setEncoding('utf8').once('data', resolve));
  expect(kind.trim()).toBe('claimed');
  const end = () =>
    new Promise<void>((resolve) => {
      child.once('close', () => resolve());
      child.kill('SIGKILL');
    });
  return { end, stop: () => child.kill('SIGSTOP') };
}

test('a name is claimed once; a second claim is told who has it; released, it can be claimed again', async () => {
  const name = unique();
  const first = await claimSocket(name, self);
  expect(first.kind).toBe('claimed');
  expect(await claimSocket(name, self)).toEqual({ kind: 'held', holder: self });
  if (first.kind === 'claimed') await first.release();
  const second = await claimSocket(name, self);
  expect(second.kind).toBe('claimed');
  if (second.kind === 'claimed') await second.release();
});

test('another process holds its claim until it dies, and a process that was killed holds nothing', async () => {
  const name = unique();
  const kill = await otherProcess(name);
  expect(await claimSocket(name, self)).toMatchObject({ kind: 'held', holder: { label: 'the other' } });
  await kill();
  const claims = await Promise.all(Array.from({ length: 8 }, () => claimSocket(name, self)));
  expect(claims.filter(({ kind }) => kind === 'claimed').length).toBe(1);
  for (const claim of claims) if (claim.kind === 'claimed') await claim.release();
});

test.skipIf(process.platform === 'win32')('a process that ends while it is asked holds nothing', async () => {
  const name = unique();
  const { end, stop } = await startOther(name);
  stop();
  const claiming = claimSocket(name, self);
  await new Promise((later) => setTimeout(later, 100));
  await end();
  const claim = await claiming;
  expect(claim.kind).toBe('claimed');
  if (claim.kind === 'claimed') await claim.release();
});

for (const [what, bytes, milliseconds] of [
  ['grows longer and longer', 10_000, 50],
  ['comes letter by letter', 1, 300],
] as const) {
  test.skipIf(process.platform === 'win32')(
    `TH-23 an answer that ${what} and does not end is waited for no longer than others`,
    async () => {
      const name = unique();
      const key = createHash('sha256').update(name).digest('hex').slice(0, 24);
      let received = 0;
      const server = createServer((socket) => {
        const timer = setInterval(() => socket.write('x'.repeat(bytes)), milliseconds);
        socket
          .on('error', () => {})
          .on('close', () => {
            received = Math.max(received, socket.bytesWritten);
            clearInterval(timer);
          });
        socket.resume();
      });
      const path = join(await socketFolder(), `${key}.endless`);
      await new Promise<void>((listening) => server.listen(path, listening));
      const claim = await claimSocket(name, self);
      expect(claim).toEqual({ kind: 'held', holder: expect.objectContaining({ label: 'another program' }) });
      await new Promise<void>((closed) => server.close(() => closed()));
      expect(received).toBeLessThan(50_000);
    },
  );
}

test('a name that is let go while it is asked for is claimed, or held by whoever was quicker', async () => {
  const name = unique();
  for (let round = 0; round < 100; round++) {
    const first = await claimSocket(name, self);
    if (first.kind !== 'claimed') throw new Error('not claimed');
    const asking = [0, 1, 2].map(() => claimSocket(name, self));
    await new Promise((later) => setTimeout(later, round % 4));
    await first.release();
    for (const claim of await Promise.all(asking)) {
      if (claim.kind === 'claimed') await claim.release();
      else expect(claim.holder).toEqual(self);
    }
  }
});

test('a file is claimed by its path and by its identity, and the claim moves to the file that takes its place, or that a link leads to', async () => {
  const [path, first, second] = [unique(), unique(), unique()];
  const outcome = await WriterClaim.of(claimSocket, self, path, first);
  if (outcome.kind !== 'claimed') throw new Error('not claimed');
  expect((await WriterClaim.of(claimSocket, self, unique(), first)).kind).toBe('held');
  expect((await WriterClaim.of(claimSocket, self, path, unique())).kind).toBe('held');
  expect(await outcome.claim.moveTo(second, path)).toBeNull();
  expect((await WriterClaim.of(claimSocket, self, unique(), second)).kind).toBe('held');
  const free = await WriterClaim.of(claimSocket, self, unique(), first);
  expect(free.kind).toBe('claimed');
  if (free.kind === 'claimed') await free.claim.release();
  const elsewhere = unique();
  expect(await outcome.claim.moveTo(second, elsewhere)).toBeNull();
  expect((await WriterClaim.of(claimSocket, self, elsewhere, unique())).kind).toBe('held');
  const left = await WriterClaim.of(claimSocket, self, path, unique());
  expect(left.kind).toBe('claimed');
  if (left.kind === 'claimed') await left.claim.release();
  await outcome.claim.release();
  const again = await WriterClaim.of(claimSocket, self, path, second);
  expect(again.kind).toBe('claimed');
  if (again.kind === 'claimed') await again.claim.release();
});

test('of many that claim a name at once, one gets it, every time', async () => {
  for (let round = 0; round < 40; round++) {
    const name = unique();
    const claims = await Promise.all(Array.from({ length: 5 }, () => claimSocket(name, self)));
    const won = claims.flatMap((claim) => (claim.kind === 'claimed' ? [claim] : []));
    expect(won.length).toBe(1);
    await won[0]?.release();
  }
});
