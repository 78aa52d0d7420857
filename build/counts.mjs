import { appendFileSync } from 'node:fs';

/**
 * @typedef {object} Counts
 * @property {number} passed
 * @property {number} failed
 */

/** @returns {Counts & {add: (counts: Counts) => void, check: (name: string, step: () => Promise<string>) => Promise<boolean>}} */
export function newTotal() {
  const total = {
    passed: 0,
    failed: 0,
    /** @param {Counts} counts */
    add({ passed, failed }) {
      total.passed += passed;
      total.failed += failed;
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
        total.add({ passed: 1, failed: 0 });
        return true;
      } catch (error) {
        console.error(`FAILED ${name}: ${error instanceof Error ? error.message : error}`);
        total.add({ passed: 0, failed: 1 });
        return false;
      }
    },
  };
  return total;
}

/**
 * Ends the process with the one line that sums up. When DEBRIEF_COUNTS_FILE names a file, this run is part
 * of a larger one (.ci/run), which adds up and prints that line itself.
 * @param {Counts} counts
 * @returns {never}
 */
export function endWith({ passed, failed }) {
  const file = process.env.DEBRIEF_COUNTS_FILE;
  if (file === undefined) {
    console.log(`${passed} passed, ${failed} failed`);
  } else {
    appendFileSync(file, `${passed} ${failed}\n`);
    console.log(`Of this part, ${passed} passed and ${failed} failed.`);
  }
  process.exit(failed === 0 ? 0 : 1);
}
