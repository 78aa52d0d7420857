import { defineConfig, type Project } from '@playwright/test';
import { WORKERS } from './build/e2e-setup.mjs';
import type { HostOptions } from './e2e/fixtures/app.ts';

/**
 * What is the page's alone, which is the same in both hosts: docs/decisions/node-and-electron.md. It is shown once, in the
 * browser, whose Chromium is nearer to the one that people have. DEBRIEF_E2E_EVERYWHERE=1 shows it in both.
 */
const PAGE_ALONE = [
  'accessibility',
  'actions',
  'checklist',
  'facts',
  'fields',
  'find',
  'goTo',
  'keptFocus',
  'links',
  'ordinary',
  'palette',
  'pasteHtml',
  'quietPage',
  'selection',
  'timeline',
  'timelineRows',
  'whys',
].map((name) => `**/${name}.spec.ts`);

const projects: readonly Project<HostOptions>[] = [
  // The longest test first, so that it runs beside all the others.
  { name: 'merge', testDir: 'e2e/merge' },
  // What only one of the hosts has is tagged with its name.
  {
    name: 'electron',
    use: { host: 'electron' },
    grepInvert: /@browser/,
    testIgnore: process.env.DEBRIEF_E2E_EVERYWHERE ? [] : PAGE_ALONE,
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
