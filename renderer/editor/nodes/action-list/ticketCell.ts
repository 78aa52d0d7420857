import { openLink } from '../../marks/link/LinkView.ts';
import { element } from '../../rows/element.ts';
import { TextCell } from '../../rows/textCell.ts';
import type { ActionItemRow } from './actionItemRow.ts';
import styles from './actions.module.css';
import { lacks } from './lacks.ts';
import { shownTicket } from './ticket.ts';

/** Where it is tracked: text, or an address that opens outside. */
export const ticketCell = (row: ActionItemRow, cell: 'ticket' | 'ticket-narrow'): TextCell =>
  new TextCell(row, {
    cell,
    class: styles.mono,
    label: () => `Ticket of ${row.name}`,
    prompt: cell === 'ticket' ? 'Add one' : 'Add a ticket',
    missing: () => lacks(row.node, 'ticket'),
    read: () => row.node.attrs.ticket ?? '',
    write: (value) => row.typeAttribute('ticket', value),
    whole: (ticket) => shownTicket(ticket).whole,
    look: (ticket) => {
      const { words, address } = shownTicket(ticket);
      if (address === null) return [words];
      const link = element('a', { href: address, class: styles.ticket, tabindex: '-1' }, words);
      link.addEventListener('click', (event) => {
        event.preventDefault();
        void openLink(address);
      });
      return [link];
    },
  });
