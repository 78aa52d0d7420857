import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { distFolder, repositoryRoot } from './places.mjs';

/** What runs on Node, by the name of its bundle: dist/electron/NAME.cjs. */
export const hostEntries = {
  main: 'electron/desktop/main.ts',
  preload: 'electron/desktop/preload.ts',
  cli: 'electron/cli/main.ts',
  decoder: 'electron/services/decoding/decoderProgram.ts',
};

/** @typedef {keyof typeof hostEntries} HostName */

/**
 * The window: runs in Chromium 108 and later, from app:// and from 127.0.0.1, so its addresses are relative.
 * @returns {import('vite').InlineConfig}
 */
export function rendererConfig() {
  return {
    configFile: false,
    root: join(repositoryRoot, 'renderer'),
    base: './',
    logLevel: 'warn',
    plugins: [react()],
    build: {
      target: 'chrome108',
      outDir: join(distFolder, 'renderer'),
      emptyOutDir: true,
      sourcemap: false,
      // The content security policy allows no data: scripts or fonts, and inlining saves nothing on a disk.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      chunkSizeWarningLimit: 4096,
    },
  };
}

/**
 * One host program as one CommonJS file for Node 16 and later (Electron 22 has 16.17), with everything in it
 * but Electron and Node itself: the packaged app has no node_modules.
 * @param {HostName} name
 * @param {{forDevelopment?: boolean}} [options]
 * @returns {import('vite').InlineConfig}
 */
export function hostConfig(name, { forDevelopment = false } = {}) {
  return {
    configFile: false,
    root: repositoryRoot,
    logLevel: 'warn',
    publicDir: false,
    define: { 'process.env.NODE_ENV': forDevelopment ? '"development"' : '"production"' },
    ssr: { target: 'node', noExternal: true, external: ['electron'] },
    build: {
      ssr: true,
      target: 'node16.17',
      outDir: join(distFolder, 'electron'),
      emptyOutDir: false,
      minify: false,
      sourcemap: forDevelopment,
      rolldownOptions: {
        input: { [name]: join(repositoryRoot, hostEntries[name]) },
        // ws tries these two native speed-ups and does without them.
        external: ['electron', 'bufferutil', 'utf-8-validate'],
        output: { format: 'cjs', entryFileNames: '[name].cjs', codeSplitting: false },
      },
    },
  };
}
