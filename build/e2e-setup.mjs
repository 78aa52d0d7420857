import { buildStale } from './build.mjs';
import { obtainDisplays } from './obtain-display.mjs';
import { obtainElectron } from './obtain-electron.mjs';
import { obtainHeadless } from './obtain-headless.mjs';

/** How many tests run at the same time. */
export const WORKERS = 2;

/**
 * What a run of the end-to-end tests needs, in the order in which it is obtained. Each step leaves its
 * answer in the environment, where the next process finds it at once.
 * @type {readonly {name: string, obtain: () => Promise<string>}[]}
 */
export const needs = [
  {
    name: 'build',
    obtain: async () => ((await buildStale()).length > 0 ? 'built now' : 'nothing was stale'),
  },
  {
    name: 'display',
    obtain: async () => (await obtainDisplays(WORKERS)).join(', ') || 'the desktop of this machine',
  },
  {
    name: 'browser',
    obtain: async () => {
      const { version, executablePath } = await obtainHeadless();
      return `${version || 'there'} (pages of tests: ${executablePath})`;
    },
  },
  {
    name: 'Electron',
    obtain: async () => {
      const { version, kind } = await obtainElectron({ forTests: true });
      return `${version} (${kind})`;
    },
  },
];

/** Playwright's global setup: a run by hand (`npx playwright test`) obtains what it needs, too. */
export default async function setUp() {
  for (const need of needs) await need.obtain();
}
