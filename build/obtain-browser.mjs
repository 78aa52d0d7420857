import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { canInstallPackages, installPackages, isDebian } from './apt.mjs';
import { repositoryRoot } from './places.mjs';
import { findCommand, isExecutableFile, runQuietly } from './run.mjs';

/** The oldest Chromium that the window supports. */
const OLDEST = 108;

/**
 * @typedef {object} Browser
 * @property {string} executablePath
 * @property {string} version as the browser says it; empty where it cannot be asked (Windows)
 */

/**
 * A Chrome or Chromium that is installed here: DEBRIEF_BROWSER, the usual places, or Playwright's own.
 * @returns {Promise<Browser | undefined>}
 */
export async function installedBrowser() {
  const chosen = process.env.DEBRIEF_BROWSER;
  const candidates = chosen ? [chosen] : [...usualPlaces(), await playwrightsOwn()];
  for (const executablePath of candidates) {
    if (executablePath === undefined || !isExecutableFile(executablePath)) continue;
    const version = versionOf(executablePath);
    if (version === undefined) continue;
    const major = Number(/(\d+)\.\d+\.\d+/.exec(version)?.[1] ?? OLDEST);
    if (major >= OLDEST) return { executablePath, version };
  }
  return undefined;
}

/**
 * The browser for tests: an installed one, else Debian's chromium when root, else Playwright's download.
 * @returns {Promise<Browser>}
 * @throws {Error} a sentence that says what to install
 */
export async function obtainBrowser() {
  const present = await installedBrowser();
  if (present !== undefined) return remember(present);
  let why = '';
  if (canInstallPackages() && isDebian()) installPackages(['chromium']);
  else why = downloadPlaywrights();
  const obtained = await installedBrowser();
  if (obtained === undefined) throw new Error(`There is no browser: install Chrome or Chromium. ${why}`);
  return remember(obtained);
}

/**
 * Carries the answer to child processes, so that one run looks once.
 * @param {Browser} browser
 */
function remember(browser) {
  process.env.DEBRIEF_BROWSER = browser.executablePath;
  return browser;
}

/** @returns {readonly (string | undefined)[]} */
function usualPlaces() {
  if (process.platform === 'darwin') {
    return ['Google Chrome', 'Chromium'].map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`);
  }
  if (process.platform === 'win32') {
    const roots = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].map((name) => process.env[name]);
    const browsers = ['Google/Chrome/Application/chrome.exe', 'Microsoft/Edge/Application/msedge.exe'];
    return browsers.flatMap((browser) => roots.map((root) => root && join(root, browser)));
  }
  return ['google-chrome', 'google-chrome-stable', 'chromium', 'chromium-browser'].map(findCommand);
}

/** @returns {Promise<string | undefined>} */
async function playwrightsOwn() {
  try {
    const { chromium } = await import('@playwright/test');
    return chromium.executablePath();
  } catch {
    return undefined;
  }
}

/** @returns {string} what went wrong, empty when nothing did */
function downloadPlaywrights() {
  console.log("Downloading Playwright's Chromium ...");
  const command = join(repositoryRoot, 'node_modules/@playwright/test/cli.js');
  if (!existsSync(command)) return 'Playwright is not installed: run npm ci.';
  const { ok, output } = runQuietly(process.execPath, [command, 'install', 'chromium'], {
    timeout: 10 * 60_000,
    env: { PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: '10000', ...process.env },
  });
  return ok ? '' : `Playwright could not download one (${output.trim().split('\n')[0]}).`;
}

/**
 * @param {string} executablePath
 * @returns {string | undefined} undefined when it cannot even say its version
 */
function versionOf(executablePath) {
  if (process.platform === 'win32') return '';
  const { ok, output } = runQuietly(executablePath, ['--version'], { timeout: 30_000 });
  return ok ? (/\b(?:Chrom|Edge)\D*[\d.]+/.exec(output)?.[0] ?? '') : undefined;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  console.log(JSON.stringify(await obtainBrowser(), null, 2));
}
