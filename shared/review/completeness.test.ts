import { expect, it } from 'vitest';
import { DEFAULT_PLACES } from '../document/checklist.ts';
import { createPostmortem } from '../document/createPostmortem.ts';
import { readFacts } from '../document/facts.ts';
import { SUMMARY_SKELETON } from '../document/summarySkeleton.ts';
import { type BodyNode, templateBody } from '../document/template.ts';
import {
  documentCompleteness,
  factsCompleteness,
  missingActionParts,
  ringState,
  sectionCompleteness,
  sectionFigure,
} from './completeness.ts';
import { sectionsOf } from './sectionsOf.ts';

const emptyFacts = readFacts(
  createPostmortem({ id: 'x', created: '2026-11-24T12:00:00Z', template: 'full', facts: {}, body: [] }),
);
const paragraph = (text: string): BodyNode => ({ type: 'paragraph', content: [{ type: 'text', text }] });
const heading = (text: string, level = 2, section: string | null = null): BodyNode => ({
  type: 'heading',
  attrs: { level, section },
  content: [{ type: 'text', text }],
});

it('a new document from the Full template is empty everywhere', () => {
  const sections = sectionsOf(templateBody('full', 'P0', DEFAULT_PLACES));
  expect(sections).toHaveLength(14);
  for (const section of sections) {
    expect([section.key, ringState(sectionCompleteness(section, emptyFacts))]).toEqual([
      section.key,
      'empty',
    ]);
    expect(sectionFigure(section, emptyFacts)).toBe(section.key === 'rootCause' ? '1' : '');
  }
  expect(documentCompleteness(sections, emptyFacts)).toBe(0);
});

it('smaller headings belong to the section above, and text before the first heading to none', () => {
  const sections = sectionsOf([
    paragraph('before'),
    heading('Summary', 2, 'summary'),
    heading('Detail', 3),
    paragraph('text'),
    heading('Own words'),
  ]);
  expect(sections.map(({ key, title, index }) => [key, title, index])).toEqual([
    ['summary', 'Summary', 1],
    [null, 'Own words', 4],
  ]);
  expect(sections[0]?.nodes).toHaveLength(2);
});

it('a part-filled list of fields counts its filled fields, and tenants count from the header', () => {
  const [section] = sectionsOf([
    heading('Customer impact', 2, 'customerImpact'),
    {
      type: 'fieldList',
      content: [
        { type: 'field', attrs: { key: 'customers' }, content: [paragraph('214')] },
        { type: 'field', attrs: { key: 'data', choice: 'none' }, content: [{ type: 'paragraph' }] },
        { type: 'field', attrs: { key: 'tenants' }, content: [{ type: 'paragraph' }] },
        { type: 'field', attrs: { key: 'slo' }, content: [{ type: 'paragraph' }] },
      ],
    },
  ]);
  if (section === undefined) throw new Error('no section');
  expect(sectionFigure(section, emptyFacts)).toBe('2/4');
  expect(sectionFigure(section, { ...emptyFacts, tenants: ['acme'] })).toBe('3/4');
});

it('a checklist and a sign-off table count as their own heads do: roles and items in scope, dates that are dates', () => {
  const [publication, signOff] = sectionsOf([
    heading('Publication', 2, 'publication'),
    {
      type: 'checklist',
      content: ['posted', 'linked', 'publicVersion'].map((key) => ({
        type: 'checkItem',
        attrs: { key, checked: key === 'posted' },
        content: [],
      })),
    },
    heading('Sign-off', 2, 'signOff'),
    {
      type: 'signOff',
      content: [
        { type: 'signOffRow', attrs: { key: 'commander', name: 'Ines', date: 'tomorrow-ish' } },
        { type: 'signOffRow', attrs: { key: 'platformLead', name: 'Yuki', date: '2026-11-20' } },
        { type: 'signOffRow', attrs: { key: 'cto' } },
      ],
    },
  ]);
  if (publication === undefined || signOff === undefined) throw new Error('no sections');
  expect([publication, signOff].map((section) => sectionFigure(section, emptyFacts))).toEqual(['1/2', '1/2']);
  const facts = { ...emptyFacts, severity: 'P0' };
  expect([publication, signOff].map((section) => sectionFigure(section, facts))).toEqual(['1/3', '1/3']);
});

it('an action item lacks what it lacks, in the order in which it is asked for', () => {
  expect(missingActionParts({ type: 'actionItem', attrs: { owner: 'Ruth' } })).toEqual([
    'deliverable',
    'ticket',
    'due',
  ]);
  expect(
    missingActionParts({
      type: 'actionItem',
      attrs: { owner: 'Ruth', ticket: 'SEC-1', due: '2026-12-01' },
      content: [paragraph('Restore it')],
    }),
  ).toEqual([]);
});

it('words that are no date are no due date', () => {
  expect(
    missingActionParts({
      type: 'actionItem',
      attrs: { owner: 'Ruth', ticket: 'SEC-1', due: 'when it is quiet' },
      content: [paragraph('Restore it')],
    }),
  ).toEqual(['due']);
});

it('a picture alone fills a section', () => {
  const [section] = sectionsOf([
    heading('Summary', 2, 'summary'),
    { type: 'paragraph', content: [{ type: 'image', attrs: { hash: 'a'.repeat(64) } }] },
  ]);
  expect(section && ringState(sectionCompleteness(section, emptyFacts))).toBe('full');
});

it('facts are full when all that is expected is there', () => {
  expect(factsCompleteness({ ...emptyFacts, title: 'T', regions: ['eu'] })).toEqual({
    filled: 2,
    begun: 0,
    total: 14,
  });
});

it('a summary that is still the skeleton is part filled, without a count', () => {
  const [gaps] = sectionsOf([heading('Summary', 2, 'summary'), paragraph(SUMMARY_SKELETON)]);
  const [ready] = sectionsOf([
    heading('Summary', 2, 'summary'),
    paragraph('Between 23:44 and 00:53 UTC on 2026-11-12, card payments were refused… and then accepted.'),
  ]);
  if (gaps === undefined || ready === undefined) throw new Error('no section');
  expect(ringState(sectionCompleteness(gaps, emptyFacts))).toBe('part');
  expect(sectionFigure(gaps, emptyFacts)).toBe('');
  expect(ringState(sectionCompleteness(ready, emptyFacts))).toBe('full');
});

it('an action item that lacks something is begun, and not counted as filled in', () => {
  const item: BodyNode = { type: 'actionItem', attrs: { owner: 'Ruth' }, content: [paragraph('Restore it')] };
  const [section] = sectionsOf([
    heading('Action items', 2, 'actionItems'),
    { type: 'actionList', content: [item] },
  ]);
  if (section === undefined) throw new Error('no section');
  expect(ringState(sectionCompleteness(section, emptyFacts))).toBe('part');
  expect(sectionFigure(section, emptyFacts)).toBe('0/1');
});

it('the figure of the action items is that of their footer: whole items, without those that were dropped', () => {
  const whole = { owner: 'Ruth', ticket: 'SEC-1', due: '2026-12-01' };
  const item = (attrs: BodyNode['attrs'] = {}): BodyNode => ({
    type: 'actionItem',
    attrs,
    content: [paragraph('Restore it')],
  });
  const sectionWith = (...content: readonly BodyNode[]) =>
    sectionsOf([heading('Action items', 2, 'actionItems'), { type: 'actionList', content }])[0]!;
  const threeOfFive = sectionWith(
    item(whole),
    item(whole),
    item(whole),
    item({ ...whole, due: null }),
    item({ due: '2026-12-04' }),
    item({ status: 'dropped' }),
  );
  expect(sectionFigure(threeOfFive, emptyFacts)).toBe('3/5');
  expect(sectionCompleteness(threeOfFive, emptyFacts)).toEqual({ filled: 3, begun: 1.25, total: 5 });
  const dropped = sectionCompleteness(sectionWith(item({ status: 'dropped' })), emptyFacts);
  expect(ringState(dropped)).toBe('full');
});

it('a timeline is full with a milestone and without flagged rows', () => {
  const row = (at: string, attrs: Readonly<Record<string, unknown>> = {}): BodyNode => ({
    type: 'timelineRow',
    attrs: { at, precision: 'minute', ...attrs },
  });
  const stateOf = (...content: readonly BodyNode[]): string => {
    const [section] = sectionsOf([heading('Timeline', 2, 'timeline'), { type: 'timeline', content }]);
    return section === undefined ? 'none' : ringState(sectionCompleteness(section, emptyFacts));
  };
  const first = row('2026-11-12T23:52', { firstAlert: true });
  expect(stateOf()).toBe('empty');
  expect(stateOf(row('2026-11-12T23:52'))).toBe('part');
  expect(stateOf(first, row('2026-11-13T00:10'))).toBe('full');
  expect(stateOf(first, row('2026-11-12T23:40'))).toBe('part');
  expect(stateOf(first, row('2026-11-12T23:40', { keep: true }))).toBe('full');
});
