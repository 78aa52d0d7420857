import { expect, test } from 'vitest';
import { importMarkdown } from '../importMarkdown.ts';
import { sectionOfWords } from './headingWords.ts';

test.each([
  ['Outage timeline', 'timeline'],
  ['Incident timeline and impact', 'timeline'],
  ["What Didn't Go So Well?", 'wentWrong'],
  ['What didn’t go so well?', 'wentWrong'],
  ['Customer comms', 'customerCommunication'],
  ['Root cause: Five whys', 'rootCause'],
  ['Root cause analysis – 5 Whys', 'rootCause'],
  ['Root Cause / The Five Whys', 'rootCause'],
  ['2. Timeline (UTC):', 'timeline'],
  ['Summary: Timeline', null],
  ['Root cause: a limit', null],
  ['Impact - ', 'customerImpact'],
])('%j names %s', (words, section) => {
  expect(sectionOfWords(words)).toBe(section);
});

test.each(['Outage timeline', 'Incident timeline and impact'])('a list under %j is a timeline', (words) => {
  const { body } = importMarkdown(`## ${words}\n\n- 2026-03-04 14:02 - a\n- 14:05 - b\n`).postmortem;
  expect(body.map(({ type }) => type)).toEqual(['heading', 'timeline']);
});
