import { expect, test } from 'vitest';
import { statedZone } from './statedZone.ts';

test.each([
  ['All times in CET.', 'CET'],
  ['All times in UTC.', 'UTC'],
  ['All times in CET (GMT+1)', 'CET (GMT+1)'],
  ['All times in CEST (UTC+2)', 'CEST (UTC+2)'],
  ['All times in PST (UTC-7)', 'PST (UTC-7)'],
  ['All times in UTC+1', 'UTC+1'],
  ['All times in IST', 'IST'],
  ['All times in EEST', 'EEST'],
  ['All times are in UTC', 'UTC'],
  ['All times are UTC unless stated otherwise', 'UTC'],
  ['Times below are given in Europe/Oslo', 'Europe/Oslo'],
  ['Timestamps: UTC', 'UTC'],
  ['Time zone: CET/CEST', 'CET/CEST'],
  ['Date and Time in CET', 'CET'],
  ['Timeline (times in BST)', 'BST'],
  ['Timeline (UTC)', 'UTC'],
  ['Time (UTC)', 'UTC'],
  ['Time UTC', 'UTC'],
  ['Timeline (all times UTC)', 'UTC'],
])('TM-16 %j states %s', (text, zone) => {
  expect(statedZone(text)).toBe(zone);
});

test.each([
  'Timeline',
  'Time',
  'At that time we did not know',
  'The time to recover is 5 minutes',
  'Incident at 14:02 UTC',
  'It was a matter of time.',
  'The second time it was at Pat',
  'Each time in a row it failed',
  'The zone is full',
  '',
  'Sometimes in PET bottles',
  'The first time in west wing',
])('TM-16 %j states none', (text) => {
  expect(statedZone(text)).toBeNull();
});
