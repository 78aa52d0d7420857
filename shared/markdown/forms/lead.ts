import type { BodyNode } from '../../document/template.ts';
import { isText, sameMarks, textNode } from '../inline/inlineNodes.ts';

/**
 * The first words of an item that are not its content: a label, a number, a time. Texts, none of them
 * empty; the last one ends in a space.
 */
export type Lead = readonly (BodyNode & { readonly text: string })[];

export const bold = (text: string): Lead[number] => marked(text, 'bold');
export const marked = (text: string, mark: string): Lead[number] => asText(textNode(text, [{ type: mark }]));
export const plain = (text: string): Lead[number] => asText(textNode(text));

const asText = (node: BodyNode): Lead[number] => node as Lead[number];

/** An item's blocks with the lead in front of the first paragraph, or in a paragraph of its own. */
export function withLead(lead: Lead, blocks: readonly BodyNode[]): BodyNode[] {
  const [first, ...others] = blocks;
  if (lead.length === 0) return [...blocks];
  return first?.type === 'paragraph'
    ? [{ type: 'paragraph', content: joinLine(lead, first.content ?? []) }, ...others]
    : [{ type: 'paragraph', content: joinLine(lead, []) }, ...blocks];
}

/** A line with the lead in front; a lead alone keeps no space at its end. */
export function joinLine(lead: Lead, line: readonly BodyNode[]): BodyNode[] {
  const last = lead.at(-1);
  if (last === undefined) return [...line];
  const before = lead.slice(0, -1);
  const [first, ...others] = line;
  if (isText(first) && sameMarks(first, last))
    return [...before, textNode(last.text + first.text, last.marks), ...others];
  const endsHere = first === undefined || first.type === 'hardBreak';
  const text = endsHere ? last.text.trimEnd() : last.text;
  return [...before, ...(text === '' ? [] : [textNode(text, last.marks)]), ...line];
}

/** A line without its lead, or null when it does not begin with it. */
export function lineAfterLead(line: readonly BodyNode[], lead: Lead): BodyNode[] | null {
  let rest = [...line];
  for (const [at, part] of lead.entries()) {
    const [node, ...others] = rest;
    const isLast = at === lead.length - 1;
    const bare = part.text.trimEnd();
    const endsHere = isLast && (others.length === 0 || others[0]?.type === 'hardBreak');
    if (isLast && bare === '' && (node === undefined || node.type === 'hardBreak')) return rest;
    if (!isText(node) || !sameMarks(node, part)) return null;
    if (node.text.startsWith(part.text)) {
      const text = node.text.slice(part.text.length);
      if (text !== '' && !isLast) return null;
      rest = text === '' ? others : [textNode(text, node.marks), ...others];
    } else if (endsHere && node.text === bare) rest = others;
    else return null;
  }
  return rest;
}

/** An item's blocks without the lead, or null when its first paragraph does not begin with it. */
export function blocksAfterLead(blocks: readonly BodyNode[], lead: Lead): BodyNode[] | null {
  if (lead.length === 0) return [...blocks];
  const [first, ...others] = blocks;
  if (first?.type !== 'paragraph') return null;
  const line = lineAfterLead(first.content ?? [], lead);
  if (line === null) return null;
  return line.length === 0 ? others : [{ type: 'paragraph', content: line }, ...others];
}

/** The text of a line's first bold run, when the line begins with one that has no other mark. */
export const boldStart = (line: readonly BodyNode[]): string | null => markedStart(line, 'bold');

/** The same for a run with another mark. */
export function markedStart(line: readonly BodyNode[], mark: string): string | null {
  const first = line[0];
  return isText(first) && first.marks?.length === 1 && first.marks[0]?.type === mark ? first.text : null;
}

/** The text that a line begins with, when it has no mark. */
export function plainStart(line: readonly BodyNode[]): string | null {
  const first = line[0];
  return isText(first) && (first.marks ?? []).length === 0 ? first.text : null;
}

/** The line of an item's first paragraph, empty when it begins with another block. */
export function firstLine(blocks: readonly BodyNode[]): readonly BodyNode[] {
  const [first] = blocks;
  return first?.type === 'paragraph' ? (first.content ?? []) : [];
}
