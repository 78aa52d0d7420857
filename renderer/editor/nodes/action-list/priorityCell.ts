import bars from '../../../ui/badge/PriorityBars.module.css';
import { element } from '../../rows/element.ts';
import { MenuCell } from '../../rows/menuCell.ts';
import { PRIORITIES, PRIORITY_GUIDE, type Priority, priorityOf } from './actionAttributes.ts';
import type { ActionItemRow } from './actionItemRow.ts';

const SVG = 'http://www.w3.org/2000/svg';

/** Three to one bars and the name: what ui/badge/PriorityBars draws in React. */
export function drawnPriority(priority: Priority): HTMLElement {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', '0 0 13 12');
  svg.setAttribute('class', bars.bars ?? '');
  svg.setAttribute('aria-hidden', 'true');
  for (const bar of [1, 2, 3]) {
    const rect = document.createElementNS(SVG, 'rect');
    if (bar <= 4 - Number(priority.slice(1))) rect.setAttribute('class', bars.lit ?? '');
    for (const [name, value] of [
      ['x', (bar - 1) * 5],
      ['y', 12 - bar * 4],
      ['width', 3],
      ['height', bar * 4],
      ['rx', 1],
    ] as const) {
      rect.setAttribute(name, String(value));
    }
    svg.append(rect);
  }
  return element('span', { class: bars.priority }, svg, priority);
}

/** P1 to P3, with the guide beside each in the menu. */
export const priorityCell = (row: ActionItemRow): MenuCell<Priority> =>
  new MenuCell(row, {
    cell: 'priority',
    label: () => `Priority of ${row.name}`,
    choices: PRIORITIES.map((priority) => ({
      value: priority,
      label: priority,
      detail: PRIORITY_GUIDE[priority],
      alias: priority.slice(1),
    })),
    none: 'No priority',
    read: () => priorityOf(row.node),
    write: (value) => row.writeAttribute('priority', value),
    look: (priority) => [priority === null ? (row.node.attrs.priority ?? '–') : drawnPriority(priority)],
  });
