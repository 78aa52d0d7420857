import { expect, test } from 'vitest';
import { killWriters } from './testing/killWriters.testkit.ts';

test('a process that is killed at any moment loses nothing that it acknowledged', async () => {
  const { acknowledged, lost } = await killWriters(12, 20261124);
  expect(lost).toBeNull();
  expect(acknowledged).toBeGreaterThan(20);
});
