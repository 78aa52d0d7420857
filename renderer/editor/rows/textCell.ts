import { classNames } from '../../ui/classNames.ts';
import type { Parsed } from '../../ui/date/typedDate.ts';
import { matchesShortcut } from '../../ui/keyboard.ts';
import type { Option } from '../../ui/listbox/option.ts';
import { sessionOf } from '../editorContext.ts';
import { calendarButton, openCalendar } from './cellCalendar.ts';
import { CellSuggestions } from './cellSuggestions.ts';
import { drawnLack } from './drawnLack.ts';
import type { DrawnView } from './drawnView.ts';
import { type Child, element, setAttribute } from './element.ts';
import styles from './rows.module.css';
import { selectOwnRow } from './selectOwnRow.ts';

export interface TextCellSpec {
  /** Names the cell in its row: `owner`. */
  readonly cell: string;
  readonly label: () => string;
  /** What the document says; empty while it says nothing. */
  readonly read: () => string;
  readonly write: (value: string | null) => void;
  /** What to write here while it is empty; with `missing`, as something that is lacking. */
  readonly prompt: string;
  readonly missing?: () => boolean;
  /** Understands what was typed; text that it does not understand is kept as it is when the cell is left. */
  readonly parse?: (text: string) => Parsed;
  readonly suggestions?: () => readonly Option[];
  /** How the value looks while nobody is in the cell; its text when left out. */
  readonly look?: (value: string) => readonly Child[];
  /** What the look leaves out, in its title: the whole value; null where it shows all of it. */
  readonly whole?: (value: string) => string | null;
  /** Offers a month. */
  readonly date?: boolean;
  readonly class?: string | undefined;
}

let lastId = 0;

/**
 * A cell for one line of text: an input that is always there for keys and assistive technology, under a look of
 * the value that shows while the cell has no focus. Plain text is written as it is typed, what has to be understood
 * first when the cell is left, on Enter, or by choosing.
 */
export class TextCell {
  readonly dom: HTMLElement;
  readonly input: HTMLInputElement;
  readonly #owner: DrawnView;
  readonly #spec: TextCellSpec;
  readonly #look: HTMLElement;
  readonly #problem: HTMLElement;
  readonly #suggestions: CellSuggestions;
  #hasTyped = false;

  constructor(owner: DrawnView, spec: TextCellSpec) {
    this.#owner = owner;
    this.#spec = spec;
    lastId += 1;
    const problemId = `cell-problem-${lastId}`;
    this.input = element('input', {
      type: 'text',
      class: styles.input,
      'data-cell': spec.cell,
      autocomplete: 'off',
      spellcheck: 'false',
      'aria-describedby': problemId,
    });
    this.#look = element('span', { class: styles.look, 'aria-hidden': 'true' });
    this.#problem = element('span', { class: styles.problem, id: problemId });
    this.dom = element(
      'span',
      { class: classNames(styles.textCell, spec.class) },
      this.#look,
      this.input,
      spec.date ? calendarButton(() => this.#openCalendar()) : null,
      this.#problem,
    );
    this.#suggestions = new CellSuggestions(this.input, `cell-options-${lastId}`, {
      options: () => spec.suggestions?.() ?? [],
      label: spec.label,
      onChoose: ({ value }) => this.#write(value),
    });
    this.input.addEventListener('focus', () => {
      this.input.readOnly = !owner.editor.isEditable;
      sessionOf(owner.editor).undo.stopCapturing();
      window.addEventListener('beforeunload', this.#leave, { capture: true });
    });
    this.input.addEventListener('input', () => {
      this.#say(null);
      this.#suggestions.show(this.input.value);
      // Text that means itself is in the document as it is typed; a date only once it is understood.
      this.#hasTyped = true;
      if (spec.parse === undefined) spec.write(this.input.value.trim() === '' ? null : this.input.value);
      else setAttribute(this.input, 'data-pending', this.input.value === spec.read() ? null : '');
    });
    this.input.addEventListener('click', () => {
      if (owner.editor.isEditable) this.#suggestions.show('');
    });
    this.input.addEventListener('keydown', (event) => this.#onKeyDown(event));
    this.input.addEventListener('blur', this.#leave);
    this.draw();
  }

  readonly #leave = (): void => {
    window.removeEventListener('beforeunload', this.#leave, { capture: true });
    this.#suggestions.close();
    this.#commit(true);
    sessionOf(this.#owner.editor).undo.stopCapturing();
  };

  /** Shows the value as the document has it, unless somebody is typing another one. */
  draw(): void {
    const { read, prompt, missing, look, label } = this.#spec;
    const value = read();
    if (!this.#isPending && this.input.value !== value) this.input.value = value;
    setAttribute(this.input, 'aria-label', label());
    setAttribute(this.dom, 'title', this.#spec.whole?.(value) ?? null);
    this.input.placeholder = prompt;
    const lacking = value === '' && (missing?.() ?? false);
    this.dom.classList.toggle(styles.lacking ?? '', lacking);
    const drawn: readonly Child[] =
      value !== ''
        ? (look?.(value) ?? [value])
        : lacking
          ? drawnLack(prompt)
          : [missing === undefined ? prompt : '–'];
    this.dom.classList.toggle(styles.blank ?? '', value === '' && !lacking);
    this.#look.replaceChildren(...drawn.filter((child) => child !== null));
  }

  #onKeyDown(event: KeyboardEvent): void {
    if (event.isComposing || this.#suggestions.takeKey(event)) return;
    // What is typed belongs to the row before a key adds, moves or copies one.
    if ((event.altKey && event.key.startsWith('Arrow')) || matchesShortcut(event, 'Mod+Enter')) {
      this.#commit(true);
    }
    if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      if (this.#commit(false)) this.input.select();
    } else if (event.key === 'Escape') {
      event.preventDefault();
      event.stopPropagation();
      selectOwnRow(this.#owner);
    } else if (this.#spec.date && matchesShortcut(event, 'Alt+Down')) {
      event.preventDefault();
      event.stopPropagation();
      this.#openCalendar();
    }
  }

  /** @param leaving keep a text that is not understood as it is: nothing that was typed is dropped */
  #commit(leaving: boolean): boolean {
    const { parse, read } = this.#spec;
    const text = this.input.value.trim();
    if (parse === undefined) {
      const padded = this.#hasTyped && read() !== text && read().trim() === text;
      this.#hasTyped = false;
      return !padded || this.#write(text || null);
    }
    if (!this.#isPending) return true;
    if (text === '') return this.#write(null);
    const parsed = parse(text);
    if ('value' in parsed) return this.#write(parsed.value);
    if (leaving) return this.#write(text);
    this.#say(parsed.wrong);
    return false;
  }

  #write(value: string | null): true {
    this.#say(null);
    delete this.input.dataset.pending;
    this.#spec.write(value);
    this.draw();
    return true;
  }

  /** Whether the input holds text that is not in the document yet: `drawnUndo` leaves it its own undo. */
  get #isPending(): boolean {
    return this.input.dataset.pending !== undefined;
  }

  #say(problem: string | null): void {
    setAttribute(this.input, 'aria-invalid', problem === null ? null : 'true');
    this.#problem.textContent = problem ?? '';
  }

  #openCalendar(): void {
    if (!this.#owner.editor.isEditable) return;
    openCalendar(this.dom, this.#spec.label(), this.#spec.read(), (date) => {
      this.#write(date);
      this.input.focus();
    });
  }
}
