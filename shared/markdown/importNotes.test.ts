import { describe, expect, test } from 'vitest';
import { OPTIONS } from './comesBack.testkit.ts';
import { exportMarkdown } from './exportMarkdown.ts';
import { asksWhyWithin } from './forms/whys/whyLabel.ts';
import { importMarkdown } from './importMarkdown.ts';

const factsOf = (source: string) => importMarkdown(source).postmortem.facts;
const notesOf = (source: string): readonly string[] => importMarkdown(source).notes;

describe('a severity', () => {
  test.each([
    ['Severity: P1', 'P1'],
    ['Severity: p2 (high)', 'P2'],
    ['Severity: SEV-2 / P1', 'P1'],
    ['Severity: sev-1 (P1)', 'P1'],
  ])('%s is taken over', (line, severity) => {
    expect(factsOf(`# A\n\n${line}\n`).severity).toBe(severity);
    expect(notesOf(`# A\n\n${line}\n`)).toEqual([]);
  });

  test.each(['SEV1', 'SEV-1', 'Sev 2', '1', 'Major', 'Critical', 'P4', 'P1-P2', 'P1, P0 for an hour'])(
    '%s is not guessed, which is said',
    (value) => {
      const source = `# A\n\nSeverity: ${value}\n`;
      expect(factsOf(source).severity).toBeNull();
      expect(notesOf(source)).toEqual([
        `“Severity: ${value}” was not taken over as Severity: it does not say which of P0 to P3 is meant. It stays as it is written.`,
      ]);
    },
  );

  test('of front matter is read like any other', () => {
    expect(factsOf('---\nseverity: P1\n---\n\ntext\n').severity).toBe('P1');
    expect(notesOf('---\nseverity: 1\n---\n\ntext\n')).toEqual([
      expect.stringContaining('“severity: 1” was not taken over as Severity'),
    ]);
  });

  test('that nobody has filled in is not worth a word', () => {
    for (const value of ['TBD', '-', 'N/A', '?', '[severity]', '<severity>'])
      expect(notesOf(`# A\n\n- Severity: ${value}\n- Author: Ann\n`)).toEqual([]);
  });
});

describe('facts', () => {
  test.each(['incident-id', 'incident_id', 'id', 'Incident ID'])(
    '%s in front matter is the incident’s',
    (key) => {
      expect(factsOf(`---\n${key}: INC-2026-03-04-001\n---\n\ntext\n`).incidentId).toBe('INC-2026-03-04-001');
    },
  );

  test.each([' · ', ' | ', ' • ', ' – ', ' / ', '; ', ', '])(
    'on one line end in front of what parts them, “%s”',
    (sign) => {
      for (const bold of ['**', '']) {
        const pairs = [
          ['Commander', 'Ann'],
          ['Detected by', 'an alert'],
          ['Affected regions', 'eu'],
          ['Recorder', 'Bo'],
        ];
        const source = `# A\n\n${pairs.map(([label, value]) => `${bold}${label}${bold}: ${value}`).join(sign)}\n`;
        expect(factsOf(source)).toMatchObject({
          commander: 'Ann',
          detection: 'an alert',
          regions: ['eu'],
          recorder: 'Bo',
        });
      }
    },
  );

  test('an id of a page in front matter is none of an incident', () => {
    expect(factsOf('---\nid: outage-1\n---\n\ntext\n').incidentId).toBeNull();
    expect(notesOf('---\nid: outage-1\n---\n\ntext\n')).toEqual([]);
    expect(factsOf('---\nincident_id: outage-1\n---\n\ntext\n').incidentId).toBe('outage-1');
  });

  test.each([
    ['Services: a, b; c and d', 'services'],
    ['Tenants: "Acme, Inc.", Globex', 'tenants'],
    ['Tenants: Acme, Inc., Globex', 'tenants'],
    ['Commander: Ann @ Pay, Bob', 'commander'],
  ] as const)('of which it is not certain what they name are not taken, which is said: %s', (line, key) => {
    const { postmortem, notes } = importMarkdown(`# A\n\n- ${line}\n`);
    expect(postmortem.facts[key] ?? []).toEqual([]);
    expect(postmortem.facts.commanderTeam).toBeNull();
    expect(notes).toEqual([expect.stringContaining(`“${line}” was not taken over as`)]);
  });

  test('of several names are read from a list below their label', () => {
    const list = (...items: readonly string[]): string =>
      `# A\n\n- **Affected services:**\n${items.map((item) => `  - ${item}\n`).join('')}`;
    expect(factsOf(list('Checkout', 'Search and index')).services).toEqual(['Checkout', 'Search and index']);
    expect(notesOf(list('Checkout', 'Search'))).toEqual([]);
    const long = list('Checkout', 'Search, and every other service that asks it for an answer at some time');
    expect(factsOf(long).services).toEqual([]);
    expect(notesOf(long)).toEqual([expect.stringContaining('was not taken over as Affected services')]);
  });

  test.each([
    ['Schweregrad: P1', { severity: 'P1' }],
    ['Sévérité : P2', { severity: 'P2' }],
    ['Gravité : P2', { severity: 'P2' }],
    ['Gravedad: P3', { severity: 'P3' }],
    ['Erster Alarm: 2026-03-04 14:02', { firstAlert: '2026-03-04T14:02' }],
    ['Betroffene Dienste: Kasse und Suche', { services: ['Kasse', 'Suche'] }],
    ['Auteur : Ann', { author: 'Ann' }],
  ])('are known in the languages of the headings: %s', (line, facts) => {
    expect(factsOf(`# A\n\n- ${line}\n`)).toMatchObject(facts);
    expect(factsOf(`# A\n\n${line}\n`)).toMatchObject(facts);
  });

  test.each([
    [
      'Incident start: 2026-03-04 10:00 UTC',
      'First alert: 2026-03-04 10:09 UTC',
      { firstAlert: '2026-03-04T10:09' },
    ],
    ['Beginn: 2026-03-04 10:00', 'Erster Alarm: 2026-03-04 10:09', { firstAlert: '2026-03-04T10:09' }],
    ['Resolved: 2026-03-04 11:00 UTC', 'All-clear: 2026-03-04 11:30 UTC', { allClear: '2026-03-04T11:30' }],
    ['Priority: P3', 'Severity: P1', { severity: 'P1' }],
    ['Priority: P3', 'Severity: SEV1', { severity: 'P3' }],
  ])('under its own name a fact wins over what is only called like it: %s, %s', (like, own, facts) => {
    expect(factsOf(`# A\n\n- ${like}\n- ${own}\n`)).toMatchObject(facts);
    expect(factsOf(`# A\n\n- ${own}\n- ${like}\n`)).toMatchObject(facts);
  });

  test.each(['TBD', '-', 'n/a'])(
    'under its own name that nobody has filled in takes nothing away: %s',
    (value) => {
      const source = `# A\n\n- First alert: ${value}\n- Incident start: 2026-03-04 10:00 UTC\n`;
      expect(factsOf(source).firstAlert).toBe('2026-03-04T10:00');
    },
  );

  test('a time under its own name that is not certain leaves what is only called like it', () => {
    const source = '# A\n\n- Incident start: 2026-03-04 10:00 UTC\n- First alert: 10:09 office time\n';
    expect(factsOf(source).firstAlert).toBeNull();
    expect(notesOf(source)).toEqual([
      expect.stringContaining('“First alert: 10:09 office time” was not taken'),
    ]);
  });

  test('on lines of one paragraph end where the next known label begins', () => {
    const source = '# A\n\nSeverity: P2\nAuthor: Ann Lima\nService: search, billing\nDetected by: alert\n';
    expect(factsOf(source)).toMatchObject({
      severity: 'P2',
      author: 'Ann Lima',
      services: ['search', 'billing'],
      detection: 'alert',
    });
    expect(notesOf(source)).toEqual([]);
  });

  test.each([
    ['a comment in front of the title', '<!-- from the wiki -->\n\n# A\n\n- Severity: P1\n- Author: Ann\n'],
    ['a badge in front of the title', '![b](https://e.com/b.png)\n\n# A\n\n- Severity: P1\n- Author: Ann\n'],
    ['a list of contents in front of the title', '[[_TOC_]]\n\n# A\n\n- Severity: P1\n- Author: Ann\n'],
    ['a line with another label first', '# A\n\nOwner: x\nSeverity: P1\nAuthor: Ann\n'],
    ['a line with another label between', '# A\n\nSeverity: P1\nOwner: x\nAuthor: Ann\n'],
    [
      'a table with notes',
      '# A\n\n| Fact | Value | Note |\n|-|-|-|\n| Severity | P1 | x |\n| Author | Ann | y |\n',
    ],
    ['a table in one row', '# A\n\n| Severity | Author |\n|-|-|\n| P1 | Ann |\n'],
    [
      'a table in one row, with another column',
      '# A\n\n| Severity | Author | Team | Service |\n|-|-|-|-|\n| P1 | Ann | SRE | a |\n',
    ],
  ])('are read from %s', (_, source) => {
    expect(factsOf(source)).toMatchObject({ title: 'A', severity: 'P1', author: 'Ann' });
    expect(notesOf(source)).toEqual([]);
    const { text } = exportMarkdown(importMarkdown(source).postmortem, OPTIONS);
    expect(importMarkdown(text).postmortem).toEqual(importMarkdown(source).postmortem);
  });

  test.each([
    [
      'of a table with two values',
      '# A\n\n| Metric | Before | After |\n|-|-|-|\n| Author | Ann | Bob |\n',
      'author',
    ],
    ['of a line with another label', '# A\n\nAuthor: Ann Owner: Bob\n', 'author'],
    ['that another label has', '# A\n\nSeverity: major Owner: P1 team\n', 'severity'],
  ] as const)('%s are not taken, which is said', (_, source, key) => {
    expect(factsOf(source)[key]).toBeNull();
    expect(notesOf(source)).toEqual([expect.stringContaining('was not taken over as')]);
  });

  test.each(['Note: the Service: checkout failed.\n', 'Note: it failed. Severity: P1\n'])(
    'in prose are none: %s',
    (line) => {
      expect(factsOf(`# A\n\n${line}`)).toMatchObject({ services: [], severity: null });
    },
  );

  test('in a line of other words are not taken', () => {
    const source = '# A\n\nSeverity: P1 (see Incident: 42 and Author: Ann)\n';
    expect(factsOf(source)).toMatchObject({ incidentId: null, author: null });
  });

  test('that are no certain time or length are said', () => {
    expect(notesOf('# A\n\n- Start: 14:02\n- Duration: ages\n')).toEqual([
      '“Start: 14:02” was not taken over as First alert: it does not say a day and a time that are certain in UTC. It stays as it is written.',
      '“Duration: ages” was not taken over as Duration of customer-visible impact: it is not a length of time that Debrief can read. It stays as it is written.',
    ]);
  });

  test('a day alone is no first alert, which is said', () => {
    expect(notesOf('# A\n\nDate: 2026-03-04\n')).toEqual([
      '“Date: 2026-03-04” was not taken over as First alert: it says no time of day. It stays as it is written.',
    ]);
    expect(notesOf('# A\n\nDate: 03/04/2026\n')).toEqual([
      '“Date: 03/04/2026” was not taken over as First alert: it does not say which day is meant. It stays as it is written.',
    ]);
    for (const value of ['2018-10-30 10:00:00 -0700', '2023-10-04T07:00:00Z', 'March 4, 2026, 2 pm'])
      expect(notesOf(`---\ndate: ${value}\n---\n\ntext\n`)).toEqual([
        `“date: ${value}” was not taken over as First alert: it does not say what happened then. It stays as it is written.`,
      ]);
    expect(notesOf('# A\n\n- Date: 2026-03-04\n- Start: 2026-03-04 14:02\n')).toEqual([]);
  });
});

describe('times', () => {
  const timeline = '## Timeline\n\n- 14:02 - a\n- 14:05 - b\n';

  test('that take the day of a timeline further above say so', () => {
    const first = '## Timeline\n\n- 2026-03-04 14:02 - a\n- 14:05 - b\n\n';
    const second = '## Timeline of the second outage\n\nIt went on.\n\n- 15:00 - c\n- 15:10 - d\n';
    expect(notesOf(`# Outage\n\n${first}${second}`)).toEqual([
      '2 times of timelines name no whole day: what the text gives further above was taken (2026-03-04). Check the first of each.',
    ]);
    const dated = second.replace('outage', 'outage (2026-03-05)');
    expect(notesOf(`# Outage\n\n${first}${dated}`)).toEqual([]);
    const within = '## 2026-03-05\n\n### Timeline\n\n- 15:00 - c\n- 15:10 - d\n';
    expect(notesOf(`# Outage\n\n${first}${within}`)).toEqual([]);
  });

  test('that take the day of the title say so', () => {
    expect(notesOf(`# Outage 2026-03-04\n\n${timeline}`)).toEqual([
      '2 times of the timeline name no whole day: 2026-03-04, which the text gives in front of it, was taken. Check the first one.',
    ]);
  });

  test('that have a day of their own need no word', () => {
    expect(notesOf('# Outage\n\n## Timeline\n\n- 2026-03-04 14:02 - a\n- 14:05 - b\n')).toEqual([]);
  });

  test('without any day are flagged, which is said', () => {
    expect(notesOf(`# Outage\n\n${timeline}`)).toEqual([
      '2 times of the timeline are flagged: their day, half of the day or zone is not certain. What was written stays until somebody settles it.',
    ]);
  });
});

describe('a status', () => {
  test.each([
    ['a list', '- Status: Published\n', 'published'],
    ['a table', '| Fact | Value |\n|-|-|\n| Status | In review |\n', 'in-review'],
    ['a line', 'Severity: P1\nStatus: in-review\n', 'in-review'],
    [
      'a line before one with another label',
      'Status: Published\nOwner: Ann Lee\nSeverity: P1\n',
      'published',
    ],
  ])('is read from %s, and comes back without a list of ours', (_, facts, status) => {
    const { postmortem, notes } = importMarkdown(`# A\n\n${facts}`);
    expect(postmortem.status).toBe(status);
    expect(notes).toEqual([]);
    const { text } = exportMarkdown(postmortem, OPTIONS);
    expect(text).not.toContain('Metadata');
    expect(importMarkdown(text).postmortem).toEqual(postmortem);
    const draft = exportMarkdown({ ...postmortem, status: 'draft' }, OPTIONS).text;
    expect(draft).toContain('## Metadata\n\n- Status: draft\n');
    expect(importMarkdown(draft).postmortem.status).toBe('draft');
  });

  test.each(['---\nstatus: published\n---\n\ntext\n', '+++\nstatus = "published"\n+++\n\ntext\n'])(
    'is read from front matter: %s',
    (source) => {
      expect(importMarkdown(source).postmortem.status).toBe('published');
    },
  );

  test('that is the incident’s is not taken, which is said', () => {
    const { postmortem, notes } = importMarkdown('# A\n\n- Status: Resolved\n');
    expect(postmortem.status).toBe('draft');
    expect(notes).toEqual([
      '“Status: Resolved” was not taken over as Status: it is none of draft, in review and published. It stays as it is written.',
    ]);
  });
});

test('marks in cells that take words alone are left out, which is said', () => {
  const table = (owner: string, words: string): string =>
    `## Action items\n\n| Action | Owner | Ticket |\n|---|---|---|\n| ${words} | ${owner} | T-1 |\n`;
  expect(notesOf(table('ann', 'Do **it** in `code`'))).toEqual([]);
  for (const owner of ['**ann**', '`ann`', '~~ann~~ bob'])
    expect(notesOf(table(owner, 'Do **it**'))).toEqual([
      'Bold, code and the like in cells that take words alone, as an owner’s or a time’s, was left out. The words are there.',
    ]);
});

test('what a person has decided on in the document needs no word when it comes back', () => {
  const { postmortem } = importMarkdown('# A\n\nSeverity: SEV1\n');
  const decided = { ...postmortem, facts: { ...postmortem.facts, severity: 'P0' } };
  const { text } = exportMarkdown(decided, { imageAddress: (hash) => `${hash}.png` });
  expect(text).toContain('- Severity: P0\n');
  expect(notesOf(text)).toEqual([]);
});

test('an export of ours comes back without a word', () => {
  const source = '# Postmortem: A\n\n## Summary\n\ntext\n';
  expect(notesOf(source)).toEqual([]);
});

describe('a table of action items', () => {
  const table = (owner: string, ticket = 'T-1'): string =>
    `## Action items\n\n| Action | Owner | Ticket |\n| --- | --- | --- |\n| Do it | ${owner} | ${ticket} |\n`;

  test('whose owners are links stays a table with them, which is said', () => {
    const source = table('[Ann](https://wiki.example.org/ann)');
    expect(notesOf(source)).toEqual([
      'A table of action items stays a table: what is linked or a picture under “Owner” has no place in an item, which takes words alone there.',
    ]);
    expect(exportMarkdown(importMarkdown(source).postmortem, OPTIONS).text).toBe(source);
  });

  test.each([table('Ann'), table('Ann', '[T-1](https://tickets.example.org/1)')])(
    'that becomes action items is not worth a word: %j',
    (source) => {
      expect(importMarkdown(source).postmortem.body[1]?.type).toBe('actionList');
      expect(notesOf(source)).toEqual([]);
    },
  );

  test('is looked for under its heading alone', () => {
    expect(notesOf(table('[Ann](https://wiki.example.org/ann)').replace('Action items', 'Other'))).toEqual(
      [],
    );
  });
});

describe('MD-6 a list of whys', () => {
  const under = (heading: string, list: string): readonly string[] =>
    notesOf(`# A\n\n## ${heading}\n\n${list}\n`);

  test.each([
    [
      '1. Logins failed. Why?\n   - The disk was full.\n2. It was full. Why?\n   - No alert.',
      '2 of its 2 entries ask why',
    ],
    ['- Why did it fail? The disk was full.\n- No alert.', '1 of its 2 entries asks why'],
    ['1. Warum fiel es aus?', '1 of its 1 entries asks why'],
  ])('that stays a list says so: %j', (list, count) => {
    expect(under('5 Whys', list)).toEqual([
      `A list of whys stays a list: ${count}, and they are neither labelled as the parts of 5 Whys nor numbered questions that begin with why.`,
    ]);
  });

  test('is one under the root cause alone, where it asks why and is no chain', () => {
    expect(under('Other', '- Logins failed. Why?')).toEqual([]);
    expect(under('5 Whys', '- The disk was full.\n- No alert.')).toEqual([]);
    expect(under('5 Whys', '1. Why did it fail?\n2. Why was there no alert?')).toEqual([]);
    expect(under('5 Whys', '- That is why it failed. Could it be bigger?')).toEqual([]);
    expect(under('5 Whys', '- See https://w/why?x=1')).toEqual([]);
  });

  test('is looked for in a long item as quickly as in many short ones', () => {
    const start = Date.now();
    expect(asksWhyWithin('why '.repeat(20_000))).toBe(false);
    expect(Date.now() - start).toBeLessThan(3000);
  });
});

describe('MD-6 times of the timeline that are links', () => {
  const below = (block: string): readonly string[] => notesOf(`# A 2026-11-24\n\n## Timeline\n\n${block}\n`);

  test.each([
    ['list', '- [10:00](https://c.example/1) alert\n- [10:05](https://c.example/2): fixed'],
    [
      'table',
      '| Time | Event |\n| --- | --- |\n| [10:00](https://c.example/1) | a |\n| [10:05](u) UTC | b |',
    ],
  ])('leave a %s what it is, which is said', (form, block) => {
    expect(below(block)).toEqual([
      `A ${form} of the timeline stays a ${form}: 2 of its times are links, which are not read.`,
    ]);
  });

  test('are none where what is linked is words, or stands elsewhere', () => {
    expect(below('- [Alert](u) at 10:00\n- [Fixed](v) at 10:05')).toEqual([]);
    expect(notesOf('# A 2026-11-24\n\n## Links\n\n- [10:00](u) a\n- [10:05](v) b\n')).toEqual([]);
  });
});
