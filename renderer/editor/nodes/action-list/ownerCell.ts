import avatar from '../../../ui/badge/Avatar.module.css';
import { initialsOf } from '../../../ui/badge/initials.ts';
import { classNames } from '../../../ui/classNames.ts';
import { element } from '../../rows/element.ts';
import { peopleToOffer } from '../../rows/people.ts';
import { TextCell } from '../../rows/textCell.ts';
import type { ActionItemRow } from './actionItemRow.ts';
import styles from './actions.module.css';
import { lacks } from './lacks.ts';

/** Who does it: anybody; people whom the document names are offered. */
export const ownerCell = (row: ActionItemRow): TextCell =>
  new TextCell(row, {
    cell: 'owner',
    label: () => `Owner of ${row.name}`,
    prompt: 'Assign',
    missing: () => lacks(row.node, 'owner'),
    read: () => row.node.attrs.owner ?? '',
    write: (value) => row.typeAttribute('owner', value),
    suggestions: () => peopleToOffer(row.surroundings.people, row.node.attrs.owner),
    look: (name) => [
      element(
        'span',
        { class: classNames(avatar.avatar, avatar.small, styles.avatar), 'aria-hidden': 'true' },
        initialsOf(name),
      ),
      element('span', {}, name),
    ],
  });
