import type { BodyNode } from '../../document/template.ts';
import { readBody } from '../blocks/readBody.ts';
import { textAttr } from '../inline/inlineNodes.ts';

/** Whether a piece of source inside a line is read as just that piece again, and not as words or formatting. */
export function readsAsRawInline(value: string): boolean {
  if (!/^[<[]/.test(value)) return false;
  const [paragraph, ...others] = readBody(`a${value}b`);
  const [before, raw, after, ...more] = paragraph?.content ?? [];
  return (
    others.length === 0 &&
    more.length === 0 &&
    before?.text === 'a' &&
    after?.text === 'b' &&
    raw?.type === 'rawInline' &&
    textAttr(raw, 'value') === value
  );
}

/**
 * Whether a source block is read as just that block again. One that does not end by itself (an unclosed
 * comment) would swallow what follows, so it may only stand last in its container.
 */
export function readsAsRawBlock(source: string, isLast: boolean): boolean {
  const [raw, after, ...more] = readBody(isLast ? source : `${source}\n\nx`);
  const same = raw?.type === 'rawBlock' && sourceText(raw) === source;
  return same && more.length === 0 && (isLast ? after === undefined : after?.type === 'paragraph');
}

export const sourceText = (block: BodyNode): string =>
  (block.content ?? []).map(({ text }) => text ?? '').join('');
