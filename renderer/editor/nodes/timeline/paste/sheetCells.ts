/**
 * The cells of a range copied from a spreadsheet: tab-separated lines, where a cell with a tab, a line break
 * or a quote in it stands in quotes and its quotes are doubled. Null for text that is no such range: every
 * line of one has the same number of cells, two at least.
 */
export function sheetCells(text: string): readonly (readonly string[])[] | null {
  if (!text.includes('\t')) return null;
  const rows: string[][] = [[]];
  let rest = text.replace(/\r\n?/g, '\n').replace(/\n+$/, '');
  while (rest !== '') {
    const [whole = '', quoted, plain = '', end = ''] =
      /^(?:"((?:[^"]|"")*)"|([^\t\n]*))(\t|\n|$)/.exec(rest) ?? [];
    // A quote that is never closed, or text behind the closing one, is part of an ordinary cell.
    const [taken, cell, next] =
      whole === '' && !/^[\t\n]/.test(rest)
        ? unquoted(rest)
        : [whole, quoted?.replace(/""/g, '"') ?? plain, end];
    rows[rows.length - 1]?.push(cell);
    rest = rest.slice(taken.length);
    if (next === '\n') rows.push([]);
    else if (next === '\t' && rest === '') rows[rows.length - 1]?.push('');
  }
  const width = rows[0]?.length ?? 0;
  return width > 1 && rows.every((row) => row.length === width) ? rows : null;
}

function unquoted(rest: string): readonly [string, string, string] {
  const [whole = '', cell = '', end = ''] = /^([^\t\n]*)(\t|\n|$)/.exec(rest) ?? [];
  return [whole, cell, end];
}
