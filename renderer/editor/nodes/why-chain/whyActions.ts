import type { MenuEntry } from '../../../ui/menu/entries.ts';
import { openMenu } from '../../../ui/menu/openMenu.ts';
import { drawnButton } from '../../rows/drawnButton.ts';
import { drawnChip } from '../../rows/drawnChip.ts';
import { drawnPart, element, setHidden } from '../../rows/element.ts';
import { goTo } from '../../rows/goTo.ts';
import type { ActionEntry } from '../../rows/surroundings.ts';
import { linkAction, makeActionFromWhy, unlinkAction } from './makeAction.ts';
import type { WhyRow } from './whyRow.ts';
import styles from './whys.module.css';

/** The action items that answer a why, and the ways to make and link one. */
export class WhyActions {
  readonly dom: HTMLElement;
  readonly #why: WhyRow;
  readonly #chips: HTMLElement;
  readonly #link: HTMLButtonElement;
  #drawn = '';

  constructor(why: WhyRow) {
    this.#why = why;
    this.#chips = element('span', { class: styles.chips });
    const make = drawnButton({
      kind: 'quiet',
      icon: 'plus',
      words: 'Make an action',
      keys: 'Alt+A',
      class: styles.offer,
      tabStop: false,
      onPress: () => this.#make(),
    });
    this.#link = drawnButton({
      kind: 'quiet',
      icon: 'plus',
      words: 'Link an action',
      class: styles.offer,
      tabStop: false,
      onPress: () =>
        openMenu({ anchor: this.#link, label: `Link an action to ${why.name}`, entries: this.#linkable() }),
    });
    this.#link.setAttribute('aria-haspopup', 'menu');
    this.dom = drawnPart('div', { class: styles.meta }, this.#chips, make, this.#link);
  }

  draw(): void {
    setHidden(this.#link, this.#others().length === 0);
    const linked = this.#linked();
    this.dom.classList.toggle(styles.bare ?? '', linked.length === 0);
    // The chips are made anew only when they change: one of them may have the focus.
    const drawn = JSON.stringify(linked.map(({ id, label, title }) => [id, label, title]));
    if (drawn === this.#drawn) return;
    this.#drawn = drawn;
    this.#chips.replaceChildren(
      ...linked.map(({ id, label, title }) =>
        drawnChip({
          label,
          title,
          onGo: () => id !== null && goTo(this.#why.editor, 'actionItem', id, label),
          onUnlink: () => id !== null && unlinkAction(this.#why.editor, id),
        }),
      ),
    );
  }

  /** What the menu of the why offers. */
  entries(): readonly MenuEntry[] {
    return [
      ...this.#linked().flatMap(({ id, label }) =>
        id === null
          ? []
          : [
              { label: `Go to ${label}`, onSelect: () => goTo(this.#why.editor, 'actionItem', id, label) },
              { label: `Unlink ${label}`, onSelect: () => unlinkAction(this.#why.editor, id) },
            ],
      ),
      { label: 'Make an action from this why', keys: 'Alt+A', onSelect: () => this.#make() },
      ...this.#linkable(),
      'rule',
    ];
  }

  #make(): void {
    const { position, editor } = this.#why;
    if (position !== null) makeActionFromWhy(editor, position);
  }

  #linked(): readonly ActionEntry[] {
    const { id } = this.#why.node.attrs;
    return id === null ? [] : this.#why.surroundings.actions.filter(({ why }) => why === id);
  }

  #others(): readonly ActionEntry[] {
    const { id } = this.#why.node.attrs;
    return this.#why.surroundings.actions.filter(
      (action) => action.id !== null && (id === null || action.why !== id),
    );
  }

  #linkable(): readonly MenuEntry[] {
    return this.#others().map(({ id, label, title }) => ({
      label: `Link ${label}`,
      ...(title === '' ? undefined : { detail: title }),
      onSelect: () => {
        const { position, editor } = this.#why;
        if (position !== null && id !== null) linkAction(editor, position, id);
      },
    }));
  }
}
