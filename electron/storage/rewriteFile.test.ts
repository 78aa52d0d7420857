import { execFileSync } from 'node:child_process';
import { lstatSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { NoFile } from './fileSystem.ts';
import { nodeFileSystem } from './nodeFileSystem.ts';
import { rewriteFile } from './rewriteFile.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'debrief-rewrite-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

test.skipIf(process.platform === 'win32')(
  'FF-22 a pipe is never replaced by a file, nor opened, and nothing is left of the attempt',
  async () => {
    const path = join(folder, 'pipe');
    execFileSync('mkfifo', [path]);
    const rewritten = rewriteFile(nodeFileSystem, path, Uint8Array.of(1), undefined, async () => {});
    await expect(rewritten).rejects.toBeInstanceOf(NoFile);
    for (const how of ['read', 'append', 'update'] as const) {
      await expect(nodeFileSystem.open(path, how)).rejects.toBeInstanceOf(NoFile);
    }
    expect(lstatSync(path).isFIFO()).toBe(true);
    expect(readdirSync(folder)).toEqual(['pipe']);
  },
);
