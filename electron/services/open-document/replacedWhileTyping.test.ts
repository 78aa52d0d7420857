import { expect, test } from 'vitest';
import { SEED } from '../../../shared/testing/seed.testkit.ts';
import { replaceWhileTyping } from './testing/replaceWhileTyping.testkit.ts';

test('FF-23 a file that is replaced by rename while someone types keeps what both wrote', async () => {
  expect(await replaceWhileTyping(6, SEED)).toBeNull();
});
