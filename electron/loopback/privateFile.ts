import { randomBytes } from 'node:crypto';
import { link, mkdir, open, readFile, rename, unlink } from 'node:fs/promises';
import { dirname } from 'node:path';

/** Reads what {@link writePrivateJson} wrote; undefined when it is missing or spoiled. */
export async function readPrivateJson(path: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(path, 'utf8'));
  } catch {
    return undefined;
  }
}

/** Replaces a small file that only this user may read. Resolves when it is on disk. */
export async function writePrivateJson(path: string, value: unknown): Promise<void> {
  await rename(await writeBeside(path, value), path);
}

/** Like {@link writePrivateJson}, unless the file is there: of several that try at once, one succeeds. */
export async function claimPrivateJson(path: string, value: unknown): Promise<boolean> {
  const beside = await writeBeside(path, value);
  try {
    await link(beside, path);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  } finally {
    await unlink(beside);
  }
}

async function writeBeside(path: string, value: unknown): Promise<string> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const beside = `${path}.${randomBytes(6).toString('hex')}`;
  const file = await open(beside, 'wx', 0o600);
  try {
    await file.writeFile(`${JSON.stringify(value)}\n`);
    await file.sync();
  } finally {
    await file.close();
  }
  return beside;
}
