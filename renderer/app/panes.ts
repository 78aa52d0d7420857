import { firstFocusIn } from '../ui/overlay/tabbable.ts';

/** What had focus last in each pane that was left by key. */
const left = new WeakMap<Element, HTMLElement>();

/**
 * Puts the focus into the next (1) or previous (-1) part of the window that is on screen: elements with
 * `data-pane`, in their order. Where it was before in that pane, else the text that is written there, else the
 * first place that Tab reaches.
 */
export function goToPane(direction: 1 | -1): void {
  const panes = [...document.querySelectorAll<HTMLElement>('[data-pane]')].filter(
    (pane) => pane.getClientRects().length > 0,
  );
  const active = document.activeElement;
  const here = panes.findIndex((pane) => pane.contains(active));
  const pane = panes[nextIndex(here, direction, panes.length)];
  if (pane === undefined) return;
  const leaving = panes[here];
  if (leaving !== undefined && active instanceof HTMLElement) left.set(leaving, active);
  const before = left.get(pane);
  const place = before !== undefined && pane.contains(before) ? before : pane.querySelector('.ProseMirror');
  (place instanceof HTMLElement ? place : firstFocusIn(pane)).focus();
}

/** The index after or before `here` in a ring of `count`; -1 stands before the first. */
export function nextIndex(here: number, direction: 1 | -1, count: number): number {
  if (here === -1) return direction === 1 ? 0 : count - 1;
  return (here + direction + count) % count;
}
