import type { Node } from '@tiptap/pm/model';
import type { Facts } from '../../../shared/document/facts.ts';
import { cellValues } from './cellValues.ts';
import { factValues } from './factValues.ts';
import { holds, type Match, matchesOf } from './matches.ts';

/** Where something was found. */
export type FindPlace =
  | (Match & { readonly kind: 'text' })
  /** In what the node at `position` shows in a cell, or by itself where `cell` is null. */
  | { readonly kind: 'cell'; readonly position: number; readonly cell: string | null }
  /** In a fact of the header, by the name of its control. */
  | { readonly kind: 'fact'; readonly label: string };

/** Where a text stands in a postmortem, from top to bottom: facts, then text and cells as they follow. */
export function findPlaces(doc: Node, facts: Facts, query: string, matchCase: boolean): readonly FindPlace[] {
  if (query === '') return [];
  const inFacts = factValues(facts)
    .filter(({ words }) => holds(words, query, matchCase))
    .map(({ label }): FindPlace => ({ kind: 'fact', label }));
  const inBody: { readonly at: number; readonly place: FindPlace }[] = [];
  for (const match of matchesOf(doc, query, matchCase)) {
    inBody.push({ at: match.from, place: { kind: 'text', ...match } });
  }
  doc.descendants((node, position) => {
    for (const { cell, words } of cellValues(node)) {
      if (holds(words, query, matchCase))
        inBody.push({ at: position, place: { kind: 'cell', position, cell } });
    }
  });
  return [...inFacts, ...inBody.sort((a, b) => a.at - b.at).map(({ place }) => place)];
}
