import { expect, test } from 'vitest';
import type { BodyNode } from '../../document/template.ts';
import { importMarkdown } from '../importMarkdown.ts';

const rowsIn = (nodes: readonly BodyNode[]): readonly BodyNode[] =>
  nodes.flatMap((node) => (node.type === 'timelineRow' ? [node] : rowsIn(node.content ?? [])));

/** The times of a timeline below front matter, in a text whose title says the day. */
function timesBelow(front: string, times: readonly string[], prose = ''): readonly unknown[] {
  const rows = times.map((time) => `| ${time} | e |\n`).join('');
  const text = `${front}\n# X 2024-02-29\n\n## Timeline\n\n${prose}| Time | Event |\n| --- | --- |\n${rows}`;
  return rowsIn(importMarkdown(text).postmortem.body).map(({ attrs }) => attrs?.at ?? attrs?.unsettled);
}
const yaml = (lines: string): string => `---\n${lines}\n---`;

test.each([
  'first_alert: 2024-02-29 22:10 EST',
  'first_alert: 2024-02-29T22:10:00-05:00',
  'date: 2024-02-29 21:00:00 -0700',
  'incident_timezone: America/Chicago',
  "utc_offset: '+02:00'",
  'incidentTimeZone: Europe/Oslo',
  'zeitzone: MEZ',
  'Zeit-Zone: Europe/Berlin',
  'fuseau_horaire: Europe/Paris',
  'zona_horaria: CET',
  'huso horario: CET',
  'fuso_horario: BRT',
  'fuso horário: America/Sao_Paulo',
  'incident:\n  timezone: CET',
  'incident:\n  from:\n    - 22:10 PST',
  'times: local',
  'zone: CET',
  'zone: IST',
  'times_in: Europe/Oslo',
  'all_times: CET',
  'meta:\n  times:\n    tz: CET',
  'incidents:\n  - timezone: CET',
  'team_timezone: CET',
  'service:\n  timezone: CET',
])('TM-32 times below front matter that says %j are not UTC for certain', (front) => {
  expect(timesBelow(yaml(front), ['22:10', '22:30'])).toEqual(['unknown-zone', 'unknown-zone']);
});

test('TM-32 a table of TOML names a zone too', () => {
  expect(timesBelow('+++\ntitle = "X"\n[incident]\ntimezone = "CET"\n+++', ['22:10'])).toEqual([
    'unknown-zone',
  ]);
});

test.each([
  'date: 2024-02-29 21:00:00 +0000',
  'date: 2024-02-29T21:00:00Z',
  'first_alert: 2024-02-29 22:10 UTC',
  'incident_timezone: UTC',
  'zeitzone: UTC',
  'fuseau_horaire: UTC',
  'zona_horaria: UTC',
  'fuso_horario: UTC',
  'zona: eu-west-1',
  'tags: [EST, PST]',
  'author: Central',
  'owner: EST team',
  'availability_zone: us-east-1a',
  'time: 22:10',
  'author:\n  timezone: CET',
  'authors:\n  - name: Ann\n    tz: America/Chicago',
  'author_timezone: CET',
  'authorTimezone: CET',
  'build_timezone: CET',
  'ci:\n  cron:\n    timezone: CET',
])('TM-32 front matter that says %j names no other zone than UTC', (front) => {
  expect(timesBelow(yaml(front), ['22:10', '22:30'])).toEqual(['2024-02-29T22:10', '2024-02-29T22:30']);
});

test('TM-32 a timeline in UTC is so below front matter that names another zone', () => {
  const prose = 'All times in UTC.\n\n';
  expect(timesBelow(yaml('date: 2024-02-29 21:00:00 -0700'), ['22:10'], prose)).toEqual(['2024-02-29T22:10']);
});

test('TM-16 times of another zone are near to the first alert, whose day in UTC is another', () => {
  const front = yaml('first_alert: 2024-02-29 22:10 EST');
  expect(timesBelow(front, ['22:05 EST', '00:30 EST', '05:40 UTC'])).toEqual([
    '2024-03-01T03:05',
    '2024-03-01T05:30',
    '2024-03-01T05:40',
  ]);
});

test('TM-16 the clock of an office is none that is known', () => {
  const said = 'Times are in our local office time (Portland).\n\n';
  expect(timesBelow('', ['22:10'], said)).toEqual(['unknown-zone']);
  expect(timesBelow('', ['22:10'], 'It gave us office time to test.\n\n')).toEqual(['2024-02-29T22:10']);
});

test.each(['build_timezone: UTC', 'author:\n  timezone: UTC', 'service:\n  tz: UTC', 'zone: eu-west-1'])(
  'TM-32 front matter that says %j states nothing of times beside which another zone is named',
  (front) => {
    const prose = 'Everything was back at 23:10 CET.\n\n';
    expect(timesBelow(yaml(front), ['22:10'], prose)).toEqual(['unknown-zone']);
    expect(timesBelow(yaml('timezone: UTC'), ['22:10'], prose)).toEqual(['2024-02-29T22:10']);
  },
);

test('TM-32 a table of TOML for a person names none', () => {
  expect(timesBelow('+++\ntitle = "X"\n[author]\ntimezone = "CET"\n+++', ['22:10'])).toEqual([
    '2024-02-29T22:10',
  ]);
});
