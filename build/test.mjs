import { join } from 'node:path';
import { endWith, newTotal } from './counts.mjs';
import { needs } from './e2e-setup.mjs';
import { networkWatch } from './no-network.mjs';
import { repositoryRoot } from './places.mjs';
import { runPlaywright } from './playwright.mjs';
import { runVisibly } from './run.mjs';
import { runVitest } from './vitest.mjs';

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
console.log('\n== unit and property tests');
total.add(await runVitest());
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
