import type { ShownTime, TimeSegment } from '../../../../shared/time/formatRowTime.ts';
import { drawnPart, element, setAttribute } from '../../rows/element.ts';
import styles from './row.module.css';
import type { RowField } from './rowKeys.ts';

interface TimeCellEvents {
  /** The time was pressed: it is to be typed. */
  readonly wanted: () => void;
  /** The text to start from. */
  readonly editable: () => string;
  /** What else there is to say of the time: local time, and since the first alert. Null for nothing. */
  readonly described: () => string | null;
  /** Called while typing with what stands there, and with null when typing is over. */
  readonly typing: (text: string | null) => void;
  /** What was typed is meant; never called for a text that was left as it was. */
  readonly commit: (text: string) => void;
  /** @returns whether the key was taken */
  readonly key: (event: KeyboardEvent, field: Omit<RowField, 'name'>) => boolean;
}

/** The time of a row: shown as text, typed in a field that is there only meanwhile. */
export class TimeCell {
  readonly dom: HTMLElement;
  readonly #events: TimeCellEvents;
  readonly #clock: HTMLButtonElement;
  #original: HTMLElement | null = null;
  #input: HTMLInputElement | null = null;
  /** What the open field was opened with. */
  #before = '';

  constructor(events: TimeCellEvents) {
    this.#events = events;
    this.#clock = element('button', { type: 'button', class: styles.clock, tabindex: '-1' });
    this.#clock.addEventListener('click', events.wanted);
    this.dom = drawnPart('div', { class: styles.time, role: 'cell' }, this.#clock);
  }

  readonly #leave = (): void => this.close();

  /** @param shown null for a row with nothing in it yet */
  draw(shown: ShownTime | null, spoken: string): void {
    this.#clock.replaceChildren(...(shown === null ? [blankTime()] : shown.segments.map(drawnSegment)));
    setAttribute(this.#clock, 'aria-label', spoken);
    const original = shown?.original ?? null;
    if (original === null) {
      this.#original?.remove();
      this.#original = null;
    } else {
      this.#original ??= element('span', { class: styles.original });
      this.#original.textContent = original;
      this.dom.append(this.#original);
    }
    this.#refresh();
  }

  /** Opens the field with everything selected, so that typing replaces the time. */
  edit(): void {
    if (this.#input === null) {
      const input = element('input', {
        class: styles.timeInput,
        'data-cell': 'time',
        'aria-label': 'Time (UTC)',
        placeholder: 'HH:MM',
        autocomplete: 'off',
        spellcheck: 'false',
      });
      this.#before = this.#events.editable();
      input.value = this.#before;
      setAttribute(input, 'aria-description', this.#events.described());
      input.addEventListener('input', () => {
        setAttribute(input, 'data-pending', this.isUntouched ? null : '');
        this.#events.typing(input.value);
      });
      input.addEventListener('keydown', (event) => this.#key(event));
      input.addEventListener('blur', this.#leave);
      // A window that is closed while a time is typed keeps what was typed.
      window.addEventListener('beforeunload', this.#leave, { capture: true });
      this.#input = input;
      this.#clock.replaceWith(input);
    }
    this.#input.focus();
    this.#input.select();
  }

  /** Commits what was typed and shows the time as text again. */
  close(): void {
    const input = this.#input;
    if (input === null) return;
    this.#input = null;
    window.removeEventListener('beforeunload', this.#leave, { capture: true });
    const typed = input.value;
    const changed = typed.trim() !== this.#before;
    input.replaceWith(this.#clock);
    this.#events.typing(null);
    if (changed) this.#events.commit(typed);
  }

  /** Whether the open field holds what it was opened with: then undo means the document's. */
  get isUntouched(): boolean {
    return this.#input === null || this.#input.value === this.#before;
  }

  /** A field that nobody typed in follows the document. */
  #refresh(): void {
    if (this.#input === null || !this.isUntouched) return;
    this.#before = this.#events.editable();
    this.#input.value = this.#before;
  }

  #key(event: KeyboardEvent): void {
    const input = this.#input;
    // Esc in a half-composed word belongs to the input method.
    if (event.isComposing || input === null) return;
    const field = { input, isUntouched: this.isUntouched, close: () => this.close() };
    if (!this.#events.key(event, field)) return;
    event.preventDefault();
    event.stopPropagation();
  }
}

const blankTime = (): HTMLElement => element('span', { class: styles.blank }, 'HH:MM');

const drawnSegment = ({ text, uncertain }: TimeSegment): HTMLElement =>
  element('span', { class: uncertain === null ? null : styles.uncertain, title: uncertain }, text);
