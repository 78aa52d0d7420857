import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { buildStale } from './build.mjs';
import { hasDisplay } from './obtain-display.mjs';
import { obtainElectron } from './obtain-electron.mjs';
import { openBrowser } from './open-browser.mjs';
import { distFolder } from './places.mjs';
import { sandboxState } from './sandbox.mjs';

/** An Electron that fails sooner than this, in milliseconds, never showed a window. */
const NEVER_OPENED = 8_000;

let interrupted = false;

const words = process.argv.slice(2);
const wantsBrowser = words.includes('--browser');
/** Handed on to Electron or to `debrief serve`, such as --port=8080. */
const switches = words.filter((word) => word.startsWith('--') && word !== '--browser');
// npm runs scripts in the project's folder and says in INIT_CWD where the person is.
const files = words
  .filter((word) => !word.startsWith('--'))
  .map((file) => resolve(process.env.INIT_CWD ?? process.cwd(), file));

const missing = files.find((file) => !existsSync(file));
if (missing !== undefined) {
  console.error(`There is no file ${missing}.`);
  process.exit(2);
}

process.env.NODE_ENV = 'production';
try {
  await buildStale();
} catch (error) {
  console.error(`The app could not be built: ${error instanceof Error ? error.message : error}`);
  process.exit(1);
}
process.exit(wantsBrowser ? await serve('') : await openWindow());

/** @returns {Promise<number>} exit code, once the window (or the browser host in its place) has ended */
async function openWindow() {
  if (!hasDisplay()) return serve('There is no display here, so Debrief runs in a browser.');
  let electron;
  try {
    electron = await obtainElectron();
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return serve(`${why} Debrief runs in a browser instead.`);
  }
  const sandbox = sandboxState(electron.executablePath);
  if (sandbox === 'forbidden') {
    return serve('This system forbids the sandbox that the window needs, so Debrief runs in a browser.');
  }
  if (sandbox === 'root') console.log('You are root, so the window runs without its sandbox (--no-sandbox).');
  const args = [...electron.args, ...(sandbox === 'root' ? ['--no-sandbox'] : []), ...switches, ...files];
  const started = Date.now();
  const code = await run(electron.executablePath, args);
  if (code !== 0 && !interrupted && Date.now() - started < NEVER_OPENED) {
    return serve('Electron could not open a window here, so Debrief runs in a browser.');
  }
  return code;
}

/**
 * The same app on 127.0.0.1, until it is stopped.
 * @param {string} why a sentence, when a window was wanted
 * @returns {Promise<number>} exit code
 */
function serve(why) {
  if (why !== '') console.log(why);
  // Electron's switches mean nothing to the browser host that stands in for it.
  const args = ['serve', ...(wantsBrowser ? switches : []), ...files];
  return run(process.execPath, [join(distFolder, 'electron/cli.cjs'), ...args], (line) => {
    console.log(line);
    const address = /http:\/\/127\.0\.0\.1:\d+\S*/.exec(line)?.[0];
    if (address === undefined) return;
    if (!openBrowser(address)) console.log('Open this address in a browser on this machine.');
  });
}

/**
 * @param {string} command
 * @param {readonly string[]} args
 * @param {(line: string) => void} [onLine] takes what it prints
 * @returns {Promise<number>}
 */
function run(command, args, onLine) {
  const child = spawn(command, [...args], { stdio: ['inherit', onLine ? 'pipe' : 'inherit', 'inherit'] });
  if (child.stdout && onLine) createInterface({ input: child.stdout }).on('line', onLine);
  // The terminal sends Ctrl+C to the child too; what it still has to save comes before our own end.
  const onInterrupt = () => {
    interrupted = true;
  };
  const onTerminate = () => {
    interrupted = true;
    child.kill('SIGTERM');
  };
  process.on('SIGINT', onInterrupt).on('SIGTERM', onTerminate);
  return new Promise((done) => {
    child.on('error', () => done(127));
    child.on('exit', (code) => {
      process.off('SIGINT', onInterrupt).off('SIGTERM', onTerminate);
      done(code ?? 1);
    });
  });
}
