import type { BlockContent, Blockquote, DefinitionContent, List, ListItem, RootContent } from 'mdast';
import type { BodyNode } from '../../document/template.ts';
import { SEPARATOR, textAttr } from '../inline/inlineNodes.ts';
import { type InlineStyle, writeOneLine, writeParagraph } from '../inline/writeInline.ts';
import { writtenAlertLine } from './alert.ts';
import { guardedTags, writeTableTags } from './htmlTable.ts';
import { pipeTable } from './pipeTable.ts';

/** The Markdown of ordinary blocks. Our own forms are lowered to ordinary ones before they come here. */
export function writeBlocks(blocks: readonly BodyNode[], style: InlineStyle): RootContent[] {
  return blocks.flatMap((block) => writeBlock(block, style));
}

const flow = (
  blocks: readonly BodyNode[] | undefined,
  style: InlineStyle,
): (BlockContent | DefinitionContent)[] =>
  writeBlocks(blocks ?? [], style) as (BlockContent | DefinitionContent)[];

const plainText = (block: BodyNode): string => (block.content ?? []).map(({ text }) => text ?? '').join('');

function writeBlock(block: BodyNode, style: InlineStyle): RootContent[] {
  const content = block.content ?? [];
  switch (block.type) {
    case 'paragraph':
      return content.length === 0 ? [] : [{ type: 'paragraph', children: writeParagraph(content, style) }];
    case 'heading':
      return [{ type: 'heading', depth: levelOf(block), children: writeOneLine(content, style) }];
    case 'blockquote':
      return [writeQuote(block, style)];
    case 'bulletList':
    case 'taskList':
    case 'orderedList':
      return [writeList(block, style)];
    case 'codeBlock': {
      const [lang = null, ...meta] = (textAttr(block, 'language') ?? '').split(' ');
      return [
        { type: 'code', lang, meta: meta.length === 0 ? null : meta.join(' '), value: plainText(block) },
      ];
    }
    case 'rawBlock':
      return [{ type: 'html', value: guardedTags(plainText(block)) }];
    case 'horizontalRule':
      return [{ type: 'thematicBreak' }];
    case 'table': {
      const pipes = pipeTable(block, style);
      return pipes === null ? writeTableTags(block, (cell) => writeBlocks(cell, style)) : [pipes];
    }
    case 'footnote': {
      const label = textAttr(block, 'label') ?? '';
      return [{ type: 'footnoteDefinition', identifier: label, label, children: flow(content, style) }];
    }
    default:
      return [];
  }
}

function writeQuote(block: BodyNode, style: InlineStyle): Blockquote {
  const [first, ...others] = flow(block.content, style);
  if (first === undefined) return { type: 'blockquote', children: [] };
  const isPlain = first.type !== 'paragraph' || style.keepsAlerts === false;
  return { type: 'blockquote', children: [isPlain ? first : writtenAlertLine(block, first), ...others] };
}

const levelOf = (heading: BodyNode): 1 | 2 | 3 | 4 | 5 | 6 => heading.attrs?.level as 1 | 2 | 3 | 4 | 5 | 6;

function writeList(block: BodyNode, style: InlineStyle): List {
  const items = block.content ?? [];
  const start = block.attrs?.start;
  const spread = items.some((item) => !isTight(item));
  return {
    type: 'list',
    ordered: block.type === 'orderedList',
    ...(block.type === 'orderedList' ? { start: typeof start === 'number' ? start : 1 } : {}),
    spread,
    children: items.map((item) => writeItem(item, spread, block.type === 'orderedList', style)),
  };
}

function writeItem(item: BodyNode, spread: boolean, numbered: boolean, style: InlineStyle): ListItem {
  const ticked = numbered ? writtenMark(item) : null;
  if (ticked !== null)
    return { type: 'listItem', spread, checked: ticked.checked, children: flow(ticked.content, style) };
  const children = flow(item.content, style);
  if (item.type !== 'taskItem') return { type: 'listItem', spread, children };
  const filler: BlockContent = { type: 'paragraph', children: [{ type: 'html', value: SEPARATOR }] };
  return {
    type: 'listItem',
    spread,
    checked: item.attrs?.checked === true,
    children: children[0]?.type === 'paragraph' ? children : [filler, ...children],
  };
}

/** The check mark that a numbered item begins with in words, where Markdown can have it as one; else null. */
function writtenMark({
  content = [],
}: BodyNode): { readonly checked: boolean; readonly content: readonly BodyNode[] } | null {
  const [first, ...others] = content;
  const [words, ...more] = first?.type === 'paragraph' ? (first.content ?? []) : [];
  const [, mark, rest = ''] = /^\[([ x])\] (\S[\s\S]*)?$/.exec(words?.text ?? '') ?? [];
  if (mark === undefined || (words?.marks ?? []).length > 0) return null;
  const line = rest === '' ? more : [{ type: 'text', text: rest }, ...more];
  if (line.length === 0 || line[0]?.type === 'hardBreak') return null;
  return { checked: mark === 'x', content: [{ type: 'paragraph', content: line }, ...others] };
}

/** Whether an item needs no empty lines: one block, or a paragraph and a list that may follow it at once. */
function isTight({ content = [], type }: BodyNode): boolean {
  const [first, second, ...others] = content;
  if (others.length > 0 || (type === 'taskItem' && first?.type !== 'paragraph')) return false;
  if (second === undefined) return true;
  const items = second.content ?? [];
  const interrupts =
    second.type === 'bulletList' || second.type === 'taskList' || (second.attrs?.start ?? 1) === 1;
  return (
    first?.type === 'paragraph' &&
    second.type.endsWith('List') &&
    interrupts &&
    (items[0]?.content?.[0]?.content ?? []).length > 0 &&
    items.every(isTight)
  );
}
