import { ACTION_STATUSES, type ActionStatus } from '../../../../shared/document/actionStatus.ts';
import { ACTION_STATUS_WORDS } from '../../../../shared/document/actionStatusWords.ts';
import status from '../../../ui/badge/StatusLabel.module.css';
import { classNames } from '../../../ui/classNames.ts';
import { element } from '../../rows/element.ts';
import { drawnIcon, type IconName } from '../../rows/icon.ts';
import { MenuCell } from '../../rows/menuCell.ts';
import { statusOf } from './actionAttributes.ts';
import type { ActionItemRow } from './actionItemRow.ts';

const ICONS: Readonly<Record<ActionStatus, IconName>> = {
  open: 'circle',
  'in-progress': 'circleDot',
  done: 'circleCheck',
  dropped: 'circleMinus',
};

const TONES: Readonly<Record<ActionStatus, string | undefined>> = {
  open: undefined,
  'in-progress': status.accent,
  done: status.ok,
  dropped: undefined,
};

/** How far it is: a shape, then its name. */
export const statusCell = (row: ActionItemRow): MenuCell<ActionStatus> =>
  new MenuCell(row, {
    cell: 'status',
    label: () => `Status of ${row.name}`,
    choices: ACTION_STATUSES.map((value) => ({ value, label: ACTION_STATUS_WORDS[value] })),
    read: () => statusOf(row.node),
    // Open is what an item is that says nothing.
    write: (value) => row.writeAttribute('status', value === 'open' ? null : value),
    look: (value) =>
      value === null
        ? [row.node.attrs.status]
        : [
            element(
              'span',
              { class: classNames(status.status, TONES[value]) },
              drawnIcon(ICONS[value]),
              ACTION_STATUS_WORDS[value],
            ),
          ],
  });
