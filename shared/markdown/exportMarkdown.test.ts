import { describe, expect, test } from 'vitest';
import { DEFAULT_PLACES } from '../document/checklist.ts';
import { type BodyNode, templateBody } from '../document/template.ts';
import { exportMarkdown } from './exportMarkdown.ts';
import { NO_FACTS } from './facts/factLines.ts';
import { importMarkdown } from './importMarkdown.ts';
import type { PostmortemContent } from './postmortemContent.ts';

const options = { imageAddress: (hash: string) => `outage.assets/${hash}.png` };
const text = (words: string): BodyNode => ({ type: 'text', text: words });
const paragraph = (...content: BodyNode[]): BodyNode => ({ type: 'paragraph', content });

const row = (
  attrs: Readonly<Record<string, unknown>>,
  event: readonly BodyNode[],
  source?: string,
): BodyNode => ({
  type: 'timelineRow',
  attrs,
  content: [
    { type: 'timelineEvent', content: event },
    ...(source === undefined ? [] : [{ type: 'timelineSource', content: [text(source)] }]),
  ],
});

/** A postmortem of the Short template with some of its empty nodes filled in. */
function postmortem(
  filled: Readonly<Record<string, BodyNode>>,
  facts: Partial<PostmortemContent['facts']> = {},
): PostmortemContent {
  const body = templateBody('short', 'P2', DEFAULT_PLACES).map((node) => filled[node.type] ?? node);
  return {
    template: 'short',
    status: 'draft',
    lastAction: 0,
    frontMatter: null,
    titleLead: null,
    facts: { ...NO_FACTS, title: 'Checkout refused payments', ...facts },
    body,
  };
}

const timeline: BodyNode = {
  type: 'timeline',
  content: [
    row(
      { id: 'aaa', at: '2026-11-24T23:52', firstAlert: true },
      [paragraph(text('`CheckoutErrors` fires'))],
      'PD 4711',
    ),
    row({ id: 'bbb', at: '2026-11-24T23:58', precision: 'about' }, [paragraph(text('Page sent'))]),
    row({ id: 'ccc', at: '2026-11-25T00:03', until: '2026-11-25T00:12' }, [paragraph(text('Roll-back'))]),
    row({ id: 'ddd', at: '2026-11-25T00:20', untilUnknown: true }, [paragraph(text('Watching'))]),
    row({ id: 'eee', at: '2026-11-25T00:30', asWritten: '01:30 CET', zone: 'CET' }, [
      paragraph(text('Call ended')),
    ]),
    row({ id: 'fff' }, [paragraph(text('Somebody noticed'))]),
  ],
};

const section = (markdown: string, heading: string): string =>
  markdown
    .slice(markdown.indexOf(`## ${heading}`))
    .split('\n')
    .slice(2)
    .join('\n')
    .split('\n\n##')[0] ?? '';

describe('an export of ours', () => {
  test('has the template’s list of facts, and the duration of the impact from the milestones', () => {
    const impact: BodyNode = {
      type: 'timeline',
      content: [
        row({ at: '2026-11-24T14:02', impactStarts: true }, [paragraph(text('a'))]),
        row({ at: '2026-11-24T15:11', impactEnded: true }, [paragraph(text('b'))]),
      ],
    };
    const { text: markdown } = exportMarkdown(
      postmortem(
        { timeline: impact },
        { incidentId: 'INC-2026-11-24-001', severity: 'P2', tenants: ['acme', 'globex'] },
      ),
      options,
    );
    expect(markdown).toContain(
      '# Postmortem: Checkout refused payments\n\n## Metadata\n\n- Incident ID: INC-2026-11-24-001\n',
    );
    expect(markdown).toContain(
      '- Duration of customer-visible impact: 01:09 (from the timeline)\n- Severity: P2\n',
    );
    expect(markdown).toContain('- Affected tenants: acme, globex\n- Affected regions:\n');
  });

  test('says that a duration is only about right where one of its ends is, and reads it as stated by nobody', () => {
    const about: BodyNode = {
      type: 'timeline',
      content: [
        row({ id: 'a', at: '2026-11-24T14:02', precision: 'about', impactStarts: true }, [
          paragraph(text('a')),
        ]),
        row({ id: 'b', at: '2026-11-24T14:32', impactEnded: true }, [paragraph(text('b'))]),
      ],
    };
    const { text: markdown } = exportMarkdown(postmortem({ timeline: about }), options);
    expect(markdown).toContain('- Duration of customer-visible impact: ~00:30 (from the timeline)\n');
    const again = importMarkdown(markdown).postmortem;
    expect(again.template).toBe('short');
    expect(again.facts.statedImpact).toBeNull();
    expect(exportMarkdown(again, options).text).toBe(markdown);
  });

  test('writes a timeline as a table, the day where it changes', () => {
    const { text: markdown } = exportMarkdown(
      postmortem({ timeline }, { firstAlert: '2026-11-24T23:52' }),
      options,
    );
    expect(section(markdown, 'Timeline (UTC)')).toBe(
      [
        '| Time (UTC) | Event | Source / link |',
        '| --- | --- | --- |',
        '| 23:52 | **First alert.** \\`CheckoutErrors\\` fires | PD 4711 |',
        '| ~23:58 | Page sent | |',
        '| 2026-11-25 00:03–00:12 | Roll-back | |',
        '| 00:20–?? | Watching | |',
        '| 2026-11-25 00:30 UTC (01:30 CET) | Call ended | |',
        '| ?? | Somebody noticed | |',
      ].join('\n'),
    );
  });

  test('writes a timeline as a list when an event needs more room than a cell has', () => {
    const large: BodyNode = {
      type: 'timeline',
      content: [
        row(
          { at: '2026-11-24T14:02', firstAlert: true },
          [paragraph(text('Fires')), paragraph(text('twice'))],
          'PD',
        ),
        row({ at: '2026-11-24T14:03' }, [{ type: 'codeBlock', content: [text('kubectl get pods')] }]),
      ],
    };
    const content = postmortem({ timeline: large }, { firstAlert: '2026-11-24T14:02' });
    const { text: markdown } = exportMarkdown(content, options);
    expect(section(markdown, 'Timeline (UTC)')).toBe(
      [
        '- **14:02** — **First alert.** Fires',
        '',
        '  twice',
        '',
        '  Source: PD',
        '',
        '- **14:03** —',
        '',
        '  ```',
        '  kubectl get pods',
        '  ```',
      ].join('\n'),
    );
    const [, read] = importMarkdown(markdown).postmortem.body.filter(
      ({ type }) => type === 'timeline' || type === 'table',
    );
    expect(read).toBeUndefined();
  });

  test('numbers the whys, and keeps the link from an action to its why', () => {
    const whyChain: BodyNode = {
      type: 'whyChain',
      content: [
        { type: 'whyProblem', content: [text('Checkout returned 5xx')] },
        {
          type: 'why',
          attrs: { id: 'why-one', systemLevel: true },
          content: [
            { type: 'whyQuestion', content: [text('Why?')] },
            { type: 'whyAnswer', content: [paragraph(text('No limit'))] },
          ],
        },
        { type: 'rootCause', content: [paragraph(text('Limits drift'))] },
      ],
    };
    const actionList: BodyNode = {
      type: 'actionList',
      content: [
        {
          type: 'actionItem',
          attrs: {
            id: 'act-one',
            number: 3,
            why: 'why-one',
            owner: 'Ana',
            ticket: 'https://jira.example.com/A-1',
          },
          content: [paragraph(text('Check the limits'))],
        },
      ],
    };
    const content = postmortem({ whyChain, actionList });
    const { text: markdown } = exportMarkdown(content, options);
    expect(section(markdown, 'Root cause (5 Whys)')).toBe(
      [
        '- **Problem** — Checkout returned 5xx',
        '',
        '- **Why 1 (system level)** — Why?',
        '',
        '  No limit',
        '',
        '- **Root cause statement** — Limits drift',
      ].join('\n'),
    );
    expect(section(markdown, 'Action items')).toContain(
      '| A3 | Check the limits | Ana | <https://jira.example.com/A-1> | | | open |',
    );
    const { body } = importMarkdown(markdown).postmortem;
    const action = body.find(({ type }) => type === 'actionList')?.content?.[0];
    expect(action?.attrs).toMatchObject({ id: 'act-one', why: 'why-one', number: 3 });
  });

  test('says of a section that nobody filled in that it is not filled in, and brings it back empty', () => {
    const content = postmortem({});
    const { text: markdown } = exportMarkdown(content, options);
    expect(section(markdown, 'Lessons')).toBe('_Not filled in._\n');
    const { body } = importMarkdown(markdown).postmortem;
    expect(body.map(({ type }) => type)).toEqual(content.body.map(({ type }) => type));
    expect(JSON.stringify(body)).not.toContain('Not filled in');
  });

  test('keeps the words when somebody has filled in such a section by hand', () => {
    const { text: markdown } = exportMarkdown(postmortem({}), options);
    const edited = markdown.replace('## Lessons\n\n_Not filled in._', '## Lessons\n\nLimits drift.');
    const { body } = importMarkdown(edited).postmortem;
    expect(body.at(-1)).toEqual(paragraph(text('Limits drift.')));
  });

  test('plain, has no block of ours and loses only what cannot be seen', () => {
    const { text: markdown } = exportMarkdown(postmortem({ timeline }), { ...options, plain: true });
    expect(markdown.startsWith('# Postmortem: Checkout refused payments')).toBe(true);
    const read = importMarkdown(markdown).postmortem.body.find(({ type }) => type === 'timeline');
    expect(read?.content?.map(({ attrs }) => attrs?.at ?? null)).toEqual([
      '2026-11-24T23:52',
      '2026-11-24T23:58',
      '2026-11-25T00:03',
      '2026-11-25T00:20',
      '2026-11-25T00:30',
      null,
    ]);
    expect(read?.content?.[0]?.attrs?.firstAlert).toBe(true);
  });

  test('keeps front matter that is not ours, word for word', () => {
    const foreign = '# a comment\ntags: [a,   b]\nowner: "x"';
    const { text: markdown } = exportMarkdown({ ...postmortem({ timeline }), frontMatter: foreign }, options);
    expect(markdown.startsWith(`---\n${foreign}\ndebrief:\n`)).toBe(true);
    expect(importMarkdown(markdown).postmortem.frontMatter).toBe(foreign);
  });

  test('names each picture once, and takes its hash back', () => {
    const hash = 'ab'.repeat(32);
    const image: BodyNode = { type: 'image', attrs: { hash, alt: 'a graph' } };
    const content = { ...postmortem({}), body: [paragraph(image), paragraph(text('again '), image)] };
    const { text: markdown, images } = exportMarkdown(content, options);
    expect(images).toEqual([hash]);
    expect(markdown).toContain(`![a graph](outage.assets/${hash}.png)`);
    expect(importMarkdown(markdown).postmortem.body[0]?.content?.[0]).toEqual(image);
  });
});

test('MD-5 what is nested too deep to be read again is refused with a sentence', () => {
  let block = paragraph(text('deep'));
  for (let depth = 0; depth < 5_000; depth += 1) block = { type: 'blockquote', content: [block] };
  expect(() => exportMarkdown({ ...postmortem({}), body: [block] }, options)).toThrow(
    expect.objectContaining({ code: 'too-large' }),
  );
});

describe('MD-4 the visible text wins', () => {
  const { text: markdown } = exportMarkdown(
    postmortem({ timeline }, { firstAlert: '2026-11-24T23:52' }),
    options,
  );
  const rows = (edited: string): readonly BodyNode[] =>
    importMarkdown(edited).postmortem.body.find(({ type }) => type === 'timeline')?.content ?? [];
  const ids = (edited: string): readonly unknown[] => rows(edited).map(({ attrs }) => attrs?.id);

  test('a row whose words were edited is known by its time', () => {
    const edited = markdown.replace('| Page sent |', '| Page sent to Tomasz |');
    expect(ids(edited)).toEqual(['aaa', 'bbb', 'ccc', 'ddd', 'eee', 'fff']);
    expect(JSON.stringify(rows(edited)[1])).toContain('Page sent to Tomasz');
  });

  test('a row whose time was edited is known by its words, and has the new time', () => {
    const edited = markdown.replace('| ~23:58 |', '| 23:57 |');
    expect(ids(edited)).toEqual(['aaa', 'bbb', 'ccc', 'ddd', 'eee', 'fff']);
    expect(rows(edited)[1]?.attrs).toEqual({ id: 'bbb', at: '2026-11-24T23:57' });
  });

  test('a row that was added gets an id of its own, and one that was removed is gone', () => {
    const edited = markdown
      .replace('| ~23:58 | Page sent | |', '| 23:55 | New | |')
      .replace('| 00:20–?? | Watching | |\n', '');
    expect(ids(edited)).toEqual(['aaa', 'row2', 'ccc', 'eee', 'fff']);
  });

  test('rows that were put into another order keep their ids', () => {
    const lines = markdown.split('\n');
    const at = lines.findIndex((line) => line.startsWith('| ~23:58'));
    const swapped = [
      ...lines.slice(0, at),
      lines[at + 2],
      lines[at + 1],
      lines[at],
      ...lines.slice(at + 3),
    ].join('\n');
    expect(ids(swapped)).toEqual(['aaa', 'ddd', 'ccc', 'bbb', 'eee', 'fff']);
  });

  test('a fact that was edited in the list is the edited one', () => {
    const edited = markdown
      .replace('- Severity:\n', '- Severity: P0\n')
      .replace('Title: Checkout refused payments', 'Title: Cards refused');
    const { facts, body } = importMarkdown(edited).postmortem;
    expect(facts).toMatchObject({ severity: 'P0', title: 'Cards refused' });
    // The heading still says the old title, so it stays where a reader sees it.
    expect(body[0]).toMatchObject({ type: 'heading', attrs: { level: 1 } });
  });

  test('a block that is no YAML, or says nonsense, is passed over', () => {
    const broken = markdown.replace('debrief:', 'debrief: [');
    expect(importMarkdown(broken).postmortem.body.length).toBeGreaterThan(5);
    const nonsense = '---\ndebrief:\n  rows: 7\n  empty: [1]\n  facts: {a: 1}\n  template: x\n---\n\ntext\n';
    expect(importMarkdown(nonsense).postmortem.body).toEqual([paragraph(text('text'))]);
  });
});
