import { parseArgs } from 'node:util';

/**
 * @typedef {object} StartWords what a person asks of `npm start`
 * @property {boolean} help
 * @property {boolean} browser whether the window is to be a browser's
 * @property {readonly string[]} serving switches for `debrief serve`
 * @property {readonly string[]} electron switches for Electron itself
 * @property {readonly string[]} files as written
 */

export const USAGE = `Usage: npm start -- [--browser [--port=N]] [FILE...] [-- SWITCH...]
  --browser   in a browser on this machine, without Electron
  --port=N    at this port from now on
  FILE        a .debrief or Markdown file to open
  SWITCH      of Electron, such as --force-device-scale-factor=2`;

/**
 * @param {readonly string[]} words behind `npm start --`
 * @returns {StartWords}
 * @throws {Error} with a sentence, for what is not understood
 */
export function readStartWords(words) {
  const end = words.includes('--') ? words.indexOf('--') : words.length;
  const own = words.slice(0, end);
  const electron = words.slice(end + 1);
  const options = /** @type {const} */ ({
    browser: { type: 'boolean', default: false },
    help: { type: 'boolean', short: 'h', default: false },
    port: { type: 'string' },
  });
  const { values, positionals: files } = parsed(() =>
    parseArgs({ args: own, options, allowPositionals: true }),
  );
  const { browser, help, port } = values;
  if (port !== undefined && !browser) throw new Error('--port means nothing without --browser.');
  if (electron.length > 0 && browser) throw new Error('Switches of Electron mean nothing with --browser.');
  return { help, browser, files, electron, serving: port === undefined ? [] : [`--port=${port}`] };
}

/**
 * Node's own message ends in advice that does not hold here.
 * @template T
 * @param {() => T} parse
 * @returns {T}
 */
function parsed(parse) {
  try {
    return parse();
  } catch (error) {
    throw new Error(`${error instanceof Error ? error.message.split('. ')[0] : error}.`);
  }
}
