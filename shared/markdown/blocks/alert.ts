import type { Blockquote, Paragraph, PhrasingContent } from 'mdast';
import type { BodyNode } from '../../document/template.ts';
import { hardBreak, isText, textNode } from '../inline/inlineNodes.ts';

declare module 'mdast' {
  interface TextData {
    /** The text is an alert's mark, of which nothing is escaped. */
    readonly isAlertMark?: boolean;
  }
  interface BreakData {
    /** The break ends the line of an alert's mark: a line end is enough. */
    readonly endsAlertMark?: boolean;
  }
}

/**
 * GitHub shows a quote as an alert when its first line is one of these marks and nothing else. Here the mark
 * is the words that it is, with a line break behind it.
 */
const NAMES = String.raw`\[!(?:note|tip|important|warning|caution)\]`;
const MARK = new RegExp(`^${NAMES}$`, 'i');
const MARKED_LINE = new RegExp(`^(${NAMES})(?:[ \\t]*\\n|$)`, 'i');
/** A definition of a mark's name would make a link of the mark. */
const DEFINITION = new RegExp(`^ {0,3}${NAMES}:`, 'im');

/** The paragraphs that an alert's first one is read as, given how a paragraph is read; null for other quotes. */
export function readAlertLine(
  { children: [first] }: Blockquote,
  readParagraph: (children: readonly PhrasingContent[]) => readonly BodyNode[],
): readonly BodyNode[] | null {
  if (first?.type !== 'paragraph') return null;
  const [words, ...others] = first.children;
  const [line, mark] = words?.type === 'text' ? (MARKED_LINE.exec(words.value) ?? []) : [];
  if (words?.type !== 'text' || line === undefined || mark === undefined) return null;
  const endsByItself = line.endsWith('\n') || others.length === 0;
  if (!endsByItself && others[0]?.type !== 'break') return null;
  const behind = endsByItself ? others : others.slice(1);
  const after = words.value.slice(line.length);
  const rest = readParagraph(after === '' ? behind : [{ type: 'text', value: after }, ...behind]);
  if (rest.length === 0) return [paragraph(textNode(mark))];
  // No line can begin with source directly below a line end.
  return rest[0]?.type === 'rawInline'
    ? [paragraph(textNode(mark)), paragraph(...rest)]
    : [paragraph(textNode(mark), hardBreak, ...rest)];
}

const paragraph = (...content: readonly BodyNode[]): BodyNode => ({ type: 'paragraph', content });

/** The name of the alert that a quote is, `Warning`, and the line behind it; null for other quotes. */
export function alertIn(
  quote: BodyNode,
): { readonly name: string; readonly rest: readonly BodyNode[] } | null {
  const [mark, ...rest] = quote.content?.[0]?.content ?? [];
  if (!isText(mark) || (mark.marks ?? []).length > 0 || !MARK.test(mark.text)) return null;
  if (rest[0] !== undefined && rest[0].type !== 'hardBreak') return null;
  const name = mark.text.slice(2, -1).toLowerCase();
  return { name: `${name.charAt(0).toUpperCase()}${name.slice(1)}`, rest };
}

/** A quote's first paragraph as it is written, with the mark as a line of its own where it is an alert's. */
export function writtenAlertLine(quote: BodyNode, written: Paragraph): Paragraph {
  const [mark, lineEnd] = quote.content?.[0]?.content ?? [];
  if (!isText(mark) || (mark.marks ?? []).length > 0 || !MARK.test(mark.text)) return written;
  const [words, end, ...rest] = written.children;
  const isAlone = lineEnd === undefined || (lineEnd.type === 'hardBreak' && end?.type === 'break');
  if (words?.type !== 'text' || !isAlone) return written;
  const marked: PhrasingContent = { ...words, data: { isAlertMark: true } };
  return {
    ...written,
    children: end?.type === 'break' ? [marked, { ...end, data: { endsAlertMark: true } }, ...rest] : [marked],
  };
}

/** Whether some source that is kept defines a link of a mark's name. */
export const definesAlertMark = ({ type, content = [] }: BodyNode): boolean =>
  type === 'rawBlock'
    ? DEFINITION.test(content.map(({ text }) => text ?? '').join(''))
    : content.some(definesAlertMark);
