import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { distFolder, repositoryRoot } from './places.mjs';

/**
 * A thing that is built from folders of sources.
 * @typedef {object} Target
 * @property {string} name
 * @property {readonly string[]} sources folders and files, from the root
 * @property {readonly string[]} outputs files that must be there, from dist/
 * @property {() => Promise<void>} build
 */

const SETUP = ['package-lock.json', 'build/bundle.mjs'];

/** @type {readonly Target[]} */
const targets = [
  {
    name: 'renderer',
    sources: ['renderer', 'shared', ...SETUP],
    outputs: ['renderer/index.html'],
    build: async () => {
      const [vite, { rendererConfig }] = await Promise.all([import('vite'), import('./bundle.mjs')]);
      await vite.build(rendererConfig());
    },
  },
  {
    name: 'electron',
    sources: ['electron', 'shared', ...SETUP],
    outputs: ['main', 'preload', 'cli', 'decoder'].map((name) => `electron/${name}.cjs`),
    build: async () => {
      const [vite, { hostConfig, hostEntries }] = await Promise.all([import('vite'), import('./bundle.mjs')]);
      const names = /** @type {(keyof typeof hostEntries)[]} */ (Object.keys(hostEntries));
      for (const name of names) await vite.build(hostConfig(name));
    },
  },
];

/**
 * Builds what is stale: what was built from other sources than those that are there now.
 * @returns {Promise<readonly string[]>} the names of what was built
 * @throws {Error} when a source does not compile
 */
export async function buildStale() {
  /** @type {string[]} */
  const built = [];
  for (const target of targets) {
    const stamp = join(distFolder, `${target.name}.built`);
    const sources = fingerprint(target.sources);
    const complete = target.outputs.every((file) => existsSync(join(distFolder, file)));
    if (complete && existsSync(stamp) && readFileSync(stamp, 'utf8') === sources) continue;
    console.log(`Building ${target.name} ...`);
    // Without its stamp, a build that is interrupted counts as stale.
    rmSync(stamp, { force: true });
    await target.build();
    mkdirSync(distFolder, { recursive: true });
    writeFileSync(stamp, sources);
    built.push(target.name);
  }
  return built;
}

/**
 * @param {readonly string[]} sources
 * @returns {string} changes when the name or content of any source file changes; tests do not count
 */
function fingerprint(sources) {
  const hash = createHash('sha256');
  for (const source of sources) {
    for (const file of filesIn(source))
      hash.update(`${file}\0`).update(readFileSync(join(repositoryRoot, file)));
  }
  return hash.digest('hex');
}

/**
 * @param {string} path of a file or folder, from the root
 * @returns {readonly string[]}
 */
function filesIn(path) {
  const absolute = join(repositoryRoot, path);
  try {
    return readdirSync(absolute, { withFileTypes: true })
      .sort((a, b) => (a.name < b.name ? -1 : 1))
      .flatMap((entry) => (entry.isDirectory() ? filesIn(`${path}/${entry.name}`) : `${path}/${entry.name}`))
      .filter((file) => !/\.(test|testkit)\.tsx?$/.test(file));
  } catch {
    return [path];
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  process.env.NODE_ENV = 'production';
  try {
    const built = await buildStale();
    console.log(built.length === 0 ? 'Everything is built.' : `Built ${built.join(' and ')}.`);
  } catch (error) {
    console.error(`The app could not be built: ${error instanceof Error ? error.message : error}`);
    process.exitCode = 1;
  }
}
