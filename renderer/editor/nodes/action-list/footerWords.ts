import type { ActionPart } from '../../../../shared/review/completeness.ts';

/** What the footer counts of an item; a dropped one lacks nothing any more. */
export interface CountedAction {
  readonly dropped: boolean;
  readonly missing: readonly ActionPart[];
}

const WORDS: readonly { readonly part: ActionPart; readonly words: string }[] = [
  { part: 'deliverable', words: 'a deliverable' },
  { part: 'owner', words: 'an owner' },
  { part: 'ticket', words: 'a ticket' },
  { part: 'due', words: 'a due date' },
];

/**
 * How many items are complete and what the others lack: `3 of 5 complete` and `1 lacks an owner, 2 lack a due
 * date`. Dropped items are counted apart.
 */
export function footerWords(items: readonly CountedAction[]): {
  readonly lead: string;
  readonly rest: string;
} {
  const kept = items.filter(({ dropped }) => !dropped);
  const dropped = items.length - kept.length;
  const complete = kept.filter(({ missing }) => missing.length === 0).length;
  const lacks = WORDS.flatMap(({ part, words }) => {
    const count = kept.filter(({ missing }) => missing.includes(part)).length;
    return count === 0 ? [] : [`${count} ${count === 1 ? 'lacks' : 'lack'} ${words}`];
  });
  return {
    lead: items.length === 0 ? '' : `${complete} of ${kept.length} complete`,
    rest: [...lacks, ...(dropped === 0 ? [] : [`${dropped} dropped`])].join(', '),
  };
}
