import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import * as z from 'zod';
import { DEFAULT_PLACES } from '../document/checklist.ts';
import { createPostmortem } from '../document/createPostmortem.ts';
import { type BodyNode, templateBody } from '../document/template.ts';
import { postmortemContent } from '../markdown/postmortemContent.ts';
import { postmortemJson } from './postmortemJson.ts';
import { postmortemJsonSchema } from './postmortemJsonSchema.ts';

const text = (words: string, href?: string): BodyNode => ({
  type: 'text',
  text: words,
  ...(href === undefined ? {} : { marks: [{ type: 'link', attrs: { href, title: null } }] }),
});
const line = (words: string): BodyNode => ({ type: 'paragraph', content: [text(words)] });

/** Read as its own schema reads it, which must change nothing. */
function jsonOf(body: readonly BodyNode[], facts: Record<string, unknown> = {}) {
  const doc = createPostmortem({
    id: 'x',
    created: '2026-11-24T12:00:00Z',
    template: 'full',
    facts: { title: 'Cards refused', ...facts },
    body,
  });
  const json = postmortemJson(postmortemContent(doc));
  expect(z.strictObject(postmortemJsonSchema.shape).parse(JSON.parse(JSON.stringify(json)))).toEqual(json);
  return json;
}

const row = (attrs: Record<string, unknown>, words: string): BodyNode => ({
  type: 'timelineRow',
  attrs: { id: words, ...attrs },
  content: [
    { type: 'timelineEvent', content: [line(words), line('and more')] },
    { type: 'timelineSource', content: [text('graph', 'https://graphs.example/1'), text(' and log')] },
  ],
});

test('an unfilled template has every section and no content', () => {
  const json = jsonOf(templateBody('full', 'P0', DEFAULT_PLACES));
  expect(json.sections).toHaveLength(14);
  expect(json.sections[0]).toEqual({ key: 'summary', title: 'Summary', text: '' });
  expect(json).toMatchObject({ timelines: [{ rows: [] }], problem: null, rootCause: null, actions: [] });
  expect(json.whys).toEqual([{ question: '', answer: '', systemLevel: false, actions: [] }]);
  expect(json.signOff.map(({ role }) => role)).toContain('CTO');
});

test('rows say when, how surely, what and whence', () => {
  const json = jsonOf([
    {
      type: 'timeline',
      content: [
        row({ at: '2026-11-24T23:44', impactStarts: true }, 'It starts'),
        row({ at: '2026-11-24T23:52', firstAlert: true, precision: 'about' }, 'It fires'),
        row({ asWritten: '14:02 IST', unsettled: 'ambiguous-zone', zone: 'IST' }, 'A call'),
        row({ at: '2026-11-25T00:53', untilUnknown: true, mitigated: true }, 'Better'),
      ],
    },
  ]);
  const [rows] = json.timelines.map((timeline) => timeline.rows);
  expect(rows).toHaveLength(4);
  expect(rows?.[1]).toEqual({
    at: '2026-11-24T23:52',
    until: null,
    untilUnknown: false,
    precision: 'about',
    asWritten: null,
    zone: null,
    unsettled: null,
    milestones: ['firstAlert'],
    event: 'It fires\nand more',
    source: 'graph and log',
    sourceLinks: ['https://graphs.example/1'],
  });
  expect(rows?.[2]).toMatchObject({ at: null, asWritten: '14:02 IST', unsettled: 'ambiguous-zone' });
  expect(json.metrics).toEqual({ detect: 8, acknowledge: null, mitigate: 69, resolve: null });
  expect(json.facts).toMatchObject({ statedImpact: null, impactMinutes: 69 });
});

test('a stated impact wins over the rows, and words are no minutes', () => {
  expect(jsonOf([], { statedImpact: '90' }).facts).toMatchObject({ statedImpact: '90', impactMinutes: 90 });
  expect(jsonOf([], { statedImpact: 'a while' }).facts).toMatchObject({ impactMinutes: null });
});

test('whys name the actions made from them by the labels that people see', () => {
  const json = jsonOf([
    {
      type: 'whyChain',
      content: [
        { type: 'whyProblem', content: [text('Cards were refused')] },
        {
          type: 'why',
          attrs: { id: 'w1', systemLevel: true },
          content: [
            { type: 'whyQuestion', content: [text('Why?')] },
            { type: 'whyAnswer', content: [line('Because.')] },
          ],
        },
        { type: 'rootCause', content: [line('The recipe.')] },
      ],
    },
    {
      type: 'actionList',
      content: [
        {
          type: 'actionItem',
          attrs: {
            id: 'aa1',
            number: 1,
            why: 'w1',
            owner: 'Ines',
            due: '2026-12-01',
            priority: 'P1',
            status: 'done',
          },
          content: [line('Change the recipe')],
        },
        {
          type: 'actionItem',
          attrs: {
            id: 'bb2',
            number: 1,
            priority: 'High',
            status: '✅ Done (2024-01-01)',
            ticket: '[T-6](https://t.example/6)',
          },
          content: [line('Another')],
        },
      ],
    },
  ]);
  expect(json).toMatchObject({ problem: 'Cards were refused', rootCause: 'The recipe.' });
  expect(json.whys).toEqual([
    { question: 'Why?', answer: 'Because.', systemLevel: true, actions: ['A1-aa'] },
  ]);
  expect(json.actions).toEqual([
    {
      id: 'A1-aa',
      description: 'Change the recipe',
      owner: 'Ines',
      ticket: null,
      ticketAddress: null,
      due: '2026-12-01',
      priority: 'P1',
      status: 'done',
    },
    {
      id: 'A1-bb',
      description: 'Another',
      owner: null,
      ticket: 'T-6',
      ticketAddress: 'https://t.example/6',
      due: null,
      priority: 'High',
      status: '✅ Done (2024-01-01)',
    },
  ]);
});

test('text before the first heading, fields, checks and signatures are there', () => {
  const json = jsonOf([
    line('In front'),
    { type: 'heading', attrs: { level: 2, section: 'customerImpact' }, content: [text('Impact')] },
    {
      type: 'fieldList',
      content: [
        { type: 'field', attrs: { key: 'customers', choice: 'estimate' }, content: [line('About 200')] },
      ],
    },
    {
      type: 'checklist',
      content: [{ type: 'checkItem', attrs: { checked: true }, content: [text('Posted')] }],
    },
    { type: 'signOff', content: [{ type: 'signOffRow', attrs: { role: 'CTO', name: 'Ruth' } }] },
  ]);
  expect(json.sections).toEqual([
    { key: null, title: '', text: 'In front' },
    { key: 'customerImpact', title: 'Impact', text: 'About 200\nPosted' },
  ]);
  expect(json.fields).toEqual([
    {
      key: 'customers',
      label: 'Number of customers affected',
      choice: 'estimate',
      subject: null,
      text: 'About 200',
    },
  ]);
  expect(json.checklist).toEqual([{ key: null, text: 'Posted', checked: true }]);
  expect(json.signOff).toEqual([{ key: null, role: 'CTO', name: 'Ruth', date: null }]);
});

test('docs/export.schema.json is the schema of what is exported', () => {
  const file = readFileSync(join(import.meta.dirname, '../../docs/export.schema.json'), 'utf8');
  expect(JSON.parse(file)).toEqual(JSON.parse(JSON.stringify(z.toJSONSchema(postmortemJsonSchema))));
});
