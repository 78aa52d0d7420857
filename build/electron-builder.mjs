import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { resourcesOf } from './electron-view.mjs';
import { releaseFuses, setFuses, smokeFuses } from './fuses.mjs';

/**
 * @param {object} about
 * @param {string} about.app the staged app: package.json and dist/
 * @param {string} about.output
 * @param {import('./obtain-electron.mjs').Electron} about.electron
 * @param {boolean} about.smoke
 * @returns {import('electron-builder').Configuration}
 */
export function builderConfig({ app, output, electron, smoke }) {
  return {
    appId: 'app.debrief.desktop',
    productName: 'Debrief',
    directories: { app, output, buildResources: 'build/icons' },
    files: ['**/*'],
    asar: true,
    electronDist: electron.distPath,
    electronVersion: electron.version,
    // The app is bundled: nothing of node_modules goes in, and nothing has to be compiled.
    beforeBuild: async () => false,
    publish: null,
    fileAssociations: [
      { ext: 'debrief', name: 'Debrief postmortem', mimeType: 'application/x-debrief', role: 'Editor' },
    ],
    linux: {
      target: ['AppImage', 'deb'],
      executableName: 'debrief',
      category: 'Office',
      icon: 'build/icons',
      maintainer: 'The Debrief authors <authors@debrief.example>',
    },
    mac: { target: ['dmg'], category: 'public.app-category.productivity', icon: 'build/icons/icon.icns' },
    win: { target: ['nsis'], icon: 'build/icons/icon.ico' },
    nsis: { oneClick: false, perMachine: false, allowToChangeInstallationDirectory: true },
    afterPack: async ({ appOutDir }) => {
      // An official release brings a welcome page, which has no place in a package.
      const bundle = join(appOutDir, 'Debrief.app');
      const resources =
        process.platform === 'darwin' ? join(bundle, 'Contents', 'Resources') : resourcesOf(appOutDir);
      rmSync(join(resources, 'default_app.asar'), { force: true });
      const executable = process.platform === 'darwin' ? bundle : executableIn(appOutDir);
      await setFuses(executable, smoke ? smokeFuses : releaseFuses);
    },
  };
}

/**
 * @param {string} unpacked the folder of an unpacked package
 * @returns {string} path of its executable
 */
export function executableIn(unpacked) {
  if (process.platform === 'darwin') return join(unpacked, 'Debrief.app/Contents/MacOS/Debrief');
  return join(unpacked, process.platform === 'win32' ? 'Debrief.exe' : 'debrief');
}
