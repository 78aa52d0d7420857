import { endWith, newTotal } from './counts.mjs';
import { needs } from './e2e-setup.mjs';
import { packageApp } from './package.mjs';
import { runPlaywright } from './playwright.mjs';

// Packages the app twice, reads the fuses of the release back, and drives the one that can be driven.
const total = newTotal();
const env = { DEBRIEF_PACKAGED_RELEASE: '', DEBRIEF_PACKAGED_SMOKE: '' };
const packages = /** @type {const} */ ([
  ['DEBRIEF_PACKAGED_RELEASE', false],
  ['DEBRIEF_PACKAGED_SMOKE', true],
]);
const ready = [];
for (const { name, obtain } of needs) ready.push(await total.check(name, obtain));
for (const [name, smoke] of packages) {
  const make = async () => {
    env[name] = await packageApp({ dir: true, smoke });
    return env[name];
  };
  ready.push(await total.check(smoke ? 'package for the smoke test' : 'release package', make));
}
if (ready.every(Boolean)) total.add(await runPlaywright(['--project=packaged'], { env }));
endWith(total);
