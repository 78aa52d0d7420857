import type { BodyNode } from '../../document/template.ts';
import { FORM_TYPES, writeForm } from '../forms/writeForms.ts';
import { textAttr } from '../inline/inlineNodes.ts';
import { normalForm } from './normalForms.ts';
import { comparedLabel, type FootnoteLabels, keptLabel, keptText, normalInline } from './normalInline.ts';
import { readsAsRawBlock, sourceText } from './rawSource.ts';

export const emptyParagraph: BodyNode = { type: 'paragraph' };

/** What stands in a container: its blocks, or one empty paragraph (MD-N4). */
export function normalContent(
  blocks: readonly BodyNode[],
  footnotes: FootnoteLabels,
  closesRaw = true,
): readonly BodyNode[] {
  const content = normalBlocks(blocks, footnotes, closesRaw);
  return content.length === 0 ? [emptyParagraph] : content;
}

/**
 * Ordinary blocks in normal form, empty paragraphs and empty containers left out.
 * `closesRaw`: the end of this container also ends a source block that does not end by itself.
 */
export function normalBlocks(
  blocks: readonly BodyNode[],
  footnotes: FootnoteLabels,
  closesRaw: boolean,
): BodyNode[] {
  const normal = blocks.flatMap((block) => normalBlock(block, footnotes));
  return normal.map((block, at) =>
    block.type !== 'rawBlock' || readsAsRawBlock(sourceText(block), closesRaw && at === normal.length - 1)
      ? block
      : { type: 'codeBlock', content: block.content ?? [] },
  );
}

function normalBlock(block: BodyNode, footnotes: FootnoteLabels): BodyNode[] {
  const content = block.content ?? [];
  switch (block.type) {
    case 'paragraph': {
      const line = normalInline(content, footnotes);
      return line.length === 0 ? [] : [{ type: 'paragraph', content: line }];
    }
    case 'heading':
      return [
        {
          type: 'heading',
          attrs: { level: levelOf(block) },
          ...withContent(normalInline(content, footnotes)),
        },
      ];
    case 'horizontalRule':
      return [{ type: 'horizontalRule' }];
    case 'blockquote':
      return [{ type: 'blockquote', content: normalContent(content, footnotes) }];
    case 'bulletList':
      return withItems(
        { type: 'bulletList' },
        content.map((item) => normalItem(item, footnotes)),
      );
    case 'orderedList':
      return withItems(
        { type: 'orderedList', attrs: { start: startOf(block) } },
        content.map((item) => normalItem(item, footnotes)),
      );
    case 'taskList':
      return withItems(
        { type: 'taskList' },
        content.map((item) => ({
          type: 'taskItem',
          attrs: { checked: item.attrs?.checked === true },
          content: normalContent(item.content ?? [], footnotes),
        })),
      );
    case 'codeBlock':
      return [codeBlock(block)];
    case 'rawBlock': {
      const text = codeText(block);
      return text === '' ? [] : [{ type: 'rawBlock', content: [{ type: 'text', text }] }];
    }
    case 'table':
      return withItems(
        { type: 'table' },
        content.flatMap((row) =>
          withItems(
            { type: 'tableRow' },
            (row.content ?? []).map((cell) => normalCell(cell, footnotes)),
          ),
        ),
      );
    case 'footnote':
      return [
        {
          type: 'footnote',
          attrs: { label: footnoteLabel(block) },
          content: normalContent(content, footnotes),
        },
      ];
    default:
      return FORM_TYPES.has(block.type) ? asOrdinary(block, footnotes) : [];
  }
}

const NO_TIMES = { carryDate: null, carryClock: null, statedZone: null };

/** A form inside something else becomes the ordinary block that it is written as (MD-N8). */
function asOrdinary(form: BodyNode, footnotes: FootnoteLabels): BodyNode[] {
  const normal = normalForm(form, footnotes);
  if ((normal.content ?? []).length === 0) return [];
  return normalBlock(writeForm(normal, NO_TIMES).block, footnotes);
}

const withContent = (content: readonly BodyNode[]): { readonly content?: readonly BodyNode[] } =>
  content.length === 0 ? {} : { content };

const withItems = (container: BodyNode, items: readonly BodyNode[]): BodyNode[] =>
  items.length === 0 ? [] : [{ ...container, content: items }];

const normalItem = (item: BodyNode, footnotes: FootnoteLabels): BodyNode => ({
  type: 'listItem',
  content: normalContent(item.content ?? [], footnotes),
});

function levelOf({ attrs }: BodyNode): number {
  const level = attrs?.level;
  return typeof level === 'number' && level >= 1 && level <= 6 ? Math.trunc(level) : 1;
}

function startOf({ attrs }: BodyNode): number {
  const start = attrs?.start;
  return typeof start === 'number' && start >= 0 && start <= 999_999_999 ? Math.trunc(start) : 1;
}

const codeText = (block: BodyNode): string => keptText(sourceText(block)).replace(/\r\n?/g, '\n');

function codeBlock(block: BodyNode): BodyNode {
  const language = keptText(textAttr(block, 'language') ?? '')
    .trim()
    .replace(/\s+/g, ' ');
  const text = codeText(block);
  return {
    type: 'codeBlock',
    ...(language === '' ? {} : { attrs: { language } }),
    ...withContent(text === '' ? [] : [{ type: 'text', text }]),
  };
}

/** A cell's own attributes; the widths of columns belong to the window (MD-N5). */
function normalCell(cell: BodyNode, footnotes: FootnoteLabels): BodyNode {
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
    content: normalContent(cell.content ?? [], footnotes, false),
  };
}

/** A footnote's label; one without a name is called `note`. */
const footnoteLabel = (block: BodyNode): string => keptLabel(textAttr(block, 'label') ?? '') || 'note';

/** The labels of all footnotes under some blocks, as they are compared with references. */
export function footnoteLabels(blocks: readonly BodyNode[]): FootnoteLabels {
  const labels = new Set<string>();
  const visit = (node: BodyNode): void => {
    if (node.type === 'footnote') labels.add(comparedLabel(footnoteLabel(node)));
    for (const child of node.content ?? []) visit(child);
  };
  for (const block of blocks) visit(block);
  return labels;
}
