import type { NodeViewRendererProps } from '@tiptap/core';
import { classNames } from '../../ui/classNames.ts';
import { addRowAtEnd } from './addRow.ts';
import { DrawnView } from './drawnView.ts';
import { drawnPart, element } from './element.ts';
import type { RowKind } from './rowKind.ts';
import styles from './rows.module.css';
import { typesLetter } from './typesLetter.ts';

/**
 * The view of a node that holds rows: a head that stands on the line of the heading above it, the rows, and a
 * foot. Head and foot are drawn.
 */
export abstract class FormView extends DrawnView {
  readonly head: HTMLElement;
  readonly foot: HTMLElement;

  /** What adds a row where there is none. */
  abstract readonly addButton: HTMLElement;

  constructor(props: NodeViewRendererProps, parts: { readonly wide?: boolean; readonly rows: HTMLElement }) {
    super(
      props,
      element('div', { class: classNames(styles.form, parts.wide && styles.wide), 'data-stops': '' }),
      parts.rows,
    );
    this.head = drawnPart('div', { class: styles.head });
    this.foot = drawnPart('div', { class: styles.foot });
    this.dom.append(this.head, parts.rows, this.foot);
    this.dom.addEventListener('keydown', (event) => this.#onKeyDown(event));
  }

  /** Adds an empty row at the end. */
  protected addRow(kind: RowKind): void {
    const { position } = this;
    if (position !== null) addRowAtEnd(this.editor, kind, position);
  }

  /** Who begins to write on what adds a row writes in the row: the letter comes where the focus goes. */
  #onKeyDown(event: KeyboardEvent): void {
    const { addButton } = this;
    if (event.target === addButton && !addButton.hasAttribute('aria-haspopup') && typesLetter(event))
      addButton.click();
  }
}
