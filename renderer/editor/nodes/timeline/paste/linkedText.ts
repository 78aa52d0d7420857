import { Fragment, type Node, type Schema } from '@tiptap/pm/model';
import { safeLinkAddress } from '../../../../../shared/schema/linkPolicy.ts';

/** An address as it stands in plain text; the sentence's own punctuation behind it is not part of it. */
const ADDRESS = /\bhttps?:\/\/[^\s<>"']*[^\s<>"'.,;:!?)\]}]/gi;

/** Plain text as inline content, with the addresses in it as links. */
export function linkedText(schema: Schema, text: string): Fragment {
  const nodes: Node[] = [];
  let end = 0;
  const add = (words: string, href: string | null): void => {
    if (words === '') return;
    nodes.push(schema.text(words, href === null ? [] : [schema.mark('link', { href })]));
  };
  for (const { 0: address, index } of text.matchAll(ADDRESS)) {
    add(text.slice(end, index), null);
    add(address, safeLinkAddress(address));
    end = index + address.length;
  }
  add(text.slice(end), null);
  return Fragment.from(nodes);
}
