import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['{shared,renderer,electron,build}/**/*.test.{ts,tsx}'],
    testTimeout: 120_000,
  },
});
