import { canInstallPackages, installPackages, packageKnownAs } from './apt.mjs';
import { runQuietly } from './run.mjs';

/** The Debian packages behind the shared libraries that an Electron needs; the second names are Debian 13's. */
const PACKAGES = [
  ['libgtk-3-0', 'libgtk-3-0t64'],
  ['libnss3'],
  ['libasound2', 'libasound2t64'],
  ['libgbm1'],
  ['libdrm2'],
  ['libatk-bridge2.0-0', 'libatk-bridge2.0-0t64'],
  ['libcups2', 'libcups2t64'],
  ['libxss1'],
  ['libxtst6'],
  ['libsecret-1-0'],
];

/**
 * Makes sure that the system has the shared libraries that an Electron executable asks for (Linux only).
 * @param {string} executablePath
 * @param {{mayInstall: boolean}} options mayInstall: from Debian's packages, when root
 * @throws {Error} a sentence that names the missing libraries
 */
export function obtainElectronLibraries(executablePath, { mayInstall }) {
  if (missingLibraries(executablePath).length === 0) return;
  if (mayInstall && canInstallPackages()) installPackages(PACKAGES.map(packageKnownAs));
  const missing = missingLibraries(executablePath);
  if (missing.length > 0) {
    throw new Error(`Electron cannot start here: the system lacks ${missing.join(', ')}.`);
  }
}

/**
 * @param {string} executablePath
 * @returns {readonly string[]} names such as libnss3.so
 */
function missingLibraries(executablePath) {
  if (process.platform !== 'linux') return [];
  const { output } = runQuietly('ldd', [executablePath]);
  return [...output.matchAll(/^\s*(\S+) => not found$/gm)].map((match) => String(match[1]));
}
