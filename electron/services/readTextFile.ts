import { readFile, stat } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import { LIMITS } from '../../shared/contract/calls.ts';
import { HostError } from '../../shared/contract/errors.ts';
import { MAGIC } from '../storage/format/header.ts';
import { isFolder, isNoFile, readTrouble } from '../storage/readTrouble.ts';

/**
 * A text file as it was written: UTF-8, or UTF-16 when it begins with that mark. Bytes that are neither are
 * refused, since guessing would lose signs.
 *
 * @throws HostError when there is no such file, it is too large, or it is no text
 */
export async function readTextFile(path: string): Promise<string> {
  const bytes = await bytesOf(path);
  const [first, second] = bytes;
  const label =
    first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
  const text = decoded(bytes, label);
  if ((text === null || text.includes('\0')) && isPostmortem(path, bytes)) throw postmortemAlready(path);
  if (text === null)
    throw new HostError({
      code: 'foreign-file',
      sentence: `${basename(path)} is no text in UTF-8.`,
      next: 'Save it as UTF-8 in the program that made it.',
    });
  if (text.includes('\0'))
    throw new HostError({
      code: 'foreign-file',
      sentence: `${basename(path)} is no text: it holds NUL characters.`,
      next: 'Save it as UTF-8 in the program that made it, or take them out.',
    });
  return text;
}

const isPostmortem = (path: string, bytes: Buffer): boolean =>
  extname(path).toLowerCase() === '.debrief' || MAGIC.every((byte, index) => bytes[index] === byte);

const postmortemAlready = (path: string): HostError =>
  new HostError({
    code: 'foreign-file',
    sentence: `${basename(path)} is a postmortem already, and no Markdown.`,
    next: 'Open it as it is, duplicate it in the library, or write it as Markdown with “debrief export”.',
  });

function decoded(bytes: Buffer, label: string): string | null {
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

async function bytesOf(path: string): Promise<Buffer> {
  try {
    const found = await stat(path);
    if (!found.isFile() && !found.isDirectory()) throw isNoFile(path);
    // A sign takes four bytes at most.
    if (found.size > 4 * LIMITS.markdownCharacters) throw tooLarge(path);
    return await readFile(path);
  } catch (error) {
    throw readTrouble(error, path);
  }
}

/** @throws HostError when no file is there, or a folder, or nobody may look */
export async function assertFileThere(path: string): Promise<void> {
  const found = await stat(path).catch((error: unknown) => {
    throw readTrouble(error, path);
  });
  if (found.isDirectory()) throw isFolder(path);
  if (!found.isFile()) throw isNoFile(path);
}

const tooLarge = (path: string): HostError =>
  new HostError({
    code: 'too-large',
    sentence: `${basename(path)} is larger than a postmortem can be.`,
    next: 'Remove what is not part of the postmortem.',
  });
