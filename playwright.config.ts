import { defineConfig } from '@playwright/test';
import type { HostOptions } from './e2e/fixtures/app.ts';

export default defineConfig<HostOptions>({
  testDir: 'e2e/specs',
  outputDir: 'test-results',
  globalSetup: './build/e2e-setup.mjs',
  fullyParallel: true,
  forbidOnly: Boolean(process.env.CI),
  // A test that passes only the second time has found something.
  retries: 0,
  workers: 2,
  timeout: 90_000,
  expect: { timeout: 15_000 },
  reporter: 'list',
  projects: [
    { name: 'electron', use: { host: 'electron' } },
    { name: 'chromium', use: { host: 'chromium' } },
    { name: 'commands', testDir: 'e2e/commands' },
    // Only npm run test:package makes the packages that these drive.
    ...(process.env.DEBRIEF_PACKAGED_SMOKE ? [{ name: 'packaged', testDir: 'e2e/packaged' }] : []),
  ],
});
