import type { Node } from '@tiptap/pm/model';

export interface Match {
  readonly from: number;
  readonly to: number;
}

/** A leaf inside a line takes one place that no query matches. */
const LEAF = '\ufffc';

/**
 * Where a text stands in the document, whatever marks lie on it; never across the edge of a line. Case counts
 * only when asked for.
 */
export function matchesOf(doc: Node, query: string, matchCase: boolean): readonly Match[] {
  if (query === '') return [];
  const matches: Match[] = [];
  doc.descendants((node, position) => {
    if (!node.isTextblock) return true;
    const text = node.textBetween(0, node.content.size, LEAF, LEAF);
    for (const at of placesIn(text, query, matchCase)) {
      matches.push({ from: position + 1 + at, to: position + 1 + at + query.length });
    }
    return false;
  });
  return matches;
}

/** Where in a line a text begins, which is not empty. */
export function placesIn(line: string, query: string, matchCase: boolean): readonly number[] {
  const wanted = matchCase ? query : foldCase(query);
  const searched = matchCase ? line : foldCase(line);
  const places: number[] = [];
  for (let at = searched.indexOf(wanted); at >= 0; at = searched.indexOf(wanted, at + wanted.length)) {
    places.push(at);
  }
  return places;
}

/** Whether a text stands in another one. */
export const holds = (text: string, query: string, matchCase: boolean): boolean =>
  matchCase ? text.includes(query) : foldCase(text).includes(foldCase(query));

/** Lower case letter by letter, so that places stay where they are (İ would become two letters). */
function foldCase(text: string): string {
  return Array.from({ length: text.length }, (_, at) => {
    const letter = text[at] ?? '';
    const lower = letter.toLowerCase();
    return lower.length === 1 ? lower : letter;
  }).join('');
}
