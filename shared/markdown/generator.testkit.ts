import fc from 'fast-check';
import { STATUSES, TEMPLATES } from '../document/about.ts';
import { CHECKLIST, DEFAULT_PLACES, SIGN_OFF_ROLES } from '../document/checklist.ts';
import type { Facts } from '../document/facts.ts';
import { FIELD_SPECS } from '../document/fields.ts';
import { SECTION_KEYS, SECTIONS } from '../document/sections.ts';
import { type BodyNode, templateBody } from '../document/template.ts';
import { MILESTONE_KEYS } from '../schema/milestones.ts';
import { UNSETTLED } from '../time/rowTime.ts';
import type { PostmortemContent } from './postmortemContent.ts';

/**
 * Generated postmortems that reach every node, mark and attribute of the schema and the texts that Markdown
 * finds hard. What they contain is counted in reach.testkit.ts.
 */

/** Pieces of text: words, and what looks like Markdown, HTML, addresses, times, labels. */
const PIECES = [
  'a',
  'word',
  'The gateway failed',
  ' ',
  '  ',
  ' ',
  '.',
  ',',
  '!',
  '?',
  ':',
  ': ',
  ';',
  '-',
  ' - ',
  '--',
  '---',
  '–',
  ' — ',
  '*',
  '**',
  '_',
  '__',
  'snake_case',
  '~',
  '~~',
  '`',
  '``',
  '|',
  ' | ',
  '\\',
  '\\|',
  '/',
  '#',
  '# ',
  '## ',
  '>',
  '> ',
  '<',
  '<b>',
  '</b>',
  '<!-- x -->',
  '<br>',
  '<div>',
  '&',
  '&amp;',
  '&#35;',
  '[',
  ']',
  '[x] ',
  '[ ] ',
  '[^1]',
  '[a](b)',
  '![',
  '(',
  ')',
  '{',
  '}',
  '+',
  '+ ',
  '=',
  '===',
  '1.',
  '1. ',
  '2) ',
  '10',
  '"',
  "'",
  '^',
  '$',
  '%',
  '@',
  '@name',
  'a@b.co',
  'www.example.com',
  'www.',
  'https://example.com/a_b?c=d&e',
  'http://',
  'mailto:a@b.co',
  '14:02',
  '14:02 ',
  '14:02 — ',
  '2026-11-24 14:02',
  '~14:05',
  '??',
  'CET',
  '🔥',
  '👩‍🚒',
  '✅',
  'שלום',
  'مرحبا',
  '日本',
  'é',
  '\u00a0',
  '\u200b',
  '\u200d',
  '\ufeff',
  '\t',
  '\n',
  '\r\n',
  '\0',
  '\ud83d',
  '\u2028',
  'Source: x',
  'Why 1',
  'Problem',
  'Severity: P1',
  'Revenue impact: ',
  'Contributing factor 1: ',
  'First alert.',
  'Mitigated. ',
  'Not filled in.',
  '[!NOTE]',
  'Root cause: ',
  '(owner: @ann)',
  'Type: ',
  '14h02 ',
  'A1',
  'Owner: ',
  'Postmortem: ',
  'Metadata',
  'debrief:',
  ':::',
  '```',
  '~~~',
  '    ',
  'x',
  'y',
  'z',
] as const;

const piece = fc.constantFrom(...PIECES);
const wildText = fc.array(piece, { minLength: 1, maxLength: 6 }).map((parts) => parts.join(''));
const tameText = fc.constantFrom(
  'The gateway failed',
  'Rolled back',
  'a',
  'It holds',
  'Why did it fail?',
  'dashboard',
);
export const anyText = fc.oneof({ weight: 3, arbitrary: wildText }, { weight: 1, arbitrary: tameText });
const maybeText = fc.option(anyText, { nil: null });

const href = fc.oneof(
  fc.constantFrom(
    'https://example.com',
    'https://example.com/a?b=c&d=e',
    'mailto:a@b.co',
    'x',
    '',
    '#anchor',
    'a b',
    '<x>',
    '(x)',
    'javascript:x',
    'http://www.example.com',
    'https://e.com/a|b',
    '//host',
    'https://e.com/\\',
    '../y.md',
  ),
  anyText,
);

type Marks = NonNullable<BodyNode['marks']>;

const simpleMarks = fc.subarray(['bold', 'italic', 'strike', 'code'] as const, {
  minLength: 0,
  maxLength: 3,
});
const linkMark = fc.record({ href, title: maybeText }).map((attrs) => ({ type: 'link', attrs }));
const marks: fc.Arbitrary<Marks> = fc
  .tuple(simpleMarks, fc.option(linkMark, { nil: null, freq: 4 }))
  .map(([simple, link]) => [...simple.map((type) => ({ type })), ...(link === null ? [] : [link])]);

const textNode: fc.Arbitrary<BodyNode> = fc
  .tuple(anyText, fc.oneof({ weight: 3, arbitrary: fc.constant<Marks>([]) }, { weight: 2, arbitrary: marks }))
  .map(([text, set]) => (set.length === 0 ? { type: 'text', text } : { type: 'text', text, marks: set }));

/** A link whose text is its address, as bare addresses are. */
const bareLink: fc.Arbitrary<BodyNode> = fc
  .constantFrom('https://example.com/x', 'http://www.example.com', 'https://e.com/a|b', 'https://e.com/(a)')
  .map((address) => ({ type: 'text', text: address, marks: [{ type: 'link', attrs: { href: address } }] }));

const hash = fc.constantFrom('a', 'b', '7').map((digit) => digit.repeat(64));

const image: fc.Arbitrary<BodyNode> = fc
  .record({
    hash: fc.option(hash, { nil: null }),
    address: fc.option(href, { nil: null }),
    alt: maybeText,
    title: maybeText,
    href: fc.option(href, { nil: null, freq: 3 }),
  })
  .map((attrs) => ({ type: 'image', attrs }));

const rawInline: fc.Arbitrary<BodyNode> = fc
  .oneof(
    fc.constantFrom(
      '<b>',
      '</b>',
      '<!-- a comment -->',
      '<!-- -->',
      '<br>',
      '<span></span>',
      '<a title="x|y">',
      '<img src="x">',
      '[](x)',
      '<?x?>',
      '<div>',
    ),
    anyText,
  )
  .map((value) => ({ type: 'rawInline', attrs: { value } }));

const footnoteLabel = fc.constantFrom('1', '2', 'note', 'a b', 'x]y', '');

const inlineNode: fc.Arbitrary<BodyNode> = fc.oneof(
  { weight: 8, arbitrary: textNode },
  { weight: 1, arbitrary: bareLink },
  { weight: 1, arbitrary: fc.constant<BodyNode>({ type: 'hardBreak' }) },
  { weight: 1, arbitrary: image },
  { weight: 1, arbitrary: rawInline },
  { weight: 1, arbitrary: footnoteLabel.map((label) => ({ type: 'footnoteReference', attrs: { label } })) },
);

export const anyInline: fc.Arbitrary<BodyNode[]> = fc.array(inlineNode, { maxLength: 4 });

const withContent = (
  type: string,
  content: readonly BodyNode[],
  attrs?: Readonly<Record<string, unknown>>,
): BodyNode => ({
  type,
  ...(attrs === undefined ? {} : { attrs }),
  ...(content.length === 0 ? {} : { content }),
});

const code = fc.oneof(
  anyText,
  fc.constantFrom('', 'a\n\nb', '\tindented\n  more', '```\nfence\n```', '   ', '\n', 'x\n', '~~~'),
);

const rawBlock = fc
  .oneof(
    fc.constantFrom(
      '<div>\nx\n</div>',
      '<!-- a\n\ncomment -->',
      '<!-- open',
      '<pre>\n\n</pre>',
      '[x]: https://example.com "t"',
      '<table>',
      '</td>',
      '<table>\n<tr>\n<td>\n',
      '<img src="x" />',
      '<x-y>',
      '<script>\n1\n</script>',
      '',
    ),
    code,
  )
  .map((text) => withContent('rawBlock', text === '' ? [] : [{ type: 'text', text }]));

const headingWords = fc.oneof(
  fc.constantFrom(
    'Summary',
    'Timeline',
    'Timeline (UTC)',
    'Impact',
    '5 Whys',
    'Action items',
    'Lessons learned',
    'Metadata',
    'Postmortem: x',
    'All times in CET',
    'May 12',
  ),
  anyText,
);

/** Blocks that may hold others; `depth` is how many more levels may stand inside. */
const wordsOf = (...lines: readonly string[]): BodyNode => ({
  type: 'paragraph',
  content: lines.flatMap((text, at): BodyNode[] => [
    ...(at === 0 ? [] : [{ type: 'hardBreak' }]),
    { type: 'text', text },
  ]),
});

/** Blocks that are read as more than they are elsewhere. */
const LOOKALIKES: readonly BodyNode[] = [
  wordsOf('14:02 - deployed', '14:05 - rolled back'),
  wordsOf('Root cause: never tested'),
  { type: 'heading', attrs: { level: 1 }, content: [{ type: 'text', text: 'Checkout refused payments' }] },
  { type: 'blockquote', content: [wordsOf('[!NOTE]', 'text')] },
  { type: 'blockquote', content: [wordsOf('[!tip]'), wordsOf('text')] },
  { type: 'blockquote', content: [wordsOf('[!NOTE] text', '[!NOTE]')] },
  { type: 'rawBlock', content: [{ type: 'text', text: '[!NOTE]: https://example.com' }] },
  {
    type: 'taskList',
    content: [
      {
        type: 'taskItem',
        attrs: { checked: true },
        content: [wordsOf('Check it (owner: @ann, due 2026-12-01)')],
      },
      { type: 'taskItem', attrs: { checked: false }, content: [wordsOf('Alert (@bob)')] },
    ],
  },
];

export function anyBlock(depth: number): fc.Arbitrary<BodyNode> {
  const leaves: fc.WeightedArbitrary<BodyNode>[] = [
    { weight: 6, arbitrary: anyInline.map((content) => withContent('paragraph', content)) },
    { weight: 1, arbitrary: fc.constant<BodyNode>({ type: 'paragraph' }) },
    {
      weight: 1,
      arbitrary: fc
        .record({
          code,
          language: fc.option(fc.oneof(fc.constantFrom('bash', 'python title="a b"', 'c`x'), anyText), {
            nil: null,
          }),
        })
        .map(({ code: text, language }) =>
          withContent('codeBlock', text === '' ? [] : [{ type: 'text', text }], { language }),
        ),
    },
    { weight: 1, arbitrary: rawBlock },
    { weight: 1, arbitrary: fc.constantFrom(...LOOKALIKES) },
    { weight: 1, arbitrary: fc.constant<BodyNode>({ type: 'horizontalRule' }) },
    {
      weight: 1,
      arbitrary: fc
        .tuple(fc.integer({ min: 1, max: 6 }), anyInline, headingWords, fc.boolean())
        .map(([level, content, words, plain]) =>
          withContent('heading', plain ? [{ type: 'text', text: words }] : content, { level }),
        ),
    },
  ];
  if (depth <= 0) return fc.oneof(...leaves);
  const blocks = fc.array(
    fc.oneof({ weight: 3, arbitrary: anyBlock(0) }, { weight: 4, arbitrary: anyBlock(depth - 1) }),
    {
      maxLength: 3,
    },
  );
  const items = (
    type: string,
    attrs?: fc.Arbitrary<Readonly<Record<string, unknown>>>,
  ): fc.Arbitrary<BodyNode[]> =>
    fc.array(
      fc
        .tuple(blocks, attrs ?? fc.constant(undefined))
        .map(([content, own]) => withContent(type, content, own)),
      { maxLength: 3 },
    );
  return fc.oneof(
    ...leaves,
    { weight: 5, arbitrary: items('listItem').map((content) => withContent('bulletList', content)) },
    {
      weight: 3,
      arbitrary: fc
        .tuple(items('listItem'), fc.constantFrom(1, 1, 2, 0, 7, 999))
        .map(([content, start]) => withContent('orderedList', content, { start })),
    },
    {
      weight: 3,
      arbitrary: items('taskItem', fc.record({ checked: fc.boolean() })).map((content) =>
        withContent('taskList', content),
      ),
    },
    { weight: 3, arbitrary: blocks.map((content) => withContent('blockquote', content)) },
    { weight: 3, arbitrary: table(blocks) },
    {
      weight: 3,
      arbitrary: fc
        .tuple(blocks, footnoteLabel)
        .map(([content, label]) => withContent('footnote', content, { label })),
    },
    { weight: 3, arbitrary: anyForm(depth - 1) },
  );
}

function table(blocks: fc.Arbitrary<BodyNode[]>): fc.Arbitrary<BodyNode> {
  const line = anyInline.map((content) => [withContent('paragraph', content)]);
  const attrs = fc.record({
    colspan: fc.constantFrom(1, 1, 1, 2),
    rowspan: fc.constantFrom(1, 1, 1, 2),
    colwidth: fc.constantFrom(null, [120]),
    align: fc.constantFrom(null, null, 'left', 'center', 'right'),
  });
  const plain = fc
    .tuple(
      fc.integer({ min: 1, max: 3 }),
      fc.integer({ min: 1, max: 3 }),
      fc.constantFrom(null, 'left', 'center', 'right'),
    )
    .chain(([width, height, align]) =>
      fc
        .array(fc.array(line, { minLength: width, maxLength: width }), {
          minLength: height,
          maxLength: height,
        })
        .map((rows) =>
          withContent(
            'table',
            rows.map((row, at) =>
              withContent(
                'tableRow',
                row.map((content) => withContent(at === 0 ? 'tableHeader' : 'tableCell', content, { align })),
              ),
            ),
          ),
        ),
    );
  const wild = fc
    .array(
      fc
        .array(fc.tuple(fc.constantFrom('tableCell', 'tableHeader'), fc.oneof(line, blocks), attrs), {
          maxLength: 3,
        })
        .map((cells) =>
          withContent(
            'tableRow',
            cells.map(([type, content, own]) => withContent(type, content, own)),
          ),
        ),
      { maxLength: 3 },
    )
    .map((rows) => withContent('table', rows));
  return fc.oneof(plain, wild);
}

const hiddenId = fc.option(fc.stringMatching(/^[0-9a-z]{12}$/), { nil: null, freq: 4 });
const flag = fc.constantFrom(true, null, null, null);

const at = fc.constantFrom(
  '2026-11-24T14:02',
  '2026-11-24T14:05:31',
  '2026-11-24T23:58',
  '2026-11-25T00:03',
  '2026-11-25',
  '2027-01-01T00:00',
  null,
);

const asWritten = fc.oneof(
  fc.constantFrom(
    null,
    null,
    '14:02 CET',
    '2026-11-24 14:02',
    '~14:05',
    '10:45~',
    '12:26-12:??',
    '14:02 IST',
    '??',
    '',
    'before lunch',
    '14:02 (maybe earlier?)',
    '1402',
  ),
  anyText,
);

const rowAttrs = fc
  .tuple(
    fc.record({
      id: hiddenId,
      at,
      until: fc.constantFrom(null, null, '2026-11-24T14:12', '2026-11-26T01:00', '2026-11-26', 'x'),
      untilUnknown: flag,
      precision: fc.constantFrom(null, null, 'about', 'day', 'unknown'),
      asWritten: fc.oneof({ weight: 2, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: asWritten }),
      zone: fc.constantFrom(null, null, 'CET', 'UTC', 'IST', 'PST (UTC-7)', 'UTC+1'),
      unsettled: fc.constantFrom(null, null, null, ...UNSETTLED),
      keep: flag,
    }),
    fc.subarray([...MILESTONE_KEYS], { maxLength: 2 }),
    fc.boolean(),
  )
  .map(([attrs, milestones, marked]) => ({
    ...attrs,
    ...(marked ? Object.fromEntries(milestones.map((key) => [key, true])) : {}),
  }));

/** A form of our own, with parts that two offline edits may have left: none, several, out of order. */
export function anyForm(depth: number): fc.Arbitrary<BodyNode> {
  const line = anyInline.map((content) => [withContent('paragraph', content)]);
  const blocks = fc.oneof(
    { weight: 3, arbitrary: line },
    { weight: 1, arbitrary: fc.array(anyBlock(Math.max(0, depth)), { maxLength: 3 }) },
  );
  const event = blocks.map((content) => withContent('timelineEvent', content));
  const source = anyInline.map((content) => withContent('timelineSource', content));
  const row = fc
    .tuple(
      rowAttrs,
      fc.oneof(
        { weight: 4, arbitrary: event.map((one) => [one]) },
        { weight: 4, arbitrary: fc.tuple(event, source).map((both): BodyNode[] => both) },
        { weight: 1, arbitrary: fc.array(fc.oneof(event, source), { maxLength: 4 }) },
      ),
    )
    .map(([attrs, content]) => withContent('timelineRow', content, attrs));
  const timeline = fc
    .tuple(
      fc.array(row, { maxLength: 4 }),
      fc.record({
        timeLabel: fc.option(
          fc.oneof(fc.constantFrom('Time', 'Date and Time in CET', 'Time (UTC)', 'UTC', 'CET'), anyText),
          { nil: null, freq: 3 },
        ),
        eventLabel: fc.option(fc.oneof(fc.constantFrom('Event', 'What'), anyText), { nil: null, freq: 3 }),
        sourceLabel: fc.option(fc.oneof(fc.constantFrom('', 'Link'), anyText), { nil: null, freq: 3 }),
        written: fc.constantFrom(
          null,
          null,
          null,
          'table|each',
          'table|none',
          'table|each|Date',
          'list|change|bold|| - |',
          'list|each|||: |ordered',
          'list|none|code||; |',
          'list|change|italic|:| | |',
          'lines|change||| - |',
          'breaks|none|bold|| |',
          '["list|change||| - |",["2026-11-24T14:02","bold",":"," "],["??","",""," "],["","",""," "]]',
          'nonsense',
        ),
      }),
    )
    .map(([rows, attrs]) => withContent('timeline', rows, attrs));

  const question = anyInline.map((content) => withContent('whyQuestion', content));
  const answer = blocks.map((content) => withContent('whyAnswer', content));
  const why = fc
    .tuple(
      fc.record({ id: hiddenId, systemLevel: flag }),
      fc.oneof(
        { weight: 4, arbitrary: fc.tuple(question, answer).map((both): BodyNode[] => both) },
        { weight: 1, arbitrary: fc.array(fc.oneof(question, answer), { maxLength: 3 }) },
      ),
    )
    .map(([attrs, content]) => withContent('why', content, attrs));
  const whyChain = fc
    .array(
      fc.oneof(
        { weight: 1, arbitrary: anyInline.map((content) => withContent('whyProblem', content)) },
        { weight: 4, arbitrary: why },
        { weight: 1, arbitrary: blocks.map((content) => withContent('rootCause', content)) },
      ),
      { maxLength: 5 },
    )
    .chain((content) =>
      fc
        .constantFrom(
          null,
          null,
          null,
          '[false,true,["","Problem: "],["","Why {n} — "],["","Root cause: "]]',
          '[true,true,["Problem"," — "],["",""],["Root cause statement"," — "]]',
          '[false,false,["Problem:"," "],["Why {n}:"," "],["Root cause:"," "]]',
          '[false,true,["","Problem: "],["","Why {n}: "],["","Root cause: "],"paragraphs"]',
          '[false,false,["","Problem: "],["Why {n}: ",""],["","Root cause: "],"headings3"]',
          '[true,true,["Problem"," — "],["",""],["","Root cause: "],"apart"]',
          '[false,false,["Problem:"," "],["Why {n}:"," "],["Root cause:"," "],"apart"]',
          'nonsense',
        )
        .map((written) => withContent('whyChain', content, written === null ? undefined : { written })),
    );

  const actionItem = fc
    .tuple(
      fc.record({
        id: hiddenId,
        number: fc.option(fc.integer({ min: 0, max: 12 }), { nil: null }),
        owner: maybeText,
        ticket: fc.oneof(
          fc.constantFrom(null, 'OBS-1', 'https://example.com/T-1', 'https://e.com/a|b'),
          anyText,
        ),
        due: fc.oneof(fc.constantFrom(null, '2026-12-01'), anyText),
        priority: fc.oneof(fc.constantFrom(null, 'P1', 'P2', 'P3'), anyText),
        status: fc.oneof(fc.constantFrom(null, 'open', 'in-progress', 'done', 'dropped', 'Done'), anyText),
        why: hiddenId,
      }),
      blocks,
    )
    .map(([attrs, content]) => withContent('actionItem', content, attrs));

  const actionList = fc
    .tuple(
      fc.array(actionItem, { maxLength: 4 }),
      fc.constantFrom(
        null,
        null,
        '[[["description","Action"],["owner","Who"],["due","Due date"]],"A{n}",{}]',
        '[[["number","#"],["description","Task"],["status","State"]],"{n}",{"done":"Done","open":""}]',
        '[[["description","Action item"],["other","Type"],["owner","Owner"],["ticket","Bug"]],"A{n}",{}]',
        '["ticks",[["owner",""],["due","due "]],", "]',
        '["ticks",[],", "]',
        'nonsense',
      ),
    )
    .map(([content, written]) =>
      withContent('actionList', content, written === null ? undefined : { written }),
    );

  const field = fc
    .tuple(
      fc.record({
        key: fc.option(fc.constantFrom(...FIELD_SPECS.map(({ key }) => key)), { nil: null, freq: 4 }),
        label: fc.option(fc.oneof(anyText, fc.constantFrom('Shown to', 'Revenue impact')), {
          nil: null,
          freq: 2,
        }),
        choice: fc.oneof(
          fc.constantFrom(null, null, 'estimate', 'none', 'monitoring', 'yes', 'wrong query'),
          anyText,
        ),
        subject: fc.oneof(fc.constantFrom(null, null, null, 'HighErrorRate'), anyText),
      }),
      blocks,
    )
    .map(([attrs, content]) => withContent('field', content, attrs));

  const checkItem = fc
    .tuple(
      fc.record({
        key: fc.option(fc.constantFrom(...CHECKLIST.map(({ key }) => key)), { nil: null }),
        checked: flag,
      }),
      fc.oneof(
        anyInline,
        fc
          .constantFrom(...CHECKLIST)
          .map((spec): BodyNode[] => [{ type: 'text', text: spec.words(DEFAULT_PLACES) }]),
      ),
    )
    .map(([attrs, content]) => withContent('checkItem', content, attrs));

  const signOffRow = fc
    .record({
      key: fc.option(fc.constantFrom(...SIGN_OFF_ROLES.map(({ key }) => key)), { nil: null }),
      role: fc.oneof(fc.constantFrom(null, ...SIGN_OFF_ROLES.map(({ role }) => role)), anyText),
      name: maybeText,
      date: fc.oneof(fc.constantFrom(null, '2026-12-01'), anyText),
    })
    .map((attrs) => withContent('signOffRow', [], attrs));

  const listOf = (type: string, children: fc.Arbitrary<BodyNode>): fc.Arbitrary<BodyNode> =>
    fc.array(children, { maxLength: 4 }).map((content) => withContent(type, content));
  return fc.oneof(
    { weight: 3, arbitrary: timeline },
    { weight: 2, arbitrary: whyChain },
    { weight: 2, arbitrary: actionList },
    {
      weight: 2,
      arbitrary: fc
        .tuple(listOf('fieldList', field), fc.constantFrom(null, null, 'bold', 'bold-name', 'nonsense'))
        .map(([list, written]) => (written === null ? list : { ...list, attrs: { written } })),
    },
    { weight: 1, arbitrary: listOf('checklist', checkItem) },
    { weight: 1, arbitrary: listOf('signOff', signOffRow) },
  );
}

const sectionHeading: fc.Arbitrary<BodyNode> = fc
  .tuple(fc.constantFrom(...SECTIONS), fc.option(headingWords, { nil: null }), fc.constantFrom(2, 2, 2, 3, 1))
  .map(([{ key, heading }, words, level]) =>
    withContent('heading', [{ type: 'text', text: words ?? heading }], { level, section: key }),
  );

/** Whys without a list, each with a block that may stand below it. */
const whysInBlocks: fc.Arbitrary<readonly BodyNode[]> = fc
  .tuple(
    fc.constantFrom('paragraph', 'heading'),
    fc.constantFrom('Why N: ', 'Why N — ', 'Problem: '),
    fc.array(fc.tuple(anyText, fc.option(anyBlock(1), { nil: null, freq: 3 })), { maxLength: 4 }),
  )
  .map(([type, label, whys]) =>
    whys.flatMap(([text, below], at) => [
      withContent(
        type,
        [{ type: 'text', text: `${label.replace('N', String(at + 1))}${text}` }],
        type === 'heading' ? { level: 3 } : undefined,
      ),
      ...(below === null ? [] : [below]),
    ]),
  );

const bodyOfBlocks: fc.Arbitrary<readonly BodyNode[]> = fc.array(
  fc.oneof(
    { weight: 3, arbitrary: anyBlock(2) },
    { weight: 2, arbitrary: anyForm(1) },
    { weight: 1, arbitrary: sectionHeading },
  ),
  { maxLength: 7 },
);

const editedTemplate: fc.Arbitrary<readonly BodyNode[]> = fc
  .tuple(
    fc.constantFrom('full' as const, 'short' as const),
    fc.array(fc.tuple(fc.nat(40), fc.oneof(anyForm(1), anyBlock(1)), fc.boolean()), { maxLength: 5 }),
  )
  .map(([template, edits]) => {
    const body: BodyNode[] = [...templateBody(template, 'P0', DEFAULT_PLACES)];
    for (const [place, block, replaces] of edits) body.splice(place % body.length, replaces ? 1 : 0, block);
    return body;
  });

const rootCauseInBlocks: fc.Arbitrary<readonly BodyNode[]> = fc
  .tuple(
    headingWords,
    fc.array(
      fc.oneof(
        whysInBlocks,
        anyForm(0).map((form) => [form]),
      ),
      { maxLength: 3 },
    ),
  )
  .map(([words, blocks]) => [
    withContent('heading', [{ type: 'text', text: words }], { level: 2, section: 'rootCause' }),
    ...blocks.flat(),
  ]);

/**
 * A body out of any blocks, a template's body with some of its blocks replaced and others added, or whys without
 * a list.
 */
export const anyBody: fc.Arbitrary<readonly BodyNode[]> = fc.oneof(
  { weight: 4, arbitrary: bodyOfBlocks },
  { weight: 4, arbitrary: editedTemplate },
  { weight: 1, arbitrary: rootCauseInBlocks },
);

const fact = fc.option(anyText, { nil: null, freq: 2 });
const members = fc.array(fc.oneof(fc.constantFrom('acme', 'globex', 'all', 'eu-west-1', 'a, b'), anyText), {
  maxLength: 3,
});

const facts: fc.Arbitrary<Facts> = fc
  .record({
    incidentId: fc.oneof(fc.constantFrom(null, 'INC-2026-11-24-001'), fact),
    title: fact,
    severity: fc.oneof(fc.constantFrom(null, 'P0', 'P1', 'P2', 'P3'), fact),
    firstAlert: fc.oneof(fc.constantFrom(null, '2026-11-24T14:02'), fact),
    allClear: fc.oneof(fc.constantFrom(null, '2026-11-25T01:40'), fact),
    statedImpact: fc.oneof(fc.constantFrom(null, '69', '6000'), fact),
    detection: fc.oneof(fc.constantFrom(null, 'automated alert'), fact),
    commander: fact,
    commanderTeam: fact,
    primary: fact,
    secondary: fact,
    recorder: fact,
    author: fact,
    tenants: members,
    regions: members,
    services: members,
    told: fc.array(fc.constantFrom('yes' as const, 'no' as const, null), { maxLength: 3 }),
  })
  .map(({ told, ...others }) => ({
    ...others,
    told: Object.fromEntries(
      others.tenants.flatMap((tenant, place) => {
        const said = told[place] ?? null;
        return said === null ? [] : [[tenant, said] as const];
      }),
    ),
  }));

/** Any postmortem at all. */
export const anyPostmortem: fc.Arbitrary<PostmortemContent> = fc.record({
  template: fc.constantFrom(...TEMPLATES),
  status: fc.constantFrom(...STATUSES),
  lastAction: fc.nat(20),
  frontMatter: fc.constantFrom(
    null,
    null,
    'title: x',
    'severity: P2\n# a comment\ntags: [a, b]',
    'not: [yaml',
    'debrief: mine',
    '{a: 1}',
    '- a\n- b',
    'a: 1\n...',
    'tz: CET',
    'debrief:\n  status: published\n  owner: Ann',
    '+++\ntitle = "x"\n\n[params]\nx = 1\n+++',
  ),
  titleLead: fc.constantFrom(null, null, '', 'Post-mortem - ', 'nonsense '),
  facts,
  body: anyBody,
});

/** Keys of sections, for tests that need one. */
export const anySectionKey = fc.constantFrom(...SECTION_KEYS);
