import { Fragment, type Node, Slice } from '@tiptap/pm/model';
import { describe, expect, it } from 'vitest';
import { postmortemSchema as schema } from '../../../shared/schema/postmortemSchema.ts';
import { pastedRows } from '../nodes/timeline/paste/pastedRows.ts';
import { documentWith, positionOf, rowOf, timelineIn } from '../nodes/timeline/timeline.testkit.ts';
import { copiedText } from './copiedText.ts';

const LABELS = new Map([['i', 'A2']]);
const copied = (node: Node): string | null => copiedText(new Slice(Fragment.from(node), 0, 0), LABELS);

/** What is copied where a selection goes from one text to the end of another. */
const between = (doc: Node, from: string, to: string): string | null =>
  copiedText(doc.slice(positionOf(doc, from), positionOf(doc, to) + to.length, true), LABELS);

const doc = documentWith(
  rowOf({ id: 'a', at: '2026-11-12T23:52' }, ['Burn-rate alert', 'fires'], 'PD-1123'),
  rowOf({ id: 'b', at: '2026-11-12T23:56', precision: 'about' }, ['acknowledged']),
  rowOf({ id: 'c', at: '2026-11-13T00:05', asWritten: '01:05', zone: 'CET' }, ['declared']),
);

describe('a copied timeline row', () => {
  it('is a line with its time, its event and its source', () => {
    expect(copied(timelineIn(doc).timeline.child(0))).toBe('23:52\tBurn-rate alert fires\tPD-1123');
  });

  it('is pasted as a row again', () => {
    const text = copied(timelineIn(doc).timeline.child(0)) ?? '';
    expect(
      pastedRows(schema, { text, html: '' })?.map(({ time, event, source }) => [
        time,
        event.firstChild?.textContent,
        source.firstChild?.text,
      ]),
    ).toEqual([['23:52', 'Burn-rate alert fires', 'PD-1123']]);
  });

  it('is one of several lines of equal cells, which name each new day of several', () => {
    const text = copied(timelineIn(doc).timeline);
    expect(text).toBe(
      '2026-11-12 23:52\tBurn-rate alert fires\tPD-1123\n~23:56\tacknowledged\t\n2026-11-13 00:05\tdeclared\t',
    );
    expect(pastedRows(schema, { text: text ?? '', html: '' })).toHaveLength(3);
    expect(between(doc, 'fires', 'acknow')).toBe('23:52\tfires\tPD-1123\n~23:56\tacknow\t');
  });

  it('stands among the blocks around it', () => {
    expect(between(doc, 'declared', 'After')).toBe('00:05\tdeclared\n\nAfter');
  });
});

it('words from within one row are copied as they are, and so is text without rows', () => {
  expect(between(doc, 'Burn', 'fires')).toBeNull();
  expect(between(doc, 'fires', 'PD-1123')).toBeNull();
  expect(between(doc, 'Time', 'line')).toBeNull();
});

it('the rows of other forms are lines of what the page shows of them', () => {
  const text = (words: string) => [{ type: 'text', text: words }];
  const lines = (words: string) => [{ type: 'paragraph', content: text(words) }];
  const chain = schema.nodeFromJSON({
    type: 'whyChain',
    content: [
      { type: 'whyProblem', content: text('Checkout failed') },
      {
        type: 'why',
        content: [
          { type: 'whyQuestion', content: text('Why did it fail?') },
          { type: 'whyAnswer', content: lines('The bundle lacked an issuer') },
        ],
      },
      { type: 'rootCause' },
    ],
  });
  expect(copied(chain)).toBe('Problem\tCheckout failed\nWhy did it fail?\tThe bundle lacked an issuer');
  const item = schema.nodeFromJSON({
    type: 'actionItem',
    attrs: { id: 'i', number: 2, owner: 'Ruth', due: '2026-12-01', priority: 'P1' },
    content: lines('Check the bundle'),
  });
  expect(copied(item)).toBe('A2\tCheck the bundle\tRuth\t2026-12-01\tP1\tOpen');
  const signed = schema.nodeFromJSON({ type: 'signOffRow', attrs: { role: 'Author', name: 'Ines' } });
  expect(copied(signed)).toBe('Author\tInes');
});
