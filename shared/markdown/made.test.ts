import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import type { BodyNode } from '../document/template.ts';
import { comesBack, OPTIONS } from './comesBack.testkit.ts';
import { exportMarkdown } from './exportMarkdown.ts';
import { importMarkdown } from './importMarkdown.ts';

const root = fileURLToPath(new URL('./fixtures/made/', import.meta.url));
const read = (file: string): string => readFileSync(`${root}${file}`, 'utf8');

/** A time in UTC with its original in brackets, which is what the source says. */
const CONVERTED = /(\d{4}-\d\d-\d\d \d\d:\d\d\S* UTC) \(((?:[^()]|\([^()]*\))*)\)/g;
const unconverted = (markdown: string): string => markdown.replace(CONVERTED, '$2');

const rowsIn = (nodes: readonly BodyNode[]): readonly BodyNode[] =>
  nodes.flatMap((node) => (node.type === 'timelineRow' ? [node] : rowsIn(node.content ?? [])));
const timesIn = (file: string): readonly unknown[] =>
  rowsIn(importMarkdown(read(file)).postmortem.body).map(({ attrs }) => attrs?.at ?? null);

describe.each(readdirSync(root))('%s', (file) => comesBack(read(file), unconverted));

test('times that are set as code make a timeline, each day’s list one of its own', () => {
  expect(timesIn('times-as-code.md')).toEqual([
    '2023-04-11T09:48',
    '2023-04-11T10:02',
    '2023-04-11T10:14',
    '2023-04-11T10:30',
    '2023-04-12T00:01',
  ]);
});

test('a time that is written in two zones is in UTC and stays as it is written', () => {
  expect(timesIn('two-zones.md')).toEqual([
    '2025-07-26T17:14',
    '2025-07-26T18:01',
    '2025-07-27T00:07',
    '2025-07-28T12:57',
    '2025-07-28T13:30',
  ]);
  const { text } = exportMarkdown(importMarkdown(read('two-zones.md')).postmortem, OPTIONS);
  expect(text).toContain('- 13:14 EDT (17:14 UTC): somebody forwards a mail');
});

test('2:22 p.m. keeps the point that is its own', () => {
  const rows = rowsIn(importMarkdown(read('twelve-hours.md')).postmortem.body);
  expect(rows.slice(0, 3).map(({ attrs }) => attrs)).toEqual([
    expect.objectContaining({ at: '2023-07-04T18:15', asWritten: '2:15 PM ET' }),
    expect.objectContaining({ asWritten: '2:20pm', unsettled: 'unknown-zone' }),
    expect.objectContaining({ asWritten: '2:22 p.m.', unsettled: 'unknown-zone' }),
  ]);
});

test('headings and columns in German make a timeline and action items', () => {
  const { body } = importMarkdown(read('german.md')).postmortem;
  expect(body.flatMap(({ type, attrs }) => (type === 'heading' ? [attrs?.section ?? null] : []))).toEqual([
    'summary',
    'customerImpact',
    'timeline',
    'rootCause',
    'actionItems',
    'wentRight',
    'wentWrong',
  ]);
  expect(rowsIn(body)).toHaveLength(4);
  const actions = body.find(({ type }) => type === 'actionList')?.content ?? [];
  expect(actions.map(({ attrs }) => attrs?.owner)).toEqual(['Jörg Müller', 'Özlem']);
});

test('facts in one paragraph end where the next label begins, and a number is no tenant', () => {
  expect(importMarkdown(read('lines-of-facts.md')).postmortem.facts).toMatchObject({
    incidentId: 'INC-2024-07-08-002',
    severity: 'P1',
    statedImpact: '125',
    commander: 'Ana Lima',
    services: ['api', 'billing'],
    tenants: [],
    author: null,
  });
});

test('columns of days, columns too many, ticks and a root cause behind its whys are what they say', () => {
  const { facts, body } = importMarkdown(read('columns-and-ticks.md')).postmortem;
  expect(facts).toMatchObject({
    title: 'Search results stale',
    severity: null,
    author: 'Dana Weiss, Ben Ito',
  });
  expect(body.flatMap(({ type }) => (type === 'heading' ? [] : [type]))).toEqual([
    'blockquote',
    'paragraph',
    'whyChain',
    'actionList',
    'actionList',
    'timeline',
  ]);
  expect(timesIn('columns-and-ticks.md')).toEqual([
    '2026-03-04T14:02',
    '2026-03-04T23:40',
    '2026-03-05T00:10',
  ]);
});

test('lines of a paragraph are a timeline, in French too', () => {
  const { facts } = importMarkdown(read('lines-of-times.md')).postmortem;
  expect(facts).toMatchObject({ title: 'Panne du paiement', severity: 'P1' });
  expect(timesIn('lines-of-times.md')).toEqual([
    ...[null, null, null],
    '2026-03-04T15:45',
    '2026-03-04T15:52',
    '2026-03-04T16:10',
  ]);
});
