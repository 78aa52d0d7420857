import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { repositoryRoot } from './places.mjs';

/**
 * The whole torture of the storage: `npm run torture -- [--seed N] [--only NAME]`. Prints what each part did,
 * and for a part that failed the line that runs it again. Exit code 1 when anything was lost.
 */
const { values } = parseArgs({ options: { seed: { type: 'string' }, only: { type: 'string' } } });
const seed = values.seed === undefined ? Math.floor(Math.random() * 2 ** 31) : Number(values.seed);
if (!Number.isSafeInteger(seed) || seed < 0) {
  console.error('--seed takes a whole number that is not negative.');
  process.exit(2);
}

const place = join(repositoryRoot, 'electron/services/open-document/testing/torture.testkit.ts');
/** @type {{ TORMENTS: readonly { name: string, run: (seed: number) => Promise<string> }[] }} */
const { TORMENTS } = await import(pathToFileURL(place).href);
const chosen = TORMENTS.filter(({ name }) => values.only === undefined || values.only === name);
if (chosen.length === 0) {
  console.error(`--only takes one of: ${TORMENTS.map(({ name }) => name).join(', ')}.`);
  process.exit(2);
}

console.log(`Seed ${seed}. Again with: npm run torture -- --seed ${seed}`);
let failed = 0;
for (const { name, run } of chosen) {
  const start = performance.now();
  try {
    const done = await run(seed);
    console.log(`ok      ${name}: ${done} (${Math.round((performance.now() - start) / 1000)} s)`);
  } catch (error) {
    failed++;
    console.log(`FAILED  ${name}: ${error instanceof Error ? error.message : error}`);
    console.log(`        Again with: npm run torture -- --seed ${seed} --only '${name}'`);
  }
}
console.log(`${chosen.length - failed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
