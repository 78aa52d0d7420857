import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildStale } from './build.mjs';
import { builderConfig, executableIn } from './electron-builder.mjs';
import { obtainElectron } from './obtain-electron.mjs';
import { distFolder, repositoryRoot } from './places.mjs';

/**
 * Packages the app for the system that this runs on.
 * @param {object} options
 * @param {boolean} options.dir only the unpacked folder, which needs no network and may hold the test Electron
 * @param {boolean} options.smoke a package that Playwright can drive: one fuse differs, nothing else
 * @returns {Promise<string>} the executable inside the unpacked folder
 * @throws {Error} a sentence, when there is no Electron to package
 */
export async function packageApp({ dir, smoke }) {
  process.env.NODE_ENV = 'production';
  await buildStale();
  const electron = await obtainElectron({ forTests: dir });
  if (electron.kind !== 'official') {
    console.log(
      `This package holds Electron ${electron.version} (${electron.kind}): for trying out, not for users.`,
    );
  }
  const output = join(repositoryRoot, 'release', smoke ? 'smoke' : 'packages');
  rmSync(output, { recursive: true, force: true });
  const { build } = await import('electron-builder');
  await build({
    projectDir: repositoryRoot,
    dir,
    publish: 'never',
    config: builderConfig({ app: stageApp(), output, electron, smoke }),
  });
  return executableIn(unpackedFolder(output));
}

/** @returns {string} a folder with exactly what is packaged */
function stageApp() {
  const app = join(distFolder, 'package');
  rmSync(app, { recursive: true, force: true });
  mkdirSync(app, { recursive: true });
  for (const part of ['electron', 'renderer']) {
    cpSync(join(distFolder, part), join(app, 'dist', part), {
      recursive: true,
      filter: (file) => !file.endsWith('.map'),
    });
  }
  const { name, productName, version, description, license, author, main } = JSON.parse(
    readFileSync(join(repositoryRoot, 'package.json'), 'utf8'),
  );
  // A .deb has to name a home page.
  const homepage = 'https://debrief.example';
  const manifest = { name, productName, version, description, license, author, homepage, main };
  writeFileSync(join(app, 'package.json'), JSON.stringify(manifest, null, 2));
  return app;
}

/**
 * @param {string} output
 * @returns {string} such as linux-unpacked, linux-arm64-unpacked, win-unpacked, mac-arm64
 */
function unpackedFolder(output) {
  const name = readdirSync(output).find((entry) => /^((linux|win).*-unpacked|mac(-.*)?)$/.test(entry));
  if (name === undefined) throw new Error(`electron-builder left no unpacked folder in ${output}.`);
  return join(output, name);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  try {
    const executable = await packageApp({
      dir: process.argv.includes('--dir'),
      smoke: process.argv.includes('--smoke'),
    });
    console.log(`Packaged: ${executable}`);
  } catch (error) {
    console.error(`Not packaged: ${error instanceof Error ? error.message : error}`);
    process.exitCode = 1;
  }
}
