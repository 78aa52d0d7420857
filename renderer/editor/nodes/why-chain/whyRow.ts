import type { NodeViewRendererProps } from '@tiptap/core';
import { classNames } from '../../../ui/classNames.ts';
import { DrawnView } from '../../rows/drawnView.ts';
import { drawnPart, element, setText } from '../../rows/element.ts';
import { rowEntries } from '../../rows/rowEntries.ts';
import { rowHandle } from '../../rows/rowHandle.ts';
import rows from '../../rows/rows.module.css';
import { AbsentParts } from './absentParts.ts';
import { whysIn } from './chain.ts';
import { ChainEnd } from './chainEnd.ts';
import { WhyActions } from './whyActions.ts';
import { WHY } from './whyKind.ts';
import styles from './whys.module.css';

/** One why: its number on the chain, its question and answer, the actions that answer it, and the chain's end. */
export class WhyRow extends DrawnView {
  readonly #number: HTMLElement;
  readonly #actions: WhyActions;
  readonly #end: ChainEnd;
  readonly #absent: AbsentParts;
  #place = 0;

  constructor(props: NodeViewRendererProps) {
    const content = element('div', { class: styles.parts });
    super(props, element('div', { class: classNames(rows.row, styles.why), role: 'group' }), content);
    this.#number = element('span', { class: styles.number });
    this.#actions = new WhyActions(this);
    this.#end = new ChainEnd(this);
    this.#absent = new AbsentParts(this, [
      { node: 'whyQuestion', words: 'Write the question', first: true },
      { node: 'whyAnswer', words: 'Write the answer', first: false },
    ]);
    const handle = rowHandle(this, WHY, {
      label: () => this.name,
      entries: () => {
        const { position } = this;
        if (position === null) return [];
        return [...this.#actions.entries(), this.#end.entry(), ...rowEntries(this.editor, WHY, position)];
      },
    });
    this.dom.append(
      drawnPart('div', { class: styles.numberPlace }, handle.grip, this.#number),
      element('div', { class: styles.body }, content, this.#absent.dom, this.#actions.dom, handle.menu),
      this.#end.dom,
    );
    this.draw();
  }

  /** `Why 3`. */
  get name(): string {
    return `Why ${this.#place}`;
  }

  get isSystemLevel(): boolean {
    return this.node.attrs.systemLevel === true;
  }

  protected draw(): void {
    this.#absent.draw();
    this.drawSurroundings();
  }

  override drawSurroundings(): void {
    const { position } = this;
    if (position === null) return;
    const place = this.view.state.doc.resolve(position);
    const whys = whysIn(place.parent, place.before(place.depth));
    const index = whys.findIndex((why) => why.position === position);
    this.#place = index + 1;
    setText(this.#number, String(this.#place));
    this.dom.setAttribute('aria-label', this.name);
    this.dom.classList.toggle(styles.stopped ?? '', this.isSystemLevel);
    this.#actions.draw();
    this.#end.draw(index === whys.length - 1);
  }
}
