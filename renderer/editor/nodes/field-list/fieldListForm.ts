import type { NodeViewRendererProps } from '@tiptap/core';
import type { MenuEntry } from '../../../ui/menu/entries.ts';
import { openMenu } from '../../../ui/menu/openMenu.ts';
import { insertRow } from '../../rows/addRow.ts';
import { drawnButton } from '../../rows/drawnButton.ts';
import { element, setHidden, setText } from '../../rows/element.ts';
import { FormView } from '../../rows/formView.ts';
import { FIELD, newField } from './fieldKind.ts';
import { absentFields, holdsFactors } from './fieldSets.ts';
import styles from './fields.module.css';

/** A list of fields. Contributing factors are counted and added on the line of their heading. */
export class FieldListForm extends FormView {
  readonly #count: HTMLElement;
  readonly #addFactor: HTMLButtonElement;
  readonly #addField: HTMLButtonElement;

  constructor(props: NodeViewRendererProps) {
    super(props, { rows: element('div', { class: styles.list }) });
    this.#count = element('span');
    this.#addFactor = drawnButton({
      kind: 'default',
      icon: 'plus',
      words: 'Add',
      label: 'Add a contributing factor',
      onPress: () => this.addRow(FIELD),
    });
    this.#addField = drawnButton({
      kind: 'quiet',
      icon: 'plus',
      words: 'Add a field',
      class: styles.offer,
      onPress: () => openMenu({ anchor: this.#addField, label: 'Add a field', entries: this.#absent() }),
    });
    this.#addField.setAttribute('aria-haspopup', 'menu');
    this.head.append(this.#count, this.#addFactor);
    this.foot.classList.add(styles.foot ?? '');
    this.foot.append(this.#addField);
    this.draw();
  }

  get addButton(): HTMLElement {
    return holdsFactors(this.node) ? this.#addFactor : this.#addField;
  }

  protected draw(): void {
    const factors = holdsFactors(this.node);
    setHidden(this.head, !factors);
    setHidden(this.foot, factors);
    setText(this.#count, String(this.node.childCount));
    this.dom.classList.toggle(styles.empty ?? '', this.node.childCount === 0);
  }

  #absent(): readonly MenuEntry[] {
    return [
      ...absentFields(this.node).map(({ key, label }) => ({ label, onSelect: () => this.#add(key) })),
      'rule',
      { label: 'A field of your own', onSelect: () => this.#add(null) },
    ];
  }

  #add(key: string | null): void {
    const { position, editor, node } = this;
    if (position === null) return;
    insertRow(editor, FIELD, newField(editor, key), position + node.nodeSize - 1);
  }
}
