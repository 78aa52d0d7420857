import { describe, expect, test } from 'vitest';
import type { BodyNode } from '../../document/template.ts';
import { exportMarkdown } from '../exportMarkdown.ts';
import { importMarkdown } from '../importMarkdown.ts';

const ITEMS = '- 2024-05-01 10:00 a\n- 2024-05-01 10:01 b\n';
const listUnder = (heading: string, sentence = ''): string =>
  [`# Outage\n\n## ${heading}\n`, ...(sentence === '' ? [] : [`${sentence}\n`]), ITEMS].join('\n');
const tableOf = (...heads: readonly string[]): string => {
  const cells = heads.length === 2 ? ['2024-05-01 10:00', 'a'] : ['2024-05-01', '10:00', 'a'];
  const lines = [heads, heads.map(() => '---'), cells].map((line) => `| ${line.join(' | ')} |\n`);
  return `# Outage\n\n## Timeline\n\n${lines.join('')}`;
};
const firstRow = (source: string): BodyNode['attrs'] =>
  importMarkdown(source).postmortem.body.find(({ type }) => type === 'timeline')?.content?.[0]?.attrs;

describe('a time without a zone of its own stays as it is written, and is flagged', () => {
  test.each([
    ['Alle Zeiten in MEZ.', 'MEZ'],
    ['All times listed are in Pacific Time.', 'Pacific Time'],
    ['All times are local time.', 'local time'],
    ['All times in cet.', 'cet'],
    ['All times in XYZT', 'XYZT'],
  ])('below the sentence %j', (sentence, zone) => {
    const source = listUnder('Timeline', sentence);
    expect(firstRow(source)).toMatchObject({
      asWritten: '2024-05-01 10:00',
      zone,
      unsettled: 'unknown-zone',
    });
    expect(firstRow(source)).not.toHaveProperty('at');
  });

  test.each([
    ['- Timezone: Berlin', 'Berlin'],
    ['- Owner: Ann\n- **Time zone**: local', 'local'],
    ['- All times in MEZ', 'MEZ'],
    ['| Field | Value |\n| --- | --- |\n| Timezone | Berlin |', 'Berlin'],
    ['| Owner | Timezone |\n| --- | --- |\n| Ann | Berlin |', 'Berlin'],
  ])('below the lines %j', (lines, zone) => {
    const source = `# Outage\n\n${lines}\n\n## Timeline\n\n${ITEMS}`;
    expect(firstRow(source)).toMatchObject({ zone, unsettled: 'unknown-zone' });
    const { postmortem } = importMarkdown(source);
    const { text } = exportMarkdown(postmortem, { imageAddress: (hash) => hash });
    expect(importMarkdown(text).postmortem).toEqual(postmortem);
  });

  test.each([
    ['- All times CET\n- 2024-05-01 10:00 a\n- 2024-05-01 10:01 b\n', 1],
    ['- Timezone: CET\n- 2024-05-01 10:00 a\n', 1],
    ['- 2024-05-01 10:00 a\n- All times in CET\n- 2024-05-01 10:01 b\n- 2024-05-01 10:02 c\n', 0],
    ['| Time | Event |\n| --- | --- |\n| | All times CET |\n| 2024-05-01 10:00 | a |\n', 1],
    ['| Time | Event |\n| --- | --- |\n| 2024-05-01 10:00 | a |\n| All times CET | |\n', 0],
    ['| Date | Time | Event |\n| --- | --- | --- |\n| 2024-05-01 | 10:00 | a |\n| | | All times CET |\n', 0],
  ])('in the timeline %j that states another one itself', (lines, at) => {
    for (const heading of ['Timeline', 'Timeline (UTC)']) {
      const source = `# Outage\n\n## ${heading}\n\n${lines}`;
      const { postmortem, notes } = importMarkdown(source);
      const row = postmortem.body[1]?.content?.[at]?.attrs;
      expect(row).toMatchObject({ zone: 'CET', unsettled: 'unknown-zone' });
      expect(notes.join()).toMatch(
        /^(?:One time|\d times) of the timeline (?:is|are) flagged[^.]*\.[^.]*\.$/,
      );
      const { text } = exportMarkdown(postmortem, { imageAddress: (hash) => hash });
      expect(text).toBe(source);
      expect(importMarkdown(text).postmortem).toEqual(postmortem);
    }
  });

  test.each([
    ['---\ntimezone: CET\n---', 'CET'],
    ['---\nowner: Ann\ntz: "Europe/Berlin"\n---', 'Europe/Berlin'],
    ['---\nTime_Zone: somewhere\n---', 'somewhere'],
    ['---\ntime-zone: +0530\n---', '530'],
    ['+++\ntimezone = "MEZ"\n+++', 'MEZ'],
    ['+++\ntz = -5\n+++', '-5'],
  ])('below the front matter %j, which stays', (front, zone) => {
    const source = `${front}\n\n${listUnder('Timeline')}`;
    expect(firstRow(source)).toMatchObject({ zone, unsettled: 'unknown-zone' });
    const { postmortem } = importMarkdown(source);
    const { text } = exportMarkdown(postmortem, { imageAddress: (hash) => hash });
    expect(text).toBe(source);
    expect(importMarkdown(text).postmortem).toEqual(postmortem);
  });

  test.each(['Timeline (Pacific Time)', 'Timeline (local)', 'Zeitleiste (MEZ)', 'Timeline (XYZT)'])(
    'under “%s”',
    (heading) => {
      expect(firstRow(listUnder(heading))).toMatchObject({ unsettled: 'unknown-zone' });
    },
  );

  test.each([['Uhrzeit (MEZ)'], ['Time (Berlin)'], ['EST Time'], ['Local time'], ['Date (CET)']])(
    'in a column called “%s”, and is written as it was',
    (head) => {
      const source = tableOf(head, 'Event');
      expect(firstRow(source)).toMatchObject({ unsettled: 'unknown-zone' });
      const { postmortem } = importMarkdown(source);
      const { text } = exportMarkdown(postmortem, { imageAddress: (hash) => hash });
      expect(text).toBe(source);
      expect(importMarkdown(text).postmortem).toEqual(postmortem);
    },
  );

  test('beside a column of days whose head names the zone', () => {
    expect(firstRow(tableOf('Date (CET)', 'Time', 'Event'))).toMatchObject({ unsettled: 'unknown-zone' });
  });

  test('whose own zone is not known', () => {
    const source = '# Outage\n\n## Timeline (2024-05-01)\n\n- 10:08 Berlin time: a\n- 10:27 AM Pacific: b\n';
    expect(firstRow(source)).toMatchObject({ asWritten: '10:08 Berlin time', unsettled: 'unknown-zone' });
  });
});

test.each([
  'tz: UTC',
  'timezone: Etc/UTC',
  'tz: +00:00',
  'tz: 0',
  'tz:',
  'timezone: Coordinated Universal Time',
])('a time below the front matter “%s” is in UTC', (line) => {
  const source = `---\n${line}\n---\n\n${listUnder('Timeline')}`;
  expect(firstRow(source)).toMatchObject({ at: '2024-05-01T10:00' });
});

test('a time is in UTC in a list that says so, and that an event is of something else is no zone', () => {
  const source = (first: string) => listUnder('Timeline (CET)').replace('- 2024', `- ${first}\n- 2024`);
  const times = (first: string) =>
    (importMarkdown(source(first)).postmortem.body[1]?.content ?? []).map(({ attrs }) => attrs?.at);
  expect(times('All times UTC')).toEqual([undefined, '2024-05-01T10:00', '2024-05-01T10:01']);
  expect(times('2024-05-01 09:00 All times in EST were off').slice(1)).toEqual([undefined, undefined]);
  const plain = '# A\n\n## Timeline\n\n- 2024-05-01 09:00 all times in EST were off\n- 2024-05-01 10:00 b\n';
  expect(firstRow(plain)).toMatchObject({ at: '2024-05-01T09:00' });
});

test('a heading that says UTC comes before the front matter', () => {
  const source = `---\ntz: CET\n---\n\n${listUnder('Timeline (UTC)')}`;
  expect(firstRow(source)).toMatchObject({ at: '2024-05-01T10:00' });
});

describe('a time among the facts is not taken over in another zone than UTC', () => {
  const STARTED = '- Started: 2024-05-01 10:00';
  const alertIn = (source: string) => importMarkdown(source).postmortem.facts.firstAlert;

  test.each([
    ['its front matter', (zone: string) => `---\ntz: ${zone}\n---\n\n# A\n\n${STARTED}\n`],
    ['a sentence', (zone: string) => `# A\n\n${STARTED}\n\nAll times are in ${zone}.\n`],
    ['another item', (zone: string) => `# A\n\n${STARTED}\n- Timezone: ${zone}\n`],
    [
      'a row of their table',
      (zone: string) =>
        `# A\n\n| a | b |\n| --- | --- |\n| Started | 2024-05-01 10:00 |\n| Timezone | ${zone} |\n`,
    ],
    [
      'another table',
      (zone: string) => `# A\n\n${STARTED}\n\n| Owner | Timezone |\n| --- | --- |\n| Ann | ${zone} |\n`,
    ],
  ])('that %s states', (_, sourceIn) => {
    expect(alertIn(sourceIn('CET'))).toBeNull();
    expect(alertIn(sourceIn('UTC'))).toBe('2024-05-01T10:00');
  });

  test('unless it says itself that it is in UTC', () => {
    expect(alertIn('# A\n\n- Timezone: CET\n- Started (UTC): 2024-05-01 10:00\n')).toBe('2024-05-01T10:00');
  });
});

test('an offset that a colon follows is taken', () => {
  const source = '# Outage\n\n## Timeline (2024-05-01)\n\n- 10:00 +05:30: a\n- 10:01 +0530: b\n';
  expect(firstRow(source)).toMatchObject({ at: '2024-05-01T04:30', zone: '+05:30' });
});

test.each([
  ['Timeline', ''],
  ['Timeline (UTC)', 'All times are approximate.'],
  ['Timeline', 'Timezone: Etc/UTC'],
  ['Timeline', 'Alle Zeiten sind in UTC angegeben.'],
  ['Timeline', 'Toutes les heures sont données en UTC'],
  ['Timeline (EU region)', 'Response times in London were slow.'],
])('a time under “%s” and “%s” is in UTC', (heading, sentence) => {
  expect(firstRow(listUnder(heading, sentence))).toMatchObject({ at: '2024-05-01T10:00' });
});
