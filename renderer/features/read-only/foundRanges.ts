import { placesIn } from '../../editor/find/matches.ts';

/** What holds a line of words, across whose edge nothing is found, nor across a line break in it. */
const LINES = 'h1, h2, h3, h4, h5, h6, p, li, dt, dd, th, td, pre, blockquote, div';

/** Where a text stands on a page, whatever marks lie on it. Case counts only when asked for. */
export function foundRanges(page: HTMLElement, query: string, matchCase: boolean): readonly Range[] {
  return query === '' ? [] : linesOf(page).flatMap((line) => rangesIn(line, query, matchCase));
}

function linesOf(page: HTMLElement): readonly (readonly Text[])[] {
  const lines: Text[][] = [];
  const walker = document.createTreeWalker(page, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
  let around: Element | null = null;
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    if (node instanceof HTMLBRElement) around = null;
    if (!(node instanceof Text)) continue;
    const line = node.parentElement?.closest(LINES) ?? page;
    if (line === around) lines.at(-1)?.push(node);
    else lines.push([node]);
    around = line;
  }
  return lines;
}

function rangesIn(line: readonly Text[], query: string, matchCase: boolean): readonly Range[] {
  const lengths = line.map(({ length }) => length);
  return placesIn(line.map(({ data }) => data).join(''), query, matchCase).map((at) => {
    const [first, last] = [partAt(lengths, at), partAt(lengths, at + query.length - 1)];
    const range = document.createRange();
    range.setStart(line[first.index]!, first.offset);
    range.setEnd(line[last.index]!, last.offset + 1);
    return range;
  });
}

/** Which of the parts of a line, by their lengths, holds the character at a place of the line, and where in it. */
export function partAt(lengths: readonly number[], place: number): { index: number; offset: number } {
  let offset = place;
  let index = 0;
  while (index < lengths.length - 1 && offset >= lengths[index]!) {
    offset -= lengths[index]!;
    index += 1;
  }
  return { index, offset };
}
