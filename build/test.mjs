import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { endWith, newTotal } from './counts.mjs';
import { needs } from './e2e-setup.mjs';
import { networkWatch } from './no-network.mjs';
import { distFolder, repositoryRoot } from './places.mjs';
import { runPlaywright } from './playwright.mjs';
import { runVisibly } from './run.mjs';

/** @typedef {import('./counts.mjs').Counts} Counts */

/** Property tests draw from this seed unless DEBRIEF_SEED says otherwise. */
process.env.DEBRIEF_SEED ??= '20261124';
const started = Date.now();
const total = newTotal();

await total.check('format, lint and layering', () =>
  tool('@biomejs/biome/bin/biome', ['ci', '--error-on-warnings']),
);
await total.check('types', () => tool('typescript/bin/tsc', ['--build']));
const obtained = [];
for (const { name, obtain } of needs) obtained.push(await total.check(name, obtain));
total.add(await unitTests());
if (obtained.every(Boolean)) await endToEndTests();
else console.log('The end-to-end tests did not run, because something that they need is missing.');

const seconds = Math.round((Date.now() - started) / 1000);
const { DEBRIEF_SEED: seed } = process.env;
console.log(`\nSeed ${seed}, ${Math.floor(seconds / 60)} min ${seconds % 60} s.`);
console.log(`To run the same again: DEBRIEF_SEED=${seed} npm test`);
endWith(total);

/**
 * @param {string} program from node_modules
 * @param {readonly string[]} args
 */
async function tool(program, args) {
  const code = await runVisibly(process.execPath, [join(repositoryRoot, 'node_modules', program), ...args], {
    cwd: repositoryRoot,
  });
  if (code !== 0) throw new Error('see above');
  return 'fine';
}

/**
 * @returns {Promise<Counts>} skipped tests count as failed when CI is set; a file that does not load, or an
 *   error outside of any test, is a failure as well
 */
async function unitTests() {
  console.log('\n== unit and property tests');
  const report = join(distFolder, 'reports', 'unit.json');
  mkdirSync(join(distFolder, 'reports'), { recursive: true });
  rmSync(report, { force: true });
  const args = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const failedToRun = await tool('vitest/vitest.mjs', args).then(
    () => false,
    () => true,
  );
  try {
    const result = JSON.parse(readFileSync(report, 'utf8'));
    const skipped = process.env.CI ? result.numPendingTests + result.numTodoTests : 0;
    const failed = result.numFailedTests + skipped;
    return { passed: result.numPassedTests, failed: failed === 0 && failedToRun ? 1 : failed };
  } catch {
    return { passed: 0, failed: 1 };
  }
}

/**
 * The whole Electron run happens where nothing but this machine can be reached, and its attempts are
 * counted: the app makes no network request of its own.
 */
async function endToEndTests() {
  const { how, prefix, verdict } = networkWatch();
  console.log(`\n== end-to-end tests in Electron (network: ${how})`);
  total.add(await runPlaywright(['--project=electron'], { prefix }));
  if (verdict) await total.check('TH-14 no network request', async () => verdict());
  console.log('\n== all other end-to-end tests');
  total.add(await runPlaywright([], { env: { DEBRIEF_E2E_WITHOUT: 'electron' } }));
}
