import type { Html, RootContent } from 'mdast';
import type { BodyNode } from '../../document/template.ts';
import { SEPARATOR } from '../inline/inlineNodes.ts';

/**
 * A table that a pipe table cannot hold (blocks in a cell, merged cells, no head row) is written as table
 * tags on lines of their own with ordinary Markdown between them, which GitHub shows as a table:
 *
 *     <table>
 *     <tr>
 *     <td>
 *
 *     Markdown
 *
 *     </td>
 *     </tr>
 *     </table>
 */

type Tag = {
  readonly name: string;
  readonly closes: boolean;
  readonly attrs: Readonly<Record<string, unknown>>;
};

const TAG = /<(\/?)(table|tr|td|th)((?: (?:colspan|rowspan)="\d{1,3}"| align="(?:left|center|right)")*)>/y;

/**
 * Table tags that are no table of ours are written with a comment behind them, so that they are not taken
 * for the beginning of one.
 */
export const guardedTags = (source: string): string =>
  tagsIn(source) === null ? source : `${source}${SEPARATOR}`;

export const withoutTagGuard = (source: string): string => {
  const bare = source.endsWith(SEPARATOR) ? source.slice(0, -SEPARATOR.length) : source;
  return tagsIn(bare) === null ? source : bare;
};

const tagsOf = (node: RootContent | undefined): readonly Tag[] | null =>
  node?.type === 'html' ? tagsIn(node.value) : null;

/** The table tags that an HTML block consists of, or null when it is anything else. */
function tagsIn(source: string): readonly Tag[] | null {
  const tags: Tag[] = [];
  let at = 0;
  while (at < source.length) {
    TAG.lastIndex = at;
    const match = TAG.exec(source);
    if (match === null) return null;
    const [whole, slash, name = '', attributes = ''] = match;
    tags.push({ name, closes: slash === '/', attrs: readAttributes(attributes) });
    at += whole.length;
    if (source[at] === '\n') at += 1;
  }
  return tags.length === 0 ? null : tags;
}

function readAttributes(source: string): Record<string, unknown> {
  return Object.fromEntries(
    [...source.matchAll(/ (colspan|rowspan|align)="(\w+)"/g)].map(([, name = '', value]) => [
      name,
      name === 'align' ? value : Number(value),
    ]),
  );
}

/**
 * The table that begins with the HTML block at `start`, and where its siblings go on after it; null when
 * there is none, or its tags do not fit together, so that they stay the source that they are.
 */
export function tableOfTags(
  siblings: readonly RootContent[],
  start: number,
  readCell: (children: readonly RootContent[]) => BodyNode[],
): { readonly table: BodyNode; readonly end: number } | null {
  if (tagsOf(siblings[start])?.[0]?.name !== 'table') return null;
  const rows: { cells: BodyNode[] }[] = [];
  const open: Tag[] = [];
  let cell: RootContent[] = [];
  let inner = 0;
  for (let at = start; at < siblings.length; at += 1) {
    const node = siblings[at] as RootContent;
    const tags = tagsOf(node);
    const inCell = open.length === 3;
    if (tags === null || (inCell && opensOrInside(tags, inner))) {
      if (!inCell) return null;
      if (tags !== null) inner += depthOf(tags);
      cell.push(node);
      continue;
    }
    for (const [tagAt, tag] of tags.entries()) {
      if (!tag.closes) {
        if (tag.name !== ['table', 'tr', open.length === 2 && tag.name === 'th' ? 'th' : 'td'][open.length])
          return null;
        open.push(tag);
        if (tag.name === 'tr') rows.push({ cells: [] });
        if (open.length === 3) cell = [];
        continue;
      }
      const opened = open.pop();
      if (opened?.name !== tag.name) return null;
      if (tag.name === 'td' || tag.name === 'th')
        rows.at(-1)?.cells.push({
          type: tag.name === 'th' ? 'tableHeader' : 'tableCell',
          ...(Object.keys(opened.attrs).length === 0 ? {} : { attrs: opened.attrs }),
          content: readCell(cell),
        });
      if (tag.name === 'table')
        return tagAt === tags.length - 1
          ? {
              table: {
                type: 'table',
                content: rows.map(({ cells }) => ({ type: 'tableRow', content: cells })),
              },
              end: at + 1,
            }
          : null;
    }
  }
  return null;
}

/** Whether a block of tags inside a cell belongs to a table in that cell. */
const opensOrInside = (tags: readonly Tag[], inner: number): boolean =>
  inner > 0 || tags[0]?.name === 'table';

const depthOf = (tags: readonly Tag[]): number =>
  tags.reduce((depth, { name, closes }) => depth + (name === 'table' ? (closes ? -1 : 1) : 0), 0);

/** Siblings that a table with cells of blocks is written as. */
export function writeTableTags(
  table: BodyNode,
  writeCell: (content: readonly BodyNode[]) => RootContent[],
): RootContent[] {
  const written: RootContent[] = [];
  let tags = ['<table>'];
  const flush = (): void => {
    const node: Html = { type: 'html', value: tags.join('\n') };
    written.push(node);
    tags = [];
  };
  for (const row of table.content ?? []) {
    tags.push('<tr>');
    for (const cell of row.content ?? []) {
      const name = cell.type === 'tableHeader' ? 'th' : 'td';
      tags.push(`<${name}${attributesOf(cell)}>`);
      const content = writeCell(cell.content ?? []);
      if (content.length > 0) {
        flush();
        written.push(...content);
      }
      tags.push(`</${name}>`);
    }
    tags.push('</tr>');
  }
  tags.push('</table>');
  flush();
  return written;
}

function attributesOf(cell: BodyNode): string {
  const span = (name: 'colspan' | 'rowspan'): string => {
    const value = cell.attrs?.[name];
    return typeof value === 'number' && value > 1 ? ` ${name}="${value}"` : '';
  };
  const align = cell.attrs?.align;
  return `${span('colspan')}${span('rowspan')}${typeof align === 'string' ? ` align="${align}"` : ''}`;
}
