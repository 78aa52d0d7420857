import { Fragment, type Node, Slice } from '@tiptap/pm/model';
import { FORMS, isOfForm, ROWS } from './formParts.ts';
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

/** What a selection over several texts of forms means elsewhere: the rows of which it holds a part are words. */
export const wordsAcrossRows = (slice: Slice): Slice =>
  isWithinForm(slice) ? wordsOfRows(slice) : wordsOfEnds(slice);

/** The same content with words in place of the rows at its ends that are there in part; whole ones stay rows. */
function wordsOfEnds(slice: Slice): Slice {
  const { content, openStart, openEnd } = slice;
  const begins = openStart > 0 && content.firstChild !== null && isOfForm(content.firstChild);
  const ends = openEnd > 0 && content.lastChild !== null && isOfForm(content.lastChild);
  if (!begins && !ends) return slice;
  const last = content.childCount - 1;
  const nodes = content.content.flatMap((node, index) =>
    wordsOfParts(node, index === 0 ? openStart : 0, index === last ? openEnd : 0),
  );
  const words = Slice.maxOpen(Fragment.from(nodes), false);
  return new Slice(words.content, begins ? words.openStart : openStart, ends ? words.openEnd : openEnd);
}

/** @param start how deep the node is open at its start, which 0 is not */
function wordsOfParts(node: Node, start: number, end: number): readonly Node[] {
  if (!isOfForm(node) || (start === 0 && end === 0)) return [node];
  if (!FORMS.has(node.type.name)) return wordsOf(node);
  const from = start > 1 ? 1 : 0;
  const to = Math.max(from, node.childCount - (end > 1 ? 1 : 0));
  const whole = node.children.slice(from, to);
  const hasRows = whole.some(({ type }) => ROWS.has(type.name));
  return [
    ...node.children.slice(0, from).flatMap(wordsOf),
    ...(hasRows ? [node.copy(Fragment.from(whole))] : whole.flatMap(wordsOf)),
    ...node.children.slice(to).flatMap(wordsOf),
  ];
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
