import { accessSync, constants, readdirSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';

const COMMANDS = [
  'google-chrome',
  'google-chrome-stable',
  'chromium',
  'chromium-browser',
  'microsoft-edge',
  'brave-browser',
];
const MAC_APPS = ['Google Chrome', 'Chromium', 'Microsoft Edge', 'Brave Browser'];
const WINDOWS_PROGRAMS = ['Google/Chrome/Application/chrome.exe', 'Microsoft/Edge/Application/msedge.exe'];

/**
 * An installed Chromium or one of its kin that can print: DEBRIEF_BROWSER when it is set, the usual places,
 * the one that Playwright keeps for this user.
 *
 * @returns absolute path of the executable, or null
 */
export function findBrowser(env: NodeJS.ProcessEnv): string | null {
  const candidates = env.DEBRIEF_BROWSER
    ? [env.DEBRIEF_BROWSER]
    : [...usualPlaces(env), ...playwrightsOwn(env)];
  return candidates.find(isExecutable) ?? null;
}

function usualPlaces(env: NodeJS.ProcessEnv): string[] {
  if (process.platform === 'darwin') {
    return ['/Applications', join(homedir(), 'Applications')].flatMap((folder) =>
      MAC_APPS.map((name) => join(folder, `${name}.app`, 'Contents/MacOS', name)),
    );
  }
  if (process.platform === 'win32') {
    const roots = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA];
    return WINDOWS_PROGRAMS.flatMap((program) =>
      roots.flatMap((root) => (root === undefined ? [] : [join(root, program)])),
    );
  }
  const folders = (env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  return COMMANDS.flatMap((name) => folders.map((folder) => join(folder, name)));
}

function playwrightsOwn(env: NodeJS.ProcessEnv): string[] {
  const caches: Partial<Record<NodeJS.Platform, string>> = {
    darwin: join(homedir(), 'Library/Caches'),
    win32: env.LOCALAPPDATA ?? homedir(),
  };
  const folder =
    env.PLAYWRIGHT_BROWSERS_PATH ||
    join(caches[process.platform] ?? join(homedir(), '.cache'), 'ms-playwright');
  const inside: Partial<Record<NodeJS.Platform, readonly string[]>> = {
    darwin: ['chrome-mac/Chromium.app/Contents/MacOS/Chromium'],
    win32: ['chrome-win/chrome.exe'],
  };
  const programs = inside[process.platform] ?? ['chrome-linux/chrome', 'chrome-linux64/chrome'];
  return foldersIn(folder)
    .filter((name) => /^chromium-\d+$/.test(name))
    .sort((a, b) => Number(b.slice(9)) - Number(a.slice(9)))
    .flatMap((name) => programs.map((program) => join(folder, name, program)));
}

function foldersIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}
