import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { build, createServer } from 'vite';
import { hostConfig, rendererConfig } from './bundle.mjs';
import { hasDisplay } from './obtain-display.mjs';
import { obtainElectron } from './obtain-electron.mjs';
import { distFolder, repositoryRoot } from './places.mjs';
import { sandboxState } from './sandbox.mjs';

process.env.NODE_ENV = 'development';
const electron = await electronOrExit();
const server = await windowServer();
const address = `http://127.0.0.1:${server.config.server.port}/`;
console.log(`The window comes from ${address} and follows each change; the host restarts when it changes.`);

/** @type {import('node:child_process').ChildProcess | undefined} */
let running;
/** Bundles that have been built at least once; the app starts when both are there. */
const ready = new Set();
// What is built here is for development: the next start has to build its own.
rmSync(join(distFolder, 'electron.built'), { force: true });
process.once('exit', () => running?.kill());
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(0));
for (const name of /** @type {const} */ (['main', 'preload'])) await watch(name, restart);

/**
 * Development needs the window: hot reload in a browser alone would test less than `npm start -- --browser`.
 */
async function electronOrExit() {
  try {
    if (!hasDisplay()) throw new Error('There is no display here.');
    return await obtainElectron();
  } catch (error) {
    console.error(
      `${error instanceof Error ? error.message : error} npm run dev needs Electron and a display.`,
    );
    process.exit(1);
  }
}

/**
 * The window's sources with hot reload, under the release's policy but for what hot reload needs: one
 * inline script with a nonce, styles put in by script, and the reload socket.
 */
async function windowServer() {
  const cspNonce = randomBytes(16).toString('base64');
  const policy = [
    "default-src 'self'",
    `script-src 'self' 'nonce-${cspNonce}'`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' blob: data:",
    "connect-src 'self' ws://127.0.0.1:*",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  const vite = await createServer({
    ...rendererConfig(),
    logLevel: 'info',
    html: { cspNonce },
    server: {
      host: '127.0.0.1',
      headers: { 'Content-Security-Policy': policy },
      fs: { allow: [repositoryRoot] },
    },
  });
  await vite.listen();
  return vite;
}

/**
 * @param {'main' | 'preload'} name
 * @param {() => void} onBuilt
 */
async function watch(name, onBuilt) {
  const config = hostConfig(name, { forDevelopment: true });
  const watcher = await build({ ...config, build: { ...config.build, watch: {} } });
  if (!('on' in watcher)) return;
  watcher.on('event', (event) => {
    if (event.code === 'ERROR') console.error(`${name}: ${event.error.message}`);
    if (event.code !== 'BUNDLE_END') return;
    ready.add(name);
    if (ready.size === 2) onBuilt();
  });
}

/** Ends the app that runs, lets it save, and starts the new one. */
function restart() {
  if (running !== undefined) {
    running.removeAllListeners('exit');
    running.once('exit', launch);
    running.kill('SIGTERM');
  } else {
    launch();
  }
}

function launch() {
  const flags = sandboxState(electron.executablePath) === 'works' ? [] : ['--no-sandbox'];
  running = spawn(electron.executablePath, [...electron.args, ...flags], {
    stdio: 'inherit',
    env: { ...process.env, DEBRIEF_DEV_SERVER: address },
  });
  // Closing the window ends development.
  running.once('exit', (code) => process.exit(code ?? 0));
}
