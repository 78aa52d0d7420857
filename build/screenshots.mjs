import { buildStale } from './build.mjs';
import { obtainBrowser } from './obtain-browser.mjs';
import { runVisibly } from './run.mjs';

await buildStale();
await obtainBrowser();
process.exitCode = await runVisibly(process.execPath, ['e2e/screenshots/take.ts']);
