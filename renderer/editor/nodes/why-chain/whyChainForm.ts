import type { NodeViewRendererProps } from '@tiptap/core';
import { drawnButton } from '../../rows/drawnButton.ts';
import { element, setHidden, setText } from '../../rows/element.ts';
import { FormView } from '../../rows/formView.ts';
import { drawnIcon } from '../../rows/icon.ts';
import { AbsentParts } from './absentParts.ts';
import { isAnswered, whysIn } from './chain.ts';
import { chainAdvice } from './chainAdvice.ts';
import { WHY } from './whyKind.ts';
import styles from './whys.module.css';

/** The chain: how many whys are answered, the chain itself, and advice on its length. */
export class WhyChainForm extends FormView {
  readonly #count: HTMLElement;
  readonly #advice: HTMLElement;
  readonly #words: HTMLElement;
  readonly #first: HTMLButtonElement;
  readonly #absent: AbsentParts;

  constructor(props: NodeViewRendererProps) {
    super(props, { rows: element('div', { class: styles.chain }) });
    this.dom.setAttribute('role', 'group');
    this.dom.setAttribute('aria-label', '5 Whys');
    this.#count = element('span');
    this.head.append(this.#count);
    this.#words = element('span');
    this.#advice = element('p', { class: styles.note }, drawnIcon('info'), this.#words);
    this.#first = drawnButton({
      kind: 'default',
      icon: 'plus',
      words: 'Ask the first why',
      onPress: () => this.addRow(WHY),
    });
    this.#absent = new AbsentParts(this, [
      { node: 'whyProblem', words: 'State the problem', first: true },
      { node: 'rootCause', words: 'Name the root cause', first: false },
    ]);
    this.foot.append(this.#first, this.#absent.dom, this.#advice);
    this.draw();
  }

  get addButton(): HTMLElement {
    return this.#first;
  }

  protected draw(): void {
    const whys = whysIn(this.node, 0).map(({ why }) => why);
    const answered = whys.filter(isAnswered).length;
    this.#absent.draw();
    setHidden(this.head, whys.length === 0);
    setText(this.#count, `${answered} of ${whys.length} answered`);
    const advice = chainAdvice(
      whys.length,
      whys.some(({ attrs }) => attrs.systemLevel === true),
    );
    setHidden(this.#advice, advice === null);
    setText(this.#words, advice ?? '');
    setHidden(this.#first, whys.length > 0);
    setHidden(this.foot, advice === null && whys.length > 0 && this.#absent.isNeedless);
  }
}
