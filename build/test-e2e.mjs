import { endWith, newTotal } from './counts.mjs';
import { needs } from './e2e-setup.mjs';
import { runPlaywright } from './playwright.mjs';

const total = newTotal();
const obtained = [];
for (const { name, obtain } of needs) obtained.push(await total.check(name, obtain));
if (obtained.every(Boolean)) total.add(await runPlaywright(process.argv.slice(2)));
endWith(total);
