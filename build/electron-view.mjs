import {
  copyFileSync,
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readlinkSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { executableInDist } from './official-electron.mjs';
import { distFolder, repositoryRoot } from './places.mjs';

/** What the packaged app holds too; linking no more than that also shows what was forgotten there. */
const APP_PARTS = ['package.json', 'dist/electron', 'dist/renderer'];

/**
 * @param {string} dist an unpacked Electron
 * @returns {string} its resources folder
 */
export function resourcesOf(dist) {
  return process.platform === 'darwin'
    ? join(dist, 'Electron.app', 'Contents', 'Resources')
    : join(dist, 'resources');
}

/**
 * Some Electrons have no default_app.asar, so they start only an app that lies inside them, at
 * resources/app. Several checkouts may share one such Electron, so each gets a view of its own: the same
 * files by hard link (or copied, on another disk), and a resources/app that links to this checkout.
 * @param {string} dist the shared, unpacked Electron
 * @param {string} name of the view, one for each Electron
 * @returns {string} the view's folder
 */
export function viewOfElectron(dist, name) {
  const views = join(distFolder, 'electron-view');
  const view = join(views, name);
  if (existsSync(join(view, executableInDist())) && isSameFile(dist, view)) return view;
  mkdirSync(views, { recursive: true });
  const beside = mkdtempSync(join(views, 'making-'));
  linkTree(dist, beside);
  linkApp(join(resourcesOf(beside), 'app'), join(resourcesOf(view), 'app'));
  replaceFolder(beside, view);
  return view;
}

/**
 * Whether the view still shows this Electron, and not an older one of the same name.
 * @param {string} dist
 * @param {string} view
 */
function isSameFile(dist, view) {
  const [there, here] = [dist, view].map((folder) => lstatSync(join(folder, executableInDist())));
  return there?.size === here?.size && Math.trunc(there?.mtimeMs ?? 0) === Math.trunc(here?.mtimeMs ?? 1);
}

/**
 * @param {string} from
 * @param {string} to an existing folder
 */
function linkTree(from, to) {
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (entry.isDirectory()) {
      mkdirSync(target);
      linkTree(source, target);
    } else if (entry.isSymbolicLink()) {
      symlinkSync(readlinkSync(source), target);
    } else {
      linkOrCopy(source, target);
    }
  }
}

/**
 * @param {string} source
 * @param {string} target
 */
function linkOrCopy(source, target) {
  try {
    linkSync(source, target);
  } catch {
    copyFileSync(source, target);
  }
}

/**
 * @param {string} app the folder to make
 * @param {string} finalApp where it will lie: relative links are right only there
 */
function linkApp(app, finalApp) {
  for (const part of APP_PARTS) {
    const target = join(repositoryRoot, part);
    const link = join(app, part);
    mkdirSync(dirname(link), { recursive: true });
    // Windows lets everyone make junctions, which are absolute, but not symbolic links.
    if (process.platform !== 'win32') symlinkSync(relative(dirname(join(finalApp, part)), target), link);
    else if (part.endsWith('.json')) linkOrCopy(target, link);
    else symlinkSync(target, link, 'junction');
  }
}

/**
 * @param {string} finished
 * @param {string} place
 */
function replaceFolder(finished, place) {
  const aside = `${finished}-old`;
  if (existsSync(place)) renameSync(place, aside);
  try {
    renameSync(finished, place);
  } catch (error) {
    // Another run made the same view meanwhile.
    rmSync(finished, { recursive: true, force: true });
    if (!existsSync(place)) throw error;
  }
  rmSync(aside, { recursive: true, force: true });
}
