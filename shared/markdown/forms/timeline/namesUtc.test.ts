import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { BodyNode } from '../../../document/template.ts';
import { SEED } from '../../../testing/seed.testkit.ts';
import { exportMarkdown } from '../../exportMarkdown.ts';
import { importMarkdown } from '../../importMarkdown.ts';
import { norm } from '../../normal/norm.ts';
import type { PostmortemContent } from '../../postmortemContent.ts';
import type { Attrs } from '../attrs.ts';

const imageAddress = (hash: string): string => hash;
const exported = (content: PostmortemContent, plain = true): string =>
  exportMarkdown(content, { plain, imageAddress }).text;

const rowsIn = (nodes: readonly BodyNode[]): readonly BodyNode[] =>
  nodes.flatMap((node) => (node.type === 'timelineRow' ? [node] : rowsIn(node.content ?? [])));
/** Its time, and whether that is flagged, whatever for: the same clock may be in doubt for its zone and for its half of the day. */
const shownOf = ({ attrs = {} }: BodyNode): unknown => [
  ...['at', 'until', 'untilUnknown', 'precision'].map((name) => attrs[name] ?? null),
  attrs.unsettled !== null,
];
const timesOf = ({ body }: PostmortemContent): readonly unknown[] => rowsIn(body).map(shownOf);

/** A postmortem whose timeline has the rows with these attributes behind its own, `behind` at the end of their events. */
function withRows(source: string, added: readonly Attrs[], behind = ''): PostmortemContent {
  const { postmortem } = importMarkdown(source);
  const rows = added.map((attrs, at) => ({
    type: 'timelineRow',
    attrs,
    content: [
      {
        type: 'timelineEvent',
        content: [{ type: 'paragraph', content: [{ type: 'text', text: `added ${at}${behind}` }] }],
      },
    ],
  }));
  const body = postmortem.body.map((node) =>
    node.type === 'timeline' ? { ...node, content: [...(node.content ?? []), ...rows] } : node,
  );
  return norm({ ...postmortem, body });
}

const TABLE = '| Time | Event |\n| --- | --- |\n| 2024-03-12 09:20 | down |\n| 09:50 CET | up |\n';
const LIST = '- 2024-03-12 09:20 - down\n- 09:50 CET - up\n';
const OWN_LIST = '- **2024-03-12 09:20** — down\n- **09:50 CET** — up\n';
const LINES = '2024-03-12 09:20 down\n09:50 CET up\n';
const IN_DAYS =
  '| Date | Time | Event |\n| --- | --- | --- |\n| 2024-03-12 | 09:20 | down |\n|  | 09:50 CET | up |\n';
const LAYOUTS = [TABLE, LIST, OWN_LIST, LINES, IN_DAYS];
const inCet = (layout: string): string => `# Outage\n\n## Timeline\n\nAll times in CET.\n\n${layout}`;
const IN_ANOTHER_ZONE: readonly ((layout: string) => string)[] = [
  inCet,
  (layout) => `# Outage\n\n## Timeline (CET)\n\n${layout}`,
  (layout) => `# Outage\n\n## Timeline\n\n${layout}`,
  (layout) => `# Outage\n\n## Timeline\n\n${layout}\nShown in local time.\n`,
  (layout) => `---\ntimezone: CET\n---\n\n# Outage\n\n## Timeline\n\n${layout}`,
  (layout) => `# Outage\n\n## Timeline\n\n${layout.replace('| Time |', '| Time (CET) |')}`,
];

/** The line with these words, without what sets its time apart. */
const rowWith = (text: string, words: string): string =>
  (text.split('\n').find((line) => line.includes(words)) ?? '')
    .replace(/[*\\]/g, '')
    .replace(/^(?:[-|] +)+/, '')
    .replace(/(\d) \| (?=\d)/, '$1 ');

test.each([
  [{ at: '2024-03-12T08:40' }, /^(?:2024-03-12 )?08:40 UTC (?!UTC)/],
  [{ at: '2024-03-13T08:40' }, /^2024-03-13 08:40 UTC (?!UTC)/],
  [{ at: '2024-03-12T08:40', until: '2024-03-12T09:10' }, /^(?:2024-03-12 )?08:40–09:10 UTC (?!UTC)/],
  [{ at: '2024-03-12T23:40', until: '2024-03-13T00:10' }, /^(?:2024-03-12 )?23:40–00:10 UTC (?!UTC)/],
  [
    { at: '2024-03-12T08:40', until: '2024-03-14T09:10' },
    /^(?:2024-03-12 )?08:40–2024-03-14 09:10 UTC (?!UTC)/,
  ],
  [{ at: '2024-03-12T08:40', untilUnknown: true }, /^(?:2024-03-12 )?08:40–\?\? UTC (?!UTC)/],
  [{ at: '2024-03-12T08:40', precision: 'about' }, /^(?:2024-03-12 )?~08:40 UTC (?!UTC)/],
  [{ at: '2024-03-12T08:40:15' }, /^(?:2024-03-12 )?08:40:15 UTC (?!UTC)/],
  [{ at: '2024-03-12T08:40', asWritten: '8:40 am' }, /^2024-03-12 08:40 UTC \(8:40 am\) (?!UTC)/],
  [{ at: '2024-03-12', precision: 'day' }, /^2024-03-12 (?!UTC)/],
  [{}, /^\?\? (?!UTC)/],
])('MD-7 among times of another zone a row says that it is in UTC: %j', (attrs, written) => {
  for (const layout of LAYOUTS) {
    const content = withRows(inCet(layout), [attrs]);
    const text = exported(content);
    expect(rowWith(text, 'added 0')).toMatch(written);
    expect(timesOf(importMarkdown(text).postmortem)).toEqual(timesOf(content));
    expect(exported(importMarkdown(text).postmortem)).toBe(text);
  }
});

test('MD-7 what a row says of UTC is said in the text alone, without a word in the front matter', () => {
  for (const layout of LAYOUTS.slice(0, 2)) {
    const content = withRows(inCet(layout), [{ at: '2024-03-12T08:40' }]);
    expect(exported(content, false)).toBe(exported(content));
    expect(importMarkdown(exported(content)).postmortem).toEqual(content);
  }
});

test('MD-7 nothing is said of UTC below a head that says it, nor where no other zone is named', () => {
  const added = [{ at: '2024-03-12T08:40' }];
  const underHead = withRows(inCet(TABLE.replace('| Time |', '| Time (UTC) |')), added);
  expect(exported(underHead)).toContain('| 08:40 | added 0 |');
  const unstated = LIST.replace('09:50 CET', '09:50');
  expect(exported(withRows(`# Outage\n\n## Timeline\n\n${unstated}`, added))).toContain('- 08:40 - added 0');
});

test('MD-7 a table that is written as a list has no head that says it', () => {
  const content = withRows(inCet(TABLE.replace('| Time |', '| Time (UTC) |')), [{ at: '2024-03-12T08:40' }]);
  const withRule = (node: BodyNode): BodyNode =>
    node.type === 'timelineEvent'
      ? { ...node, content: [...(node.content ?? []), { type: 'horizontalRule' }] }
      : { ...node, ...(node.content === undefined ? {} : { content: node.content.map(withRule) }) };
  const asList = norm({ ...content, body: content.body.map(withRule) });
  const text = exported(asList);
  expect(text).toContain('- **08:40 UTC** — added 0');
  expect(timesOf(importMarkdown(text).postmortem)).toEqual(timesOf(asList));
});

const NEAR = { at: '2024-03-12T10:40' };

test('MD-7 a row whose event says another time in UTC says that it is in UTC itself', () => {
  for (const layout of LAYOUTS) {
    const source = `# Outage\n\n## Timeline\n\n${layout.replace('09:50 CET', '09:50')}`;
    const content = withRows(source, [NEAR, NEAR], ' (08:40 UTC)');
    const text = exported(content, false);
    expect(rowWith(text, 'added 0')).toMatch(/^(?:2024-03-12 )?10:40 UTC (?!UTC)/);
    expect(rowWith(text, 'down')).toMatch(/09:20 (?!UTC)/);
    expect(importMarkdown(text).postmortem).toEqual(content);
    expect(exported(importMarkdown(text).postmortem, false)).toBe(text);
  }
});

const AMBIGUOUS = { asWritten: '14:00', zone: 'IST', unsettled: 'ambiguous-zone' };
const LOCAL = { asWritten: '14:00', zone: 'local time', unsettled: 'unknown-zone' };

test.each([
  ['?? (14:00, in IST)', [AMBIGUOUS]],
  ['?? (14:00, in local time)', [LOCAL]],
  ['?? (14:00, in local time)', [LOCAL, LOCAL]],
  ['?? (14:00, in IST)', [AMBIGUOUS, { asWritten: '15:00', zone: 'IST', unsettled: 'unknown-zone' }]],
])(
  'MD-7 the zone of what is flagged is named for the other rows where it stands apart: %s',
  (written, added) => {
    for (const layout of [TABLE, OWN_LIST]) {
      const source = `# Outage\n\n## Timeline\n\n${layout.replace('09:50 CET', '09:50')}`;
      const content = withRows(source, added);
      const text = exported(content);
      expect(rowWith(text, 'added 0')).toContain(written);
      expect(rowWith(text, 'down')).toContain('09:20 UTC');
      expect(timesOf(importMarkdown(text).postmortem)).toEqual(timesOf(content));
      expect(exported(importMarkdown(text).postmortem)).toBe(text);
      const whole = exported(content, false);
      expect(importMarkdown(whole).postmortem).toEqual(content);
      expect(exported(importMarkdown(whole).postmortem, false)).toBe(whole);
      expect(whole).not.toContain(', at: ');
    }
  },
);

test('MD-7 beside a flagged row whose zone stands apart a time that says UTC comes out as it went in', () => {
  const source =
    '# Outage\n\n## Timeline\n\n| Time | Event |\n| --- | --- |\n| ?? (14:00, in IST) | down |\n| 2024-03-12 10:00 UTC | up |\n';
  const { postmortem } = importMarkdown(source);
  expect(timesOf(postmortem)).toHaveLength(2);
  expect(exported(postmortem, false)).toBe(source);
});

const clock = fc.tuple(fc.integer({ min: 0, max: 23 }), fc.constantFrom('00', '07', '30', '30:15'));
const instant = fc
  .tuple(fc.constantFrom('2024-03-11', '2024-03-12', '2024-03-13'), clock)
  .map(([day, [hour, rest]]) => `${day}T${String(hour).padStart(2, '0')}:${rest}`);
const anyTime: fc.Arbitrary<Attrs> = fc.oneof(
  instant.map((at) => ({ at })),
  instant.map((at) => ({ at, precision: 'about' })),
  instant.map((at) => ({ at, untilUnknown: true })),
  fc.tuple(instant, instant).map(([one, other]) => {
    const [at = one, until] = [one, other].sort();
    return at.length === until?.length ? { at, until } : { at };
  }),
  instant.map((at) => ({ at, asWritten: '' })),
  instant.map((at) => ({ at, asWritten: at.slice(11) })),
  instant.map((at) => ({ at, asWritten: `${at.slice(11)} UTC`, zone: 'UTC' })),
  instant.map((at) => ({ at, asWritten: 'in the evening (maybe)' })),
  instant.map((at) => ({ at, asWritten: `${at.slice(11)}  (maybe)` })),
  fc.constant({ at: '2024-03-12T13:00', asWritten: '14:00 CET', zone: 'CET' }),
  fc.constant({ at: '2024-03-12T13:00', asWritten: '14:00', zone: 'CET' }),
  fc.constant({ asWritten: '14:00', zone: 'CET', unsettled: 'unknown-zone' }),
  fc.constant({ asWritten: '14:00 IST', zone: 'IST', unsettled: 'ambiguous-zone' }),
  fc.constant({ at: '2024-03-12', precision: 'day' }),
  fc.constant({}),
);

test('MD-7 a time is read back as it is without the front matter, in every layout and wherever another zone is named', () => {
  const source = fc
    .tuple(fc.constantFrom(...IN_ANOTHER_ZONE), fc.constantFrom(...LAYOUTS))
    .map(([around, layout]) => around(layout));
  fc.assert(
    fc.property(source, fc.array(anyTime, { minLength: 1, maxLength: 4 }), (text, added) => {
      const content = withRows(text, added);
      const plain = exported(content);
      const again = importMarkdown(plain).postmortem;
      expect(timesOf(again), plain).toEqual(timesOf(content));
      expect(exported(again)).toBe(plain);
      const whole = exported(content, false);
      expect(importMarkdown(whole).postmortem).toEqual(content);
      expect(exported(importMarkdown(whole).postmortem, false)).toBe(whole);
    }),
    { numRuns: 60, seed: SEED },
  );
});
