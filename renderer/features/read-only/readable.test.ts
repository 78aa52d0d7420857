import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { BodyNode } from '../../../shared/document/template.ts';
import { followedTicket } from '../../../shared/document/ticketLink.ts';
import { NO_FACTS } from '../../../shared/markdown/facts/factLines.ts';
import { anyPostmortem } from '../../../shared/markdown/generator.testkit.ts';
import { SEED } from '../../../shared/testing/seed.testkit.ts';
import { readableBody } from './readable.ts';

const line = (text: string): BodyNode => ({ type: 'paragraph', content: [{ type: 'text', text }] });
const readable = (...body: readonly BodyNode[]): readonly BodyNode[] => readableBody(body, NO_FACTS).flat();

/** Texts and pictures, in their order; of a timeline row the source comes last, in its column. */
const saidIn = (nodes: readonly BodyNode[]): readonly string[] =>
  nodes.flatMap((node) => {
    if (node.type === 'image') return [`picture ${node.attrs?.hash ?? node.attrs?.address}`];
    return node.text === undefined ? saidIn(inColumns(node)) : [node.text];
  });

const COLUMNS = ['timelineEvent', 'other', 'timelineSource'];

const columnOf = ({ type }: BodyNode): number => COLUMNS.indexOf(COLUMNS.includes(type) ? type : 'other');

const inColumns = ({ type, content = [] }: BodyNode): readonly BodyNode[] =>
  type === 'timelineRow' ? [...content].sort((a, b) => columnOf(a) - columnOf(b)) : content;

/** What of `wanted` is not in `found`, in this order. */
function missing(wanted: readonly string[], found: readonly string[]): readonly string[] {
  let place = 0;
  return wanted.filter((said) => {
    const at = found.indexOf(said, place);
    if (at < 0) return true;
    place = at + 1;
    return false;
  });
}

/** The texts of attributes that a person wrote. */
const attributesIn = (nodes: readonly BodyNode[]): readonly string[] =>
  nodes.flatMap(({ attrs = {}, content = [] }) => [
    ...['owner', 'ticket', 'due', 'priority', 'role', 'name', 'date', 'subject', 'label'].flatMap((name) =>
      typeof attrs[name] === 'string' && attrs[name] !== ''
        ? [name === 'ticket' ? followedTicket(attrs[name]).words : attrs[name]]
        : [],
    ),
    ...attributesIn(content),
  ]);

const renamed = (nodes: readonly BodyNode[], type: string): readonly BodyNode[] =>
  nodes.map((node) => ({
    ...node,
    type: node.type === type ? 'hologram' : node.type,
    ...(node.content === undefined ? {} : { content: renamed(node.content, type) }),
  }));

it('leaves out no text, no picture and no field of any postmortem, and keeps their order', () => {
  fc.assert(
    fc.property(anyPostmortem, ({ body, facts }) => {
      const said = saidIn(readableBody(body, facts).flat());
      expect(missing(saidIn(body), said)).toEqual([]);
      const all = said.join('\n');
      expect(attributesIn(body).filter((words) => !all.includes(words))).toEqual([]);
    }),
    { numRuns: 200, seed: SEED },
  );
});

it('shows the ticket of an import as the link that it is', () => {
  const ticket = '[T-6](https://t.example/6)';
  const items = [{ type: 'actionItem', attrs: { ticket }, content: [line('Do it')] }];
  const said = JSON.stringify(readable({ type: 'actionList', content: items }));
  expect(said).toContain(
    '{"type":"text","text":"T-6","marks":[{"type":"link","attrs":{"href":"https://t.example/6"}}]}',
  );
  expect(said).not.toContain('[T-6]');
});

it('shows the text of what a newer version wrote, wherever it stands', () => {
  const types = ['timelineRow', 'timelineEvent', 'why', 'whyAnswer', 'field', 'actionItem', 'tableRow'];
  const more = ['tableCell', 'listItem', 'taskItem', 'checkItem', 'rootCause', 'paragraph', 'footnote'];
  fc.assert(
    fc.property(anyPostmortem, fc.constantFrom(...types, ...more), ({ body, facts }, type) => {
      const newer = renamed(body, type);
      const said = saidIn(readableBody(newer, facts).flat());
      expect(missing(saidIn(newer), said)).toEqual([]);
    }),
    { numRuns: 200, seed: SEED },
  );
});

it('names what this version does not know, with its attributes', () => {
  const [first, second] = readable(
    { type: 'hologram', attrs: { caption: 'Spinning', scale: 3 }, content: [line('Inside')] },
    { ...line('Calm'), attrs: { mood: 'calm' } },
  ).map((node) => saidIn([node]).join(''));
  expect([first, second]).toEqual(['From a newer version: hologram, caption: Spinning, scale: 3', 'Inside']);
  expect(saidIn(readable({ ...line('Calm'), attrs: { mood: 'calm' } }))).toEqual([
    'From a newer version: mood: calm',
    'Calm',
  ]);
});

it('reads a timeline as a table, each row with its time, milestones, event and source', () => {
  const nodes = readable({
    type: 'timeline',
    content: [
      {
        type: 'timelineRow',
        attrs: { at: '2026-11-12T23:52', firstAlert: true },
        content: [
          { type: 'timelineEvent', content: [line('The pager went')] },
          { type: 'timelineSource', content: [{ type: 'text', text: 'PagerDuty' }] },
        ],
      },
    ],
  });
  expect(nodes.map(({ type }) => type)).toEqual(['note', 'table']);
  const rows = nodes[1]?.content?.map((row) => row.content?.map((cell) => saidIn([cell]).join('')));
  expect(rows).toEqual([
    ['Time (UTC)', 'Event', 'Source'],
    ['Thursday 12 November 2026'],
    ['23:52', 'First alert. The pager went', 'PagerDuty'],
  ]);
});

it('keeps a table a table, with its heads and its spans', () => {
  const cells: BodyNode[] = [
    { type: 'tableHeader', attrs: { colspan: 2 }, content: [line('Region')] },
    { type: 'tableCell', attrs: { align: 'right' }, content: [line('412')] },
  ];
  const table: BodyNode = { type: 'table', content: [{ type: 'tableRow', content: cells }] };
  expect(readable(table)).toEqual([table]);
});
