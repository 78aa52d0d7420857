import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    testTimeout: 120_000,
    // All cores: many tests wait for processes and disks. Left to itself, vitest keeps one core free.
    maxWorkers: '100%',
    projects: [
      // Pure functions, which leave nothing behind for the next file: one process reads the modules once for all.
      { extends: true, test: { name: 'shared', include: ['shared/**/*.test.ts'], isolate: false } },
      { extends: true, test: { name: 'rooms', include: ['{renderer,electron,build}/**/*.test.{ts,tsx}'] } },
    ],
  },
});
