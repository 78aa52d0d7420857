import { announce } from '../../../ui/announcer/announce.ts';
import type { MenuEntry } from '../../../ui/menu/entries.ts';
import { addRowAfter } from '../../rows/addRow.ts';
import { drawnButton } from '../../rows/drawnButton.ts';
import { drawnPart, element, setHidden } from '../../rows/element.ts';
import { drawnIcon } from '../../rows/icon.ts';
import { placeCaret } from '../../rows/placeCaret.ts';
import { WHY } from './whyKind.ts';
import type { WhyRow } from './whyRow.ts';
import styles from './whys.module.css';

/** Where a chain ends: at a system-level truth, or where the next why is to be asked. */
export class ChainEnd {
  readonly dom: HTMLElement;
  readonly #why: WhyRow;
  readonly #stopped: HTMLElement;
  readonly #mark: HTMLButtonElement;
  readonly #reopen: HTMLButtonElement;
  readonly #deeper: HTMLButtonElement;

  constructor(why: WhyRow) {
    this.#why = why;
    this.#stopped = element('span', { class: styles.truth }, 'Stopped here: this is a system-level truth');
    this.#mark = drawnButton({
      kind: 'quiet',
      icon: 'circleCheck',
      words: 'This is a system-level truth',
      class: styles.mark,
      onPress: () => {
        toggleTruth(why);
        this.#reopen.focus();
      },
    });
    this.#reopen = drawnButton({
      kind: 'default',
      icon: 'undo',
      words: 'Reopen',
      onPress: () => {
        toggleTruth(why);
        // A chain that goes on behind this why has no end here any more.
        if (this.dom.hidden) placeCaret(why.editor, why.position ?? 0, true);
        else this.#mark.focus();
      },
    });
    this.#deeper = drawnButton({
      kind: 'default',
      icon: 'arrowDeeper',
      words: 'Ask a deeper why',
      keys: 'Mod+Enter',
      class: styles.deeper,
      onPress: () => {
        const { position } = why;
        if (position !== null) addRowAfter(why.editor, WHY, position);
      },
    });
    this.dom = drawnPart(
      'div',
      { class: styles.end },
      element('span', { class: styles.endMark }, drawnIcon('circleCheck')),
      element('div', { class: styles.endBar }, this.#stopped, this.#mark, this.#reopen, this.#deeper),
    );
  }

  draw(isLast: boolean): void {
    const stopped = this.#why.isSystemLevel;
    setHidden(this.dom, !isLast && !stopped);
    setHidden(this.#stopped, !stopped);
    setHidden(this.#reopen, !stopped);
    setHidden(this.#mark, stopped);
    setHidden(this.#deeper, !isLast);
  }

  /** What the menu of the why offers. */
  entry(): MenuEntry {
    return {
      label: this.#why.isSystemLevel ? 'Reopen the chain here' : 'Mark as a system-level truth',
      onSelect: () => toggleTruth(this.#why),
    };
  }
}

function toggleTruth(why: WhyRow): void {
  const marks = !why.isSystemLevel;
  why.writeAttribute('systemLevel', marks ? true : null);
  announce(marks ? `The chain stops at ${why.name.toLowerCase()}` : `${why.name} is open again`);
}
