import type { BodyNode } from '../../document/template.ts';
import { NOTHING_SAID } from '../forms/timeline/rowTimes.ts';
import { FORM_TYPES, writeForm } from '../forms/writeForms.ts';
import { textAttr, withoutSoftBreaks } from '../inline/inlineNodes.ts';
import { normalForm } from './normalForms.ts';
import { comparedLabel, keptLabel, keptText, type NormalPlace, normalInline } from './normalInline.ts';
import { readsAsRawBlock, sourceText } from './rawSource.ts';

export const emptyParagraph: BodyNode = { type: 'paragraph' };

/** What stands in a container: its blocks, or one empty paragraph (MD-N4). */
export function normalContent(
  blocks: readonly BodyNode[],
  place: NormalPlace,
  closesRaw = true,
): readonly BodyNode[] {
  const content = normalBlocks(blocks, place, closesRaw);
  return content.length === 0 ? [emptyParagraph] : content;
}

/**
 * Ordinary blocks in normal form, empty paragraphs and empty containers left out.
 * `closesRaw`: the end of this container also ends a source block that does not end by itself.
 */
export function normalBlocks(
  blocks: readonly BodyNode[],
  place: NormalPlace,
  closesRaw: boolean,
): BodyNode[] {
  const normal = blocks.flatMap((block) => normalBlock(block, place));
  return normal.map((block, at) =>
    block.type !== 'rawBlock' || readsAsRawBlock(sourceText(block), closesRaw && at === normal.length - 1)
      ? block
      : { type: 'codeBlock', content: block.content ?? [] },
  );
}

function normalBlock(block: BodyNode, place: NormalPlace): BodyNode[] {
  const content = block.content ?? [];
  switch (block.type) {
    case 'paragraph': {
      const line = normalInline(content, place);
      return line.length === 0 ? [] : [{ type: 'paragraph', content: line }];
    }
    case 'heading':
      return [
        {
          type: 'heading',
          attrs: { level: levelOf(block) },
          ...withContent(normalInline(content, place)),
        },
      ];
    case 'horizontalRule':
      return [{ type: 'horizontalRule' }];
    case 'blockquote':
      return [{ type: 'blockquote', content: normalContent(content, place) }];
    case 'bulletList':
      return withItems(
        { type: 'bulletList' },
        content.map((item) => normalItem(item, place)),
      );
    case 'orderedList':
      return withItems(
        { type: 'orderedList', attrs: { start: startOf(block) } },
        content.map((item) => normalItem(item, place)),
      );
    case 'taskList':
      return withItems(
        { type: 'taskList' },
        content.map((item) => ({
          type: 'taskItem',
          attrs: { checked: item.attrs?.checked === true },
          content: normalContent(item.content ?? [], place),
        })),
      );
    case 'codeBlock':
      return [codeBlock(block, place)];
    case 'rawBlock': {
      const text = codeText(block, place).replace(SPACES_BEFORE_TAG, '');
      return text === '' ? [] : [{ type: 'rawBlock', content: [{ type: 'text', text }] }];
    }
    case 'table':
      return withItems(
        { type: 'table' },
        content.flatMap((row) =>
          withItems(
            { type: 'tableRow' },
            (row.content ?? []).map((cell) => normalCell(cell, place)),
          ),
        ),
      );
    case 'footnote':
      return normalFootnote(block, place);
    default:
      return FORM_TYPES.has(block.type) ? asOrdinary(block, place) : [];
  }
}

/** A form inside something else becomes the ordinary block that it is written as (MD-N8). */
function asOrdinary(form: BodyNode, place: NormalPlace): BodyNode[] {
  const normal = normalForm(form, place);
  if ((normal.content ?? []).length === 0) return [];
  return normalBlock(withoutSoftBreaks(writeForm(normal, NOTHING_SAID).block), place);
}

const withContent = (content: readonly BodyNode[]): { readonly content?: readonly BodyNode[] } =>
  content.length === 0 ? {} : { content };

/** By which HTML would belong to the list above it, where what stood between them is written elsewhere. */
const SPACES_BEFORE_TAG = /^ {1,3}(?=<)/;

const withItems = (container: BodyNode, items: readonly BodyNode[]): BodyNode[] =>
  items.length === 0 ? [] : [{ ...container, content: items }];

const normalItem = (item: BodyNode, place: NormalPlace): BodyNode => ({
  type: 'listItem',
  content: normalContent(item.content ?? [], place),
});

function levelOf({ attrs }: BodyNode): number {
  const level = attrs?.level;
  return typeof level === 'number' && level >= 1 && level <= 6 ? Math.trunc(level) : 1;
}

function startOf({ attrs }: BodyNode): number {
  const start = attrs?.start;
  return typeof start === 'number' && start >= 0 && start <= 999_999_999 ? Math.trunc(start) : 1;
}

/** In a footnote, spaces alone on a line of code cannot be told from its indentation (MD-N6). */
function codeText(block: BodyNode, { inFootnote }: NormalPlace): string {
  const text = keptText(sourceText(block)).replace(/\r\n?/g, '\n');
  return inFootnote ? text.replace(/^[ \t]+$/gm, '') : text;
}

function codeBlock(block: BodyNode, place: NormalPlace): BodyNode {
  const language = keptText(textAttr(block, 'language') ?? '')
    .trim()
    .replace(/\s+/g, ' ');
  const text = codeText(block, place);
  return {
    type: 'codeBlock',
    ...(language === '' ? {} : { attrs: { language } }),
    ...withContent(text === '' ? [] : [{ type: 'text', text }]),
  };
}

/** A cell's own attributes; the widths of columns belong to the window (MD-N5). */
function normalCell(cell: BodyNode, place: NormalPlace): BodyNode {
  const span = (name: string): Record<string, number> => {
    const value = cell.attrs?.[name];
    return typeof value === 'number' && value > 1 ? { [name]: Math.min(Math.trunc(value), 999) } : {};
  };
  const align = textAttr(cell, 'align');
  const attrs = {
    ...span('colspan'),
    ...span('rowspan'),
    ...(align !== null && ['left', 'center', 'right'].includes(align) ? { align } : {}),
  };
  return {
    type: cell.type === 'tableHeader' ? 'tableHeader' : 'tableCell',
    ...(Object.keys(attrs).length === 0 ? {} : { attrs }),
    content: normalContent(cell.content ?? [], place, false),
  };
}

/** A footnote inside another one follows it: Markdown would give it all that comes after it (MD-N9). */
function normalFootnote(footnote: BodyNode, place: NormalPlace): BodyNode[] {
  const inner: BodyNode[] = [];
  const content = (footnote.content ?? []).flatMap((child) => withoutFootnotes(child, inner));
  const own: BodyNode = {
    type: 'footnote',
    attrs: { label: footnoteLabel(footnote) },
    content: normalContent(content, { ...place, inFootnote: true }),
  };
  return [own, ...inner.flatMap((other) => normalBlock(other, place))];
}

function withoutFootnotes(node: BodyNode, taken: BodyNode[]): BodyNode[] {
  if (node.type === 'footnote') {
    taken.push(node);
    return [];
  }
  return node.content === undefined
    ? [node]
    : [{ ...node, content: node.content.flatMap((child) => withoutFootnotes(child, taken)) }];
}

/** A footnote's label; one without a name is called `note`. */
const footnoteLabel = (block: BodyNode): string => keptLabel(textAttr(block, 'label') ?? '') || 'note';

/** The place that a whole document is. */
export function documentPlace(blocks: readonly BodyNode[]): NormalPlace {
  const labels = new Set<string>();
  const visit = (node: BodyNode): void => {
    if (node.type === 'footnote') labels.add(comparedLabel(footnoteLabel(node)));
    for (const child of node.content ?? []) visit(child);
  };
  for (const block of blocks) visit(block);
  return { labels, inFootnote: false };
}
