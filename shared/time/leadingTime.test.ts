import fc from 'fast-check';
import { expect, test } from 'vitest';
import { leadingTime } from './leadingTime.ts';
import { parseTimeCell } from './parseTimeCell.ts';
import { anyTimeText, DRAWN } from './writtenTime.testkit.ts';

test.each([
  ['14:02 Pager goes off', '14:02', 'Pager goes off'],
  ['14:02 - Pager goes off', '14:02', 'Pager goes off'],
  ['14:02 – Pager goes off', '14:02', 'Pager goes off'],
  ['14:02: Pager goes off', '14:02', 'Pager goes off'],
  ['14:02\tPager goes off', '14:02', 'Pager goes off'],
  ['14:02 | Pager goes off', '14:02', 'Pager goes off'],
  ['14:02, pager goes off', '14:02', 'pager goes off'],
  ['14:02. Pager goes off', '14:02', 'Pager goes off'],
  ['14:02', '14:02', ''],
  ['- 14:02 Pager goes off', '14:02', 'Pager goes off'],
  ['* 14:02 Pager goes off', '14:02', 'Pager goes off'],
  ['[14:02] Pager goes off', '14:02', 'Pager goes off'],
  ['(14:02) Pager goes off', '14:02', 'Pager goes off'],
  ['14h02 : déploiement', '14h02', 'déploiement'],
  ['14h02 le déploiement', '14h02', 'le déploiement'],
  ['14h02-14h10 retour', '14h02-14h10', 'retour'],
  ['4:19 First noticed', '4:19', 'First noticed'],
  ['14:02:31 Pager goes off', '14:02:31', 'Pager goes off'],
  ['2026-11-24 14:02 Pager goes off', '2026-11-24 14:02', 'Pager goes off'],
  ['2026-11-24T14:02Z Pager goes off', '2026-11-24T14:02Z', 'Pager goes off'],
  ['Nov 24, 14:02 - Pager goes off', 'Nov 24, 14:02', 'Pager goes off'],
  ['~14:02 Pager goes off', '~14:02', 'Pager goes off'],
  ['ca. 14:02 Pager goes off', 'ca. 14:02', 'Pager goes off'],
  ['14:05-14:12 Failover', '14:05-14:12', 'Failover'],
  ['14:05 – 14:12: Failover', '14:05 – 14:12', 'Failover'],
  ['12:26-?? Failover', '12:26-??', 'Failover'],
  ['??:?? Failover', '??:??', 'Failover'],
  ['?? - Failover', '??', 'Failover'],
  ['HH:MM Failover', 'HH:MM', 'Failover'],
  ['1:38 PM Failover', '1:38 PM', 'Failover'],
  ['8 pm - Failover', '8 pm', 'Failover'],
  ['16:58 UTC - Failover', '16:58 UTC', 'Failover'],
  ['16:58 UTC Failover', '16:58 UTC', 'Failover'],
  ['1658Z Failover', '1658Z', 'Failover'],
  ['16:58 CET Failover', '16:58 CET', 'Failover'],
  ['16:58 IST Failover', '16:58 IST', 'Failover'],
  ['16:58 UTC (Oct 30): Failover', '16:58 UTC (Oct 30)', 'Failover'],
  ['09:02-05:00 Failover', '09:02-05:00', 'Failover'],
  ['@May 1, 2024 10:00 AM (UTC) alert', '@May 1, 2024 10:00 AM (UTC)', 'alert'],
  ['10:00 +05:30: alert', '10:00 +05:30', 'alert'],
  ['10:00 +0530: alert', '10:00 +0530', 'alert'],
  ['10:00 -0500: alert', '10:00 -0500', 'alert'],
  ['10:00 UTC+1: alert', '10:00 UTC+1', 'alert'],
  ['10:08 Berlin time: alert', '10:08 Berlin time', 'alert'],
  ['10:08 local time alert', '10:08 local time', 'alert'],
  ['10:27 AM Pacific: alert', '10:27 AM Pacific', 'alert'],
  ['10:08 (Berlin) alert', '10:08 (Berlin)', 'alert'],
  ['10:08 cet: alert', '10:08 cet', 'alert'],
  ['14h02 et, après', '14h02', 'et, après'],
  ['10:08 local DNS fails', '10:08', 'local DNS fails'],
  ['10:08 Frankfurt: node fails', '10:08', 'Frankfurt: node fails'],
  ['10:08 Response time: 5 s', '10:08', 'Response time: 5 s'],
  ['2023-02-01 - Summary of issue', '2023-02-01', 'Summary of issue'],
  ['May 12: Summary of issue', 'May 12', 'Summary of issue'],
  ['14:02 - 5 pods restart', '14:02', '5 pods restart'],
  ['14:02 API is down', '14:02', 'API is down'],
  ['14:02 WEST region fails over', '14:02', 'WEST region fails over'],
  ['05:12 second line is paged', '05:12', 'second line is paged'],
  ['05:12 Seconds behind the leader grow', '05:12', 'Seconds behind the leader grow'],
  ['05:12 split traffic', '05:12', 'split traffic'],
  ['05:12 min replicas raised', '05:12', 'min replicas raised'],
  ['14:02 ET Alert fires', '14:02 ET', 'Alert fires'],
  ['14:02 MST Alert fires', '14:02 MST', 'Alert fires'],
  ['14:02 WEST: region fails over', '14:02 WEST', 'region fails over'],
  ['14:02 cat is out', '14:02', 'cat is out'],
  ['14:02 to fix it', '14:02', 'to fix it'],
  ['14:02 (Slack) Bob asks', '14:02', '(Slack) Bob asks'],
  ['22:00 (next day) fixed', '22:00 (next day)', 'fixed'],
  ['22:00 (next day): fixed', '22:00 (next day)', 'fixed'],
  ['22:00 next day - fixed', '22:00 next day', 'fixed'],
  ['22:00 (+1d) fixed', '22:00 (+1d)', 'fixed'],
  ['22:00 +1d fixed', '22:00 +1d', 'fixed'],
  ['20:00 Thursday: down', '20:00 Thursday', 'down'],
  ['20:00, Thursday: down', '20:00, Thursday', 'down'],
  ['- [20:00] (day 2) down', '[20:00] (day 2)', 'down'],
  ['20:00 tomorrow', '20:00 tomorrow', ''],
  ['20:00 Next day delivery fails', '20:00', 'Next day delivery fails'],
  ['20:00 (3/5) nodes down', '20:00', '(3/5) nodes down'],
])('TM-18 %j begins with %j', (line, time, rest) => {
  const lead = leadingTime(line);
  expect(lead).toMatchObject({ time, rest });
  expect(line.slice(lead?.restStart)).toBe(rest);
});

test.each([
  '5 minutes later',
  '2020 was a year',
  '2020 - a year',
  '10 pods restart',
  '1402 requests',
  '1402',
  '5:30 hours later',
  '1h30 later it was over',
  '1h30 plus tard',
  '1h30m of silence',
  '5:30 min after that',
  '2:30 min of silence',
  '16:9 screens',
  '3.14 is pi',
  '10.30 release',
  'May 12 pods',
  'Mar 3, 10 pods',
  'May be down',
  '2023-02-01 was quiet',
  '2023-02-01, quiet',
  '?? what',
  '? - what',
  'about 10 pods',
  'now what',
  '+5m later',
  '',
  '- ',
  'Pager at 14:02',
  '24/7 support',
  '@may be down',
  '@10 pods',
  '1:10ratio',
  '14:02x',
  '14:021 foo',
  '(14:02 foo',
  '500 errors',
  '5xx',
  '8 - 9',
  '[x] done',
  '1. First',
  '12 - twelve',
  'v1.2.3 - release',
  '99:99 foo',
  'INC-2026-11-24-001',
  'https://14:02',
])('TM-18 %j does not begin with a time', (line) => {
  expect(leadingTime(line)).toBeNull();
});

test('TM-18 what a line begins with is a time by itself, and nothing but the separator is left out', () => {
  let found = 0;
  const separator = fc.constantFrom(' - ', ': ', ' ', '\t', ' | ', ' – ', ', ');
  const rest = fc.constantFrom(
    'Failover',
    '5 pods restart',
    '',
    'to 14:12',
    '- item',
    '(why?)',
    '2026 is over',
  );
  fc.assert(
    fc.property(anyTimeText, separator, rest, (text, between, words) => {
      const line = `${text}${between}${words}`;
      const lead = leadingTime(line);
      if (lead === null) return;
      found += 1;
      expect(parseTimeCell(lead.time, { carryDate: '2026-11-24', zone: null })).not.toBeNull();
      const before = line.slice(0, lead.restStart);
      expect(before.startsWith(lead.time)).toBe(true);
      expect(before.slice(lead.time.length)).toMatch(/^[\s\-–:|,;.]*$/);
      expect(line).toBe(`${before}${lead.rest}`);
    }),
    DRAWN,
  );
  expect(found).toBeGreaterThan(400);
});

test('TM-18 no line, however odd or long, throws or takes more than a moment', () => {
  for (const line of [
    '1'.repeat(200_000),
    ' '.repeat(200_000),
    '?'.repeat(200_000),
    `14:02${' '.repeat(200_000)}x`,
    '('.repeat(200_000),
  ]) {
    // Reading that grew with the square of the length would run into the test's time limit.
    leadingTime(line);
  }
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (line) => leadingTime(line) !== undefined),
    DRAWN,
  );
});
