import type { NodeViewRendererProps } from '@tiptap/core';
import { DEFAULT_PLACES } from '../../../../shared/document/checklist.ts';
import { useAppStore } from '../../../stores/appStore.ts';
import { insertRow } from '../../rows/addRow.ts';
import { drawnButton } from '../../rows/drawnButton.ts';
import { element, setHidden, setText } from '../../rows/element.ts';
import { FormView } from '../../rows/formView.ts';
import { CHECK_ITEM } from './checkKind.ts';
import styles from './checklist.module.css';
import { offeredItems, tickedWords } from './checkScope.ts';

/** The checklist: how many items are ticked, the items, and what may be added. */
export class ChecklistForm extends FormView {
  readonly addButton: HTMLElement;
  readonly #count: HTMLElement;
  readonly #offers: HTMLElement;
  #offered = '';

  constructor(props: NodeViewRendererProps) {
    super(props, { rows: element('div', { class: styles.list }) });
    this.dom.setAttribute('role', 'group');
    this.dom.setAttribute('aria-label', 'Checklist');
    this.#count = element('span');
    this.#offers = element('span', { class: styles.offers });
    this.head.append(this.#count);
    this.addButton = drawnButton({
      kind: 'quiet',
      icon: 'plus',
      words: 'Add an item',
      class: styles.add,
      onPress: () => this.addRow(CHECK_ITEM),
    });
    this.foot.append(this.#offers, this.addButton);
    this.draw();
  }

  protected draw(): void {
    this.drawSurroundings();
  }

  override drawSurroundings(): void {
    const { severity } = this.surroundings.facts;
    const count = tickedWords(this.node, severity);
    setHidden(this.head, count === '');
    setText(this.#count, count);
    const offered = offeredItems(this.node, severity);
    const keys = offered.map(({ key }) => key).join(' ');
    if (keys === this.#offered) return;
    this.#offered = keys;
    const places = useAppStore.getState().about?.settings ?? DEFAULT_PLACES;
    this.#offers.replaceChildren(
      ...offered.map(({ key, words }) =>
        drawnButton({
          kind: 'default',
          icon: 'plus',
          words: `P0 asks for: ${words(places)}`,
          onPress: () => this.#add(key, words(places)),
        }),
      ),
    );
  }

  #add(key: string, words: string): void {
    const { position, editor, node } = this;
    if (position === null) return;
    const item = editor.schema.nodes.checkItem!.create({ key }, editor.schema.text(words));
    insertRow(editor, CHECK_ITEM, item, position + node.nodeSize - 1);
  }
}
