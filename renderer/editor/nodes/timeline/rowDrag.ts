import type { Editor } from '@tiptap/core';
import { element } from '../../rows/element.ts';
import { selectRow } from './goTo.ts';
import styles from './row.module.css';
import { moveRow } from './rowCommands.ts';
import { type RowPlace, rowAt, rowAtIndex } from './rowPlace.ts';
import frame from './timeline.module.css';

/** The pointer has to go this far before a press on the grip is a drag, in px. */
const SLACK = 4;
/** Nearer than this to the edge of the page the page scrolls, in px, and by how much a frame. */
const EDGE = 48;
const STEP = 12;

/** Follows the pointer from a press on a row's grip: a press selects the row, a drag moves it. */
export function startRowDrag(editor: Editor, place: RowPlace, dom: HTMLElement, press: PointerEvent): void {
  if (press.button !== 0) return;
  press.preventDefault();
  const rows = dom.parentElement;
  if (rows === null) return;
  const line = element('div', { class: frame.drop, contenteditable: 'false' });
  let target: number | null = null;
  let pointerY = press.clientY;
  let frameId = 0;

  const drawLine = (): void => {
    const { gap, y } = gapAt(rows, pointerY);
    target = gap > place.index ? gap - 1 : gap;
    line.style.top = `${y}px`;
  };
  const begin = (): void => {
    dom.classList.add(styles.lifted ?? '');
    // Beside the rows, not among them: what stands among them is the editor's.
    rows.parentElement?.append(line);
    scroll();
  };
  const scroll = (): void => {
    const pane = scrollerOf(rows);
    const box = pane?.getBoundingClientRect();
    if (pane && box && pointerY < box.top + EDGE) pane.scrollBy(0, -STEP);
    else if (pane && box && pointerY > box.bottom - EDGE) pane.scrollBy(0, STEP);
    drawLine();
    frameId = requestAnimationFrame(scroll);
  };
  const move = (event: PointerEvent): void => {
    pointerY = event.clientY;
    const begins = target === null;
    if (begins && Math.abs(pointerY - press.clientY) <= SLACK) return;
    drawLine();
    if (begins) begin();
  };
  const end = (): void => {
    cancelAnimationFrame(frameId);
    line.remove();
    dom.classList.remove(styles.lifted ?? '');
    listening.abort();
  };
  const drop = (): void => {
    end();
    const now = rowAt(editor.state.doc, place.rowPos);
    const same = now !== null && now.row.attrs.id === place.row.attrs.id;
    if (now === null || !same) return;
    if (target !== null && target !== place.index && !moveRow(editor, now, target)) return;
    const there = rowAtIndex(editor.state.doc, place.timelinePos, target ?? place.index);
    if (there !== null) selectRow(editor, there.rowPos);
  };

  const listening = new AbortController();
  const { signal } = listening;
  window.addEventListener('pointermove', move, { signal });
  window.addEventListener('pointerup', drop, { signal });
  window.addEventListener('pointercancel', end, { signal });
  window.addEventListener(
    'keydown',
    (event) => {
      if (event.key !== 'Escape') return;
      event.stopPropagation();
      end();
    },
    { signal, capture: true },
  );
}

/** The gap between rows that is nearest to a height on screen, and where its line goes in the rows' table. */
function gapAt(rows: HTMLElement, clientY: number): { readonly gap: number; readonly y: number } {
  const boxes = [...rows.children].map((row) => row.getBoundingClientRect());
  const below = boxes.findIndex((box) => clientY < box.top + box.height / 2);
  const gap = below < 0 ? boxes.length : below;
  const edge = boxes[gap]?.top ?? boxes.at(-1)?.bottom ?? 0;
  return { gap, y: edge - (rows.parentElement?.getBoundingClientRect().top ?? 0) };
}

function scrollerOf(dom: HTMLElement): HTMLElement | null {
  for (let pane = dom.parentElement; pane !== null; pane = pane.parentElement) {
    if (/(auto|scroll)/.test(getComputedStyle(pane).overflowY)) return pane;
  }
  return null;
}
