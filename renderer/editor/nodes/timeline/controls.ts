import type { Node as DocumentNode } from '@tiptap/pm/model';
import type { EditorView } from '@tiptap/pm/view';
import type { CellName } from './rowStops.ts';

/** What can be focused in a row beside its text. */
export interface RowControls {
  /** Opens the time, or goes to the place of a cell that the row lacks. */
  readonly edit: (name: 'time' | CellName) => void;
  /** What the menus of the row open at. */
  readonly menuAnchor: () => HTMLElement;
  /** The row as it is drawn. */
  readonly row: () => DocumentNode;
}

/** What can be focused at the foot of a timeline. */
export interface TimelineControls {
  readonly focusQuickAdd: (field: 'time' | 'event' | 'source') => void;
}

const rows = new WeakMap<Node, RowControls>();
const timelines = new WeakMap<Node, TimelineControls>();

export const registerRow = (dom: Node, controls: RowControls): void => void rows.set(dom, controls);
export const registerTimeline = (dom: Node, controls: TimelineControls): void =>
  void timelines.set(dom, controls);

/** The controls of the row drawn for a position; undefined while it is not drawn. */
export function rowControls(view: EditorView, rowPos: number): RowControls | undefined {
  const dom = view.nodeDOM(rowPos);
  return dom === null ? undefined : rows.get(dom);
}

/** The controls of the row that an element of the page belongs to. */
export function rowControlsAround(element: Element | null): RowControls | undefined {
  for (let at = element; at !== null; at = at.parentElement) {
    const controls = rows.get(at);
    if (controls !== undefined) return controls;
  }
  return undefined;
}

/** The controls of the timeline drawn for a position; undefined while it is not drawn. */
export function timelineControls(view: EditorView, timelinePos: number): TimelineControls | undefined {
  const dom = view.nodeDOM(timelinePos);
  return dom === null ? undefined : timelines.get(dom);
}
