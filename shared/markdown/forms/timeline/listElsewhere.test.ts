import { describe, expect, test } from 'vitest';
import { exportMarkdown } from '../../exportMarkdown.ts';
import { importMarkdown } from '../../importMarkdown.ts';

const DATED = ['2024-05-01 10:00 UTC a', '2024-05-01 10:05 UTC b'];
const sourceOf = (heading: string, items: readonly string[]): string =>
  `# Outage\n\n## ${heading}\n\n${items.map((item) => `- ${item}\n`).join('')}`;
const typesIn = (source: string): readonly string[] =>
  importMarkdown(source).postmortem.body.map(({ type }) => type);
const there = (source: string): string =>
  exportMarkdown(importMarkdown(source).postmortem, { imageAddress: (hash) => hash }).text;

describe('a list whose items all begin with times is a timeline', () => {
  test.each([
    'Timeline 2',
    'Timeline: EU region',
    'EU Timeline',
    'Full Timeline',
    'Timeline for Monday',
    'Chronology of events',
    'Key events',
    'Ablauf am Montag',
  ])('under “%s”, which says so', (heading) => {
    for (const items of [DATED, ['10:00 - a', '10:05 - b']]) {
      const source = sourceOf(heading, items);
      expect(typesIn(source)).toEqual(['heading', 'timeline']);
      expect(there(source)).toBe(source);
    }
  });

  test('under a smaller heading below one that says so', () => {
    expect(typesIn(sourceOf('Timeline: EU region\n\n### Monday', DATED)).at(-1)).toBe('timeline');
  });
});

describe('a list outside the timeline stays a list', () => {
  test.each([
    ['What happened', ['10:00 - a', '10:05 - b']],
    ['What happened', DATED],
    ['Planned maintenance', ['2024-06-03 10:00-12:00 UTC: db', '2024-06-10 10:00-12:00 UTC: net']],
    ['Status page updates', DATED],
  ])('under “%s”, which is said', (heading, items) => {
    const source = sourceOf(heading, items);
    expect(typesIn(source)).toEqual(['heading', 'bulletList']);
    expect(importMarkdown(source).notes).toEqual([
      'A list outside the timeline stays a list: 2 of its 2 entries begin with a time.',
    ]);
    expect(there(source)).toBe(source);
  });

  test('where one of its items has no time, which is said under a heading of times', () => {
    const source = sourceOf('Full Timeline', [...DATED, 'and then it was over']);
    expect(typesIn(source)).toEqual(['heading', 'bulletList']);
    expect(importMarkdown(source).notes).toEqual([
      'A list outside the timeline stays a list: 2 of its 3 entries begin with a time.',
    ]);
  });

  test.each([
    ['Summary', ['2024-05-01 - a', '2024-05-02 - b']],
    ['Summary', [...DATED, 'and then it was over']],
    ['Key events', [DATED[0] as string]],
  ])('under “%s” as %j', (heading, items) => {
    const source = sourceOf(heading, items);
    expect(typesIn(source)).toEqual(['heading', 'bulletList']);
    expect(importMarkdown(source).notes).toEqual([]);
  });
});
