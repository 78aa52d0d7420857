import { canInstallPackages, installPackages, isDebian } from './apt.mjs';
import { obtainBrowser } from './obtain-browser.mjs';
import { findCommand, runQuietly } from './run.mjs';

/** Chromium without the window of a browser around its pages: Debian's name of the package and of its command. */
const HEADLESS = 'chromium-headless-shell';

/**
 * What shows the pages of tests that need no browser of their own: Debian's headless Chromium, of the same version as the
 * browser, which takes a third less of the processor. Where that cannot be had it is the browser.
 * @returns {Promise<import('./obtain-browser.mjs').Browser>} also in DEBRIEF_HEADLESS, for child processes
 */
export async function obtainHeadless() {
  const isChosen = process.env.DEBRIEF_BROWSER !== undefined;
  const browser = await obtainBrowser();
  const known = process.env.DEBRIEF_HEADLESS;
  if (known !== undefined) return { ...browser, executablePath: known };
  const executablePath = (isChosen ? undefined : headlessOf(browser)) ?? browser.executablePath;
  process.env.DEBRIEF_HEADLESS = executablePath;
  return { ...browser, executablePath };
}

/**
 * @param {import('./obtain-browser.mjs').Browser} browser
 * @returns {string | undefined} undefined where there is none of the browser's version
 */
function headlessOf({ version }) {
  if (findCommand(HEADLESS) === undefined && canInstallPackages() && isDebian()) install();
  const command = findCommand(HEADLESS);
  if (command === undefined) return undefined;
  const { output } = runQuietly(command, ['--version'], { timeout: 30_000 });
  return version !== '' && output.includes(version) ? command : undefined;
}

function install() {
  try {
    // Both: they share a package, and would part ways where only one of them became newer.
    installPackages(['chromium', HEADLESS]);
  } catch (error) {
    console.log(`The browser shows the tests' pages. ${error instanceof Error ? error.message : error}`);
  }
}
