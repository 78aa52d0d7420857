import type { Node } from '@tiptap/pm/model';
import { NodeSelection, Selection } from '@tiptap/pm/state';
import { positionOfPath } from '../commands/blockPath.ts';
import { depthOf, FORMS, ROWS } from '../rows/formParts.ts';

/**
 * The row as a whole that stands where a row of the form is gone, or else the one above: what is typed then writes in
 * neither. Null where the form has none there.
 *
 * @param path the child indexes that lead to the form
 * @param index where the row was
 */
export function rowBeside(doc: Node, path: readonly number[], index: number): Selection | null {
  for (const beside of [index, index - 1]) {
    const position = beside < 0 ? null : positionOfPath(doc, [...path, beside]);
    const row = position === null ? null : doc.nodeAt(position);
    if (position !== null && row !== null && ROWS.has(row.type.name))
      return NodeSelection.create(doc, position);
  }
  return null;
}

/** The end of the text above a heading that a caret came to; null where it is in none, or a form or a heading is above. */
export function textAbove({ $head }: Selection): Selection | null {
  if ($head.parent.type.name !== 'heading') return null;
  const above = Selection.findFrom($head.doc.resolve($head.before()), -1, true);
  const isText = above?.$head.parent.type.name !== 'heading';
  return above !== null && isText && depthOf(above.$head, FORMS) === null ? above : null;
}
