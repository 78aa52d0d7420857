import { appendFileSync } from 'node:fs';

/**
 * @typedef {object} Counts
 * @property {number} passed
 * @property {number} failed
 * @property {readonly string[]} failures what failed, a name each
 */

/** @returns {Counts & {add: (counts: Counts) => void, check: (name: string, step: () => Promise<string>) => Promise<boolean>}} */
export function newTotal() {
  const total = {
    passed: 0,
    failed: 0,
    /** @type {string[]} */
    failures: [],
    /** @param {Counts} counts */
    add({ passed, failed, failures }) {
      total.passed += passed;
      total.failed += failed;
      total.failures.push(...failures);
    },
    /**
     * A step that counts as one, passed or failed.
     * @param {string} name
     * @param {() => Promise<string>} step says what it found, or throws
     * @returns {Promise<boolean>} whether it passed
     */
    async check(name, step) {
      console.log(`\n== ${name}`);
      try {
        console.log(await step());
        total.add({ passed: 1, failed: 0, failures: [] });
        return true;
      } catch (error) {
        console.error(`FAILED ${name}: ${error instanceof Error ? error.message : error}`);
        total.add({ passed: 0, failed: 1, failures: [name] });
        return false;
      }
    },
  };
  return total;
}

/**
 * Ends the process with the names of what failed and the one line that sums up, last, where even a log that was
 * cut short has them. When DEBRIEF_COUNTS_FILE names a file, this run is part of a larger one (.ci/run), which
 * adds up and prints these lines itself.
 * @param {Counts} counts
 * @returns {never}
 */
export function endWith({ passed, failed, failures }) {
  const names = failures.map((name) => `FAILED ${name.replace(/\s+/g, ' ')}\n`).join('');
  const file = process.env.DEBRIEF_COUNTS_FILE;
  if (file === undefined) {
    process.stdout.write(`${names}${passed} passed, ${failed} failed\n`);
  } else {
    appendFileSync(file, `${names}${passed} ${failed}\n`);
    process.stdout.write(`${names}Of this part, ${passed} passed and ${failed} failed.\n`);
  }
  process.exit(failed === 0 ? 0 : 1);
}
