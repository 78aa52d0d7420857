import { spawn } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { EXIT, type ExitCode } from './exitCodes.ts';
import type { CommandRun } from './runCommandLine.ts';

export interface ElectronInClone {
  readonly executable: string;
  /** What comes before the app's own words. */
  readonly args: readonly string[];
}

const EXECUTABLES: Partial<Record<NodeJS.Platform, string>> = {
  darwin: 'Electron.app/Contents/MacOS/Electron',
  win32: 'electron.exe',
};

/**
 * The Electron of the clone in which this command lies: one that `npm start` has downloaded or was told of.
 * It can run the same command and print by itself.
 */
export function electronInClone(env: NodeJS.ProcessEnv): ElectronInClone | null {
  const root = join(import.meta.dirname, '../..');
  const asRoot = process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const dists = [env.ELECTRON_OVERRIDE_DIST_PATH, join(root, 'node_modules/electron/dist')];
  for (const dist of dists) {
    if (dist === undefined || !takesPath(dist)) continue;
    return { executable: executableIn(dist), args: [...asRoot, root] };
  }
  // Those that start only what lies inside them have a view of this clone (build/electron-view.mjs).
  const views = join(root, 'dist/electron-view');
  const view = foldersIn(views)
    .map((name) => executableIn(join(views, name)))
    .find((path) => existsSync(path));
  return view === undefined ? null : { executable: view, args: asRoot };
}

const executableIn = (dist: string): string => join(dist, EXECUTABLES[process.platform] ?? 'electron');

function takesPath(dist: string): boolean {
  const resources = process.platform === 'darwin' ? 'Electron.app/Contents/Resources' : 'resources';
  return existsSync(executableIn(dist)) && existsSync(join(dist, resources, 'default_app.asar'));
}

function foldersIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

/** Runs the same command in that Electron, which is the app with its own printer. @returns its exit code */
export function runInElectron(
  { executable, args }: ElectronInClone,
  { words, terminal }: Pick<CommandRun, 'words' | 'terminal'>,
): Promise<ExitCode> {
  const child = spawn(executable, [...args, '--cli', ...words], {
    cwd: terminal.folder,
    env: terminal.env,
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  terminal.stopped.addEventListener('abort', () => child.kill('SIGINT'), { once: true });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => resolve(Object.values(EXIT).find((known) => known === code) ?? EXIT.failed));
  });
}
