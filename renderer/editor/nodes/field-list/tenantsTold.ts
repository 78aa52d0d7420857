import { type Told, writeTold } from '../../../../shared/document/facts.ts';
import { BY_HAND } from '../../../session/origins.ts';
import { sessionOf } from '../../editorContext.ts';
import { asOneStep } from '../../rows/asOneStep.ts';
import { ChoiceStrip } from '../../rows/choiceStrip.ts';
import { drawnPart, element } from '../../rows/element.ts';
import type { FieldRow } from './fieldRow.ts';
import styles from './fields.module.css';

/** The affected tenants of the document's facts, each told before it asked or not. */
export class TenantsTold {
  readonly dom: HTMLElement;
  readonly #field: FieldRow;
  #strips: readonly ChoiceStrip[] = [];
  #drawn: string | null = null;

  constructor(field: FieldRow) {
    this.#field = field;
    this.dom = drawnPart('div', { class: styles.tenants });
  }

  draw(): void {
    const { tenants } = this.#field.surroundings.facts;
    const drawn = JSON.stringify(tenants);
    if (drawn !== this.#drawn) {
      this.#drawn = drawn;
      this.#strips = tenants.map((tenant) => this.#strip(tenant));
      this.dom.replaceChildren(
        ...(tenants.length === 0
          ? [element('span', { class: styles.none }, 'Tenants that the facts above name appear here')]
          : tenants.map((tenant, index) =>
              element(
                'div',
                { class: styles.tenant },
                element('span', {}, tenant),
                this.#strips[index]?.dom ?? null,
              ),
            )),
      );
    }
    for (const strip of this.#strips) strip.draw();
  }

  #strip(tenant: string): ChoiceStrip {
    const { editor } = this.#field;
    return new ChoiceStrip({
      cell: `told/${tenant}`,
      label: () => `Was ${tenant} told proactively?`,
      choices: [
        { value: 'yes', label: 'Told proactively' },
        { value: 'no', label: 'Not told' },
      ],
      read: () => this.#field.surroundings.facts.told[tenant] ?? null,
      write: (value) => {
        if (!editor.isEditable) return;
        asOneStep(editor, () => writeTold(sessionOf(editor).doc, tenant, value as Told | null, BY_HAND));
      },
    });
  }
}
