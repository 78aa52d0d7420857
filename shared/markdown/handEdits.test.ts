import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DEFAULT_PLACES } from '../document/checklist.ts';
import { type BodyNode, templateBody } from '../document/template.ts';
import { SEED } from '../testing/seed.testkit.ts';
import { OPTIONS } from './comesBack.testkit.ts';
import { exportMarkdown } from './exportMarkdown.ts';
import { NO_FACTS } from './facts/factLines.ts';
import { anyPostmortem } from './generator.testkit.ts';
import { importMarkdown } from './importMarkdown.ts';
import type { PostmortemContent } from './postmortemContent.ts';
import { visibleIn } from './visibleWords.testkit.ts';

/** A new postmortem of a template, with some of its empty nodes filled in. */
function newPostmortem(
  template: 'full' | 'short',
  facts: Partial<PostmortemContent['facts']> = {},
  filled: Readonly<Record<string, BodyNode>> = {},
): PostmortemContent {
  const body = templateBody(template, 'P1', DEFAULT_PLACES).map((node) => filled[node.type] ?? node);
  return {
    template,
    status: 'draft',
    lastAction: 0,
    frontMatter: null,
    titleLead: null,
    facts: { ...NO_FACTS, title: 'Checkout down', severity: 'P1', ...facts },
    body,
  };
}

const written = (content: PostmortemContent): string => exportMarkdown(content, OPTIONS).text;
const again = (text: string): string => written(importMarkdown(text).postmortem);

/** A text without the front matter in front of it. */
const shown = (text: string): string => text.replace(/^(---|\+\+\+)\n[\s\S]*?\n\1\n+/, '');

/** An edit of an export comes back as it is written there. */
function expectKept(edited: string): void {
  expect(shown(again(edited))).toBe(shown(edited));
}

describe('MD-4 an export that somebody edits by hand keeps its words', () => {
  const full = written(newPostmortem('full'));

  test.each([
    ['a section of somebody’s own', (text: string) => `${text}\n## Appendix\n\nNumbers.\n`],
    ['a fact of somebody’s own', (text: string) => text.replace('- Severity', '- Slack: #inc-1\n- Severity')],
    ['a fact less', (text: string) => text.replace(/- Recorder.*\n/, '')],
    ['a fact that is there twice', (text: string) => text.replace(/(- Severity.*\n)/, '$1$1')],
    ['no list of facts', (text: string) => text.replace(/## Metadata[\s\S]*?(?=## Summary)/, '')],
    ['no title', (text: string) => text.replace(/# Postmortem.*\n\n/, '')],
    ['a line in front of the title', (text: string) => text.replace('# Postm', 'Internal.\n\n# Postm')],
    ['another heading for the facts', (text: string) => text.replace('## Metadata', '## Incident facts')],
    ['a section less', (text: string) => text.replace(/## Lessons[\s\S]*?(?=## Related)/, '')],
    ['a heading less', (text: string) => text.replace('## Lessons\n\n', '')],
    ['a section that says something', (text: string) => text.replace('_Not filled in._', 'Cards failed.')],
  ])('with %s', (_, edit) => {
    const edited = edit(full);
    expect(edited).not.toBe(full);
    expectKept(edited);
  });

  test('and is still of its template, with what is not filled in', () => {
    const { template, facts, body } = importMarkdown(full.replace(/- Recorder.*\n/, '')).postmortem;
    expect(template).toBe('full');
    expect(facts).toMatchObject({ title: 'Checkout down', severity: 'P1' });
    expect(body.map(({ type }) => type)).toEqual(expect.arrayContaining(['whyChain', 'fieldList']));
  });

  test('and what its list says of a fact that cannot be taken is said', () => {
    const edited = full
      .replace(/- Recorder.*\n/, '')
      .replace('customer-visible impact:', '$& 01:09 (from the timeline)');
    expect(importMarkdown(edited).notes).toEqual([]);
    expect(importMarkdown(edited.replace('Severity: P1', 'Severity: major')).notes).toEqual([
      expect.stringContaining('“Severity: major” was not taken over as Severity'),
    ]);
  });

  test.each([
    ['Severity: P1', 'Severity: major', 'severity', null],
    ['Severity: P1', 'Severity: SEV1', 'severity', null],
    ['Severity: P1', 'Severity: p0', 'severity', 'P0'],
    ['First alert:', 'First alert: 2026-11-13 00:52', 'firstAlert', '2026-11-13T00:52'],
    ['First alert:', 'First alert: 2026-11-13 00:52 CET', 'firstAlert', '2026-11-12T23:52'],
    ['First alert:', 'First alert: 2026-11-12 23:52 UTC', 'firstAlert', '2026-11-12T23:52'],
    ['First alert:', 'First alert: 2026-11-12T23:52Z', 'firstAlert', '2026-11-12T23:52'],
    ['First alert:', 'First alert: 23:52', 'firstAlert', null],
    ['All-clear:', 'All-clear: 2026-11-31 24:52', 'allClear', null],
    ['visible impact:', 'visible impact: an hour or so', 'statedImpact', null],
    ['visible impact:', 'visible impact: 69 min', 'statedImpact', '69'],
    ['Status: draft', 'Status: final', 'severity', 'P1'],
  ] as const)('and of “%s” made “%s” it takes only what is certain', (before, after, key, fact) => {
    const edited = full.replace(before, after);
    const { postmortem, notes } = importMarkdown(edited);
    expect(postmortem.facts[key]).toBe(fact);
    expect(postmortem.template).toBe('full');
    const isTaken = fact !== null && fact !== 'P1';
    expect(notes).toEqual(isTaken ? [] : [expect.stringContaining('was not taken over as')]);
    expectKept(edited);
  });

  test('and its status is the one that its list names', () => {
    const published = full.replace('Status: draft', 'Status: published');
    for (const edited of [published, published.replace(/- Recorder.*\n/, '')])
      expect(importMarkdown(edited).postmortem.status).toBe('published');
    const own = `${published.replace('- Severity', '- Slack: #inc-1\n- Severity')}\n## Own section\n`;
    const named = own.replace('debrief:', 'debrief:\n  template: "full"');
    expect(importMarkdown(named).postmortem.status).toBe('published');
    expectKept(named);
  });

  test('and a status that was changed in the document is shown in front of the list', () => {
    const { postmortem } = importMarkdown(full.replace(/- Recorder.*\n/, ''));
    const text = written({ ...postmortem, status: 'in-review' });
    expect(text).toContain('## Metadata\n\n- Status: in review\n');
    expect(importMarkdown(text).postmortem.status).toBe('in-review');
  });
});

describe('MD-4 an export in which every section is filled in', () => {
  const heading = ({ type }: BodyNode): boolean => type === 'heading';
  const words = (text: string): BodyNode => ({ type: 'paragraph', content: [{ type: 'text', text }] });
  const timeline: BodyNode = {
    type: 'timeline',
    content: [
      {
        type: 'timelineRow',
        attrs: { id: 'first', at: '2026-11-13T00:05' },
        content: [{ type: 'timelineEvent', content: [words('It began.')] }],
      },
    ],
  };
  const plain = newPostmortem('full', { firstAlert: '2026-11-13T00:05', commander: 'Ann' });
  const filled = plain.body.map((node) =>
    node.type === 'timeline' ? timeline : heading(node) || node.attrs !== undefined ? node : words('Said.'),
  );
  const text = written({ ...plain, body: filled });
  const LESSONS = /## Lessons\n[\s\S]*?(?=## Related)/;
  const lessons = LESSONS.exec(text)?.[0] ?? '';

  test.each([
    ['a heading of another name', text.replace('## Lessons', '## Learned')],
    ['a section less', text.replace(LESSONS, '')],
    ['sections in another order', text.replace(LESSONS, '').replace('## Summary', `${lessons}## Summary`)],
    ['a section of somebody’s own', `${text}\n## Appendix\n\nNumbers.\n`],
    ['a severity in small letters', text.replace('Severity: P1', 'Severity: p1')],
    ['the timeline’s heading without its zone', text.replace('## Timeline (UTC)', '## Timeline')],
  ])('is of its template still, with its facts, with %s', (_, edited) => {
    expect(text).not.toContain('Not filled in.');
    expect(edited).not.toBe(text);
    const { postmortem, notes } = importMarkdown(edited);
    expect(postmortem.template).toBe('full');
    expect(postmortem.facts).toMatchObject({ title: 'Checkout down', severity: 'P1', commander: 'Ann' });
    expect(notes).toEqual([]);
    expectKept(edited);
    expect(again(again(edited))).toBe(again(edited));
  });
});

describe('MD-4 an action that is added by hand without a number', () => {
  const action = (number: number): BodyNode => ({
    type: 'actionItem',
    attrs: { id: `action-${number}`, number },
    content: [{ type: 'paragraph', content: [{ type: 'text', text: `Do ${number}` }] }],
  });
  const actionList: BodyNode = { type: 'actionList', content: [action(1), action(2)] };
  const text = written({ ...newPostmortem('full', {}, { actionList }), lastAction: 5 });
  const withId = (id: string): string =>
    text.replace(/\n\| A2 .*/, `$&\n| ${id} | Do more | Ann | | | P2 | open |`);

  test.each(['', '-', '–', 'A?', '?', '…'])('gets the next one in place of “%s”', (id) => {
    const { postmortem, notes } = importMarkdown(withId(id));
    const items = postmortem.body.find(({ type }) => type === 'actionList')?.content ?? [];
    expect(items.map(({ attrs }) => attrs?.number)).toEqual([1, 2, 6]);
    expect(items.slice(0, 2).map(({ attrs }) => attrs?.id)).toEqual(['action-1', 'action-2']);
    expect(postmortem.lastAction).toBe(6);
    expect(notes).toEqual([]);
    expect(written(postmortem)).toContain('| A6 | Do more | Ann |');
    expect(again(written(postmortem))).toBe(written(postmortem));
  });

  test.each([
    ['words in its place', withId('new'), '“new” under “ID” is no number like the others there'],
    ['a sign in its place', withId('✅'), '“✅” under “ID” is no number like the others there'],
    [
      'another head for the descriptions',
      text.replace('| Description |', '| Words |'),
      'none of them is known',
    ],
  ])('leaves the table one with %s, which is said', (_, edited, reason) => {
    expect(importMarkdown(edited).notes).toEqual([
      expect.stringMatching(`^A table of action items stays a table: .*${reason}`),
    ]);
    expectKept(edited);
  });
});

describe('MD-4 a row with a cell too many', () => {
  const words = (text: string): BodyNode => ({ type: 'paragraph', content: [{ type: 'text', text }] });
  const row = (id: string, at: string): BodyNode => ({
    type: 'timelineRow',
    attrs: { id, at, detected: true },
    content: [
      { type: 'timelineEvent', content: [words('It began.')] },
      { type: 'timelineSource', content: [{ type: 'text', text: 'log' }] },
    ],
  });
  const action: BodyNode = { type: 'actionItem', attrs: { id: 'do', number: 1 }, content: [words('Do it')] };
  const text = written(
    newPostmortem(
      'full',
      { firstAlert: '2026-11-13T00:05' },
      {
        timeline: { type: 'timeline', content: [row('first', '2026-11-13T00:05')] },
        actionList: { type: 'actionList', content: [action] },
      },
    ),
  );
  const formIn = (edited: string, type: string): BodyNode | undefined =>
    importMarkdown(edited).postmortem.body.find((block) => block.type === type);

  test.each([
    ['timeline', '| 00:06 | New | a | **more** |', '| 00:06 | New | a **more** |'],
    ['timeline', '| 00:06 | New | | more | and more |', '| 00:06 | New | more and more |'],
    ['actionList', '| A2 | Do | Ann | | | P2 | open | more |', '| A2 | Do | Ann | | | P2 | open more |'],
  ])('of the %s keeps its words and the form: %s', (type, added, shownRow) => {
    const [first, last] = type === 'timeline' ? ['first', '| log |'] : ['do', '| open |'];
    const edited = text.replace(last, `$&\n${added}`);
    expect(edited).not.toBe(text);
    const form = formIn(edited, type);
    expect(form?.content?.[0]).toEqual(formIn(text, type)?.content?.[0]);
    expect(form?.content?.[0]?.attrs?.id).toBe(first);
    expect(importMarkdown(edited).notes).toEqual([
      expect.stringMatching(/^One row of the .* has cells too many/),
    ]);
    expect(shown(again(edited))).toBe(shown(edited.replace(added, shownRow)));
    expect(again(again(edited))).toBe(again(edited));
  });

  test('that is empty is not worth a word', () => {
    const edited = text.replace('| log |', '| log | |');
    expect(formIn(edited, 'timeline')).toEqual(formIn(text, 'timeline'));
    expect(importMarkdown(edited).notes).toEqual([]);
  });
});

describe('MD-4 the tenants in the customer impact', () => {
  const impact: BodyNode = { type: 'paragraph', content: [{ type: 'text', text: 'about 40' }] };
  const body = newPostmortem('full').body.map((block) =>
    block.type === 'fieldList' && block.content?.[0]?.attrs?.key === 'customers'
      ? {
          ...block,
          content: block.content.map((field, at) => (at ? field : { ...field, content: [impact] })),
        }
      : block,
  );
  const impactOf = (told: PostmortemContent['facts']['told']): string =>
    written({ ...newPostmortem('full', { tenants: ['acme', 'globex'], told }), body });
  const text = impactOf({});
  const LINE = '- Tenants affected (named): acme, globex';

  test('are those of the header', () => {
    expect(text).toContain(`\n${LINE}\n`);
    expect(impactOf({ acme: 'yes' })).toContain('(named): acme (told proactively), globex\n');
  });

  test.each([
    ['other words', text.replace(LINE, '- Tenants affected (named): only the large ones')],
    ['one more', text.replace(LINE, `${LINE} and initech (told by phone)`)],
    ['whom it was told', text.replace(LINE, `${LINE}, initech (told proactively)`)],
    ['the same line twice', text.replace(LINE, `${LINE}\n${LINE}`)],
    [
      'two lines',
      impactOf({ acme: 'yes' }).replace('globex\n', 'globex\n- Tenants affected (named): more\n'),
    ],
    ['a header with others', text.replace('Affected tenants: acme, globex', 'Affected tenants: acme')],
  ])('stay %s', (_, edited) => expectKept(edited));

  test.each(['acme, globex,', ', acme, globex', 'acme, , globex', 'acme, globex, acme', 'acme,globex'])(
    'are told as before where the header has “%s”',
    (tenants) => {
      const told = { acme: 'yes' } as const;
      const edited = impactOf(told).replace('Affected tenants: acme, globex', `Affected tenants: ${tenants}`);
      expect(importMarkdown(edited).postmortem.facts).toMatchObject({ tenants: ['acme', 'globex'], told });
      expectKept(edited);
    },
  );

  test.each(['acme, globex, initech', 'initech, acme, globex', 'acme, initech, globex'])(
    'are told as before where somebody adds one to the header: “%s”',
    (tenants) => {
      const told = { acme: 'yes' } as const;
      const edited = impactOf(told).replace('Affected tenants: acme, globex', `Affected tenants: ${tenants}`);
      const { postmortem } = importMarkdown(edited);
      expect(postmortem.facts).toMatchObject({ tenants: tenants.split(', '), told });
      expect(written(postmortem)).toContain(
        `(named): ${tenants.replace('acme', 'acme (told proactively)')}\n`,
      );
      expect(again(written(postmortem))).toBe(written(postmortem));
      expectKept(edited.replace('(told proactively), globex', '(told proactively), hooli'));
    },
  );

  test('are told as the words say also in a text that is of no template, and stay there', () => {
    const edited = shown(impactOf({ acme: 'yes' })).replace('acme, globex\n', 'acme, globex,\n');
    const { template, facts } = importMarkdown(edited).postmortem;
    expect(template).toBe('imported');
    expect(facts).toMatchObject({ tenants: ['acme', 'globex'], told: { acme: 'yes' } });
    expectKept(edited);
  });

  test('stand in no other section when theirs is not filled in', () => {
    const field: BodyNode = {
      type: 'field',
      attrs: { key: 'tenants', choice: 'named' },
      content: [{ type: 'paragraph' }],
    };
    const plain = newPostmortem('full', { tenants: ['acme'] });
    const at = plain.body.findIndex(({ attrs }) => attrs?.section === 'timeline') + 1;
    const twice = [
      ...plain.body.slice(0, at),
      { type: 'fieldList', content: [field] },
      ...plain.body.slice(at),
    ];
    const { postmortem } = importMarkdown(written({ ...plain, body: twice }));
    expect(postmortem.body).toContainEqual({ type: 'fieldList', content: [field] });
    expectKept(written(postmortem));
  });

  test('of whom some were told stay under the second of two such headings, and nothing is put under the first', () => {
    const plain = newPostmortem('full', { tenants: ['acme', 'globex'], told: { acme: 'no' } });
    const doubled = written(plain).replace('## Customer impact\n', '$&$&');
    expect(importMarkdown(doubled).postmortem.facts.told).toEqual({ acme: 'no' });
    expect(again(doubled)).toContain(
      '## Customer impact\n\n## Customer impact\n\n- Number of customers affected:\n',
    );
    expect(shown(again(doubled))).toBe(shown(doubled).replace('impact\n## ', 'impact\n\n## '));
    expect(again(again(doubled))).toBe(again(doubled));
  });

  test('of a header that was filled in by hand leave a section that is not filled in', () => {
    expectKept(written(newPostmortem('full')).replace('Affected tenants:', 'Affected tenants: acme'));
  });
});

describe('MD-4 a first alert that is corrected by hand', () => {
  const rowAt = (id: string, at: string): BodyNode => ({
    type: 'timelineRow',
    attrs: { id, at },
    content: [
      { type: 'timelineEvent', content: [{ type: 'paragraph', content: [{ type: 'text', text: id }] }] },
    ],
  });
  const timeline: BodyNode = {
    type: 'timeline',
    content: [rowAt('a', '2026-11-13T00:05'), rowAt('b', '2026-11-13T00:20'), rowAt('c', '2026-11-14T09:00')],
  };
  const timesIn = ({ body }: PostmortemContent): readonly unknown[] =>
    body.flatMap(({ type, content = [] }) =>
      type === 'timeline' ? content.map(({ attrs }) => attrs?.at) : [],
    );
  const times = ['2026-11-13T00:05', '2026-11-13T00:20', '2026-11-14T09:00'];
  const full = newPostmortem('full', { firstAlert: '2026-11-13T00:05' }, { timeline });

  test.each([
    ['2026-11-12 23:52', '2026-11-12T23:52'],
    ['', null],
  ])('to “%s” leaves the rows on their days', (firstAlert, fact) => {
    const text = written(full);
    expect(text).toContain('| 00:05 | a |');
    expect(text).toContain('  day: {is: "2026-11-13", time: "00:05", text: "a"}\n');
    const edited = text.replace('First alert: 2026-11-13 00:05', `First alert: ${firstAlert}`);
    const { postmortem } = importMarkdown(edited);
    expect(timesIn(postmortem)).toEqual(times);
    expect(postmortem.facts.firstAlert).toBe(fact);
    const after = written(postmortem);
    expect(after).toContain('| 2026-11-13 00:05 | a |');
    expect(after).not.toContain('  day:');
    expect(importMarkdown(after).postmortem).toEqual(postmortem);
    expect(again(after)).toBe(after);
  });

  test('leaves them there when the first of them is gone, and gives its day to others in their place', () => {
    const edited = written(full).replace('First alert: 2026-11-13 00:05', 'First alert: 2026-12-01 00:05');
    const without = edited.replace(/\| 00:05 .*\n/, '');
    expect(timesIn(importMarkdown(without).postmortem)).toEqual(times.slice(1));
    const other = edited.replace(/\| 00:05 [\s\S]*?\n\n/, '| 00:06 | x | |\n\n');
    expect(timesIn(importMarkdown(other).postmortem)).toEqual(['2026-12-01T00:06']);
  });

  test('needs no day beside the text where the text says it, nor without notes in an imported text', () => {
    const dated = { ...timeline, attrs: { written: 'table|each' } };
    expect(written(newPostmortem('full', full.facts, { timeline: dated }))).not.toContain('  day:');
    expect(written(newPostmortem('full', full.facts))).not.toContain('  day:');
    const source = '# A\n\n- First alert: 2026-11-13 00:05\n\n## Timeline\n\n- 00:05 a\n- 00:20 b\n';
    expect(again(source)).toBe(source);
  });
});

describe('MD-4 a timeline of several days of which somebody moves, adds or corrects a row by hand', () => {
  const times = ['2026-11-24T22:00', '2026-11-24T23:01', '2026-11-25T00:02', '2026-11-25T04:06'];
  const timeline: BodyNode = {
    type: 'timeline',
    content: times.map((at, place) => ({
      type: 'timelineRow',
      attrs: { id: `row-${place}`, at },
      content: [
        {
          type: 'timelineEvent',
          content: [{ type: 'paragraph', content: [{ type: 'text', text: `e${place}` }] }],
        },
      ],
    })),
  };
  const text = written(newPostmortem('full', { firstAlert: '2026-11-24T23:01' }, { timeline }));
  const daysIn = (edited: string): Readonly<Record<string, unknown>> =>
    Object.fromEntries(
      importMarkdown(edited).postmortem.body.flatMap(({ type, content = [] }) =>
        type === 'timeline' ? content.map(({ attrs }) => [attrs?.id, attrs?.at]) : [],
      ),
    );
  const inTimeline = (rows: readonly string[]): string =>
    text.replace(/(?:\| [^|]*\d\d:\d\d \| e\d .*\n)+/, rows.map((row) => `| ${row} | |\n`).join(''));
  const asTheyWere = Object.fromEntries(times.map((at, place) => [`row-${place}`, at]));

  test.each([
    ['moved up', ['22:00 | e0', '04:06 | e3', '23:01 | e1', '2026-11-25 00:02 | e2']],
    ['moved down', ['23:01 | e1', '2026-11-25 00:02 | e2', '22:00 | e0', '04:06 | e3']],
    ['of the first day behind the last', ['2026-11-25 00:02 | e2', '04:06 | e3', '22:00 | e0', '23:01 | e1']],
    [
      'added above another',
      ['22:00 | e0', '2026-11-25 00:31 | new', '23:01 | e1', '2026-11-25 00:02 | e2', '04:06 | e3'],
    ],
  ])('leaves the others on their days with one %s', (_, rows) => {
    const edited = inTimeline(rows);
    expect(edited).not.toBe(text);
    expect(daysIn(edited)).toMatchObject(asTheyWere);
    expect(daysIn(again(edited))).toMatchObject(asTheyWere);
    expect(again(again(edited))).toBe(again(edited));
  });

  test('leaves the others on their days where the first of a day is deleted', () => {
    const noon = text.replaceAll('04:06', '12:30').replace('| 22:00 | e0 | |\n', '');
    const edited = noon.replace(/\| 2026-11-25 00:02 .*\n/, '');
    expect(edited).not.toBe(noon);
    expect(daysIn(edited)).toEqual({ 'row-1': '2026-11-24T23:01', 'row-3': '2026-11-25T12:30' });
    expect(again(again(edited))).toBe(again(edited));
  });

  test('leaves them there among times of another zone, where each says that it is in UTC', () => {
    const days = ['24T10:00', '24T12:00', '25T11:00', '25T12:30', '25T13:30'].map((at) => `2026-11-${at}`);
    const rows = days.map((at, place): BodyNode => {
      const original = place === 1 ? { asWritten: '13:00 CET', zone: 'CET' } : {};
      const text = { type: 'text', text: `e${place}` };
      const event = { type: 'timelineEvent', content: [{ type: 'paragraph', content: [text] }] };
      return { type: 'timelineRow', attrs: { id: `row-${place}`, at, ...original }, content: [event] };
    });
    const zoned: BodyNode = { type: 'timeline', attrs: { timeLabel: 'Time' }, content: rows };
    const utc = newPostmortem('full', { firstAlert: '2026-11-24T10:00' }, { timeline: zoned });
    const heading = { type: 'heading', attrs: { level: 2, section: 'timeline' } };
    const inCet = { ...heading, content: [{ type: 'text', text: 'Timeline (CET)' }] };
    const body = utc.body.map((node) => (node.attrs?.section === 'timeline' ? inCet : node));
    const whole = written({ ...utc, body });
    const edited = whole.replace(/\| 2026-11-25 11:00 UTC .*\n/, '');
    expect(edited).not.toBe(whole);
    expect(daysIn(edited)).toMatchObject({ 'row-3': '2026-11-25T12:30', 'row-4': '2026-11-25T13:30' });
    expect(again(again(edited))).toBe(again(edited));
  });

  test('takes the rows below a day that is corrected along', () => {
    const edited = text.replace('| 2026-11-25', '| 2026-11-26');
    expect(daysIn(edited)).toMatchObject({ 'row-2': '2026-11-26T00:02', 'row-3': '2026-11-26T04:06' });
    expect(again(again(edited))).toBe(again(edited));
  });
});

/** What becomes of one line of an export. */
const lineEdit = fc.record({
  line: fc.nat(),
  word: fc.nat(),
  kind: fc.constantFrom('added', 'deleted', 'changed', 'twice'),
});

/** An export in which somebody has edited one line behind its front matter. */
function editLine(text: string, { line, word, kind }: { line: number; word: number; kind: string }): string {
  const front = text.slice(0, text.length - shown(text).length);
  const lines = shown(text).split('\n');
  const at = line % lines.length;
  const words = (lines[at] ?? '').split(' ');
  words[word % words.length] = 'EDITED';
  const changed = { added: ['EDITED', lines[at] ?? ''], deleted: [], changed: [words.join(' ')] };
  const edited = changed[kind as keyof typeof changed] ?? [lines[at] ?? '', lines[at] ?? ''];
  return front + [...lines.slice(0, at), ...edited, ...lines.slice(at + 1)].join('\n');
}

/** The words of a text; those that an export works out anew, or says of an empty section, and numbers of whys are left out. */
const wordsIn = (text: string): string =>
  visibleIn(shown(text))
    .words.join(' ')
    .replaceAll('Not filled in.', '')
    .replace(/\bWhy \d+/g, 'Why')
    .replace(/\d\d:\d\d \(from the timeline\)/g, '')
    .replace(/(?:\d{4}-\d\d-\d\d )?\d\d:\d\d\S* UTC \(((?:[^()]|\([^()]*\))*)\)/g, '$1')
    .replace(/\s+/g, ' ')
    .trim();

/** Leaves out the day that a text notes for its rows, which an export says where the first alert does so no more. */
function withoutDayNoted(text: string): (words: string) => string {
  const [, day] = /^(?:# )? {2}day: \{is: "([\d-]+)"/m.exec(text) ?? [];
  return (words) => (day === undefined ? words : words.replaceAll(`${day} `, ''));
}

const unfilledIn = (text: string): number => shown(text).split('_Not filled in._').length;

/** In ms. */
const LONGEST = 8_000;
/** `MARKDOWN_EDITS=1000` draws more, however long it takes. */
const EDITS = Number(process.env.MARKDOWN_EDITS ?? 40);

test('MD-4 an export of which somebody edits one line by hand loses and invents no words', {
  timeout: 900_000,
}, () => {
  const property = fc.property(anyPostmortem, lineEdit, (content, edit) => {
    const edited = editLine(written(content), edit);
    const text = again(edited);
    const besidesDay = withoutDayNoted(edited);
    expect(besidesDay(wordsIn(text))).toBe(besidesDay(wordsIn(edited)));
    expect(unfilledIn(text)).toBeGreaterThanOrEqual(unfilledIn(edited));
    expect(again(text)).toBe(text);
  });
  fc.assert(property, {
    numRuns: EDITS,
    seed: SEED,
    endOnFailure: true,
    ...(process.env.MARKDOWN_EDITS === undefined ? { interruptAfterTimeLimit: LONGEST } : {}),
  });
});
