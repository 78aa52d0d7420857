import { expect, test } from 'vitest';
import { createFile, newHeader } from './createFile.ts';
import { MAX_FILE_BYTES, MAX_PAYLOAD_BYTES } from './format/limits.ts';
import { SimulatedDisk } from './testing/simulatedDisk.testkit.ts';

test('FF-13 a file that would be larger than what can be opened is not made, and its name stays free', async () => {
  const disk = new SimulatedDisk();
  const record = { type: 77, payload: new Uint8Array(MAX_PAYLOAD_BYTES) };
  const records = Array.from({ length: MAX_FILE_BYTES / MAX_PAYLOAD_BYTES }, () => record);
  await expect(createFile(disk, '/x.debrief', newHeader('x1', 0), records)).rejects.toMatchObject({
    code: 'too-large',
    sentence: expect.stringContaining(`Debrief opens files of up to ${MAX_FILE_BYTES} bytes`),
  });
  await createFile(disk, '/x.debrief', newHeader('x1', 0), []);
});
