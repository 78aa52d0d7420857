import { ariaKeys } from '../../../ui/keyboard.ts';
import texts from '../../../ui/text/text.module.css';
import { drawnKeys } from '../../rows/drawnButton.ts';
import { drawnPart, element } from '../../rows/element.ts';
import { icon } from './icons.ts';
import styles from './row.module.css';

/** The line under the row that is being written in: its milestones, how a time is typed, where keys lead. */
export class RowHints {
  readonly dom: HTMLElement;
  readonly #milestones: HTMLElement;
  readonly #time: HTMLElement;
  #examples: readonly string[] = [];

  constructor(openMilestones: () => void) {
    this.#milestones = element('span', {});
    const mark = element(
      'button',
      { type: 'button', class: styles.mark, tabindex: '-1', 'aria-keyshortcuts': ariaKeys('Alt+M') },
      icon('flag'),
      this.#milestones,
      drawnKeys('Alt+M'),
    );
    mark.addEventListener('click', openMilestones);
    this.#time = element('span', { class: styles.hints });
    this.dom = drawnPart(
      'div',
      { class: styles.under, role: 'cell' },
      mark,
      this.#time,
      element('span', {}, drawnKeys('Mod+Enter'), 'next row'),
      element('span', {}, drawnKeys('Esc'), 'leave the row'),
    );
  }

  draw(milestones: readonly string[], examples: readonly string[]): void {
    this.#milestones.textContent = milestones.length === 0 ? 'No milestone' : milestones.join(', ');
    this.#examples = examples;
    this.preview(null);
  }

  /** Says what a typed time will be; null shows again how one is typed. */
  preview(words: string | null): void {
    if (words !== null) {
      this.#time.replaceChildren(words);
      return;
    }
    const examples = this.#examples.flatMap((example, index) => [
      index === 0 ? ' ' : ', ',
      element('span', { class: texts.mono }, example),
    ]);
    this.#time.replaceChildren(element('span', {}, 'Time accepts', ...examples));
  }
}
