import { drawnPart, element } from './element.ts';
import { drawnIcon } from './icon.ts';
import styles from './rows.module.css';

/** The text of a row, and before it a triangle for as long as it is empty and has to be filled. */
export function flaggedText(text: HTMLElement): { readonly dom: HTMLElement; readonly flag: HTMLElement } {
  const flag = drawnPart(
    'span',
    { class: styles.flag, hidden: '', 'aria-hidden': 'true' },
    drawnIcon('warn'),
  );
  return { dom: element('div', { class: styles.flagged }, flag, text), flag };
}
