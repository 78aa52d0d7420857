import { existsSync } from 'node:fs';
import { dirname, extname, resolve } from 'node:path';
import { HostError } from '../../shared/contract/errors.ts';
import type { Terminal } from './terminal.ts';

export const EXTENSION = '.debrief';

export const isMarkdownPath = (path: string): boolean => /\.(md|markdown)$/i.test(path);

/** A path as the person wrote it, absolute. @throws HostError for an empty one */
export function absolute(terminal: Terminal, path: string): string {
  if (path !== '') return resolve(terminal.folder, path);
  throw new HostError({
    code: 'bad-argument',
    sentence: 'One of the names is empty.',
    next: 'Name a file or folder, or leave the option out.',
  });
}

/** Where a new `.debrief` file goes. @throws HostError for a name that the app would not find again */
export function newFilePath(terminal: Terminal, name: string): string {
  const path = outputPath(terminal, name);
  if (extname(name).toLowerCase() !== EXTENSION) {
    throw new HostError({
      code: 'bad-argument',
      sentence: `${name} does not end in ${EXTENSION}.`,
      next: `Name it ${name}${EXTENSION}, for example.`,
    });
  }
  return path;
}

/** Where something is written. @throws HostError when its folder is not there */
export function outputPath(terminal: Terminal, name: string): string {
  const path = absolute(terminal, name);
  if (existsSync(dirname(path))) return path;
  throw new HostError({
    code: 'not-found',
    sentence: `There is no folder ${dirname(path)}.`,
    next: 'Make it first, or name another place with --out.',
  });
}
