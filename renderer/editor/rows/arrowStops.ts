import { Extension } from '@tiptap/core';
import { Plugin, PluginKey, Selection } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';

/**
 * Up and Down go from the text of one row to that of the next and keep the column. The browser alone skips rows
 * where drawn parts stand between them.
 */
export const arrowStops = Extension.create({
  name: 'arrowStops',
  addProseMirrorPlugins: () => [
    new Plugin({
      key: new PluginKey('arrowStops'),
      props: {
        handleKeyDown: (view, event) => {
          if (event.shiftKey || event.ctrlKey || event.metaKey || event.altKey) return false;
          if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return false;
          return goOn(view, event.key === 'ArrowUp');
        },
      },
    }),
  ],
});

function goOn(view: EditorView, up: boolean): boolean {
  const { selection, doc } = view.state;
  if (!selection.empty || !view.endOfTextblock(up ? 'up' : 'down')) return false;
  const { node } = view.domAtPos(selection.head);
  const stop = (node instanceof Element ? node : node.parentElement)?.closest<HTMLElement>('[data-stop]');
  const form = stop?.closest('[data-stops]');
  if (!stop || !form || !isAtEdge(view, stop, up)) return false;
  const stops = [...form.querySelectorAll<HTMLElement>('[data-stop]')];
  const next = stops[stops.indexOf(stop) + (up ? -1 : 1)];
  if (next === undefined) return false;
  const position = positionInLine(view, next, view.coordsAtPos(selection.head).left, up);
  const beside = Selection.near(doc.resolve(position), up ? -1 : 1);
  view.dispatch(view.state.tr.setSelection(beside).scrollIntoView());
  return true;
}

/** Whether the caret stands in the first line block of a text, or in the last. */
function isAtEdge(view: EditorView, stop: HTMLElement, up: boolean): boolean {
  const { $head } = view.state.selection;
  const { from, to } = rangeOf(view, stop);
  const edge = up
    ? Selection.findFrom(view.state.doc.resolve(from), 1, true)
    : Selection.findFrom(view.state.doc.resolve(to), -1, true);
  return edge?.$head.sameParent($head) ?? false;
}

function rangeOf(view: EditorView, stop: HTMLElement): { readonly from: number; readonly to: number } {
  return { from: view.posAtDOM(stop, 0, -1), to: view.posAtDOM(stop, stop.childNodes.length, 1) };
}

/** The position under a column in the first line of a text, or in the last; its start or end when off screen. */
function positionInLine(view: EditorView, stop: HTMLElement, left: number, last: boolean): number {
  const { from, to } = rangeOf(view, stop);
  const box = stop.getBoundingClientRect();
  const within = Math.min(Math.max(left, box.left + 1), box.right - 1);
  const half = Math.min(box.height, Number.parseFloat(getComputedStyle(stop).lineHeight) || 0) / 2;
  const found = view.posAtCoords({ left: within, top: last ? box.bottom - half : box.top + half });
  return found !== null && found.pos >= from && found.pos <= to ? found.pos : last ? to : from;
}
