import { drawnPart, element, setAttribute } from '../../rows/element.ts';
import styles from './row.module.css';
import type { RowField } from './rowKeys.ts';
import type { CellName } from './rowStops.ts';

const WORDS: Readonly<Record<CellName, { readonly label: string; readonly placeholder: string }>> = {
  event: { label: 'Event', placeholder: 'What happened' },
  source: { label: 'Source', placeholder: 'Paste a link' },
};

export interface MissingCell {
  readonly dom: HTMLElement;
  readonly input: HTMLInputElement;
}

/**
 * Stands where a row has no cell of its own, which an import or a merge may leave so: what is typed here
 * makes the cell. Nothing is written by going through it.
 */
export function missingCell(
  name: CellName,
  events: {
    readonly wanted: () => void;
    readonly commit: (text: string) => void;
    readonly key: (event: KeyboardEvent, field: Omit<RowField, 'name'>) => boolean;
  },
): MissingCell {
  const { label, placeholder } = WORDS[name];
  const input = element('input', {
    class: styles.missingField,
    'aria-label': label,
    placeholder,
    tabindex: '-1',
  });
  const commit = (): void => {
    const typed = input.value.trim();
    input.value = '';
    setAttribute(input, 'data-pending', null);
    window.removeEventListener('beforeunload', commit, { capture: true });
    if (typed !== '') events.commit(typed);
  };
  input.addEventListener('focus', events.wanted);
  input.addEventListener('blur', commit);
  // A window that is closed meanwhile keeps what was typed.
  input.addEventListener('input', () => {
    setAttribute(input, 'data-pending', input.value.trim() === '' ? null : '');
    window.addEventListener('beforeunload', commit, { capture: true, once: true });
  });
  input.addEventListener('keydown', (event) => {
    const field = { input, isUntouched: input.value === '', close: commit };
    if (event.isComposing || !events.key(event, field)) return;
    event.preventDefault();
    event.stopPropagation();
  });
  return { dom: drawnPart('div', { class: styles.missing, role: 'cell', 'data-cell': name }, input), input };
}
