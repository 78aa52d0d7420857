import type { NodeViewRendererProps } from '@tiptap/core';
import { isCheckOutOfScope } from '../../../../shared/review/countedRows.ts';
import { announce } from '../../../ui/announcer/announce.ts';
import { classNames } from '../../../ui/classNames.ts';
import { DrawnView, drawPrompt } from '../../rows/drawnView.ts';
import { drawnPart, element, setAttribute, setText } from '../../rows/element.ts';
import { drawnIcon } from '../../rows/icon.ts';
import { placeCaret } from '../../rows/placeCaret.ts';
import { rowEntries } from '../../rows/rowEntries.ts';
import { rowHandle } from '../../rows/rowHandle.ts';
import rows from '../../rows/rows.module.css';
import { typesLetter } from '../../rows/typesLetter.ts';
import { CHECK_ITEM } from './checkKind.ts';
import styles from './checklist.module.css';

/** One item: a box to tick, its words, and what the document knows of it. */
export class CheckRow extends DrawnView {
  readonly #box: HTMLElement;
  readonly #text: HTMLElement;
  readonly #known: HTMLElement;

  constructor(props: NodeViewRendererProps) {
    const text = element('div', { class: classNames(rows.text, styles.text), 'data-stop': '' });
    super(props, element('div', { class: classNames(rows.row, styles.item) }), text);
    this.#text = text;
    this.#box = element(
      'button',
      { type: 'button', role: 'checkbox', class: styles.box, 'data-cell': 'box' },
      drawnIcon('check'),
    );
    this.#box.addEventListener('click', () => this.#toggle());
    this.#box.addEventListener('keydown', (event) => this.#onKeyDown(event));
    this.#known = drawnPart('span', { class: styles.known });
    const handle = rowHandle(this, CHECK_ITEM, {
      label: () => 'Item',
      entries: () => (this.position === null ? [] : rowEntries(this.editor, CHECK_ITEM, this.position)),
    });
    this.dom.append(
      drawnPart('span', { class: styles.boxPlace }, handle.grip, this.#box),
      text,
      this.#known,
      handle.menu,
    );
    this.draw();
  }

  protected draw(): void {
    drawPrompt(this.#text, this.node, 'Say what has to be done');
    const words = this.node.textContent.trim();
    setAttribute(this.#box, 'aria-checked', String(this.node.attrs.checked === true));
    setAttribute(this.#box, 'aria-label', words === '' ? 'Empty item' : words);
    this.drawSurroundings();
  }

  override drawSurroundings(): void {
    const { facts, actions } = this.surroundings;
    const outOfScope = isCheckOutOfScope(this.node.attrs, facts.severity);
    this.dom.classList.toggle(styles.muted ?? '', outOfScope);
    const lacking = actions.filter(({ dropped, missing }) => !dropped && missing.length > 0).length;
    const isAboutActions = this.node.attrs.key === 'actionsComplete' && lacking > 0;
    this.#known.classList.toggle(styles.lacking ?? '', isAboutActions);
    setText(this.#known, outOfScope ? 'P0 only' : isAboutActions ? `${lacking} incomplete` : '');
  }

  #toggle(): void {
    const checks = this.node.attrs.checked !== true;
    this.writeAttribute('checked', checks ? true : null);
    announce(checks ? 'Ticked' : 'Not ticked');
  }

  /** Up and down go from box to box, Enter and right into the words, and so does who begins to write. */
  #onKeyDown(event: KeyboardEvent): void {
    if (typesLetter(event) && this.position !== null) {
      placeCaret(this.editor, this.position, true);
      return;
    }
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const { position } = this;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      const beside =
        event.key === 'ArrowDown' ? this.dom.nextElementSibling : this.dom.previousElementSibling;
      beside?.querySelector<HTMLElement>('[data-cell="box"]')?.focus();
    } else if ((event.key === 'Enter' || event.key === 'ArrowRight') && position !== null) {
      placeCaret(this.editor, position, true);
    } else return;
    event.preventDefault();
  }
}
