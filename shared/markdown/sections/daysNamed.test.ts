import { describe, expect, test } from 'vitest';
import type { BodyNode } from '../../document/template.ts';
import { exportMarkdown } from '../exportMarkdown.ts';
import { importMarkdown } from '../importMarkdown.ts';

const rowsIn = (nodes: readonly BodyNode[]): readonly BodyNode[] =>
  nodes.flatMap((node) => (node.type === 'timelineRow' ? [node] : rowsIn(node.content ?? [])));
const timesOf = (source: string): readonly unknown[] =>
  rowsIn(importMarkdown(source).postmortem.body).map(({ attrs }) => attrs?.at ?? attrs?.unsettled);
const tableOf = (...times: readonly string[]): string =>
  ['| Time | Event |', '| --- | --- |', ...times.map((time) => `| ${time} | e |`)].join('\n');
const text = (...blocks: readonly string[]): string =>
  ['# X 2024-05-01', '## Timeline (UTC)', ...blocks].join('\n\n');
/** The time of a row at 11:00 below a day that stands under the heading of the timeline. */
const below = (day: string): unknown => timesOf(text(tableOf('10:00'), day, tableOf('11:00'))).at(-1);

test.each([
  ['### 3. Mai 2024', '2024-05-03'],
  ['### Freitag, den 3. Mai 2024', '2024-05-03'],
  ['### jeudi 2 mai 2024', '2024-05-02'],
  ['### 1er juin 2024', '2024-06-01'],
  ['### 3 de mayo de 2024', '2024-05-03'],
  ['### 2 de maio', '2024-05-02'],
  ['### quinta-feira, 2 de maio de 2024', '2024-05-02'],
  ['### 2024年3月5日', '2024-03-05'],
  ['### 05/06/2024 (2024-06-05)', '2024-06-05'],
  ['### 2024-05-03 (Friday)', '2024-05-03'],
  ['### Wednesday, 1 May 2024', '2024-05-01'],
  ['### Wednesday', '2024-05-01'],
  ['### Day 1', '2024-05-01'],
  ['### mercoledì', '2024-05-01'],
  ['### woensdag', '2024-05-01'],
  ['### środa', '2024-05-01'],
  ['### 水曜日', '2024-05-01'],
  ['<h3>Thursday, 2 May 2024</h3>', '2024-05-02'],
])('TM-15 the day of %s is %s', (heading, day) => {
  expect(below(heading)).toBe(`${day}T11:00`);
});

test.each([
  '### Donnerstag, 02.05.',
  '### 02.05. Ausfall',
  '### 05/06/2024',
  '### 3/5',
  '### 5-6-2024',
  '### 20240506',
  '### 3 maggio 2024',
  '### Thursday',
  '### Thursday morning',
  '### On Thursday we went back',
  '### Recovery – Thursday',
  '### Recovery (day 2)',
  '### Day 2',
  '### Tag 2: Wiederherstellung',
  '### Le lendemain',
  '### Monday, 1 May 2024',
  '### 2024-05-03 (Thursday)',
  '### 30 February 2024',
  '**Next day**',
  'On the second day:',
  'Two days later',
  '### Tomorrow',
  '### A week later',
  '### One week later',
  '### 24 hours later',
  '### A few days later',
  '### The following week',
  '### Zwei Tage später',
  '### Trois jours plus tard',
  '### Dos días después',
  '### Uma semana depois',
  '### D+1',
  '### J+2',
  '### T+1 day',
  '### T+1: recovery',
  '### 11 maggio',
  '### 12 mei',
  '### 3 września',
  '### giovedì',
  '### donderdag',
  '### czwartek',
  '### 翌日',
  '### 木曜日',
  '<h3>Thursday</h3>',
  '<h3 align="center"><b>Day 2</b></h3>',
])('TM-16 the times below %s are flagged, for their day is not certain', (day) => {
  expect(below(day)).toBe('date-unknown');
});

test.each([
  '### 1.2. Recovery',
  '### Phase 2',
  '### Part 1/2',
  '### Europe (2/3)',
  '### 24/7 support',
  '### 3/5 brokers down',
  '### Upgrade to 1.24.3',
  '### Node 10.0.0.1',
  '### Black Friday traffic',
  '### Sun RPC',
  '### Next steps',
  '### Last 5 minutes',
  '### Second failover',
  '### Day-ahead pricing',
  '### 503 errors 2024',
  'The Friday deploy was the cause.',
  'Second region failed',
  '### 12 hours later',
  '### 30 minutes later',
  '### T+1h',
  '### T+1 min: alarm',
  '### T+15',
  '### R&D+1 team',
  '### Two weeks of logs',
  '### 3 marcatori',
  '<h3>Recovery</h3>',
  '<!-- Thursday -->',
  '[note]: https://example.com/2024-05-02',
])('TM-16 %s names no day', (words) => {
  expect(below(words)).toBe('2024-05-01T11:00');
});

describe('TM-16 a day that is not certain', () => {
  test('holds until the next that is', () => {
    const after = text(
      '### Day 2',
      tableOf('09:00'),
      '### Recovery',
      tableOf('10:00', '3 May 11:00', '12:00'),
    );
    expect(timesOf(after)).toEqual(['date-unknown', 'date-unknown', '2024-05-03T11:00', '2024-05-03T12:00']);
  });

  test('outside of a timeline counts only where a heading says nothing else', () => {
    const above = (heading: string): string =>
      `# X 2024-05-01\n\n## ${heading}\n\nWords.\n\n## Timeline (UTC)\n\n${tableOf('10:00')}`;
    expect(timesOf(above('What we learned on day 2'))).toEqual(['2024-05-01T10:00']);
    expect(timesOf(above('Why 3/5 of them failed: Friday'))).toEqual(['2024-05-01T10:00']);
    expect(timesOf(above('Thursday'))).toEqual(['date-unknown']);
  });

  test.each([
    [['2024-05-04 10:00', '05/06/2024 11:00', '12:00', '2024-05-07 09:00', '10:00']],
    [['2024-05-04 10:00', '2024-05-32 11:00', '12:00', '2024-05-07 09:00', '10:00']],
    [['2024-05-04 10:00', 'Thursday 11:00', '12:00', '2024-05-07 09:00', '10:00']],
    [['2024-05-04 10:00', 'Thu 11:00', '12:00', '2024-05-07 09:00', '10:00']],
    [['2024-05-04 10:00', '11:00 Thu', '12:00', '2024-05-07 09:00', '10:00']],
    [['2024-05-04 10:00', '3/5 11:00', '12:00', '2024-05-07 09:00', '10:00']],
    [['2024-05-04 10:00', 'Mon 5 May 2024 11:00', '12:00', '2024-05-07 09:00', '10:00']],
  ])('of a row is handed on: %j', (cells) => {
    const [first, second, third, ...others] = timesOf(text(tableOf(...cells)));
    expect(first).toBe('2024-05-04T10:00');
    expect(second).toMatch(/^(?:date-unknown|not-a-time)$/);
    expect([third, ...others]).toEqual(['date-unknown', '2024-05-07T09:00', '2024-05-07T10:00']);
  });

  test('of a column of days is handed on', () => {
    const table = [
      '| Date | Time | Event |',
      '| --- | --- | --- |',
      '| 2024-05-04 | 10:00 | a |',
      '| 05/06/2024 | 11:00 | b |',
      '| | 12:00 | c |',
    ];
    expect(timesOf(text(table.join('\n')))).toEqual(['2024-05-04T10:00', 'date-unknown', 'date-unknown']);
  });

  test('may stand in a row without a time', () => {
    expect(timesOf(text(tableOf('10:00').concat('\n| | Next day: |\n| 11:00 | e |')))).toEqual([
      '2024-05-01T10:00',
      undefined,
      'date-unknown',
    ]);
  });

  test.each([
    ['Thu 11:00 review', 'date-unknown'],
    ['Thu, 11:00 review', 'date-unknown'],
    ['Wed 11:00 review', '2024-05-01T12:00'],
    ['Sun servers restarted', '2024-05-01T12:00'],
    ['Sun 1.80 JDK rolled back', '2024-05-01T12:00'],
    ['JDK 1.80 (Sun)', '2024-05-01T12:00'],
    ['Thu 11:00 UTC review', 'date-unknown'],
    ['Wednesday a week later: relapse', 'date-unknown'],
    ['Wednesday next week: review', 'date-unknown'],
  ])('may be a weekday in an item without a time, a short one beside a clock: %s', (item, below) => {
    expect(timesOf(text(`- 10:00 a\n- ${item}\n- 12:00 c`))).toEqual(['2024-05-01T10:00', undefined, below]);
  });

  test('comes back, also beside a day that somebody has written since', () => {
    const { postmortem } = importMarkdown(
      text(tableOf('10:00'), '### Day 2', tableOf('11:00', '2 May 12:00', '13:00')),
    );
    const exported = exportMarkdown(postmortem, { imageAddress: (hash) => hash }).text;
    expect(importMarkdown(exported).postmortem).toEqual(postmortem);
    expect(timesOf(exported)).toEqual([
      '2024-05-01T10:00',
      'date-unknown',
      '2024-05-02T12:00',
      '2024-05-02T13:00',
    ]);
  });
});

describe('TM-31 words beside a clock', () => {
  const listOf = (...items: readonly string[]): string => items.map((item) => `- ${item}`).join('\n');

  test.each([
    '20:00 (day 2)',
    '20:00 (2 days later)',
    '20:00 (one week later)',
    '20:00 (tomorrow)',
    '20:00 (Thu)',
    '20:00 (Thu 5 AM)',
    '20:00 UTC (Thu 05:00 JST, day 2)',
    '20:00 (3/12)',
    '20:00 (02.05.)',
    '20:00 (maybe Thursday)',
    '20:00-21:00 (day 2)',
    '20:00 (morning of the second day)',
    '20:00 Thursday',
    '20:00 or so on Thursday',
    'after 20:00 on 2 May',
    '08:00 T+1',
  ])('in the cell %s leave no day that is certain', (cell) => {
    const [above, own, next] = timesOf(text(tableOf('19:00', cell, '20:30')));
    expect(above).toBe('2024-05-01T19:00');
    expect(own).toMatch(/^(?:date-unknown|not-a-time)$/);
    expect(next).toBe('date-unknown');
  });

  test.each([
    '20:00 (Wed)',
    '20:00 (Wednesday evening)',
    '20:00 (3/4 pods)',
    '20:00 (1/2)',
    '20:00 (2nd attempt)',
    '20:00 (day shift)',
    '20:00 (the Friday deploy)',
    '20:00 (12 hours later)',
    '20:00 (Thu 05:00 JST)',
    '20:00 (Thu, 5 AM JST)',
    '20:00 UTC (Thu 05:00 JST)',
    '20:00 UTC (Thu 05:00 UTC+9)',
  ])('in the cell %s say nothing against its day', (cell) => {
    expect(timesOf(text(tableOf('19:00', cell, '20:30'))).slice(1)).toEqual([
      '2024-05-01T20:00',
      '2024-05-01T20:30',
    ]);
  });

  test('may be the weekday on which it is after midnight', () => {
    expect(timesOf(text(tableOf('23:00', '01:00 (Thursday)', '02:00')))).toEqual([
      '2024-05-01T23:00',
      '2024-05-02T01:00',
      '2024-05-02T02:00',
    ]);
    expect(timesOf(text(listOf('23:00 - a', '01:00 Thursday - b', '02:00 - c')))).toEqual([
      '2024-05-01T23:00',
      '2024-05-02T01:00',
      '2024-05-02T02:00',
    ]);
  });

  test.each([
    '20:00 (day 2) - b',
    '20:00 (Thursday) b',
    '20:00, Thursday: b',
    '20:00 on Thursday - b',
    '20:00 next day - b',
    '20:00 the next day: b',
    '**20:00** next day: b',
    '20:00 (3/5) - b',
  ])('in the item %s leave no day that is certain, and come back', (item) => {
    const { postmortem } = importMarkdown(text(listOf('19:00 - a', item, '20:30 - c', '2 May 21:00 - d')));
    const exported = exportMarkdown(postmortem, { imageAddress: (hash) => hash }).text;
    expect(exported).toContain(`\n- ${item}\n`);
    expect(importMarkdown(exported).postmortem).toEqual(postmortem);
    expect(timesOf(exported)).toEqual([
      '2024-05-01T19:00',
      'date-unknown',
      'date-unknown',
      '2024-05-02T21:00',
    ]);
  });

  test.each([
    '20:00 Wednesday: b',
    '20:00 Thursday deploy fails',
    '20:00 - Thursday deploy fails',
    '20:00 - 3/5 nodes down',
    '20:00 (3/12 pods) - b',
    '20:00 (2/3) nodes down',
    '20:00 (3/5) nodes down',
    '20:00 Next day we see: b',
  ])('in the item %s say nothing against its day', (item) => {
    expect(timesOf(text(listOf('19:00 - a', item, '20:30 - c'))).slice(1)).toEqual([
      '2024-05-01T20:00',
      '2024-05-01T20:30',
    ]);
  });

  test.each(['**20:00 Thursday** - b', '**20:00, Thursday:** b', '**20:00 on 2 May or so** - b'])(
    'in the item %s, which has no time that can be read, end the day',
    (item) => {
      expect(timesOf(text(listOf('19:00 - a', item, '20:30 - c')))).toEqual([
        '2024-05-01T19:00',
        undefined,
        'date-unknown',
      ]);
    },
  );

  test('of the same day in an item without a time that can be read keep it', () => {
    expect(timesOf(text(listOf('19:00 - a', '**20:00 Wednesday** - b', '20:30 - c'))).at(-1)).toBe(
      '2024-05-01T20:30',
    );
  });

  test('leave a day that is written to the row, and to the text that is written of it', () => {
    const { postmortem } = importMarkdown(
      text(listOf('2024-05-02 19:00 - a', '2024-05-02 20:00 next day - b', '20:30 - c')),
    );
    const exported = exportMarkdown(postmortem, { imageAddress: (hash) => hash }).text;
    expect(timesOf(exported)).toEqual(['2024-05-02T19:00', '2024-05-02T20:00', '2024-05-02T20:30']);
  });

  test('end the day among clocks of 12 hours too', () => {
    expect(timesOf(text(tableOf('7:00 PM', '8:00 (day 2)', '9:00 PM')))).toEqual([
      '2024-05-01T19:00',
      'not-a-time',
      'date-unknown',
    ]);
  });
});

/** The first time below a heading in front of the timeline, in a text of 1 May 2024. */
const behind = (heading: string): unknown =>
  timesOf(['# X 2024-05-01', heading, 'Words.', '## Timeline (UTC)', tableOf('11:00')].join('\n\n'))[0];

test.each([
  '## Rollout of 05/06/2024',
  '## What 5 June 2024 (Monday) was like',
  '## Plan for 30 February 2024',
])(
  'TM-16 the heading %s in front of the timeline says more than a day that is not certain, which leaves the day',
  (heading) => {
    expect(behind(heading)).toBe('2024-05-01T11:00');
  },
);

test.each(['## 05/06/2024', '## Monday, 1 May 2024', '## 05/06/2024 (Wednesday):', '## On 30 February 2024'])(
  'TM-16 the heading %s in front of the timeline is such a day and nothing else, which ends the day',
  (heading) => {
    expect(behind(heading)).toBe('date-unknown');
  },
);

test('TM-16 a certain day beside other words in a heading outside of timelines holds in its section alone', () => {
  expect(behind('## Background: outage of 2024-04-01')).toBe('2024-05-01T11:00');
  expect(behind('## 2024-04-01')).toBe('2024-04-01T11:00');
  const ended = [
    '# X 2024-05-01',
    '## Outage of 2024-04-01',
    '### 05/06/2024',
    '## Timeline',
    tableOf('11:00'),
  ];
  expect(timesOf(ended.join('\n\n'))).toEqual(['date-unknown']);
  const inside = ['## Outage of 2024-04-01', '### Timeline', tableOf('23:00')];
  const behindIt = ['## Recovery', '### Timeline', tableOf('01:00')];
  expect(timesOf(['# X 2024-05-01', ...inside].join('\n\n'))).toEqual(['2024-04-01T23:00']);
  expect(timesOf(['# X 2024-05-01', ...inside, ...behindIt].join('\n\n'))).toEqual([
    '2024-04-01T23:00',
    '2024-04-02T01:00',
  ]);
});

/** The times below the head of a column of times, in a text of 1 May 2024. */
const underHead = (head: string): readonly unknown[] =>
  timesOf(text(tableOf('10:00', '13:00').replace('Time', head)));

test.each([
  ['Uhrzeit am 01.05.', '2024-05-01'],
  ['Uhrzeit am Mittwoch', '2024-05-01'],
  ['Uhrzeit am 02.05.2024', '2024-05-02'],
  ['Time (2 May 2024)', '2024-05-02'],
])('TM-16 the times under the head %s are of %s', (head, day) => {
  expect(underHead(head)).toEqual([`${day}T10:00`, `${day}T13:00`]);
});

test.each(['Uhrzeit am 02.05.', 'Time (Thursday)', 'Time (05/06/2024)', 'Time (day 2)'])(
  'TM-16 the head %s leaves its times no day',
  (head) => {
    expect(underHead(head)).toEqual(['date-unknown', 'date-unknown']);
  },
);

describe('TM-31 a remark on the day in front of the event', () => {
  test.each(['(next day) fixed', 'next day - fixed', '(+1d) fixed', '(am nächsten Tag) behoben'])(
    '%s is one of its time',
    (event) => {
      const rows = ['| 23:00 | e |', `| 22:00 | ${event} |`, '| 22:30 | e |'];
      const source = text(`| Time | Event |\n| --- | --- |\n${rows.join('\n')}`);
      expect(timesOf(source)).toEqual(['2024-05-01T23:00', '2024-05-02T22:00', '2024-05-02T22:30']);
      const exported = exportMarkdown(importMarkdown(source).postmortem, { imageAddress: (hash) => hash });
      expect(exported.text).toBe(`${source}\n`);
    },
  );

  test('that is not certain leaves it none', () => {
    const source = text('| Time | Event |\n| --- | --- |\n| 22:00 | e |\n| 22:30 | (next day) e |');
    expect(timesOf(source)).toEqual(['2024-05-01T22:00', 'date-unknown']);
  });
});

test('TM-15 the names of months in German, French, Spanish and Portuguese are read in rows too', () => {
  expect(
    timesOf(text(tableOf('2. Mai 11:00', '3 août 2024 12:00', '4 de septiembre de 2024 13:00', '14:00'))),
  ).toEqual(['2024-05-02T11:00', '2024-08-03T12:00', '2024-09-04T13:00', '2024-09-04T14:00']);
});

describe('TM-16 a timeline that may run backwards', () => {
  test('leaves no day to a clock on the other side of a midnight, and to those below it', () => {
    expect(timesOf(text(tableOf('2024-05-03 00:20', '23:40', '23:00', '2024-05-02 22:00', '21:00')))).toEqual(
      ['2024-05-03T00:20', 'date-unknown', 'date-unknown', '2024-05-02T22:00', '2024-05-02T21:00'],
    );
    expect(timesOf(text('- 16:10 a\n- 02:30 b\n- 01:00 c\n- 00:40 d'))).toEqual([
      '2024-05-01T16:10',
      'date-unknown',
      'date-unknown',
      'date-unknown',
    ]);
  });

  test('in another zone is flagged so as well, and comes back', () => {
    const source = text(tableOf('2024-05-03 00:20 CEST', '23:40 CEST', '23:00 CEST'));
    const times = ['2024-05-02T22:20', 'date-unknown', 'date-unknown'];
    expect(timesOf(source)).toEqual(times);
    const written = exportMarkdown(importMarkdown(source).postmortem, { imageAddress: (hash) => hash }).text;
    expect(written).not.toContain('---\ndebrief');
    expect(timesOf(written)).toEqual(times);
  });

  test('is written with the days that it has', () => {
    const source = text(tableOf('2024-05-03 00:20', '2024-05-02 23:40', '23:00'));
    expect(timesOf(source)).toEqual(['2024-05-03T00:20', '2024-05-02T23:40', '2024-05-02T23:00']);
    expect(exportMarkdown(importMarkdown(source).postmortem, { imageAddress: (hash) => hash }).text).toBe(
      `${source}\n`,
    );
  });
});
