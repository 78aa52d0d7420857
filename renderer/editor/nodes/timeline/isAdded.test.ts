import { expect, it } from 'vitest';
import { isAdded } from './isAdded.ts';
import { EMPTY_ENTRY, type QuickEntry } from './quickEntry.ts';
import { documentWith, rowOf, timelineIn } from './timeline.testkit.ts';

const { timeline } = timelineIn(
  documentWith(
    rowOf({ at: '2026-11-24T14:02', firstAlert: true }, ['The alert fired'], 'Runbook'),
    rowOf({ at: '2026-11-24T14:10' }, ['Rolled back']),
  ),
);
const context = { now: '2026-11-25T09:00', above: timeOn('2026-11-24'), firstAlert: null };

function timeOn(at: string) {
  const none = { until: null, untilUnknown: false, asWritten: null, zone: null, unsettled: null };
  return { ...none, at, precision: 'day' } as const;
}

const isIn = (entry: Partial<QuickEntry>): boolean =>
  isAdded(timeline, { ...EMPTY_ENTRY, ...entry }, () => context);

it('an entry is added where a row has its words, at its time where that was typed', () => {
  expect(isIn({ event: 'Rolled back ' })).toBe(true);
  expect(isIn({ event: 'Rolled back', time: 'now' })).toBe(true);
  expect(isIn({ event: 'Rolled back', time: '14:10' })).toBe(true);
  expect(isIn({ event: '14:10 Rolled back' })).toBe(true);
  expect(
    isIn({
      event: 'The alert fired',
      source: '[Runbook](https://example.org)',
      milestones: ['firstAlert'],
    }),
  ).toBe(true);
});

it('an entry that says something else, or more, is not', () => {
  expect(isIn({ event: 'Rolled' })).toBe(false);
  expect(isIn({ event: 'Rolled back', time: '14:11' })).toBe(false);
  expect(isIn({ event: '14:11 Rolled back' })).toBe(false);
  expect(isIn({ time: '14:10' })).toBe(false);
  expect(isIn({ event: 'Rolled back', source: 'Runbook' })).toBe(false);
  expect(isIn({ event: 'Rolled back', milestones: ['firstAlert'] })).toBe(false);
});
