import type { MenuEntry } from '../../../ui/menu/entries.ts';
import { drawnButton } from '../../rows/drawnButton.ts';
import { element, setAttribute, setHidden, setText } from '../../rows/element.ts';
import { goTo } from '../../rows/goTo.ts';
import { drawnIcon } from '../../rows/icon.ts';
import rows from '../../rows/rows.module.css';
import type { ActionItemRow } from './actionItemRow.ts';
import styles from './actions.module.css';

/** The way back from an action item to the why that it answers; empty while it answers none. */
export class WhyLink {
  readonly dom: HTMLElement;
  readonly #row: ActionItemRow;
  readonly #words: HTMLElement;
  readonly #go: HTMLButtonElement;

  constructor(row: ActionItemRow) {
    this.#row = row;
    this.#words = element('span', { class: styles.whyWords });
    this.#go = element(
      'button',
      // Not between the cells, where Tab from the description leads to the owner: the row's menu goes there, too.
      { type: 'button', class: styles.whyLink, 'data-cell': 'why', tabindex: '-1' },
      drawnIcon('arrowDeeper'),
      this.#words,
    );
    this.#go.addEventListener('click', () => goToWhy(row));
    const unlink = drawnButton({
      kind: 'quiet',
      icon: 'cross',
      label: 'Unlink from the why',
      class: rows.unlink,
      tabStop: false,
      onPress: () => row.writeAttribute('why', null),
    });
    this.dom = element('span', { class: styles.why }, this.#go, unlink);
  }

  draw(): void {
    const why: string | null = this.#row.node.attrs.why;
    setHidden(this.dom, why === null);
    if (why === null) return;
    const entry = this.#row.surroundings.whys.get(why);
    const name = entry === undefined ? 'A why that is gone' : `Why ${entry.number}`;
    setText(this.#words, entry?.question ? `${name}: ${entry.question}` : name);
    setAttribute(this.#go, 'aria-label', `${this.#row.name} answers ${this.#words.textContent}`);
    setAttribute(this.#go, 'aria-disabled', entry === undefined ? 'true' : null);
  }
}

function goToWhy(row: ActionItemRow): void {
  const why: string | null = row.node.attrs.why;
  if (why === null) return;
  goTo(row.editor, 'why', why, `Why ${row.surroundings.whys.get(why)?.number ?? ''}`);
}

/** What the menu of an action item offers for its link to a why. */
export function whyEntries(row: ActionItemRow): readonly MenuEntry[] {
  const linked: string | null = row.node.attrs.why;
  const { whys } = row.surroundings;
  if (linked !== null) {
    const number = whys.get(linked)?.number;
    return [
      ...(number === undefined ? [] : [{ label: `Go to why ${number}`, onSelect: () => goToWhy(row) }]),
      { label: 'Unlink from the why', onSelect: () => row.writeAttribute('why', null) },
      'rule',
    ];
  }
  if (whys.size === 0) return [];
  return [
    { heading: 'Answers' },
    ...[...whys].map(([id, { number, question }]) => ({
      label: `Why ${number}`,
      ...(question === '' ? undefined : { detail: question }),
      onSelect: () => row.writeAttribute('why', id),
    })),
    'rule',
  ];
}
