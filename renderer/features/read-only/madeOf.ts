import type { BodyNode } from '../../../shared/document/template.ts';

type Nodes = readonly BodyNode[];

export const text = (words: string, ...marks: readonly string[]): BodyNode => ({
  type: 'text',
  text: words,
  marks: marks.map((type) => ({ type })),
});

export const paragraph = (...content: Nodes): BodyNode => ({ type: 'paragraph', content });

/** A quiet line of the page's own words beside what the document says. */
export const note = (words: string): BodyNode => ({ type: 'note', content: [text(words)] });

export const label = (words: string): BodyNode => ({
  type: 'heading',
  attrs: { level: 4 },
  content: [text(words)],
});

export const cell = (content: Nodes, attrs: BodyNode['attrs'] = {}): BodyNode => ({
  type: 'tableCell',
  attrs,
  content,
});

export const head = (words: string, attrs: BodyNode['attrs'] = {}): BodyNode => ({
  type: 'tableHeader',
  attrs,
  content: [paragraph(text(words))],
});

export const row = (...cells: Nodes): BodyNode => ({ type: 'tableRow', content: cells });

export const table = (heads: readonly string[], rows: Nodes): BodyNode => ({
  type: 'table',
  content: [...(heads.length === 0 ? [] : [row(...heads.map((words) => head(words)))]), ...rows],
});

/** Words before the first words of some blocks, in the same paragraph where they begin with one. */
export function led(lead: Nodes, blocks: Nodes): Nodes {
  const [first, ...rest] = blocks;
  if (lead.length === 0) return blocks;
  if (first?.type !== 'paragraph') return [paragraph(...lead), ...blocks];
  return [paragraph(...lead, text(' '), ...(first.content ?? [])), ...rest];
}
