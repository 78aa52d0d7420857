/**
 * A text in one line: a line end, with the spaces and tabs on both sides of it, is a space. In time that grows with
 * the text alone, however long its runs of spaces are.
 */
export function oneLine(text: string): string {
  const lines = text.split(/\r\n?|\n/);
  const last = lines.length - 1;
  return lines
    .map((line, at) => (at === 0 ? line : withoutStart(line)))
    .map((line, at) => (at === last ? line : withoutEnd(line)))
    .join(' ');
}

const isSpace = (character: string | undefined): boolean => character === ' ' || character === '\t';

/** A text without the spaces and tabs that it begins with. */
export const withoutStart = (text: string): string => text.replace(/^[ \t]+/, '');

/** A text without the spaces and tabs that it ends with. */
export function withoutEnd(text: string): string {
  let end = text.length;
  while (isSpace(text[end - 1])) end -= 1;
  return text.slice(0, end);
}
