import { defineConfig, type Project } from '@playwright/test';
import { WORKERS } from './build/e2e-setup.mjs';
import type { HostOptions } from './e2e/fixtures/app.ts';

const projects: readonly Project<HostOptions>[] = [
  // The longest test first, so that it runs beside all the others.
  { name: 'merge', testDir: 'e2e/merge' },
  // What only one of the hosts has is tagged with its name.
  {
    name: 'electron',
    use: { host: 'electron' },
    grepInvert: /@browser/,
    // What a screen reader hears and the colours are the page's, which is the same in both.
    testIgnore: '**/accessibility.spec.ts',
  },
  { name: 'chromium', use: { host: 'chromium' }, grepInvert: /@desktop/ },
  { name: 'commands', testDir: 'e2e/commands' },
  // Only npm run test:package makes the packages that these drive.
  ...(process.env.DEBRIEF_PACKAGED_SMOKE ? [{ name: 'packaged', testDir: 'e2e/packaged' }] : []),
];

export default defineConfig<HostOptions>({
  testDir: 'e2e/specs',
  outputDir: 'test-results',
  globalSetup: './build/e2e-setup.mjs',
  fullyParallel: true,
  forbidOnly: Boolean(process.env.CI),
  // A test that passes only the second time has found something.
  retries: 0,
  workers: WORKERS,
  // Long, so that a busy machine is no failure: what a test asserts does not depend on time.
  timeout: 240_000,
  expect: { timeout: 45_000 },
  reporter: 'list',
  // npm test runs the Electron project by itself, watched, and then all that are left.
  projects: projects.filter(({ name }) => name !== process.env.DEBRIEF_E2E_WITHOUT),
});
