import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { distFolder, repositoryRoot } from './places.mjs';
import { runVisibly } from './run.mjs';

/** @typedef {import('./counts.mjs').Counts} Counts */

/**
 * Runs Playwright, shows its list, and counts.
 * @param {readonly string[]} args for `playwright test`
 * @param {{env?: NodeJS.ProcessEnv, prefix?: readonly string[]}} [options] env in addition to ours; prefix: a
 *   command that takes the whole run as its arguments
 * @returns {Promise<Counts>} flaky and skipped tests count as failed when CI is set; a run that ended
 *   without a report, or failed outside of any test, is one failure
 */
export async function runPlaywright(args, { env = {}, prefix = [] } = {}) {
  const report = join(distFolder, 'reports', 'end-to-end.json');
  mkdirSync(join(distFolder, 'reports'), { recursive: true });
  rmSync(report, { force: true });
  const program = join(repositoryRoot, 'node_modules/@playwright/test/cli.js');
  const run = [...prefix, process.execPath, program, 'test', '--reporter=list,json', ...args];
  const code = await runVisibly(/** @type {string} */ (run[0]), run.slice(1), {
    cwd: repositoryRoot,
    env: { ...process.env, ...env, PLAYWRIGHT_JSON_OUTPUT_FILE: report },
  });
  return countsOf(report, code);
}

/**
 * @param {string} report
 * @param {number} code
 * @returns {Counts}
 */
function countsOf(report, code) {
  /** @type {{expected: number, unexpected: number, flaky: number, skipped: number}} */
  let stats;
  try {
    stats = JSON.parse(readFileSync(report, 'utf8')).stats;
  } catch {
    return { passed: 0, failed: 1 };
  }
  const strict = Boolean(process.env.CI);
  const failed = stats.unexpected + (strict ? stats.flaky + stats.skipped : 0);
  const passed = stats.expected + (strict ? 0 : stats.flaky);
  return { passed, failed: failed === 0 && code !== 0 ? 1 : failed };
}
