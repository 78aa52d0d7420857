import { element } from '../../rows/element.ts';
import styles from './row.module.css';
import type { RowField } from './rowKeys.ts';
import type { CellName } from './rowStops.ts';

const WORDS: Readonly<Record<CellName, { readonly label: string; readonly placeholder: string }>> = {
  event: { label: 'Event', placeholder: 'What happened' },
  source: { label: 'Source', placeholder: 'Paste a link' },
};

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
): HTMLInputElement {
  const { label, placeholder } = WORDS[name];
  const input = element('input', {
    class: styles.missing,
    'data-cell': name,
    'aria-label': label,
    placeholder,
    contenteditable: 'false',
    tabindex: '-1',
  });
  const commit = (): void => {
    const typed = input.value.trim();
    input.value = '';
    if (typed !== '') events.commit(typed);
  };
  input.addEventListener('focus', events.wanted);
  input.addEventListener('blur', commit);
  input.addEventListener('keydown', (event) => {
    const field = { input, isUntouched: input.value === '', close: commit };
    if (event.isComposing || !events.key(event, field)) return;
    event.preventDefault();
    event.stopPropagation();
  });
  return input;
}
