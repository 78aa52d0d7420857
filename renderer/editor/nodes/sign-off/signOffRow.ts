import type { NodeViewRendererProps } from '@tiptap/core';
import { isSigned, isSignOffOutOfScope } from '../../../../shared/review/countedRows.ts';
import { isDate } from '../../../../shared/time/calendarDate.ts';
import { announce } from '../../../ui/announcer/announce.ts';
import { classNames } from '../../../ui/classNames.ts';
import { drawnButton } from '../../rows/drawnButton.ts';
import { drawnLack } from '../../rows/drawnLack.ts';
import { DrawnView } from '../../rows/drawnView.ts';
import { drawnPart, element, setHidden, setText } from '../../rows/element.ts';
import { drawnIcon } from '../../rows/icon.ts';
import { peopleToOffer } from '../../rows/people.ts';
import { rowEntries } from '../../rows/rowEntries.ts';
import { rowHandle } from '../../rows/rowHandle.ts';
import rows from '../../rows/rows.module.css';
import { TextCell } from '../../rows/textCell.ts';
import { parseDue } from '../action-list/parseDue.ts';
import { isAhead } from './isAhead.ts';
import styles from './sign-off.module.css';
import { SIGN_OFF_ROW } from './signOffKind.ts';

/** Who signs in which role, and when. */
export class SignOffLine extends DrawnView {
  readonly #cells: readonly TextCell[];
  readonly #sign: HTMLButtonElement;
  readonly #signed: HTMLElement;
  readonly #ahead: HTMLElement;
  readonly #scope: HTMLElement;

  constructor(props: NodeViewRendererProps) {
    super(props, drawnPart('div', { class: classNames(rows.row, styles.row), role: 'row' }), null);
    const role = new TextCell(this, {
      cell: 'role',
      label: () => 'Role',
      prompt: 'Role',
      read: () => this.node.attrs.role ?? '',
      write: (value) => this.typeAttribute('role', value),
    });
    const name = new TextCell(this, {
      cell: 'name',
      class: styles.name,
      label: () => `Name, ${this.#role}`,
      prompt: 'Name',
      read: () => this.node.attrs.name ?? '',
      write: (value) => this.typeAttribute('name', value),
      suggestions: () => peopleToOffer(this.surroundings.people, this.node.attrs.name),
    });
    const date = new TextCell(this, {
      cell: 'date',
      class: styles.date,
      label: () => `Signed on, UTC, ${this.#role}`,
      prompt: 'YYYY-MM-DD',
      read: () => this.node.attrs.date ?? '',
      write: (value) => this.writeAttribute('date', value),
      parse: (text) => parseDue(text, new Date()),
      date: true,
      look: (value) => (isDate(value) ? [value] : drawnLack(value)),
    });
    this.#cells = [role, name, date];
    this.#sign = drawnButton({
      kind: 'link',
      words: 'Sign today',
      onPress: () => {
        // A day alone says nothing: who signs comes first.
        if ((this.node.attrs.name ?? '') === '') {
          name.input.focus();
          announce(`Say who signs as ${this.#role}`);
          return;
        }
        this.writeAttribute('date', new Date().toISOString().slice(0, 10));
        date.input.focus();
      },
    });
    // As soon as a date is typed, so that Tab from it does not lead to a button that is about to go.
    date.input.addEventListener('input', () => setHidden(this.#sign, date.input.value !== ''));
    this.#signed = element(
      'span',
      { class: styles.signed, role: 'img', 'aria-label': 'Signed' },
      drawnIcon('check'),
    );
    this.#ahead = element('span', { class: styles.scope });
    this.#scope = element('span', { class: styles.scope });
    const handle = rowHandle(this, SIGN_OFF_ROW, {
      label: () => `Sign-off, ${this.#role}`,
      entries: () => (this.position === null ? [] : rowEntries(this.editor, SIGN_OFF_ROW, this.position)),
    });
    this.dom.append(
      element('div', { class: styles.cell, role: 'cell' }, handle.grip, role.dom, this.#scope),
      element('div', { class: styles.cell, role: 'cell' }, name.dom),
      element(
        'div',
        { class: classNames(styles.cell, styles.when), role: 'cell' },
        date.dom,
        this.#sign,
        this.#signed,
        this.#ahead,
        handle.menu,
      ),
    );
    this.draw();
  }

  get #role(): string {
    return this.node.attrs.role ?? 'a role without a name';
  }

  protected draw(): void {
    setHidden(this.#sign, this.node.attrs.date !== null);
    this.#sign.setAttribute('aria-label', `Sign today as ${this.#role}`);
    setHidden(this.#signed, !isSigned(this.node.attrs));
    setText(this.#ahead, isAhead(this.node.attrs.date, new Date()) ? 'In the future' : '');
    for (const cell of this.#cells) cell.draw();
    this.drawSurroundings();
  }

  override drawSurroundings(): void {
    const outOfScope = isSignOffOutOfScope(this.node.attrs, this.surroundings.facts.severity);
    this.dom.classList.toggle(styles.muted ?? '', outOfScope);
    setText(this.#scope, outOfScope ? 'P0 only' : '');
  }
}
