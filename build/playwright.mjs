import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { distFolder, repositoryRoot } from './places.mjs';
import { runVisibly } from './run.mjs';

/** @typedef {import('./counts.mjs').Counts} Counts */

/**
 * @typedef {object} Report of Playwright, as far as it is read here
 * @property {{rootDir: string}} config
 * @property {readonly Suite[]} suites
 * @property {{expected: number, flaky: number}} stats
 *
 * @typedef {object} Suite
 * @property {readonly Suite[]} [suites]
 * @property {readonly Spec[]} [specs]
 *
 * @typedef {object} Spec
 * @property {string} title
 * @property {string} file from rootDir on
 * @property {number} line
 * @property {readonly {projectName: string, status: string}[]} tests
 */

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
  try {
    return countsOf(JSON.parse(readFileSync(report, 'utf8')), code);
  } catch {
    return { passed: 0, failed: 1, failures: [`end-to-end tests: no report, exit code ${code}`] };
  }
}

/**
 * @param {Report} report
 * @param {number} code
 * @returns {Counts}
 */
export function countsOf({ config, suites, stats }, code) {
  const strict = Boolean(process.env.CI);
  const failures = suites.flatMap((suite) => failuresIn(suite, config.rootDir, strict));
  if (failures.length === 0 && code !== 0) {
    failures.push(`an error outside of the end-to-end tests, exit code ${code}`);
  }
  return { passed: stats.expected + (strict ? 0 : stats.flaky), failed: failures.length, failures };
}

/**
 * @param {Suite} suite
 * @param {string} rootDir
 * @param {boolean} strict whether flaky and skipped tests have failed
 * @returns {string[]}
 */
function failuresIn({ specs = [], suites = [] }, rootDir, strict) {
  const own = specs.flatMap((spec) =>
    spec.tests
      .filter(({ status }) => status === 'unexpected' || (strict && status !== 'expected'))
      .map(({ projectName, status }) => {
        const how = status === 'unexpected' ? '' : ` (${status})`;
        const path = relative(repositoryRoot, join(rootDir, spec.file));
        return `[${projectName}] ${path}:${spec.line} ${spec.title}${how}`;
      }),
  );
  return [...own, ...suites.flatMap((suite) => failuresIn(suite, rootDir, strict))];
}
