import { describe, expect, test } from 'vitest';
import type { BodyNode } from '../../document/template.ts';
import { exportMarkdown } from '../exportMarkdown.ts';
import { importMarkdown } from '../importMarkdown.ts';

const ITEMS = '- 2026-11-24 10:00 - a\n- 10:30 - b\n';
const TABLE = '| Time | Event |\n| --- | --- |\n| 2026-11-24 10:00 | a |\n| 10:30 | b |\n';
const under = (heading: string, ...blocks: readonly string[]): string =>
  `# Outage\n\n## ${heading}\n\n${blocks.join('\n\n')}`;
const timeline = (...blocks: readonly string[]): string => under('Timeline', ...blocks);
const table = (...heads: readonly string[]): string =>
  timeline(
    `| ${heads.join(' | ')} |\n|${' --- |'.repeat(heads.length)}\n| ${[
      ['2026-11-24 10:00', 'a'],
      ['10:30', 'b'],
    ]
      .map((cells) => [...cells, ...heads.slice(2).map(() => 'c')].join(' | '))
      .join(' |\n| ')} |\n`,
  );
const rows = (...items: readonly string[]): string => timeline(items.map((item) => `- ${item}\n`).join(''));

const rowsIn = (nodes: readonly BodyNode[]): readonly BodyNode[] =>
  nodes.flatMap((node) => (node.type === 'timelineRow' ? [node] : rowsIn(node.content ?? [])));
const timesOf = (source: string) =>
  rowsIn(importMarkdown(source).postmortem.body).map(({ attrs }) => ({
    at: attrs?.at ?? null,
    unsettled: attrs?.unsettled ?? null,
  }));

/** Times that are the clock's own figures, taken as UTC. */
const takenAsUtc = (source: string): readonly unknown[] =>
  timesOf(source)
    .map(({ at }) => at)
    .filter((at) => /T10:(?:00|30)/.test(String(at)));

const comesBack = (source: string): void => {
  const { postmortem } = importMarkdown(source);
  const { text } = exportMarkdown(postmortem, { imageAddress: (hash) => hash });
  expect(importMarkdown(text).postmortem).toEqual(postmortem);
  expect(text.startsWith('---')).toBe(source.startsWith('---'));
};

const IN_ANOTHER_ZONE: readonly string[] = [
  // Behind a clock that is set apart.
  rows('**2026-11-24 10:00** CET - a', '**2026-11-24 10:30** CET - b'),
  rows('**2026-11-24 10:00** (CET) a', '**10:30** (CET) b'),
  rows('__2026-11-24 10:00__ (PT): a', '__10:30__ (PT): b'),
  rows('*2026-11-24 10:00* PST – a', '*10:30* PST – b'),
  rows('`2026-11-24 10:00` CET a', '`10:30` CET b'),
  rows('**2026-11-24 10:00 AM** PT: a', '**10:30 AM** PT: b'),
  rows('[2026-11-24 10:00] CET - a', '[10:30] CET - b'),
  rows('2026-11-24 10:00 **CET** - a', '10:30 **CET** - b'),
  rows('2026-11-24 10:00 `CET` - a', '10:30 `CET` - b'),
  rows('**2026-11-24 10:00:** PT a', '**10:30:** PT b'),
  rows('**2026-11-24 10:00** XYZT - a', '**10:30** XYZT - b'),
  rows('**2026-11-24 10:00** Pacific time: a', '**10:30** Pacific time: b'),
  rows('**2026-11-24 10:00** Europe/Oslo: a', '**10:30** Europe/Oslo: b'),
  rows('**2026-11-24 10:00** UTC+2 a', '**10:30** UTC+2 b'),
  rows('**2026-11-24 10:00** +02:00 a', '**10:30** +02:00 b'),
  rows('**2026-11-24 10:00** -05:00 a', '**10:30** -05:00 b'),
  rows('**2026-11-24 10:00** (local) a', '**10:30** (local) b'),
  rows('2026-11-24 10:00 - CET - a', '10:30 - CET - b'),
  rows('2026-11-24 10:00 XYZT: a', '10:30 XYZT: b'),
  rows('2026-11-24 10:00 HAEC: a', '10:30 HAEC: b'),
  rows('2026-11-24 10:00 [CET] a', '10:30 [CET] b'),
  rows('2026-11-24 10:00, CET: a', '10:30, CET: b'),
  rows('2026-11-24 10:00 PST/18:00 UTC: a', '2026-11-24 10:30 PST/18:30 UTC: b'),
  rows('2026-11-24 10:00 PST / 18:00 UTC: a', '2026-11-24 10:30 PST / 18:30 UTC: b'),
  '# Outage\n\n## Timeline\n\n**2026-11-24 10:00** CET a\n**2026-11-24 10:30** CET b\n',
  timeline('| Time | Event |\n| --- | --- |\n| 2026-11-24 10:00 | (CET) a |\n| 10:30 | CET: b |\n'),
  // In one row.
  rows('2026-11-24 10:00 CET: a', '10:30: b'),
  rows('2026-11-24 10:00: a', '10:30 CET: b'),
  rows('2026-11-24 10:00+01:00: a', '2026-11-24 10:30: b'),
  rows('2026-11-24 10:00 local time: a', '10:30: b'),
  timeline('| Time | Event |\n| --- | --- |\n| 2026-11-24 10:00 CET | a |\n| 10:30 | b |\n'),
  timeline('**2026-11-24**', '- 2026-11-24 09:00 CET a\n', '**2026-11-25**', '- 2026-11-25 10:00 b\n'),
  timeline(
    '### 2026-11-24',
    '- 2026-11-24 09:00 CET a\n- 09:10 CET b\n',
    '### 2026-11-25',
    '- 10:00 a\n- 10:30 b\n',
  ),
  // By its own time in UTC.
  rows('2026-11-24 10:00 (08:00 UTC) a', '10:30 b'),
  rows('2026-11-24 10:00 a (08:00 UTC)', '10:30 b (08:30 UTC)'),
  rows('2026-11-24 10:00 a (08:00 UTC)', '10:20 b', '10:30 c (08:30 UTC)'),
  rows('**2026-11-24 10:00** / 08:00 UTC: a', '**10:30** b'),
  rows('2026-11-24 10:00 a (15:00 UTC).', '10:30 b (15:30 UTC).'),
  rows('2026-11-24 10:00–10:10 (08:00–08:10 UTC) a', '10:30 b'),
  rows('2026-11-24 10:00 (2026-11-24 08:00 UTC) a', '10:30 b'),
  timeline(
    '| Time | Event |\n| --- | --- |\n| 2026-11-24 10:00 (08:00 UTC) | a |\n| 2026-11-24 10:30 | b |\n',
  ),
  // In the heading of a day, or its line.
  timeline('### 2026-11-24 (CET)', '- 10:00 - a\n- 10:30 - b\n'),
  timeline('### November 24, 2026 (PT)', '- 10:00 - a\n- 10:30 - b\n'),
  timeline('### November 24 2026 (Pacific time)', '- 10:00 - a\n- 10:30 - b\n'),
  timeline('### 2026-11-24 CET', '| Time | Event |\n| --- | --- |\n| 10:00 | a |\n| 10:30 | b |\n'),
  timeline('### 2026-11-24 - Eastern', '- 10:00 - a\n- 10:30 - b\n'),
  timeline('### Tuesday 24 November 2026 [CET]', '- 10:00 - a\n- 10:30 - b\n'),
  timeline('### Day 1: detection (CET)', ITEMS),
  timeline('**2026-11-24 (PST)**', '- 10:00 - a\n- 10:30 - b\n'),
  timeline('2026-11-24 (CET)', '- 10:00 - a\n- 10:30 - b\n'),
  timeline('2026-11-24, CET:', '- 10:00 - a\n- 10:30 - b\n'),
  timeline('### 2026-11-23 (CET)', '- 09:00 - a\n- 09:30 - b\n', '### 2026-11-24', ITEMS),
  under('Updates (PST)', TABLE),
  under('What we saw, in PST', TABLE),
  under('Chronologie (heure de Paris)', ITEMS),
  under('Cronología (hora de Madrid)', ITEMS),
  under('Linha do tempo (horário de Brasília)', ITEMS),
  under('Zeitleiste – Ortszeit', ITEMS),
  '# Outage of 2026-11-24 (CET)\n\n## Timeline\n\n- 10:00 - a\n- 10:30 - b\n',
  // In the head of a column.
  table('When (ET)', 'Event'),
  table('Date (ET)', 'Event'),
  table('Datum (ET)', 'Ereignis'),
  table('Hora (ET)', 'Evento'),
  table('Hour (ET)', 'Event'),
  table('Time ET', 'Event'),
  table('Time [LA]', 'Event'),
  table('CET', 'Event'),
  table('UTC+2', 'Event'),
  table('(Local)', 'Event'),
  table('Time', 'Event (times in CET)'),
  table('Time', 'Event (CET)'),
  table('Time', 'What happened, CET'),
  table('Time', 'Event', 'Source (log in PST)'),
  // Stated.
  ...[
    'TZ: CET',
    'TZ=Europe/Oslo',
    'CET',
    '(CET)',
    '*CET*',
    'All hours are CET.',
    'Everything in CET.',
    'Times in this document are Pacific.',
    'Times reported are Eastern Standard Time',
    'Times are not in UTC but by the clock of the office.',
    'All times are non-UTC.',
    'Not UTC!',
    'Times two hours ahead of UTC.',
    'Times are offset by +2h from UTC.',
    'CET/CEST used',
    'All times in E.S.T.',
    '(heure de Paris)',
    'Clocks: Oslo (CET)',
    'We work on Pacific time, and so do our logs.',
    'Our monitoring is set to America/New_York.',
    'At 09:55 CET the first customers called.',
    'At 9:55am PST the first customers called.',
    'Um 09:55 Uhr MEZ riefen die ersten Kunden an.',
    'À 9h55 CET, les premiers clients ont appelé.',
    'Zeitzone ist MEZ',
    'Angaben nach Berliner Zeit.',
    'Horas en hora peninsular.',
    'All of this is by UTC+2.',
    'Read GMT-5 for every entry.',
    'Table 1: events (PT)',
    '> Note: CET throughout',
    '> [!NOTE]\n> CET throughout',
    '<p>All times are in CET.</p>',
    '<div align="center"><em>CET</em></div>',
    '<details><summary>Events (CET)</summary>',
    '<!-- CET -->',
    '```\nTZ=CET\n```',
    '![Log in CET](https://example.org/a.png)',
    '* Clock: PST\n* Owner: Ann',
    '| Field | Value |\n| --- | --- |\n| Clock | PST |',
    'As the clocks go.[^1]\n\n[^1]: In Oslo, CET',
    '1. CET',
  ].flatMap((words) => [timeline(words, ITEMS), timeline(words, TABLE)]),
  ...['CET', '*All in CET*', '(Pacific time)', '<small>CET</small>', '<p>All times are in CET.</p>'].map(
    (words) => timeline(TABLE, words),
  ),
  timeline('### 2026-11-24', ITEMS, '### 2026-11-25', '- 2026-11-25 11:00 c\n- 11:01 d\n', 'Times: PT'),
  under('Timeline[^1]', `${ITEMS}\n[^1]: All times in CET.`),
  under('Timeline[^1]', `${ITEMS}\n[^1]: CET`),
  under('Timeline[^1]', `${ITEMS}\n[^1]: By the clocks in Oslo, which were on CET`),
  `# Outage\n\n<p>All times are in CET.</p>\n\n## Timeline\n\n${ITEMS}`,
  `# Outage\n\n(CET)\n\n## Timeline\n\n${ITEMS}`,
  `# Outage\n\n## Summary\n\nThe API failed at 09:58 CET.\n\n## Timeline\n\n${ITEMS}`,
  `# Outage\n\nAll times are UTC.\n\n## Updates (PST)\n\n${TABLE}`,
  timeline('The times are not UTC but CET.', ITEMS),
  timeline('Started at 09:00 (UTC), but all times are in CET.', ITEMS),
];

test.each(IN_ANOTHER_ZONE.map((source) => [source]))('TM-32 no time of %j is taken as UTC', (source) => {
  expect(timesOf(source).length).toBeGreaterThan(0);
  expect(takenAsUtc(source)).toEqual([]);
  comesBack(source);
});

const IN_UTC: readonly string[] = [ITEMS, TABLE, '']
  .flatMap((times) => (times === '' ? [] : [timeline(times)]))
  .concat(
    [
      'All times in UTC.',
      'UTC',
      '(UTC)',
      'TZ: UTC',
      'All times are UTC; EST is five hours behind.',
      'All times are UTC. For Pacific time subtract 8 hours from UTC.',
      'Screenshots show times that are not UTC. All times below are UTC.',
      'Times are UTC, as in our logs. The vendor works on Pacific time.',
      'Customers in Berlin saw errors.',
      'The EST customers were not affected.',
      'Our PST team was asleep.',
      'The Eastern region failed over to the Central one.',
      'West of the Pacific nobody noticed.',
      'The JWT of the scanner had expired.',
      'This gave us time to look.',
      'We saw 10:30 hours of downtime.',
      'The ICT and ART teams were paged.',
      'An RTT of 200 ms, and GPT calls in TEST.',
      'It went on from 10:00 to 11:00.',
      'POST requests failed with MQTT errors in eu-west/central.',
      'See [the runbook](https://example.org/PST/10:00) and https://example.org/CET',
      'Est-ce que tout va bien ?',
      'La api falló a las 10:00, est.',
      'Alles ist gut.',
      'The input/output rate of Read/Write rose.',
      'We met and set the rest.',
      '<p>Nothing to see</p>',
      '<!-- list what happened -->',
      '> [!NOTE]\n> Rounded to the minute.',
      '![The graph](https://example.org/a.png)',
      '* Owner: Ann\n* Severity: P1',
      'Response times in London were slow.',
      'At 10:00 UTC the first customers called.',
      '2026-11-24',
      '2026-11-24 (UTC)',
      'UTC+0 is used.',
      'UTC/GMT used',
      'All times in U.T.C.',
      'All times in UTC, not local.',
      'If not noted otherwise, times are in UTC.',
      'All times are UTC (we are two hours ahead of UTC).',
      'Times have no offset from UTC.',
      'Times are UTC. Our scheduler is not.',
      'The scheduler does not use UTC.',
      'Times: GMT',
      'Timeline of what Central IT did',
      'PM2020 and PT5M are names.',
      'As the clocks go.[^1]\n\n[^1]: Rounded',
    ].flatMap((words) => [timeline(words, ITEMS), timeline(words, TABLE)]),
    [
      rows('2026-11-24 10:00 Vendor promises a fix by 10:00 PST', '10:30 b'),
      rows('2026-11-24 10:00 - a', '10:30 - CET servers were restarted'),
      rows('2026-11-24 10:00 a (09:00 CET)', '10:30 b'),
      rows('2026-11-24 10:00 - PST team paged', '10:30 - b'),
      rows('2026-11-24 10:00 a (10:00 UTC)', '10:30 b'),
      rows('2026-11-24 10:00 - next update (11:00 UTC)', '10:30 b'),
      rows('2026-11-24 10:00 deployed build (09:15 UTC)', '10:30 next update (11:30 UTC)'),
      rows('2026-11-24 10:00 a (09:53 UTC)', '10:30 b'),
      rows('2026-11-24 10:00 deploy of 08:00 UTC found', '10:30 b'),
      rows('2026-11-24 10:00 UTC a (08:00 UTC)', '10:30 b'),
      under('Timeline (UTC)', '- 2026-11-24 10:00 a (08:00 UTC)\n- 10:30 b\n'),
      rows('**2026-11-24 10:00** UTC - a', '**10:30** UTC - b'),
      rows('**2026-11-24 10:00** WEST region down', '**10:30** b'),
      rows('2026-11-24 10:00 (page 3) a', '10:30 b'),
      rows('2026-11-24 10:00 -5% errors', '10:30 b'),
      rows('2026-11-24 10:00 - JWT: expired', '10:30 b'),
      rows('2026-11-24 10:00 - POST: failed', '10:30 b'),
      rows('2026-11-24 10:00 UTC a', '10:30 UTC b'),
      rows('2026-11-24 10:00 UTC a', '10:30 b'),
      rows('2026-11-24 10:00 UTC (11:00 CET) a', '2026-11-24 10:30 UTC (11:30 CET) b'),
      under('Timeline (UTC)', '- 2026-11-24 10:00 a\n- 2026-11-24 11:00 CET b\n'),
      under('Timeline (UTC)', 'At 9:55 CET it began.', ITEMS),
      under('Timeline (Berlin)', ITEMS),
      under('Timeline (EU region)', ITEMS),
      timeline('### 2026-11-24 (UTC)', '- 10:00 - a\n- 10:30 - b\n'),
      timeline('### Day 1 (detection)', ITEMS),
      table('Time (UTC)', 'Event (CET)'),
      table('UTC', 'Event'),
      table('GMT', 'Event', 'Source'),
      table('DATE ET HEURE', 'ÉVÉNEMENT'),
      table('Date et heure', 'Événement'),
      table('Date/Time', 'Event'),
      table('When?', 'Who (on call)'),
      timeline('| Time (UTC) | Event |\n| --- | --- |\n| 2026-11-24 10:00 | a |\n| 11:00 CET | b |\n'),
      `# Outage\n\nAll times are UTC.\n\n## Timeline\n\nAt 9:55 CET it began.\n\n${ITEMS}`,
      `# 2026-11-24: log timestamps not in UTC after deploy\n\n## Timeline\n\n${ITEMS}`,
      `# Outage\n\nIt began when the clock of node 3 was one hour behind UTC.\n\n## Timeline\n\n${ITEMS}`,
      `# Outage\n\n## Root cause\n\nOur PST team.\n\n## Timeline\n\n${ITEMS}`,
      `# Outage\n\n## Summary\n\nAt 09:58 UTC (10:58 CET) it failed.\n\n## Timeline\n\n${ITEMS}`,
      `# Outage\n\n## Timeline\n\n${ITEMS}\n\n## Lessons\n\nThe Central office opens late.`,
    ],
  );

test.each(IN_UTC.map((source) => [source]))('TM-32 no time of %j is flagged', (source) => {
  const times = timesOf(source);
  expect(times.length).toBeGreaterThan(1);
  expect(times.filter(({ unsettled }) => unsettled !== null)).toEqual([]);
  comesBack(source);
});

describe('TM-32 a fact is not taken over from a text that names another zone beside it', () => {
  const alertIn = (front: string) => importMarkdown(`# A\n\n${front}\n`).postmortem.facts.firstAlert;

  test.each([
    '- Started: 2026-11-24 10:00\n- Clock: PST',
    '- Started: 2026-11-24 10:00\n- Ended: 2026-11-24 11:00 CET',
    '- Started (ET): 2026-11-24 10:00',
    'CET\n\n- Started: 2026-11-24 10:00',
    '- Started: 2026-11-24 10:00\n\n## Summary\n\nAt 09:58 CET it failed.',
  ])('%j', (front) => {
    expect(alertIn(front)).toBeNull();
  });

  test.each([
    '- Started: 2026-11-24 10:00\n- Owner: Ann',
    '- Started: 2026-11-24 10:00\n- Region: Central\n- Affected services: CT',
    '| a | b |\n| --- | --- |\n| Started | 2026-11-24 10:00 |\n| Region | Central |',
    '- Started: 2026-11-24 10:00\n- Timezone: UTC\n- Team: PST',
  ])('but from %j', (front) => {
    expect(alertIn(front)).toBe('2026-11-24T10:00');
  });
});

test.each([
  'lokale tijd',
  'svensk tid',
  'czas lokalny',
  'ora italiana',
  'московское время',
  'по Москве',
  '北京时间',
  '現地時間',
  '한국 시간',
])('TM-32 times of a timeline in the clock that is called %s are not UTC', (clock) => {
  for (const source of [under(`Timeline (${clock})`, ITEMS), timeline(`${clock}.`, ITEMS)]) {
    expect(takenAsUtc(source)).toEqual([]);
    comesBack(source);
  }
});

test.each(['Una volta ora in memoria', 'Volgens de tijd van levering', 'Czas trwania: 5 min', '时间'])(
  'TM-32 %s is the name of no clock',
  (words) => {
    expect(takenAsUtc(timeline(`${words}.`, ITEMS))).toHaveLength(2);
  },
);
