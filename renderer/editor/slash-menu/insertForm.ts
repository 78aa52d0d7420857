import { type Editor, findChildren, type JSONContent, type NodeWithPos } from '@tiptap/core';

/**
 * Puts a form in at the caret and begins to write in it.
 *
 * @param enter goes to the first place to write in the form before which `position` lies
 * @returns false where the form cannot stand
 */
export function insertForm(
  editor: Editor,
  form: JSONContent & { readonly type: string },
  enter: (position: number) => void,
): boolean {
  const ofItsKind = (): readonly NodeWithPos[] =>
    findChildren(editor.state.doc, ({ type }) => type.name === form.type);
  const others = new Set(ofItsKind().map(({ node }) => node));
  if (!editor.chain().focus().insertContent(form).run()) return false;
  // One that it was put into is another now, too, and comes before it.
  const inserted = ofItsKind()
    .filter(({ node }) => !others.has(node))
    .at(-1);
  if (inserted !== undefined) enter(inserted.pos);
  return true;
}
