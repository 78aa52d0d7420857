import { expect, test } from 'vitest';
import { zoneOfHeading } from './zoneOfHeading.ts';

test.each([
  ['Timeline (UTC)', 'UTC'],
  ['Timeline (times in BST)', 'BST'],
  ['Timeline - PST', 'PST'],
  ['Timeline CET', 'CET'],
  ['Timeline UTC+2', 'UTC+2'],
  ['Timeline (2024-05-01, CET)', 'CET'],
  ['Timeline 2024-05-01 CET', 'CET'],
  ['Timeline (24h, PT)', 'PT'],
  ['Timeline (approx., PT)', 'PT'],
  ['Timeline (timezone PDT)', 'PDT'],
  ['What happened (PT)', 'PT'],
  ['Events (PT)', 'PT'],
  ['Timeline (Pacific Time)', 'Pacific Time'],
  ['Timeline (local)', 'local'],
  ['Timeline (HAEC time)', 'HAEC time'],
  ['Timeline (HAET)', 'HAET'],
  ['Timeline, Berlin time', 'Berlin time'],
  ['Timeline (server time)', 'server time'],
  ['Timeline (-5)', '-5'],
  ['Timeline (XYZT)', 'XYZT'],
  ['Timeline - XYZT', 'XYZT'],
  ['Timeline XYZT', 'XYZT'],
  ['Timeline (times in XYZT)', 'XYZT'],
  ['Timeline (2024-05-01, XYZT)', 'XYZT'],
  ['Zeitleiste (MEZ)', 'MEZ'],
  ['Chronologie – heure de Paris', 'Paris'],
])('TM-16 the heading %j states %s', (heading, zone) => {
  expect(zoneOfHeading(heading)).toBe(zone);
});

test.each([
  'Timeline',
  'Timeline (EU region)',
  'Timeline (EU)',
  'Timeline - EU',
  'Timeline (Berlin)',
  'Timeline (POST)',
  'Timeline (AUDIT)',
  'Timeline (DRAFT)',
  'Timeline (MGMT)',
  'Timeline (-5 min)',
  'Timeline REST',
  'Timeline / JIT',
  'Timeline (EAST)',
  'Timeline (real time)',
  'Timeline: API',
  'Timeline (2024-05-01)',
  'Timeline - May 1',
  'Timeline (abridged)',
  'Outage - Boston',
  'Events (POST)',
  'Timeline 2024-05-01 Berlin',
  'What happened in Berlin',
  'Summary (local)',
])('TM-16 the heading %j states none', (heading) => {
  expect(zoneOfHeading(heading)).toBeNull();
});
