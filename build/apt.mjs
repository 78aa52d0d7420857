import { readFileSync } from 'node:fs';
import { findCommand, runQuietly } from './run.mjs';

let listsAreFresh = false;

/** @returns {boolean} whether packages can be installed here without asking anyone */
export function canInstallPackages() {
  return process.platform === 'linux' && process.getuid?.() === 0 && findCommand('apt-get') !== undefined;
}

/** @returns {boolean} Debian itself; in Ubuntu `chromium` is only a pointer to a snap */
export function isDebian() {
  try {
    return /^ID=debian$/m.test(readFileSync('/etc/os-release', 'utf8'));
  } catch {
    return false;
  }
}

/**
 * Installs Debian packages, without questions and without recommended extras.
 * @param {readonly string[]} names
 * @throws {Error} with apt's own last words when it fails
 */
export function installPackages(names) {
  console.log(`Installing ${names.join(', ')} with apt-get ...`);
  refreshLists();
  apt(['install', '-y', '-q', '--no-install-recommends', ...names]);
}

/**
 * The first of several names under which a package is known here (libraries were renamed in Debian 13).
 * @param {readonly string[]} names
 * @returns {string} the first name that apt has a candidate for, or the first of all
 */
export function packageKnownAs(names) {
  refreshLists();
  const known = names.find((name) => {
    const { ok, output } = runQuietly('apt-cache', ['policy', name]);
    return ok && /Candidate: (?!\(none\))\S/.test(output);
  });
  return known ?? /** @type {string} */ (names[0]);
}

function refreshLists() {
  if (listsAreFresh) return;
  apt(['update', '-q']);
  listsAreFresh = true;
}

/** @param {readonly string[]} args */
function apt(args) {
  const { ok, output } = runQuietly('apt-get', args, {
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
  if (!ok) throw new Error(`apt-get ${args[0]} failed: ${output.trim().split('\n').slice(-3).join(' ')}`);
}
