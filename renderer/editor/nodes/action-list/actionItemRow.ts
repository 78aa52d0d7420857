import type { NodeViewRendererProps } from '@tiptap/core';
import { classNames } from '../../../ui/classNames.ts';
import type { MenuEntry } from '../../../ui/menu/entries.ts';
import { DrawnView, drawPrompt, isBlank } from '../../rows/drawnView.ts';
import { drawnPart, element, setHidden } from '../../rows/element.ts';
import { flaggedText } from '../../rows/flaggedText.ts';
import { rowEntries } from '../../rows/rowEntries.ts';
import { rowHandle } from '../../rows/rowHandle.ts';
import rows from '../../rows/rows.module.css';
import { statusOf } from './actionAttributes.ts';
import { ACTION_ITEM } from './actionKind.ts';
import styles from './actions.module.css';
import { dueCell } from './dueCell.ts';
import { ownerCell } from './ownerCell.ts';
import { priorityCell } from './priorityCell.ts';
import { statusCell } from './statusCell.ts';
import { ticketCell } from './ticketCell.ts';
import { WhyLink, whyEntries } from './whyLink.ts';

interface Drawable {
  draw(): void;
  readonly dom: HTMLElement;
}

export class ActionItemRow extends DrawnView {
  readonly #label: HTMLElement;
  readonly #text: HTMLElement;
  readonly #flag: HTMLElement;
  readonly #cells: readonly Drawable[];
  readonly #why: WhyLink;
  #drawnName = '';

  constructor(props: NodeViewRendererProps) {
    const text = element('div', { class: classNames(rows.text, styles.description), 'data-stop': '' });
    super(props, element('div', { class: classNames(rows.row, styles.row), role: 'row' }), text);
    this.#text = text;
    const { dom: what, flag } = flaggedText(text);
    this.#flag = flag;
    this.#label = element('span', { class: styles.label });
    this.#why = new WhyLink(this);
    const handle = rowHandle(this, ACTION_ITEM, { label: () => this.name, entries: () => this.#entries() });
    const narrowTicket = ticketCell(this, 'ticket-narrow');
    const cells = [
      ownerCell(this),
      ticketCell(this, 'ticket'),
      dueCell(this),
      priorityCell(this),
      statusCell(this),
    ];
    this.#cells = [...cells, narrowTicket];
    this.dom.append(
      drawnPart('div', { class: styles.id, role: 'cell' }, handle.grip, this.#label),
      element(
        'div',
        { class: styles.action, role: 'cell' },
        what,
        drawnPart('div', { class: styles.under }, narrowTicket.dom, this.#why.dom),
      ),
      ...cells.map(({ dom }, index) =>
        drawnPart(
          'div',
          { class: styles.cell, role: 'cell' },
          dom,
          index === cells.length - 1 ? handle.menu : null,
        ),
      ),
    );
    this.draw();
  }

  /** `A3`. */
  get name(): string {
    return ACTION_ITEM.nameOf(this.editor, this.node, 0);
  }

  protected draw(): void {
    drawPrompt(this.#text, this.node, 'Say what will exist when it is done');
    const isDropped = statusOf(this.node) === 'dropped';
    setHidden(this.#flag, isDropped || !isBlank(this.node));
    this.dom.classList.toggle(styles.dropped ?? '', isDropped);
    this.#drawCells();
    this.drawSurroundings();
  }

  override drawSurroundings(): void {
    const { name } = this;
    if (this.#drawnName !== name) {
      this.#drawnName = name;
      this.#label.textContent = name;
      this.dom.setAttribute('aria-label', name);
      this.#drawCells();
    }
    this.#why.draw();
  }

  #drawCells(): void {
    for (const cell of this.#cells) cell.draw();
  }

  #entries(): readonly MenuEntry[] {
    const { position } = this;
    if (position === null) return [];
    return [...whyEntries(this), ...rowEntries(this.editor, ACTION_ITEM, position)];
  }
}
