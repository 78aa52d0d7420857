import { matchingOptions } from '../../ui/listbox/matchingOptions.ts';
import { optionId } from '../../ui/listbox/OptionList.tsx';
import type { Option } from '../../ui/listbox/option.ts';
import { indexByKey } from '../../ui/typing/listKeys.ts';
import { setAttribute } from './element.ts';
import { overlays } from './overlays.ts';

/** What completes the text of an input. */
interface Completion {
  readonly options: () => readonly Option[];
  readonly label: () => string;
  readonly onChoose: (option: Option) => void;
}

/** The suggestions under one input of a row: shown by RowOverlays, chosen by arrow and Enter, Tab or pointer. */
export class CellSuggestions {
  readonly #input: HTMLInputElement;
  readonly #id: string;
  readonly #completion: Completion;
  #options: readonly Option[] = [];
  #current = -1;
  #open = false;

  constructor(input: HTMLInputElement, id: string, completion: Completion) {
    this.#input = input;
    this.#id = id;
    this.#completion = completion;
  }

  /** Shows what matches the text; all of it for an empty one. */
  show(typed: string): void {
    const all = this.#completion.options();
    if (all.length === 0) return;
    setAttribute(this.#input, 'role', 'combobox');
    setAttribute(this.#input, 'aria-autocomplete', 'list');
    this.#options = matchingOptions(all, typed);
    this.#current = -1;
    this.#open = this.#options.length > 0;
    this.#draw();
  }

  close(): void {
    if (!this.#open) return;
    this.#open = false;
    this.#current = -1;
    this.#draw();
  }

  /** Takes arrows, Esc, Enter and Tab while the list is open. @returns whether the key is done with */
  takeKey(event: KeyboardEvent): boolean {
    if (event.altKey || event.ctrlKey || event.metaKey) return false;
    const highlighted = this.#open ? this.#options[this.#current] : undefined;
    if (/^(Arrow(Up|Down)|Page(Up|Down))$/.test(event.key)) {
      if (!this.#open) this.show('');
      if (!this.#open) return false;
      this.#current = indexByKey(event.key, this.#current, this.#options.length) ?? -1;
      this.#draw();
    } else if (event.key === 'Escape' && this.#open) this.close();
    else if (event.key === 'Enter' && highlighted !== undefined) this.#choose(highlighted);
    else {
      // Tab takes what is highlighted and goes on.
      if (event.key === 'Tab' && highlighted !== undefined) this.#choose(highlighted);
      return false;
    }
    event.preventDefault();
    event.stopPropagation();
    return true;
  }

  #choose(option: Option): void {
    this.close();
    this.#completion.onChoose(option);
  }

  #draw(): void {
    const current = this.#current;
    setAttribute(this.#input, 'aria-expanded', String(this.#open));
    setAttribute(this.#input, 'aria-controls', this.#open ? this.#id : null);
    setAttribute(
      this.#input,
      'aria-activedescendant',
      this.#open && current >= 0 ? optionId(this.#id, current) : null,
    );
    const shown = overlays.getState().suggestions;
    if (!this.#open) {
      if (shown?.id === this.#id) overlays.setState({ suggestions: null });
      return;
    }
    overlays.setState({
      suggestions: {
        id: this.#id,
        anchor: this.#input,
        label: this.#completion.label(),
        options: this.#options,
        current,
        onPoint: (index) => {
          this.#current = index;
          this.#draw();
        },
        onChoose: (option) => this.#choose(option),
      },
    });
  }
}
