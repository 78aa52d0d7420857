import { expect, test } from 'vitest';
import { zoneOfHead } from './zoneOfHead.ts';

test.each([
  ['Time (UTC)', 'UTC'],
  ['Date and Time in CET', 'CET'],
  ['Time (GMT+1)', 'GMT+1'],
  ['Uhrzeit (MEZ)', 'MEZ'],
  ['Zeit (CET)', 'CET'],
  ['Heure (CET)', 'CET'],
  ['Hora (CST)', 'CST'],
  ['When (CET)', 'CET'],
  ['Date (CET)', 'CET'],
  ['Time, JST', 'JST'],
  ['Time - EST', 'EST'],
  ['Time/EST', 'EST'],
  ['EST Time', 'EST Time'],
  ['UTC+2 time', 'UTC+2 time'],
  ['GMT -5 Time', 'GMT -5 Time'],
  ['Time (24h CET)', 'CET'],
  ['Time (local)', 'local'],
  ['Local time', 'Local time'],
  ['Time (Berlin)', 'Berlin'],
  ['Time (US Pacific)', 'US Pacific'],
  ['Time (-5)', '-5'],
  ['Time since start', 'since'],
  ['CET', 'CET'],
  ['UTC', 'UTC'],
])('TM-16 %j states %s', (head, zone) => {
  expect(zoneOfHead(head)).toBe(zone);
});

test.each([
  'Time',
  'Date/Time',
  'Time (approx.)',
  'Start time',
  'Time of event',
  'Time (HH:MM)',
  'Time (24h)',
  'Timestamp (RFC3339)',
  'Time (ish)',
  'Time (2024-05-01)',
  'Time (May 1st)',
  'Zeit (UTC)',
  'Uhrzeit',
  'Heure',
  'When?',
  'Who is on call',
])('TM-16 %j states none but UTC', (head) => {
  expect(zoneOfHead(head)).toBeNull();
});
