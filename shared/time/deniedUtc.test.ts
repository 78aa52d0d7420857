import { expect, test } from 'vitest';
import { deniedUtc } from './deniedUtc.ts';
import { statedZone } from './statedZone.ts';

test.each([
  ['Times are not in UTC but in office time.', 'not in UTC'],
  ['All times are non-UTC.', 'non-UTC'],
  ['(not UTC)', 'not UTC'],
  ['Rounded. Not UTC!', 'Not UTC'],
  ["The timestamps aren't in UTC", "aren't in UTC"],
  ['Times are not all given in UTC.', 'not all given in UTC'],
  ['Times are by the office clock rather than UTC.', 'rather than UTC'],
  ['Times two hours ahead of UTC.', 'two hours ahead of UTC'],
  ['Times are offset by +2h from UTC.', '2h from UTC'],
  ['Die Zeiten sind nicht in UTC angegeben.', 'nicht in UTC'],
  ['Les heures ne sont pas en UTC.', 'pas en UTC'],
  ['Las horas no están en UTC.', 'no están en UTC'],
])('TM-32 %j says that times are not in UTC', (text, words) => {
  expect(deniedUtc(text)).toBe(words);
  expect(statedZone(text)).toBeNull();
});

test.each([
  'All times in UTC, not local.',
  'Times are in UTC (not in CET)',
  'Times in UTC, not UTC+2.',
  'If not noted otherwise, all times are UTC.',
  'Times not otherwise noted are in UTC.',
  'Wenn nicht anders angegeben, alle Zeiten in UTC.',
  'Times have no offset from UTC.',
  'Times are taken from UTC logs.',
  'Times are from two hours of UTC logs.',
  'Times before UTC midnight are of the day before.',
  'All times are UTC (we are two hours ahead of UTC).',
  'Times are UTC. Our scheduler is not.',
  'The scheduler does not use UTC.',
  'The clock of node 3 was one hour behind UTC.',
])('TM-32 %j does not', (text) => {
  expect(deniedUtc(text)).toBeNull();
});

test.each([
  'All times are UTC. For Pacific time subtract 8 hours from UTC.',
  'All times are UTC; Grafana shows local time, which is 2 hours ahead of UTC.',
  'Screenshots show times that are not UTC. All times below are UTC.',
])('TM-32 %j states UTC in one sentence, whatever another one denies', (text) => {
  expect(statedZone(text)).toBe('UTC');
});

test('TM-32 a denial is looked for in a time that grows with the text alone', () => {
  const start = performance.now();
  expect(deniedUtc(`times UTC ${'éa'.repeat(25_000)}`)).toBeNull();
  expect(performance.now() - start).toBeLessThan(2_000);
});
