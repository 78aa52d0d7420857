import { Fragment, type Node, Slice } from '@tiptap/pm/model';
import { isOfForm } from './formParts.ts';
import { holds, isWithin } from './withinSlice.ts';

/** Whether there is a node of that name somewhere in the content. */
export const holdsKind = (content: Fragment, name: string): boolean =>
  holds(content, ({ type }) => type.name === name);

/** Whether the words were selected within one form, in one text or across several: no row was meant. */
export const isWithinForm = (slice: Slice): boolean => isWithin(slice, isOfForm);

/** The same content with the words of its forms in place of the forms, a paragraph a line. */
export const wordsOfRows = (slice: Slice): Slice =>
  holds(slice.content, isOfForm)
    ? Slice.maxOpen(Fragment.from(slice.content.content.flatMap(wordsOf)), false)
    : slice;

/** The same content with words in place of the forms at its ends that are there in part; those between stay forms. */
export function wordsOfEnds({ content, openStart, openEnd }: Slice): Slice {
  const { firstChild, lastChild } = content;
  const isPart = (node: Node): boolean =>
    (node === firstChild && openStart > 0) || (node === lastChild && openEnd > 0);
  const nodes = content.content.flatMap((node) => (isPart(node) ? wordsOf(node) : [node]));
  return Slice.maxOpen(Fragment.from(nodes), false);
}

function wordsOf(node: Node): readonly Node[] {
  if (isOfForm(node)) {
    const { paragraph } = node.type.schema.nodes;
    if (node.isLeaf) return signedWords(node);
    const blocks = node.isTextblock ? [paragraph!.create(null, node.content)] : node.children;
    return blocks.flatMap(wordsOf).filter(({ type, childCount }) => type !== paragraph || childCount > 0);
  }
  if (node.isTextblock || !holds(node.content, isOfForm)) return [node];
  return [node.copy(Fragment.from(node.children.flatMap(wordsOf)))];
}

/** A row of the sign-off, which has no text. */
function signedWords({ type: { schema }, attrs: { role, name, date } }: Node): readonly Node[] {
  const words = [role, name, date].filter(Boolean).join(' ');
  return words === '' ? [] : [schema.node('paragraph', null, schema.text(words))];
}
