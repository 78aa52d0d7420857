import type { NodeViewRendererProps } from '@tiptap/core';
import { CUSTOMER_IMPACT_FIELDS, type FieldSpec, fieldSpec } from '../../../../shared/document/fields.ts';
import { classNames } from '../../../ui/classNames.ts';
import { DrawnView, drawPrompt, isBlank } from '../../rows/drawnView.ts';
import { drawnPart, element, setHidden, setText } from '../../rows/element.ts';
import { flaggedText } from '../../rows/flaggedText.ts';
import { rowEntries } from '../../rows/rowEntries.ts';
import { rowHandle } from '../../rows/rowHandle.ts';
import rows from '../../rows/rows.module.css';
import { choiceCell, labelCell, subjectCell } from './fieldCells.ts';
import { FIELD, fieldLabel } from './fieldKind.ts';
import { fieldPrompt } from './fieldPrompts.ts';
import styles from './fields.module.css';
import { TenantsTold } from './tenantsTold.ts';

interface Drawable {
  readonly dom: HTMLElement;
  draw(): void;
}

/** Fields in which "none" is an answer, and silence is not. */
const MUST_SAY: ReadonlySet<string | null> = new Set(CUSTOMER_IMPACT_FIELDS.map(({ key }) => key));

/** One field: its name, its text, and what the template asks for beside the text. */
export class FieldRow extends DrawnView {
  readonly #text: HTMLElement;
  readonly #flag: HTMLElement;
  readonly #name: HTMLElement | Drawable;
  readonly #cells: readonly Drawable[];
  readonly #key: string | null;

  constructor(props: NodeViewRendererProps) {
    const text = element('div', { class: classNames(rows.text, styles.text), 'data-stop': '' });
    super(props, element('div', { class: classNames(rows.row, styles.field), role: 'group' }), text);
    this.#text = text;
    const { dom: value, flag } = flaggedText(text);
    this.#flag = flag;
    this.#key = props.node.attrs.key;
    const spec = fieldSpec(this.#key);
    this.#name = this.#nameOf(spec);
    const about =
      spec?.subject === undefined ? [] : [subjectCell(this, spec.subject), choiceCell(this, spec)];
    const beside = spec?.subject === undefined && spec?.choices !== undefined && this.#key !== 'factor';
    const choice = beside ? choiceCell(this, spec) : null;
    const tenants = this.#key === 'tenants' ? new TenantsTold(this) : null;
    this.#cells = [...about, choice, tenants].filter((cell) => cell !== null);
    const handle = rowHandle(this, FIELD, {
      label: () => fieldLabel(this.node) || 'Field',
      entries: () => (this.position === null ? [] : rowEntries(this.editor, FIELD, this.position)),
    });
    this.dom.classList.toggle(styles.factor ?? '', this.#key === 'factor');
    this.dom.append(
      drawnPart(
        'div',
        { class: styles.name },
        handle.grip,
        this.#name instanceof HTMLElement ? this.#name : this.#name.dom,
      ),
      element(
        'div',
        { class: styles.body },
        about.length === 0 ? null : drawnPart('div', { class: styles.about }, ...about.map(({ dom }) => dom)),
        element(
          'div',
          { class: styles.line },
          value,
          choice === null ? null : drawnPart('div', { class: styles.choice }, choice.dom),
        ),
        tenants?.dom ?? null,
        handle.menu,
      ),
    );
    this.draw();
  }

  /** A field that becomes another one is drawn anew: it asks for other things. */
  override update(node: FieldRow['node']): boolean {
    return node.attrs.key === this.#key && super.update(node);
  }

  #nameOf(spec: FieldSpec | undefined): HTMLElement | Drawable {
    if (spec?.key === 'factor') return choiceCell(this, spec);
    return this.#key === null ? labelCell(this) : element('span', {});
  }

  protected draw(): void {
    drawPrompt(this.#text, this.node, fieldPrompt(this.#key));
    const label = fieldLabel(this.node);
    this.dom.setAttribute('aria-label', label || 'Field');
    if (this.#name instanceof HTMLElement) setText(this.#name, label);
    else this.#name.draw();
    for (const cell of this.#cells) cell.draw();
    this.drawSurroundings();
  }

  override drawSurroundings(): void {
    // While it is a draft, an empty field only says what to write; from the review on it is lacking.
    const isLacking = MUST_SAY.has(this.#key) && this.surroundings.status !== 'draft' && isBlank(this.node);
    setHidden(
      this.#flag,
      !isLacking || (this.#key === 'tenants' && this.surroundings.facts.tenants.length > 0),
    );
    for (const cell of this.#cells) if (cell instanceof TenantsTold) cell.draw();
  }
}
