import { describe, expect, test } from 'vitest';
import type { BodyNode } from '../../document/template.ts';
import { NO_FACTS } from '../facts/factLines.ts';
import type { PostmortemContent } from '../postmortemContent.ts';
import { norm } from './norm.ts';

const text = (words: string, ...marks: string[]): BodyNode =>
  marks.length === 0
    ? { type: 'text', text: words }
    : { type: 'text', text: words, marks: marks.map((type) => ({ type })) };
const paragraph = (...content: BodyNode[]): BodyNode => ({ type: 'paragraph', content });
const lineBreak: BodyNode = { type: 'hardBreak' };
const raw = (value: string): BodyNode => ({ type: 'rawInline', attrs: { value } });

const content = (body: readonly BodyNode[], others: Partial<PostmortemContent> = {}): PostmortemContent => ({
  template: 'imported',
  status: 'draft',
  lastAction: 0,
  frontMatter: null,
  titleLead: null,
  facts: NO_FACTS,
  ...others,
  body,
});
const normal = (...body: readonly BodyNode[]): readonly BodyNode[] => norm(content(body)).body;

/** The rules of docs/markdown.md, each by an example. */
describe('the normal form', () => {
  test('MD-N1 text holds what a file keeps, and a line break inside a line is a space', () => {
    expect(normal(paragraph(text('a\0b \ud83d \n c')))).toEqual([paragraph(text('a\uFFFDb \uFFFD c'))]);
  });

  test('MD-N2 white space at the ends of a line and breaks at its end are left out', () => {
    expect(normal(paragraph(text('  a  '), lineBreak, text(' b '), lineBreak))).toEqual([
      paragraph(text('a'), lineBreak, text('b')),
    ]);
    expect(normal(paragraph(text(' a ', 'code')))).toEqual([paragraph(text(' a ', 'code'))]);
  });

  test('MD-N3 bold and italic do not cover white space at their edges', () => {
    expect(normal(paragraph(text('a'), text(' b ', 'bold'), text('c')))).toEqual([
      paragraph(text('a '), text('b', 'bold'), text(' c')),
    ]);
  });

  test('MD-N4 a container holds its blocks or one empty paragraph, and one without parts is left out', () => {
    const list: BodyNode = { type: 'bulletList', content: [{ type: 'listItem', content: [] }] };
    expect(normal(list, { type: 'bulletList' }, { type: 'paragraph' })).toEqual([
      { type: 'bulletList', content: [{ type: 'listItem', content: [{ type: 'paragraph' }] }] },
    ]);
  });

  test('MD-N5 a table cell keeps its spans and alignment, and no width', () => {
    const cell = (attrs: Readonly<Record<string, unknown>>): BodyNode => ({
      type: 'table',
      content: [
        { type: 'tableRow', content: [{ type: 'tableCell', attrs, content: [paragraph(text('a'))] }] },
      ],
    });
    expect(normal(cell({ colspan: 2, rowspan: 1, colwidth: [120], align: 'right' }))).toEqual([
      cell({ colspan: 2, align: 'right' }),
    ]);
  });

  test('MD-N6 in a footnote, spaces alone on a line of code are left out', () => {
    const footnote = (code: string): BodyNode => ({
      type: 'footnote',
      attrs: { label: '1' },
      content: [{ type: 'codeBlock', content: [text(code)] }],
    });
    expect(normal(footnote('a\n   \nb'))).toEqual([footnote('a\n\nb')]);
  });

  test('MD-N7 source that is not read as just that is code, and in a line words', () => {
    expect(normal({ type: 'rawBlock', content: [text('no tag')] }, paragraph(raw('no tag')))).toEqual([
      { type: 'codeBlock', content: [text('no tag')] },
      paragraph(text('no tag')),
    ]);
    expect(normal(paragraph(raw('<kbd>')))).toEqual([paragraph(raw('<kbd>'))]);
    expect(normal(paragraph({ type: 'footnoteReference', attrs: { label: 'x' } }))).toEqual([
      paragraph(text('[^x]')),
    ]);
  });

  test('MD-N8 a form inside something else becomes the block that it is written as', () => {
    const [quote] = normal({
      type: 'blockquote',
      content: [{ type: 'checklist', content: [{ type: 'checkItem', content: [text('Told')] }] }],
    });
    expect(quote?.content?.map(({ type }) => type)).toEqual(['taskList']);
    const row = (clock: string): BodyNode => ({
      type: 'timelineRow',
      attrs: { at: `2026-11-24T${clock}` },
      content: [{ type: 'timelineEvent', content: [paragraph(text('Down'))] }],
    });
    const lines: BodyNode = {
      type: 'timeline',
      attrs: { written: 'lines|change||| - |' },
      content: [row('14:02'), row('14:05')],
    };
    expect(normal({ type: 'blockquote', content: [lines] })).toEqual([
      { type: 'blockquote', content: [paragraph(text('2026-11-24 14:02 - Down 14:05 - Down'))] },
    ]);
  });

  test('MD-N9 footnotes have labels that can be written, and one inside another follows it', () => {
    const inner: BodyNode = { type: 'footnote', attrs: { label: 'b' }, content: [paragraph(text('b'))] };
    expect(
      normal({ type: 'footnote', attrs: { label: 'a x' }, content: [paragraph(text('a')), inner] }),
    ).toEqual([{ type: 'footnote', attrs: { label: 'a-x' }, content: [paragraph(text('a'))] }, inner]);
  });

  test('MD-N10 a template’s section in which nothing is said holds what the template puts there', () => {
    const heading: BodyNode = {
      type: 'heading',
      attrs: { level: 2, section: 'timeline' },
      content: [text('Timeline (UTC)')],
    };
    expect(norm(content([heading], { template: 'full' })).body).toEqual([heading, { type: 'timeline' }]);
  });

  test('MD-N11 rows, whys and actions have hidden ids, and actions numbers', () => {
    const [list] = normal({
      type: 'actionList',
      attrs: { written: '[[["description","Action"]],"A{n}",{}]' },
      content: [{ type: 'actionItem', attrs: { status: 'open' }, content: [paragraph(text('Do'))] }],
    });
    expect(list?.content?.[0]?.attrs).toEqual({ id: 'action1', number: 1 });
  });

  test('MD-N11 a row of a template’s table that has no number gets the next one, which no other ever had', () => {
    const item = (number: number | null): BodyNode => ({
      type: 'actionItem',
      attrs: { id: `a${number}`, ...(number === null ? {} : { number }) },
      content: [paragraph(text('Do'))],
    });
    const body = [{ type: 'actionList', content: [item(null), item(2)] }];
    const numbersIn = (of: PostmortemContent): readonly unknown[] =>
      (of.body[0]?.content ?? []).map(({ attrs }) => attrs?.number ?? null);
    const normed = norm(content(body, { template: 'full', lastAction: 6 }));
    expect(numbersIn(normed)).toEqual([7, 2]);
    expect(normed.lastAction).toBe(7);
    expect(numbersIn(norm(content(body)))).toEqual([null, 2]);
  });

  test('MD-N12 a row has one event and one source, a why one question and one answer', () => {
    const event = (words: string): BodyNode => ({ type: 'timelineEvent', content: [paragraph(text(words))] });
    const [timeline] = normal({
      type: 'timeline',
      content: [{ type: 'timelineRow', content: [event('a'), event('b')] }],
    });
    expect(timeline?.content?.[0]?.content).toEqual([
      { type: 'timelineEvent', content: [paragraph(text('a')), paragraph(text('b'))] },
    ]);
  });

  test('MD-N14 a paragraph that names the root cause right behind whys without one is theirs', () => {
    const why: BodyNode = {
      type: 'why',
      attrs: { id: 'why1' },
      content: [
        { type: 'whyQuestion', content: [text('Why?')] },
        { type: 'whyAnswer', content: [paragraph(text('No limit'))] },
      ],
    };
    const cause = paragraph(text('Root cause: ', 'bold'), text('a'));
    const [chain, ...others] = normal({ type: 'whyChain', content: [why] }, cause);
    expect(others).toEqual([]);
    expect(chain?.content).toEqual([why, { type: 'rootCause', content: [paragraph(text('a'))] }]);
    const named: BodyNode = { type: 'whyChain', content: [why, { type: 'rootCause', content: [cause] }] };
    expect(normal(named, cause)).toHaveLength(2);
  });

  test('MD-N13 a fact or attribute is one line without spaces at its ends, absent when it is empty', () => {
    const facts = { ...NO_FACTS, title: ' a \n b ', author: ' ', tenants: ['acme ', 'acme', ''] };
    expect(norm(content([], { facts })).facts).toEqual({ ...NO_FACTS, title: 'a b', tenants: ['acme'] });
  });
});
