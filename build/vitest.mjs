import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { distFolder, repositoryRoot } from './places.mjs';
import { runVisibly } from './run.mjs';

/** @typedef {import('./counts.mjs').Counts} Counts */

/**
 * @typedef {object} Report of Vitest, as far as it is read here
 * @property {number} numPassedTests
 * @property {readonly TestFile[]} testResults
 *
 * @typedef {object} TestFile
 * @property {string} name its path
 * @property {string} status
 * @property {readonly {fullName: string, status: string}[]} assertionResults
 */

/**
 * Runs the unit and property tests, shows them, and counts.
 * @returns {Promise<Counts>} skipped tests count as failed when CI is set; a file that does not load, or an
 *   error outside of any test, is a failure as well
 */
export async function runVitest() {
  const report = join(distFolder, 'reports', 'unit.json');
  mkdirSync(join(distFolder, 'reports'), { recursive: true });
  rmSync(report, { force: true });
  const program = join(repositoryRoot, 'node_modules/vitest/vitest.mjs');
  const args = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const code = await runVisibly(process.execPath, [program, ...args], { cwd: repositoryRoot });
  try {
    return countsOf(JSON.parse(readFileSync(report, 'utf8')), code);
  } catch {
    return { passed: 0, failed: 1, failures: [`unit and property tests: no report, exit code ${code}`] };
  }
}

/**
 * @param {Report} report
 * @param {number} code
 * @returns {Counts}
 */
export function countsOf({ numPassedTests: passed, testResults }, code) {
  const failures = testResults.flatMap(failuresIn);
  if (failures.length === 0 && code !== 0)
    failures.push(`an error outside of the unit tests, exit code ${code}`);
  return { passed, failed: failures.length, failures };
}

/**
 * @param {TestFile} file
 * @returns {string[]}
 */
function failuresIn({ name, status, assertionResults }) {
  const path = relative(repositoryRoot, name);
  const failed = assertionResults.filter(
    (one) => one.status === 'failed' || (process.env.CI && one.status !== 'passed'),
  );
  if (failed.length === 0 && status === 'failed') return [`${path}, outside of its tests`];
  return failed.map((one) => `${path}: ${one.fullName}${one.status === 'failed' ? '' : ` (${one.status})`}`);
}
