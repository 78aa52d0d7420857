import type { Blockquote, Code, Definition, List, ListItem, Paragraph, RootContent, Table } from 'mdast';
import type { BodyNode } from '../../document/template.ts';
import { SEPARATOR, textNode } from '../inline/inlineNodes.ts';
import { type InlineContext, readInline, readParagraph } from '../inline/readInline.ts';
import { writeMdast } from '../syntax/writeMdast.ts';
import { readAlertLine } from './alert.ts';
import { tableOfTags, withoutTagGuard } from './htmlTable.ts';
import { readTimedLines } from './timedLines.ts';

export interface BlockContext extends InlineContext {
  /** Whether a definition is spent on links that it was resolved into; the others are kept as source. */
  readonly isSpent: (definition: Definition) => boolean;
  /** Whether soft breaks of a paragraph are kept where its lines begin with times. */
  readonly keepsLines?: (paragraph: Paragraph) => boolean;
}

/** The blocks of a text, a quote or an item. Empty places stay empty here; see shared/markdown/normal. */
export function readBlocks(children: readonly RootContent[], context: BlockContext): BodyNode[] {
  const blocks: BodyNode[] = [];
  let at = 0;
  while (at < children.length) {
    const tags = tableOfTags(children, at, (cell) => readBlocks(cell, context));
    if (tags === null) blocks.push(...readBlock(children[at] as RootContent, context));
    else blocks.push(tags.table);
    at = tags?.end ?? at + 1;
  }
  return blocks;
}

function readBlock(node: RootContent, context: BlockContext): BodyNode[] {
  switch (node.type) {
    case 'paragraph':
      return [readLines(node, context)];
    case 'heading':
      return [{ type: 'heading', attrs: { level: node.depth }, content: readInline(node.children, context) }];
    case 'blockquote':
      return [{ type: 'blockquote', content: readQuote(node, context) }];
    case 'list':
      return readList(node, context);
    case 'code':
      return [codeBlock(node)];
    case 'html':
      // One that does not end by itself goes on to the end of the text.
      return [rawBlock(withoutTagGuard(node.value.replace(/\n+$/, '')))];
    case 'thematicBreak':
      return [{ type: 'horizontalRule' }];
    case 'table':
      return [readTable(node, context)];
    case 'footnoteDefinition':
      return [
        {
          type: 'footnote',
          attrs: { label: node.label ?? node.identifier },
          content: readBlocks(node.children, context),
        },
      ];
    case 'yaml':
    case 'toml':
      // Where a text is no whole file, as on the clipboard.
      return [{ type: 'codeBlock', attrs: { language: node.type }, content: textContent(node.value) }];
    case 'definition':
      return context.isSpent(node) ? [] : [rawBlock(sourceOf(node))];
    default:
      return [];
  }
}

function readLines(paragraph: Paragraph, context: BlockContext): BodyNode {
  const timed = context.keepsLines?.(paragraph)
    ? readTimedLines(paragraph, (line) => readParagraph(line, context))
    : null;
  return timed ?? { type: 'paragraph', content: readParagraph(paragraph.children, context) };
}

function readQuote(quote: Blockquote, context: BlockContext): BodyNode[] {
  const alert = readAlertLine(quote, (children) => readParagraph(children, context));
  return alert === null
    ? readBlocks(quote.children, context)
    : [...alert, ...readBlocks(quote.children.slice(1), context)];
}

const textContent = (text: string): readonly BodyNode[] => (text === '' ? [] : [textNode(text)]);

const rawBlock = (source: string): BodyNode => ({ type: 'rawBlock', content: textContent(source) });

const sourceOf = (node: Definition): string => writeMdast({ type: 'root', children: [node] }).trimEnd();

function codeBlock({ lang, meta, value }: Code): BodyNode {
  const language = [lang, meta].filter(Boolean).join(' ');
  return {
    type: 'codeBlock',
    ...(language === '' ? {} : { attrs: { language } }),
    content: textContent(value),
  };
}

/** An unordered list; runs of task items become task lists of their own, since a list here is one or the other. */
function readList(list: List, context: BlockContext): BodyNode[] {
  if (list.ordered)
    return [
      {
        type: 'orderedList',
        attrs: { start: list.start ?? 1 },
        content: list.children.map((item) => orderedItem(item, context)),
      },
    ];
  const lists: { type: string; content: BodyNode[] }[] = [];
  for (const item of list.children) {
    const type = typeof item.checked === 'boolean' ? 'taskList' : 'bulletList';
    if (lists.at(-1)?.type !== type) lists.push({ type, content: [] });
    lists.at(-1)?.content.push(
      type === 'taskList'
        ? {
            type: 'taskItem',
            attrs: { checked: item.checked === true },
            content: taskContent(item, context),
          }
        : { type: 'listItem', content: readBlocks(item.children, context) },
    );
  }
  return lists;
}

/** Numbered items have no check mark of their own: it stays as the words it is written with. */
function orderedItem(item: ListItem, context: BlockContext): BodyNode {
  const [first, ...others] = readBlocks(item.children, context);
  if (typeof item.checked !== 'boolean' || first === undefined)
    return { type: 'listItem', content: first === undefined ? [] : [first, ...others] };
  const mark = textNode(item.checked ? '[x] ' : '[ ] ');
  return {
    type: 'listItem',
    content: [{ ...first, content: [mark, ...(first.content ?? [])] }, ...others],
  };
}

/** A check mark needs something after it, so an item without words of its own is written with a separator. */
function taskContent(item: ListItem, context: BlockContext): BodyNode[] {
  const [first, ...others] = item.children;
  const fills =
    first?.type === 'paragraph' &&
    first.children.length === 1 &&
    first.children[0]?.type === 'html' &&
    first.children[0].value === SEPARATOR;
  return readBlocks(fills ? others : item.children, context);
}

/** Rows that are too short are filled up; cells beyond the head's width keep their column. */
function readTable(table: Table, context: BlockContext): BodyNode {
  const width = Math.max(...table.children.map((row) => row.children.length));
  return {
    type: 'table',
    content: table.children.map((row, rowAt) => ({
      type: 'tableRow',
      content: Array.from({ length: width }, (_, column) => {
        const align = table.align?.[column];
        return {
          type: rowAt === 0 ? 'tableHeader' : 'tableCell',
          ...(align ? { attrs: { align } } : {}),
          content: [
            { type: 'paragraph', content: readInline(row.children[column]?.children ?? [], context) },
          ],
        };
      }),
    })),
  };
}
