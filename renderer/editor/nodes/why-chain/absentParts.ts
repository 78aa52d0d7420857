import { asOneStep } from '../../rows/asOneStep.ts';
import { drawnButton } from '../../rows/drawnButton.ts';
import type { DrawnView } from '../../rows/drawnView.ts';
import { drawnPart, setHidden } from '../../rows/element.ts';
import { placeCaret } from '../../rows/placeCaret.ts';
import styles from './whys.module.css';

/** A part that a why or a chain usually has, at its start or its end. */
interface UsualPart {
  readonly node: 'whyQuestion' | 'whyAnswer' | 'whyProblem' | 'rootCause';
  readonly words: string;
  readonly first: boolean;
}

/** Ways to write the parts that an import or a merge left out; nothing while all are there. */
export class AbsentParts {
  readonly dom: HTMLElement;
  readonly #owner: DrawnView;
  readonly #offers: readonly { readonly part: UsualPart; readonly button: HTMLButtonElement }[];

  constructor(owner: DrawnView, parts: readonly UsualPart[]) {
    this.#owner = owner;
    this.#offers = parts.map((part) => ({
      part,
      button: drawnButton({
        kind: 'link',
        words: part.words,
        onPress: () => this.#add(part),
      }),
    }));
    this.dom = drawnPart('div', { class: styles.absent }, ...this.#offers.map(({ button }) => button));
  }

  draw(): void {
    const present = this.#present;
    for (const { part, button } of this.#offers) setHidden(button, present.has(part.node));
    setHidden(this.dom, this.isNeedless);
  }

  /** Whether all the usual parts are there. */
  get isNeedless(): boolean {
    const present = this.#present;
    return this.#offers.every(({ part }) => present.has(part.node));
  }

  get #present(): ReadonlySet<string> {
    const present = new Set<string>();
    this.#owner.node.forEach(({ type }) => void present.add(type.name));
    return present;
  }

  #add({ node, first }: UsualPart): void {
    const { position, editor, view } = this.#owner;
    const type = editor.schema.nodes[node];
    if (position === null || type === undefined || !editor.isEditable) return;
    const content = type.isTextblock ? null : (editor.schema.nodes.paragraph?.create() ?? null);
    const at = first ? position + 1 : position + this.#owner.node.nodeSize - 1;
    asOneStep(editor, () => view.dispatch(view.state.tr.insert(at, type.create(null, content))));
    placeCaret(editor, at);
  }
}
