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
import { readStartWords, USAGE } from './start-words.mjs';

/** An Electron that fails sooner than this, in milliseconds, never showed a window. */
const NEVER_OPENED = 8_000;

let interrupted = false;

const asked = understood();
if (asked.help) {
  console.log(USAGE);
  process.exit(0);
}
// npm runs scripts in the project's folder and says in INIT_CWD where the person is.
const files = asked.files.map((file) => resolve(process.env.INIT_CWD ?? process.cwd(), file));

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
process.exit(asked.browser ? await serve('') : await openWindow());

function understood() {
  try {
    return readStartWords(process.argv.slice(2));
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    console.error(USAGE);
    process.exit(2);
  }
}

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
  const args = [
    ...electron.args,
    ...(sandbox === 'root' ? ['--no-sandbox'] : []),
    ...asked.electron,
    ...files,
  ];
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
  const args = ['serve', ...asked.serving, ...files];
  return run(process.execPath, [join(distFolder, 'electron/cli.cjs'), ...args], (line) => {
    const address = /http:\/\/127\.0\.0\.1:\d+\S*/.exec(line)?.[0];
    if (address !== undefined) {
      const opens = openBrowser(address);
      console.log(opens ? 'It opens in your browser.' : 'Open this address in a browser on this machine.');
    }
    // The address last, where it is looked for.
    console.log(line);
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
