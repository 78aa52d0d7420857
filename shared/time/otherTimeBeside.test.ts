import { expect, test } from 'vitest';
import { zoneByUtcBeside } from './otherTimeBeside.ts';

test.each([
  ['14:02', '12:02 UTC', 'UTC+2'],
  ['14:02', '02:02 UTC', 'UTC+12'],
  ['01:02', '12:02 UTC', 'UTC+13'],
  ['02:02', '12:02 UTC', 'UTC−10'],
  ['23:30', '04:30 UTC', 'UTC−5'],
  ['14:02', '14:02 UTC', null],
  ['14:02', '13:55 UTC', null],
])('TM-12 %s beside %s is in %s', (time, beside, zone) => {
  expect(zoneByUtcBeside(time, beside)).toBe(zone);
});
