import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { runQuietly } from './run.mjs';

/** The longest silence of the download server before giving up, in milliseconds. */
const SILENCE_LIMIT = 10_000;

const require = createRequire(import.meta.url);
const packageFolder = dirname(require.resolve('electron/package.json'));

/** The release that users get, pinned in package.json. */
export const officialVersion = /** @type {string} */ (require('electron/package.json').version);

/**
 * Where the executable lies inside an unpacked Electron release.
 * @param {NodeJS.Platform} [platform]
 * @returns {string} relative path
 */
export function executableInDist(platform = process.platform) {
  if (platform === 'darwin') return 'Electron.app/Contents/MacOS/Electron';
  return platform === 'win32' ? 'electron.exe' : 'electron';
}

/** @returns {string | undefined} the folder of the pinned release, if the electron package has unpacked it */
export function unpackedOfficialDist() {
  const dist = join(packageFolder, 'dist');
  try {
    const version = readFileSync(join(dist, 'version'), 'utf8').trim().replace(/^v/, '');
    const finished = existsSync(join(packageFolder, 'path.txt'));
    return finished && version === officialVersion && existsSync(join(dist, executableInDist()))
      ? dist
      : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Unpacks the pinned release out of the cache that all Electron projects of this user share.
 * @returns {Promise<string | undefined>} its folder, or undefined when it was never downloaded
 */
export async function officialDistFromCache() {
  const inCache = await fetchRelease({
    downloader: { download: () => Promise.reject(new Error('not in the cache')) },
  }).catch(() => undefined);
  return inCache === undefined ? undefined : unpack();
}

/**
 * Downloads the pinned release, checked against the checksums that the electron package carries.
 * @returns {Promise<string>} its folder
 * @throws {Error} a sentence, when it cannot be had; at once without a network, after 10 s of silence otherwise
 */
export async function downloadOfficialDist() {
  const stopped = new AbortController();
  let silence = setTimeout(() => stopped.abort(), SILENCE_LIMIT);
  const progress = progressLine(`Downloading Electron ${officialVersion}`);
  try {
    await fetchRelease({
      downloadOptions: {
        quiet: true,
        signal: stopped.signal,
        getProgressCallback: async (/** @type {{percent: number}} */ { percent }) => {
          clearTimeout(silence);
          silence = setTimeout(() => stopped.abort(), SILENCE_LIMIT);
          progress.show(percent);
        },
      },
    });
  } catch (error) {
    const cause =
      error instanceof Error && error.cause instanceof Error ? error.cause.message : String(error);
    throw new Error(
      `Electron ${officialVersion} could not be downloaded (${stopped.signal.aborted ? 'no answer' : cause}).`,
    );
  } finally {
    clearTimeout(silence);
    progress.end();
  }
  return unpack();
}

/**
 * @param {object} how a downloader, or options for the usual one
 * @returns {Promise<string>} path of the release's zip in the shared cache
 */
async function fetchRelease(how) {
  const { downloadArtifact } = await import('@electron/get');
  return downloadArtifact({
    version: officialVersion,
    artifactName: 'electron',
    platform: process.platform,
    arch: process.arch,
    checksums: require('electron/checksums.json'),
    ...(process.env.electron_config_cache ? { cacheRoot: process.env.electron_config_cache } : {}),
    ...how,
  });
}

/** @returns {string} the folder into which the electron package's own installer unpacked the cached zip */
function unpack() {
  const { ELECTRON_OVERRIDE_DIST_PATH: _, ...env } = process.env;
  const { output } = runQuietly(process.execPath, [join(packageFolder, 'install.js')], { env });
  const dist = unpackedOfficialDist();
  if (dist === undefined) throw new Error(`Electron could not be unpacked: ${output.trim().split('\n')[0]}`);
  return dist;
}

/**
 * Progress on one line of a terminal, or a line every quarter elsewhere.
 * @param {string} what
 */
function progressLine(what) {
  let shown = -1;
  const onTerminal = process.stdout.isTTY;
  return {
    /** @param {number} share 0 to 1 */
    show(share) {
      const percent = onTerminal ? Math.floor(share * 100) : Math.floor(share * 4) * 25;
      if (percent === shown) return;
      shown = percent;
      if (onTerminal) process.stdout.write(`\r${what}: ${percent} %`);
      else console.log(`${what}: ${percent} %`);
    },
    end() {
      if (onTerminal && shown >= 0) process.stdout.write('\n');
    },
  };
}
