import { expect, test } from 'vitest';
import { SEED } from '../../../shared/testing/seed.testkit.ts';
import { killWriters } from './testing/killWriters.testkit.ts';

test('FF-21 a process that is killed at any moment loses nothing that it acknowledged', async () => {
  const { acknowledged, lost } = await killWriters(12, SEED);
  expect(lost).toBeNull();
  expect(acknowledged).toBeGreaterThan(20);
});
