import type { BodyNode } from '../../document/template.ts';

export type Mark = NonNullable<BodyNode['marks']>[number];

export const MARK_ORDER = ['bold', 'italic', 'strike', 'code', 'link'] as const;

/** An HTML comment without words: it keeps two things apart that Markdown would read as one. */
export const SEPARATOR = '<!-- -->';

export const textNode = (text: string, marks: readonly Mark[] = []): BodyNode =>
  marks.length === 0 ? { type: 'text', text } : { type: 'text', text, marks };

export const rawInline = (value: string): BodyNode => ({ type: 'rawInline', attrs: { value } });

export const hardBreak: BodyNode = { type: 'hardBreak' };

/** A line end that a reader sees as a space. It is kept only while a text is read or written, where lines matter. */
export const softBreak: BodyNode = { type: 'hardBreak', attrs: { soft: true } };

export const isSoftBreak = ({ type, attrs }: BodyNode): boolean =>
  type === 'hardBreak' && attrs?.soft === true;

/** A paragraph whose soft breaks are the spaces that they are to a reader. */
export function withoutSoftBreaks(block: BodyNode): BodyNode {
  const line = block.type === 'paragraph' ? (block.content ?? []) : [];
  if (!line.some(isSoftBreak)) return block;
  return { ...block, content: mergeTexts(line.map((node) => (isSoftBreak(node) ? textNode(' ') : node))) };
}

export const isText = (node: BodyNode | undefined): node is BodyNode & { readonly text: string } =>
  node?.text !== undefined;

export const markOf = (node: BodyNode, type: string): Mark | undefined =>
  node.marks?.find((mark) => mark.type === type);

/** An attribute as text, or null when it is absent, empty or of another type. */
export function textAttr(node: BodyNode, name: string): string | null {
  const value = node.attrs?.[name];
  return typeof value === 'string' && value !== '' ? value : null;
}

export const sameMark = (a: Mark, b: Mark): boolean =>
  a.type === b.type &&
  (a.attrs?.href ?? null) === (b.attrs?.href ?? null) &&
  (a.attrs?.title ?? null) === (b.attrs?.title ?? null);

export const sameMarks = (a: BodyNode, b: BodyNode): boolean => {
  const [left, right] = [a.marks ?? [], b.marks ?? []];
  return left.length === right.length && left.every((mark) => right.some((other) => sameMark(mark, other)));
};

/** Whether a node ends a link before it: a separator, or the source of a link, which stands in no other. */
export const isLinkEnd = (node: BodyNode): boolean => {
  const value = node.type === 'rawInline' ? textAttr(node, 'value') : null;
  return value === SEPARATOR || value?.startsWith('[') === true;
};

/** Nodes of a line with neighbouring texts of the same marks as one text. */
export function mergeTexts(nodes: readonly BodyNode[]): BodyNode[] {
  const merged: BodyNode[] = [];
  for (const node of nodes) {
    const last = merged.at(-1);
    if (isText(node) && isText(last) && sameMarks(node, last))
      merged[merged.length - 1] = textNode(last.text + node.text, last.marks);
    else merged.push(node);
  }
  return merged;
}
