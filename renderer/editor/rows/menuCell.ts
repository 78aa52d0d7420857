import { openMenu } from '../../ui/menu/openMenu.ts';
import { indexByTyping, isTyping, NOTHING_TYPED, typedMore } from '../../ui/typing/typeAhead.ts';
import type { DrawnView } from './drawnView.ts';
import { type Child, element, setAttribute } from './element.ts';
import styles from './rows.module.css';

export interface MenuCellSpec<Value extends string> {
  readonly cell: string;
  /** What is chosen, of what: `Priority of A3`. */
  readonly label: () => string;
  readonly choices: readonly {
    readonly value: Value;
    readonly label: string;
    readonly detail?: string;
    /** Another word that types it: `1` for `P1`. */
    readonly alias?: string;
  }[];
  /** The chosen value; null while none of them is. */
  readonly read: () => Value | null;
  readonly write: (value: Value | null) => void;
  /** What the menu calls having none; left out where one is always chosen. */
  readonly none?: string;
  readonly look: (value: Value | null) => readonly Child[];
}

/** A cell for one of a few values: a button that opens a menu. Typing chooses, too. */
export class MenuCell<Value extends string> {
  readonly dom: HTMLButtonElement;
  readonly #owner: DrawnView;
  readonly #spec: MenuCellSpec<Value>;
  #typed = NOTHING_TYPED;

  constructor(owner: DrawnView, spec: MenuCellSpec<Value>) {
    this.#owner = owner;
    this.#spec = spec;
    this.dom = element('button', {
      type: 'button',
      class: styles.menuCell,
      'data-cell': spec.cell,
      'aria-haspopup': 'menu',
    });
    this.dom.addEventListener('click', () => this.#open());
    this.dom.addEventListener('keydown', (event) => this.#onKeyDown(event));
    // Who comes back begins a new word, however soon.
    this.dom.addEventListener('blur', () => {
      this.#typed = NOTHING_TYPED;
    });
    this.draw();
  }

  draw(): void {
    const value = this.#spec.read();
    const chosen = this.#spec.choices.find((choice) => choice.value === value);
    setAttribute(
      this.dom,
      'aria-label',
      `${this.#spec.label()}: ${chosen?.label ?? this.#spec.none ?? 'none'}`,
    );
    this.dom.replaceChildren(...this.#spec.look(value).filter((child) => child !== null));
  }

  #open(): void {
    if (!this.#owner.editor.isEditable) return;
    const { choices, none, label, read } = this.#spec;
    openMenu({
      anchor: this.dom,
      label: label(),
      entries: [
        ...choices.map((choice) => ({
          label: choice.label,
          ...(choice.detail === undefined ? undefined : { detail: choice.detail }),
          checked: choice.value === read(),
          onSelect: () => this.#write(choice.value),
        })),
        ...(none === undefined
          ? []
          : [{ label: none, checked: read() === null, onSelect: () => this.#write(null) }]),
      ],
    });
  }

  #write(value: Value | null): void {
    this.#spec.write(value);
    this.draw();
  }

  #onKeyDown(event: KeyboardEvent): void {
    if (event.altKey || event.ctrlKey || event.metaKey || !this.#owner.editor.isEditable) return;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      this.#open();
      return;
    }
    if (!isTyping(event, this.#typed, event.timeStamp)) return;
    this.#typed = typedMore(this.#typed, event.key, event.timeStamp);
    const { choices, read } = this.#spec;
    const current = choices.findIndex(({ value }) => value === read());
    const byAlias = choices.find(({ alias }) => alias === event.key);
    const choice =
      byAlias ??
      choices[
        indexByTyping(
          choices.map(({ label }) => [label]),
          this.#typed.text,
          current,
          'next',
        )
      ];
    event.preventDefault();
    if (choice !== undefined) this.#write(choice.value);
  }
}
