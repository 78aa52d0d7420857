import { spawn } from 'node:child_process';
import { canInstallPackages, installPackages } from './apt.mjs';
import { findCommand } from './run.mjs';

/**
 * @typedef {object} Display
 * @property {string} name what DISPLAY is now; empty where the system needs none
 * @property {() => void} stop ends the display if it was started here
 */

/** @returns {boolean} whether a window can be shown without starting anything */
export function hasDisplay() {
  if (process.platform !== 'linux') return true;
  return Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

/**
 * A display for windows that nobody looks at: the one that is there, else Xvfb (from Debian's packages
 * when root). Sets DISPLAY for this process and its children.
 * @returns {Promise<Display>}
 * @throws {Error} a sentence that says what to install
 */
export async function obtainDisplay() {
  if (hasDisplay()) return { name: process.env.DISPLAY ?? '', stop: () => {} };
  if (findCommand('Xvfb') === undefined && canInstallPackages()) installPackages(['xvfb']);
  if (findCommand('Xvfb') === undefined) {
    throw new Error('There is no display and no Xvfb: install xvfb, or run inside a desktop session.');
  }
  const display = await startXvfb();
  process.env.DISPLAY = display.name;
  return display;
}

/**
 * One display for each of `workers` processes that drive windows at the same time: on one that they share,
 * a window that opens or closes in one test moves the pointer in the others. On a desktop that is there
 * they do share. Sets DEBRIEF_DISPLAYS, the names with spaces between, beside DISPLAY.
 * @param {number} workers
 * @returns {Promise<readonly string[]>} empty where the system needs none
 * @throws {Error} a sentence that says what to install
 */
export async function obtainDisplays(workers) {
  if (process.env.DEBRIEF_DISPLAYS) return process.env.DEBRIEF_DISPLAYS.split(' ');
  const isThere = hasDisplay();
  const { name } = await obtainDisplay();
  if (isThere) return name ? [name] : [];
  const others = Array.from({ length: workers - 1 }, startXvfb);
  const names = [name, ...(await Promise.all(others)).map((display) => display.name)];
  process.env.DEBRIEF_DISPLAYS = names.join(' ');
  return names;
}

/**
 * Lets Xvfb choose a free display itself, so that two runs never race for one. It does not begin anew when its last
 * window closes: a window that opens at that moment would find no display. The shell around it ends
 * Xvfb when the pipe to this process closes, which also happens when this process is killed.
 * @returns {Promise<Display>}
 */
function startXvfb() {
  const script =
    'Xvfb -displayfd 3 -screen 0 1600x1000x24 -nolisten tcp -noreset 3>&3 & server=$!; read -r _; kill "$server"; wait "$server"';
  const shell = spawn('sh', ['-c', script], { stdio: ['pipe', 'ignore', 'ignore', 'pipe'] });
  const stop = () => {
    shell.stdin?.end();
    delete process.env.DISPLAY;
  };
  process.once('exit', stop);
  return new Promise((resolve, reject) => {
    const answer = /** @type {import('node:stream').Readable} */ (shell.stdio[3]);
    let text = '';
    answer.on('data', (/** @type {Buffer} */ chunk) => {
      text += chunk;
      if (!text.includes('\n')) return;
      shell.unref();
      for (const pipe of [shell.stdin, answer]) /** @type {import('node:net').Socket} */ (pipe).unref();
      resolve({ name: `:${text.trim()}`, stop });
    });
    answer.on('end', () => reject(new Error('Xvfb did not start.')));
  });
}
