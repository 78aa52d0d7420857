import type { QuickEntry } from './quickEntry.ts';
import type { Suggestion } from './suggestions.ts';

/** An entry with a usual row put into it: its start before what is typed, its milestone beside those marked. */
export function withSuggestion(entry: QuickEntry, { start, milestone }: Suggestion): QuickEntry {
  const isNew = milestone !== undefined && !entry.milestones.includes(milestone);
  return {
    ...entry,
    event: begun(start, entry.event),
    milestones: isNew ? [...entry.milestones, milestone] : entry.milestones,
  };
}

/** A start that is a sentence of its own is set apart from what follows. */
const begun = (start: string, typed: string): string =>
  start === '' || typed === '' || start.endsWith(' ') ? start + typed : `${start}. ${typed}`;
