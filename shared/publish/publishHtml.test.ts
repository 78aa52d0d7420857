import { expect, it } from 'vitest';
import { DEFAULT_PLACES } from '../document/checklist.ts';
import { createPostmortem } from '../document/createPostmortem.ts';
import { type BodyNode, templateBody } from '../document/template.ts';
import { postmortemContent } from '../markdown/postmortemContent.ts';
import { publishHtml } from './publishHtml.ts';

const text = (words: string, href?: string): BodyNode => ({
  type: 'text',
  text: words,
  ...(href === undefined ? {} : { marks: [{ type: 'link', attrs: { href, title: null } }] }),
});
const line = (...content: readonly BodyNode[]): BodyNode => ({ type: 'paragraph', content });

function publish(body: readonly BodyNode[], facts: Record<string, unknown> = {}) {
  const doc = createPostmortem({
    id: 'x',
    created: '2026-11-24T12:00:00Z',
    template: 'full',
    facts: { title: 'Checkout down', incidentId: 'INC-2026-11-24-001', severity: 'P0', ...facts },
    body,
  });
  return publishHtml(postmortemContent(doc), {
    picture: (hash) => (hash.startsWith('a') ? `data:image/png;base64,${hash}` : null),
    fontStyles: '',
    now: '2026-11-24T12:34',
  });
}

it('the header and footer say which incident, which state and when', () => {
  expect(publish([])).toMatchObject({
    header: { left: 'INC-2026-11-24-001', right: 'Checkout down' },
    footer: { left: 'Draft, 2026-11-24 12:34 UTC' },
  });
});

it('an unfilled template prints its headings once each and no guidance', () => {
  const { html } = publish(templateBody('full', 'P0', DEFAULT_PLACES));
  const headings = [...html.matchAll(/<h2>([^<]*)<\/h2>/g)].map(([, words]) => words);
  expect(headings).toHaveLength(14);
  expect(html).toContain('Not filled in');
  expect(html).not.toContain('What happened, who felt it');
  expect(html).toMatch(/<h2>[^<]*5 Whys[^<]*<\/h2><p class="none">Not filled in<\/p>/);
  expect(html).not.toContain('Why 1');
  // No bullet without words, no heading above nothing.
  expect(html).not.toMatch(/<li>(<p>)?\s*(<\/p>)?<\/li>|<\/h2>(<p><\/p>)?<h2|<\/h2><\/main/);
});

it('timeline rows stand under their day, with milestones before the event and originals beside the time', () => {
  const row = (attrs: Record<string, unknown>, words: string): BodyNode => ({
    type: 'timelineRow',
    attrs: { id: words, ...attrs },
    content: [
      { type: 'timelineEvent', content: [line(text(words))] },
      { type: 'timelineSource', content: [text('graph', 'https://graphs.example/1')] },
    ],
  });
  const { html } = publish([
    {
      type: 'timeline',
      content: [
        row({ at: '2026-11-23T23:52', firstAlert: true, impactStarts: true }, 'It fired'),
        row({ at: '2026-11-24T00:05', precision: 'about' }, 'Calls'),
        row({ at: '2026-11-24T01:02', asWritten: '02:02 CET', zone: 'CET' }, 'Converted'),
        row({ at: '2026-11-24T01:10', until: '2026-11-24T01:20', asWritten: '01:10 - 01:20' }, 'Restarted'),
      ],
    },
  ]);
  expect(html).toMatch(/Monday 23 November 2026.*23:52.*<b>Impact starts, First alert\.<\/b> It fired/s);
  expect(html).toMatch(/Tuesday 24 November 2026.*~00:05.*Calls.*01:02.*02:02 CET.*Converted/s);
  expect(html).toMatch(/<td class="tm">01:10–01:20<\/td>/);
  expect(html).toContain('<a href="https://graphs.example/1">graph</a>');
  expect(html).toContain('<thead>');
});

it('a row and its code that are as long as half a page may be cut, and shorter ones are kept whole', () => {
  const row = (lines: number): BodyNode => ({
    type: 'timelineRow',
    attrs: { id: String(lines) },
    content: [
      {
        type: 'timelineEvent',
        content: [line(text('Log')), { type: 'codeBlock', content: [text('a line\n'.repeat(lines))] }],
      },
    ],
  });
  const { html } = publish([{ type: 'timeline', content: [row(120), row(8)] }]);
  expect(html.match(/<tr class="long">/g)).toHaveLength(1);
  expect(html.match(/<pre class="long">/g)).toHaveLength(1);
  expect(html.match(/<pre>/g)).toHaveLength(1);
});

it('a task has its box and no bullet, and a table stands apart from the paragraph above', () => {
  const task: BodyNode = { type: 'taskItem', attrs: { checked: true }, content: [line(text('Done'))] };
  const { html } = publish([{ type: 'taskList', content: [task] }]);
  expect(html).toMatch(/<ul class="contains-task-list">\s*<li class="task-list-item"><input type="checkbox"/);
  expect(html).toContain('.contains-task-list { list-style: none; }');
  expect(html).toMatch(/\np \+ table,.* \{ margin-top: 8pt; \}/);
});

it('TH-16 TH-18 nothing that could run or be fetched is in the page', () => {
  const { html } = publish([
    line(text('bad', 'javascript:alert(1)'), text('host', '//evil.example/x')),
    { type: 'rawBlock', content: [{ type: 'text', text: '<script>alert(1)</script><img src=x onerror=y>' }] },
    line({ type: 'rawInline', attrs: { value: '<img src="https://evil.example/p.png">' } }),
    line({ type: 'image', attrs: { address: 'https://evil.example/p.png', alt: 'A graph' } }),
    line({ type: 'image', attrs: { hash: `b${'0'.repeat(63)}`, alt: 'Lost' } }),
    line({ type: 'image', attrs: { hash: `a${'0'.repeat(63)}`, alt: 'Kept' } }),
  ]);
  expect(html).not.toMatch(/<script|<img src="?https?:|<img src="?x|href="(?!https:|http:|mailto:|#)/);
  expect(html).toContain('&#x3C;script>alert(1)&#x3C;/script>');
  expect(html).toContain('[Picture: A graph, https://evil.example/p.png]');
  expect(html).toContain('[Picture: Lost]');
  expect(html).toMatch(/<img src="data:image\/png;base64,a0/);
});

it('whys name their actions, and actions say what they lack', () => {
  const { html } = publish([
    {
      type: 'whyChain',
      content: [
        { type: 'whyProblem', content: [text('Checkout was down')] },
        {
          type: 'why',
          attrs: { id: 'why1', systemLevel: true },
          content: [
            { type: 'whyQuestion', content: [text('Why was it down?')] },
            { type: 'whyAnswer', content: [line(text('The pod was killed.'))] },
          ],
        },
        { type: 'rootCause', content: [line(text('No limit is enforced.'))] },
      ],
    },
    {
      type: 'actionList',
      content: [
        {
          type: 'actionItem',
          attrs: { id: 'act1', number: 3, why: 'why1' },
          content: [line(text('Enforce it'))],
        },
      ],
    },
  ]);
  expect(html).toMatch(
    /Checkout was down.*Why was it down\?.*The pod was killed\..*Action A3.*No limit is enforced\./s,
  );
  expect(html).toMatch(/A3.*Enforce it.*Not assigned.*–.*Not set.*Open/s);
});

it('an alert of GitHub has its name in place of its mark, and another quote its words', () => {
  const quote = (...content: readonly BodyNode[]): BodyNode => ({
    type: 'blockquote',
    content: [{ type: 'paragraph', content }],
  });
  const { html } = publish([
    quote(text('[!WARNING]'), { type: 'hardBreak' }, text('Do not restart it')),
    quote(text('[!WARNING] in a line')),
  ]);
  expect(html).toMatch(/<strong>Warning<\/strong><br>\s*Do not restart it/);
  expect(html).toContain('[!WARNING] in a line');
});

it('the ticket of an import is a link with its words', () => {
  const item = (ticket: string): BodyNode => ({
    type: 'actionItem',
    attrs: { id: ticket, number: 1, ticket },
    content: [line(text('Do it'))],
  });
  const tickets = ['[T-6](https://t.example/6)', 'https://t.example/7', '[T-8](file:///x)'];
  const { html } = publish([{ type: 'actionList', content: tickets.map(item) }]);
  expect(html).toMatch(/<a href="https:\/\/t\.example\/6"[^>]*>T-6<\/a>/);
  expect(html).toMatch(/<a href="https:\/\/t\.example\/7"[^>]*>https:\/\/t\.example\/7<\/a>/);
  expect(html).not.toContain('[T-6]');
  expect(html).toContain('[T-8](file:///x)');
  expect(html).not.toContain('href="file:');
});

it('each tenant is printed on a line of its own, a choice of ours with a capital before the words', () => {
  const field = (attrs: Record<string, unknown>, words: string): BodyNode => ({
    type: 'field',
    attrs,
    content: [line(text(words))],
  });
  const { html } = publish(
    [
      {
        type: 'fieldList',
        content: [
          field({ key: 'tenants' }, 'the others read the status page'),
          field({ key: 'data', choice: 'none' }, 'no card data'),
        ],
      },
    ],
    { tenants: ['norsk-handel', 'initech'], told: { 'norsk-handel': 'yes' } },
  );
  expect(html).toContain(
    '<p>norsk-handel (told proactively)</p><p>initech</p><p>the others read the status page</p>',
  );
  expect(html).toContain('None: no card data');
});

it('a line break in the cell of a table is one on paper, and no other HTML is run', () => {
  const row = (type: string, ...content: readonly BodyNode[]): BodyNode => ({
    type: 'tableRow',
    content: [{ type, content: [line(...content)] }],
  });
  const raw: BodyNode = { type: 'rawInline', attrs: { value: '<script>x()</script>' } };
  const { html } = publish([
    {
      type: 'table',
      content: [
        row('tableHeader', text('Who')),
        row('tableCell', text('Paged'), { type: 'hardBreak' }, text('second'), raw),
      ],
    },
  ]);
  expect(html).toContain('<td>Paged<br>second<code>&#x3C;script>x()&#x3C;/script></code></td>');
});

it('a footnote is printed where it stands, under the label that its reference shows', () => {
  const reference: BodyNode = { type: 'footnoteReference', attrs: { label: 'n' } };
  const { html } = publish([
    line(text('Refused'), reference, text('.')),
    {
      type: 'footnote',
      attrs: { label: 'n' },
      content: [line(text('By the gateway.')), line(text('Later.'))],
    },
  ]);
  expect(html).toMatch(/<p>Refused\[n\]\.<\/p>\s*<p>\[n\] By the gateway\.<\/p>\s*<p>Later\.<\/p>/);
});

it('a status that an import brought in words of its own is printed as it is', () => {
  const item = (status: string | null): BodyNode => ({
    type: 'actionItem',
    attrs: { id: `item-${status}`, number: 1, status },
    content: [line(text('Do it'))],
  });
  const { html } = publish([{ type: 'actionList', content: [item('blocked'), item(null)] }]);
  expect(html).toContain('<td>blocked</td>');
  expect(html).toContain('<td>Open</td>');
});
