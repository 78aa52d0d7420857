import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository's root folder, absolute. */
export const repositoryRoot = dirname(dirname(fileURLToPath(import.meta.url)));

/** Where everything that a build makes goes; never committed. */
export const distFolder = join(repositoryRoot, 'dist');

/**
 * The folder outside the repository that keeps what was fetched once for all checkouts.
 * @returns {string} absolute path; it may not exist yet
 */
export function cacheFolder() {
  if (process.env.XDG_CACHE_HOME) return join(process.env.XDG_CACHE_HOME, 'debrief');
  if (process.platform === 'win32') {
    return join(process.env.LOCALAPPDATA ?? join(homedir(), 'AppData', 'Local'), 'debrief', 'Cache');
  }
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Caches', 'debrief');
  return join(homedir(), '.cache', 'debrief');
}
