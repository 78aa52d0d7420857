import { expect, it } from 'vitest';
import { EMPTY_ENTRY } from './quickEntry.ts';
import { withSuggestion } from './withSuggestion.ts';

const typed = { ...EMPTY_ENTRY, time: '14:02', event: 'disk is full', source: 'log' };

it('a usual row is put before what was typed, which stays with all else', () => {
  const diagnosis = { label: 'Diagnosis: what decided the next step', start: 'Diagnosis: ' };
  expect(withSuggestion(typed, diagnosis)).toEqual({ ...typed, event: 'Diagnosis: disk is full' });
  const monitoring = { label: 'Status page: monitoring', start: 'Status page: monitoring' };
  expect(withSuggestion(typed, monitoring).event).toBe('Status page: monitoring. disk is full');
});

it('one that only marks the row leaves its text, and the milestones that are marked', () => {
  const alert = { label: 'First alert', start: '', milestone: 'firstAlert' } as const;
  const marked = withSuggestion({ ...typed, milestones: ['impactStarts'] }, alert);
  expect(marked).toEqual({ ...typed, milestones: ['impactStarts', 'firstAlert'] });
  expect(withSuggestion(marked, alert)).toEqual(marked);
});
