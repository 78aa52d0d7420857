import { NodeSelection, Selection } from '@tiptap/pm/state';
import type { DrawnView } from './drawnView.ts';

/** Selects the row that a control belongs to, not where the text was left: that may be far away and out of sight. */
export function selectOwnRow({ view, node, position }: DrawnView): void {
  if (position !== null) {
    const { doc, tr } = view.state;
    const selection = NodeSelection.isSelectable(node)
      ? NodeSelection.create(doc, position)
      : Selection.near(doc.resolve(position + 1));
    view.dispatch(tr.setSelection(selection));
  }
  view.focus();
}
