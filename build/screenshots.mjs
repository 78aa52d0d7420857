import { buildStale } from './build.mjs';
import { obtainBrowser } from './obtain-browser.mjs';
import { obtainDisplay } from './obtain-display.mjs';
import { obtainElectron } from './obtain-electron.mjs';
import { runVisibly } from './run.mjs';

await buildStale();
await obtainBrowser();
await obtainDisplay();
await obtainElectron({ forTests: true });
process.exitCode = await runVisibly(process.execPath, ['e2e/screenshots/take.ts']);
