import type { Editor, JSONContent } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';

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
  const others = new Set(nodesOf(editor, form.type).map(({ node }) => node));
  if (!editor.chain().focus().insertContent(form).run()) return false;
  // One that it was put into is another now, too, and comes before it.
  const inserted = nodesOf(editor, form.type)
    .filter(({ node }) => !others.has(node))
    .at(-1);
  if (inserted !== undefined) enter(inserted.position);
  return true;
}

function nodesOf(
  editor: Editor,
  type: string,
): readonly { readonly node: Node; readonly position: number }[] {
  const found: { readonly node: Node; readonly position: number }[] = [];
  editor.state.doc.descendants((node, position) => {
    if (node.type.name === type) found.push({ node, position });
    return !node.isTextblock;
  });
  return found;
}
