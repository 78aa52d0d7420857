import { homedir } from 'node:os';
import { join } from 'node:path';

/** Where this device keeps Debrief's own things: settings, ledger, kept-aside tails. */
export function dataFolder(env: NodeJS.ProcessEnv = process.env): string {
  if (env.DEBRIEF_DATA_DIR) return env.DEBRIEF_DATA_DIR;
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Application Support', 'Debrief');
  if (process.platform === 'win32') {
    return join(env.APPDATA ?? join(homedir(), 'AppData', 'Roaming'), 'Debrief');
  }
  return join(env.XDG_DATA_HOME || join(homedir(), '.local', 'share'), 'debrief');
}

/** The person's folder of postmortems. */
export function libraryFolder(env: NodeJS.ProcessEnv = process.env): string {
  return env.DEBRIEF_LIBRARY_DIR || join(homedir(), 'Documents', 'Postmortems');
}
