import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { place } from './hosts.testkit.ts';

/** A process of its own that holds the shared file; it ends with the test. */
export async function startHolder(): Promise<ChildProcess> {
  const dataFolder = join(place.root, 'holder');
  mkdirSync(dataFolder);
  const program = join(import.meta.dirname, 'holdingProcess.testkit.ts');
  const holder = spawn(process.execPath, [program, place.path, dataFolder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(() => void holder.kill('SIGKILL'));
  if (holder.stdout === null) throw new Error('no output');
  await once(holder.stdout, 'data');
  return holder;
}
