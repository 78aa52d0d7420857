import type { DrawnView } from './drawnView.ts';
import { element } from './element.ts';
import { moveRowTo } from './moveRow.ts';
import { type RowKind, rowsIn } from './rowKind.ts';
import styles from './rows.module.css';

/** Drags a row by its grip: a line shows where it would go; letting go moves it there, Esc leaves it. */
export function dragRow(owner: DrawnView, kind: RowKind, press: PointerEvent): void {
  const { view, editor, position } = owner;
  const grip = press.target;
  if (position === null || !editor.isEditable || press.button !== 0 || !(grip instanceof Element)) return;
  press.preventDefault();
  grip.setPointerCapture(press.pointerId);
  const place = view.state.doc.resolve(position);
  const rows = rowsIn(place.parent, place.before(place.depth), kind);
  const boxes = rows.map((row) => {
    const dom = view.nodeDOM(row.position);
    return dom instanceof HTMLElement ? dom.getBoundingClientRect() : owner.dom.getBoundingClientRect();
  });
  const from = rows.findIndex((row) => row.position === position);
  const doc = view.state.doc;
  const line = element('div', { class: styles.dropLine });
  let gap = from;

  const move = (event: PointerEvent): void => {
    gap = boxes.filter((box) => event.clientY > box.top + box.height / 2).length;
    const before = boxes[gap - 1];
    const after = boxes[gap];
    const y = after?.top ?? before?.bottom ?? press.clientY;
    const box = after ?? before;
    line.style.top = `${y}px`;
    line.style.left = `${box?.left ?? 0}px`;
    line.style.width = `${box?.width ?? 0}px`;
    if (!line.isConnected) document.body.append(line);
  };
  const end = (): void => {
    line.remove();
    grip.removeEventListener('pointermove', move as EventListener);
    grip.removeEventListener('pointerup', drop);
    grip.removeEventListener('lostpointercapture', end);
    window.removeEventListener('keydown', leave, true);
  };
  const drop = (): void => {
    const moved = line.isConnected;
    end();
    // Positions were taken when the drag began: a change from elsewhere in between makes them worthless.
    if (moved && view.state.doc === doc) moveRowTo(editor, kind, position, gap > from ? gap - 1 : gap);
  };
  const leave = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') end();
  };
  grip.addEventListener('pointermove', move as EventListener);
  grip.addEventListener('pointerup', drop);
  grip.addEventListener('lostpointercapture', end);
  window.addEventListener('keydown', leave, true);
}
