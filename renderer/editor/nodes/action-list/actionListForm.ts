import type { NodeViewRendererProps } from '@tiptap/core';
import { drawnButton } from '../../rows/drawnButton.ts';
import { drawnPart, element, setText } from '../../rows/element.ts';
import { FormView } from '../../rows/formView.ts';
import { PRIORITIES, PRIORITY_GUIDE } from './actionAttributes.ts';
import { ACTION_ITEM } from './actionKind.ts';
import styles from './actions.module.css';
import { footerWords } from './footerWords.ts';
import { drawnPriority } from './priorityCell.ts';

const COLUMNS = ['ID', 'Action', 'Owner', 'Ticket', 'Due', 'Prio.', 'Status'] as const;

const NONE = 'No action items yet. Each has something to deliver, an owner, a ticket and a date.';

/** The action table: its head, its rows, and under them what is complete and what the priorities mean. */
export class ActionListForm extends FormView {
  readonly addButton: HTMLElement;
  readonly #lead: HTMLElement;
  readonly #rest: HTMLElement;

  constructor(props: NodeViewRendererProps) {
    const rows = element('div', { role: 'rowgroup', class: styles.rows });
    super(props, { wide: true, rows });
    const columns = COLUMNS.map((name) => element('span', { role: 'columnheader' }, name));
    const head = drawnPart('div', { role: 'row', class: styles.columns }, ...columns);
    const table = element('div', { role: 'table', 'aria-label': 'Action items' }, head, rows);
    this.head.after(table);
    this.addButton = drawnButton({
      kind: 'default',
      icon: 'plus',
      words: 'Add an action',
      keys: 'Mod+Enter',
      onPress: () => this.addRow(ACTION_ITEM),
    });
    this.head.append(this.addButton);
    this.#lead = element('b', { class: styles.lead });
    this.#rest = element('span');
    this.foot.append(
      element('p', { class: styles.summary }, this.#lead, this.#rest),
      element(
        'dl',
        { class: styles.guide },
        ...PRIORITIES.map((priority) =>
          element(
            'div',
            {},
            element('dt', {}, drawnPriority(priority)),
            element('dd', {}, PRIORITY_GUIDE[priority]),
          ),
        ),
      ),
    );
    this.draw();
  }

  protected draw(): void {
    this.drawSurroundings();
  }

  override drawSurroundings(): void {
    const ids = new Set<string | null>();
    this.node.forEach(({ attrs }) => void ids.add(attrs.id));
    const items = this.surroundings.actions.filter(({ id }) => ids.has(id));
    const { lead, rest } = footerWords(items);
    setText(this.#lead, lead);
    setText(this.#rest, lead === '' ? NONE : rest === '' ? '' : `; ${rest}`);
  }
}
