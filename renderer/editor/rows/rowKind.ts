import type { Editor } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import type { Transaction } from '@tiptap/pm/state';

/** A kind of row that can be added, moved, copied and deleted by the same keys wherever it stands. */
export interface RowKind {
  /** The name of its node. */
  readonly node: string;
  /** What it is called: `Action item`. */
  readonly noun: string;
  /** What this one is called: `A3`, `Why 2`. */
  readonly nameOf: (editor: Editor, row: Node, position: number) => string;
  /** A row with nothing in it yet, to stand after another or, with null, first. */
  readonly make: (editor: Editor, after: Node | null) => Node;
  /** The cell of a new row that takes the focus; its text where left out. */
  readonly firstCell?: (row: Node) => string | null;
  /** A copy with hidden names of its own; undefined for rows that are not copied. */
  readonly copy?: (editor: Editor, row: Node) => Node;
  /** What else changes in the row before which `position` lies when one is added after it. */
  readonly onAddAfter?: (tr: Transaction, position: number) => void;
  /** Whether nothing would be lost with it. */
  readonly isEmpty: (row: Node) => boolean;
}

/** The row of a kind that a position lies in or right before; null where there is none. */
export function rowAt(doc: Node, position: number, kind: RowKind): { row: Node; position: number } | null {
  const place = doc.resolve(position);
  if (place.nodeAfter?.type.name === kind.node) return { row: place.nodeAfter, position };
  for (let depth = place.depth; depth > 0; depth -= 1) {
    const node = place.node(depth);
    if (node.type.name === kind.node) return { row: node, position: place.before(depth) };
  }
  return null;
}

/** The positions before the rows of a kind in a container, and their index among all its children. */
export function rowsIn(
  container: Node,
  before: number,
  kind: RowKind,
): readonly { readonly row: Node; readonly position: number; readonly index: number }[] {
  const rows: { row: Node; position: number; index: number }[] = [];
  container.forEach((row, offset, index) => {
    if (row.type.name === kind.node) rows.push({ row, position: before + 1 + offset, index });
  });
  return rows;
}
