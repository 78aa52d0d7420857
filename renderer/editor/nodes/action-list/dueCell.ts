import { isDate } from '../../../../shared/time/calendarDate.ts';
import { drawnLack } from '../../rows/drawnLack.ts';
import { TextCell } from '../../rows/textCell.ts';
import type { ActionItemRow } from './actionItemRow.ts';
import styles from './actions.module.css';
import { lacks } from './lacks.ts';
import { parseDue } from './parseDue.ts';

/** When it is done: picked, or typed as `2026-12-01`, `+2w`, `fri`. Words that are no date stay, flagged. */
export const dueCell = (row: ActionItemRow): TextCell =>
  new TextCell(row, {
    cell: 'due',
    class: styles.mono,
    label: () => `Due date of ${row.name}`,
    prompt: 'Set a date',
    missing: () => lacks(row.node, 'due'),
    read: () => row.node.attrs.due ?? '',
    write: (value) => row.writeAttribute('due', value),
    parse: (text) => parseDue(text, new Date()),
    date: true,
    look: (due) => (isDate(due) ? [due] : drawnLack(due)),
  });
