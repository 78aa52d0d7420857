import type { NodeViewRendererProps } from '@tiptap/core';
import { insertRow } from '../../rows/addRow.ts';
import { drawnButton } from '../../rows/drawnButton.ts';
import { drawnPart, element, setHidden, setText } from '../../rows/element.ts';
import { FormView } from '../../rows/formView.ts';
import styles from './sign-off.module.css';
import { SIGN_OFF_ROW } from './signOffKind.ts';
import { offeredRoles, signedWords } from './signOffScope.ts';

/** The sign-off table: how many signed, the roles, and what may be added. */
export class SignOffForm extends FormView {
  readonly addButton: HTMLElement;
  readonly #count: HTMLElement;
  readonly #offers: HTMLElement;
  #offered = '';

  constructor(props: NodeViewRendererProps) {
    const rows = element('div', { role: 'rowgroup' });
    super(props, { rows });
    const columns = ['Role', 'Name', 'Signed (UTC)'].map((name) =>
      element('span', { role: 'columnheader' }, name),
    );
    const head = drawnPart('div', { role: 'row', class: styles.columns }, ...columns);
    this.head.after(element('div', { role: 'table', 'aria-label': 'Sign-off' }, head, rows));
    this.#count = element('span');
    this.#offers = element('span', { class: styles.offers });
    this.head.append(this.#count);
    this.addButton = drawnButton({
      kind: 'quiet',
      icon: 'plus',
      words: 'Add a role',
      class: styles.add,
      onPress: () => this.addRow(SIGN_OFF_ROW),
    });
    this.foot.append(this.#offers, this.addButton);
    this.draw();
  }

  protected draw(): void {
    this.drawSurroundings();
  }

  override drawSurroundings(): void {
    const { severity } = this.surroundings.facts;
    const count = signedWords(this.node, severity);
    setHidden(this.head, count === '');
    setText(this.#count, count);
    const offered = offeredRoles(this.node, severity);
    const keys = offered.map(({ key }) => key).join(' ');
    if (keys === this.#offered) return;
    this.#offered = keys;
    this.#offers.replaceChildren(
      ...offered.map(({ key, role }) =>
        drawnButton({
          kind: 'default',
          icon: 'plus',
          words: `P0 asks for: ${role}`,
          onPress: () => this.#add(key, role),
        }),
      ),
    );
  }

  #add(key: string, role: string): void {
    const { position, editor, node } = this;
    if (position === null) return;
    const row = editor.schema.nodes.signOffRow!.create({ key, role });
    insertRow(editor, SIGN_OFF_ROW, row, position + node.nodeSize - 1);
  }
}
