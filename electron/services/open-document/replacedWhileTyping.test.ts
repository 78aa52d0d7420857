import { expect, test } from 'vitest';
import { replaceWhileTyping } from './testing/replaceWhileTyping.testkit.ts';

test('a file that is replaced by rename while someone types keeps what both wrote', async () => {
  expect(await replaceWhileTyping(6, 20261124)).toBeNull();
});
