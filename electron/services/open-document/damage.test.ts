import { expect, test } from 'vitest';
import { SEED } from '../../../shared/testing/seed.testkit.ts';
import { checkDamaged } from './testing/checkDamaged.testkit.ts';
import { corrupted, sampleFile, withoutRecord } from './testing/damagedFiles.testkit.ts';
import { seededDraw } from './testing/seededDraw.testkit.ts';

const sample = sampleFile();

test('FF-15 any one record dropped is named, and the text of all others is shown', async () => {
  for (const record of sample.records) {
    const corruption = withoutRecord(sample, record);
    expect([corruption.what, await checkDamaged(sample, corruption)]).toEqual([corruption.what, null]);
  }
});

test('FF-16 whatever happens to a file is named, and the text of every whole record is shown', async () => {
  const draw = seededDraw(SEED);
  for (let n = 0; n < 200; n++) {
    const corruption = corrupted(sample, draw);
    expect([corruption.what, await checkDamaged(sample, corruption)]).toEqual([corruption.what, null]);
  }
});
