import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { claimSocket } from './claimSocket.ts';
import { WriterClaim } from './writerClaim.ts';

const self = { pid: process.pid, label: 'a test', address: 'http://127.0.0.1:1' };
const unique = () => `test ${process.pid} ${Math.random()}`;

/** Another process that claims `name` and stays. Resolves when it has it. */
async function otherProcess(name: string): Promise<() => Promise<void>> {
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
  return () =>
    new Promise((resolve) => {
      child.once('close', () => resolve());
      child.kill('SIGKILL');
    });
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
