import { Extension } from '@tiptap/core';
import { type EditorState, Plugin, PluginKey, type Transaction } from '@tiptap/pm/state';
import { isSectionHeading } from './sectionHeading.ts';

/** What brings headings that may be those of sections already. */
const BRINGS: ReadonlySet<unknown> = new Set(['paste', 'drop']);

/**
 * A heading that was pasted or dropped is an ordinary one where its section has a heading in the document, and where
 * it does not stand between blocks: a section has one heading, in the text itself. One that was cut out of the
 * document, or dragged to another place, comes back as its section's.
 *
 * @returns null where no such heading came in
 */
function withoutSecondKeys(
  trs: readonly Transaction[],
  { doc: before }: EditorState,
  { doc, tr }: EditorState,
): Transaction | null {
  if (!trs.some((one) => one.docChanged && BRINGS.has(one.getMeta('uiEvent')))) return null;
  const stayed = new Set<number>();
  const taken = new Set<unknown>();
  before.descendants((node, position) => {
    const place = isSectionHeading(node) ? placeAfter(trs, position) : null;
    if (place === null || !isSectionHeading(doc.nodeAt(place))) return !node.isTextblock;
    stayed.add(place);
    if (doc.resolve(place).depth === 0) taken.add(doc.nodeAt(place)?.attrs.section);
    return false;
  });
  doc.descendants((node, position, parent) => {
    if (!isSectionHeading(node) || stayed.has(position)) return !node.isTextblock;
    const { section } = node.attrs;
    if (parent !== doc || taken.has(section)) tr.setNodeAttribute(position, 'section', null);
    else taken.add(section);
    return false;
  });
  return tr.docChanged ? tr : null;
}

/** Where a node is that was at a position; null where it was deleted. */
function placeAfter(trs: readonly Transaction[], position: number): number | null {
  let place = position;
  for (const { mapping } of trs) {
    const { pos, deleted } = mapping.mapResult(place, 1);
    if (deleted) return null;
    place = pos;
  }
  return place;
}

/** Keeps the headings of sections to one each. */
export const sectionKeys = Extension.create({
  name: 'sectionKeys',
  addProseMirrorPlugins: () => [
    new Plugin({ key: new PluginKey('sectionKeys'), appendTransaction: withoutSecondKeys }),
  ],
});
