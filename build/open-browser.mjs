import { spawn } from 'node:child_process';
import { hasDisplay } from './obtain-display.mjs';
import { findCommand } from './run.mjs';

/**
 * Shows an address in the person's own browser, if there is one.
 * @param {string} address
 * @returns {boolean} whether something was asked to show it
 */
export function openBrowser(address) {
  const opener = openerHere(address);
  if (opener === undefined) return false;
  const child = spawn(opener.command, opener.args, { stdio: 'ignore', detached: true });
  child.on('error', () => console.log('The browser could not be opened: please open the address yourself.'));
  child.unref();
  return true;
}

/** @param {string} address */
function openerHere(address) {
  if (process.platform === 'darwin') return { command: 'open', args: [address] };
  if (process.platform === 'win32') {
    return { command: 'rundll32', args: ['url.dll,FileProtocolHandler', address] };
  }
  if (!hasDisplay()) return undefined;
  const names = ['xdg-open', 'google-chrome', 'chromium', 'chromium-browser', 'firefox'];
  const command = names.map(findCommand).find((found) => found !== undefined);
  return command === undefined ? undefined : { command, args: [address] };
}
