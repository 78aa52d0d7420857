import segmented from '../../ui/choice/Segmented.module.css';
import { indexByKey } from '../../ui/typing/listKeys.ts';
import { element, setAttribute } from './element.ts';

export interface ChoiceStripSpec {
  /** Names the strip in its row. */
  readonly cell: string;
  readonly label: () => string;
  readonly choices: readonly { readonly value: string; readonly label: string }[];
  readonly read: () => string | null;
  /** Null when the chosen one is pressed again. */
  readonly write: (value: string | null) => void;
}

const SIDEWAYS: Readonly<Record<string, string>> = { ArrowRight: 'ArrowDown', ArrowLeft: 'ArrowUp' };

const CLEARS: ReadonlySet<string> = new Set(['Backspace', 'Delete']);

/**
 * A few short words side by side of which one may be chosen: quiet, and none is chosen at first. A press on the chosen
 * one takes it back, as do Backspace and Delete.
 */
export class ChoiceStrip {
  readonly dom: HTMLElement;
  readonly #spec: ChoiceStripSpec;
  readonly #buttons: readonly HTMLButtonElement[];

  constructor(spec: ChoiceStripSpec) {
    this.#spec = spec;
    this.#buttons = spec.choices.map(({ value, label }) => {
      const button = element(
        'button',
        { type: 'button', role: 'radio', class: segmented.segment, 'data-cell': `${spec.cell}/${value}` },
        label,
      );
      button.addEventListener('click', () => this.#choose(spec.read() === value ? null : value));
      return button;
    });
    this.dom = element('span', { class: segmented.segmented, role: 'radiogroup' }, ...this.#buttons);
    this.dom.addEventListener('keydown', (event) => this.#onKeyDown(event));
    this.draw();
  }

  draw(): void {
    const chosen = this.#spec.read();
    const known = this.#spec.choices.some(({ value }) => value === chosen);
    setAttribute(this.dom, 'aria-label', this.#spec.label());
    for (const [index, { value }] of this.#spec.choices.entries()) {
      const button = this.#buttons[index];
      if (button === undefined) continue;
      setAttribute(button, 'aria-checked', String(value === chosen));
      button.tabIndex = value === chosen || (!known && index === 0) ? 0 : -1;
      button.classList.toggle(segmented.on ?? '', value === chosen);
    }
  }

  #choose(value: string | null): void {
    this.#spec.write(value);
    this.draw();
  }

  #onKeyDown(event: KeyboardEvent): void {
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const isChosen = (event.target as Element).getAttribute('aria-checked') === 'true';
    if (isChosen && CLEARS.has(event.key)) this.#choose(null);
    // Space and Enter choose: who presses them twice has chosen still.
    if (isChosen && (CLEARS.has(event.key) || event.key === ' ' || event.key === 'Enter')) {
      event.preventDefault();
      return;
    }
    const at = this.#spec.choices.findIndex((_, index) => this.#buttons[index] === document.activeElement);
    const to = indexByKey(SIDEWAYS[event.key] ?? event.key, at, this.#buttons.length);
    const choice = to === null ? undefined : this.#spec.choices[to];
    if (to === null || choice === undefined) return;
    event.preventDefault();
    this.#choose(choice.value);
    this.#buttons[to]?.focus();
  }
}
