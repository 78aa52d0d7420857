import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { repositoryRoot } from './places.mjs';
import { countsOf as countsOfPlaywright } from './playwright.mjs';
import { countsOf as countsOfVitest } from './vitest.mjs';

beforeEach(() => vi.stubEnv('CI', ''));

afterEach(() => vi.unstubAllEnvs());

const spec = (title: string, status: string) => ({
  title,
  file: 'x.spec.ts',
  line: 7,
  tests: [{ projectName: 'chromium', status }],
});

const config = { rootDir: join(repositoryRoot, 'e2e/specs') };

const endToEnd = {
  config,
  suites: [{ specs: [spec('one', 'expected')], suites: [{ specs: [spec('two', 'unexpected')] }] }],
  stats: { expected: 1, flaky: 1 },
};

const unit = {
  numPassedTests: 1,
  testResults: [
    {
      name: join(repositoryRoot, 'x.test.ts'),
      status: 'failed',
      assertionResults: [
        { fullName: 'one', status: 'passed' },
        { fullName: 'two', status: 'failed' },
      ],
    },
    { name: join(repositoryRoot, 'y.test.ts'), status: 'failed', assertionResults: [] },
  ],
};

test('what failed is named, and where it stands', () => {
  expect(countsOfPlaywright(endToEnd, 1)).toEqual({
    passed: 2,
    failed: 1,
    failures: ['[chromium] e2e/specs/x.spec.ts:7 two'],
  });
  expect(countsOfVitest(unit, 1)).toEqual({
    passed: 1,
    failed: 2,
    failures: ['x.test.ts: two', 'y.test.ts, outside of its tests'],
  });
});

test('on CI a flaky and a skipped test have failed, and are named so', () => {
  vi.stubEnv('CI', 'true');
  const specs = [spec('one', 'flaky'), spec('two', 'skipped')];
  expect(countsOfPlaywright({ config, suites: [{ specs }], stats: { expected: 0, flaky: 1 } }, 0)).toEqual({
    passed: 0,
    failed: 2,
    failures: [
      '[chromium] e2e/specs/x.spec.ts:7 one (flaky)',
      '[chromium] e2e/specs/x.spec.ts:7 two (skipped)',
    ],
  });
});

test('a run that failed and names no test is one failure', () => {
  expect(countsOfPlaywright({ config, suites: [], stats: { expected: 3, flaky: 0 } }, 1)).toMatchObject({
    failed: 1,
  });
  expect(countsOfVitest({ numPassedTests: 3, testResults: [] }, 1)).toMatchObject({ failed: 1 });
});

test('a run ends with the names of what failed, and one line over everything', () => {
  const program = `
    const { endWith, newTotal } = await import('./build/counts.mjs');
    const total = newTotal();
    total.add({ passed: 3, failed: 1, failures: ['a test of two\\nlines'] });
    await total.check('a step', async () => { throw new Error('no') });
    endWith(total);`;
  const { DEBRIEF_COUNTS_FILE: _, ...env } = process.env;
  const { stdout, status } = spawnSync(process.execPath, ['--input-type=module', '-e', program], {
    cwd: repositoryRoot,
    env,
    encoding: 'utf8',
  });
  expect(status).toBe(1);
  expect(stdout.split('\n').slice(-4)).toEqual([
    'FAILED a test of two lines',
    'FAILED a step',
    '3 passed, 2 failed',
    '',
  ]);
});
