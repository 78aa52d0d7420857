import { needs } from './e2e-setup.mjs';
import { runPlaywright } from './playwright.mjs';

for (const { name, obtain } of needs) {
  try {
    console.log(`${name}: ${await obtain()}`);
  } catch (error) {
    console.error(`${name}: ${error instanceof Error ? error.message : error}`);
    process.exit(1);
  }
}
const { passed, failed } = await runPlaywright(process.argv.slice(2));
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
