import type { NodeViewRendererProps } from '@tiptap/core';
import { TextSelection } from '@tiptap/pm/state';
import { classNames } from '../../../ui/classNames.ts';
import { asOneStep } from '../../rows/asOneStep.ts';
import { drawnKeys } from '../../rows/drawnButton.ts';
import { DrawnView, drawPrompt } from '../../rows/drawnView.ts';
import { drawnPart, element, setAttribute, setHidden } from '../../rows/element.ts';
import { goTo } from '../../rows/goTo.ts';
import { drawnIcon } from '../../rows/icon.ts';
import rows from '../../rows/rows.module.css';
import { whysIn } from './chain.ts';
import { documentNames } from './chainNames.ts';
import { suggestionAt } from './suggestionAt.ts';
import styles from './whys.module.css';

/** The problem that the chain starts from, beside a rule. */
export class WhyProblemPart extends DrawnView {
  readonly #text: HTMLElement;

  constructor(props: NodeViewRendererProps) {
    const text = element('div', { class: classNames(rows.text, styles.prose), 'data-stop': '' });
    super(props, element('div', { class: styles.problem, role: 'group', 'aria-label': 'Problem' }), text);
    this.#text = text;
    this.dom.append(drawnPart('div', { class: styles.label, 'aria-hidden': 'true' }, 'Problem'), text);
    this.draw();
  }

  protected draw(): void {
    drawPrompt(this.#text, this.node, 'Say what broke, for whom and for how long');
  }
}

/** The question of a why. While it is empty it shows one that follows from the answer above. */
export class WhyQuestionPart extends DrawnView {
  readonly #text: HTMLElement;
  readonly #accept: HTMLButtonElement;

  constructor(props: NodeViewRendererProps) {
    const text = element('div', { class: rows.text, 'data-stop': '' });
    super(props, element('div', { class: styles.question }), text);
    this.#text = text;
    this.#accept = element(
      'button',
      { type: 'button', class: styles.accept, tabindex: '-1' },
      drawnKeys('Tab'),
      'use it',
    );
    this.#accept.addEventListener('click', () => this.accept());
    this.dom.append(text, drawnPart('span', {}, this.#accept));
    this.draw();
  }

  /** Puts the suggested question into the empty place. @returns false when there is none */
  accept(): boolean {
    const { position, editor, view } = this;
    const words = this.#suggested();
    if (position === null || words === null || !editor.isEditable) return false;
    asOneStep(editor, () => {
      const tr = view.state.tr.insertText(words, position + 1);
      view.dispatch(
        tr.setSelection(TextSelection.create(tr.doc, position + 1 + words.length)).scrollIntoView(),
      );
    });
    view.focus();
    return true;
  }

  protected draw(): void {
    this.drawSurroundings();
  }

  override drawSurroundings(): void {
    const words = this.#suggested();
    drawPrompt(this.#text, this.node, words ?? 'Why …?');
    setHidden(this.#accept, words === null);
    setAttribute(this.#accept, 'aria-label', words === null ? null : `Use the suggested question: ${words}`);
  }

  #suggested(): string | null {
    const { position, view, surroundings } = this;
    return position === null ? null : suggestionAt(view.state.doc, position, documentNames(surroundings));
  }
}

/** The answer of a why: any blocks. */
export class WhyAnswerPart extends DrawnView {
  constructor(props: NodeViewRendererProps) {
    const text = element('div', { class: classNames(rows.text, styles.answer), 'data-stop': '' });
    super(props, text, text);
    this.draw();
  }

  protected draw(): void {
    drawPrompt(this.dom, this.node, 'Because …');
  }
}

/** What the chain came to, in a callout, with the actions that follow from its last why. */
export class RootCausePart extends DrawnView {
  readonly #text: HTMLElement;
  readonly #note: HTMLElement;
  #drawn = '';

  constructor(props: NodeViewRendererProps) {
    const text = element('div', { class: classNames(rows.text, styles.prose), 'data-stop': '' });
    super(
      props,
      element('div', { class: styles.rootCause, role: 'group', 'aria-label': 'Root cause' }),
      text,
    );
    this.#text = text;
    this.#note = drawnPart('p', { class: styles.note });
    this.dom.append(
      drawnPart('div', { class: styles.label, 'aria-hidden': 'true' }, 'Root cause'),
      text,
      this.#note,
    );
    this.draw();
  }

  protected draw(): void {
    drawPrompt(this.#text, this.node, 'Name the system-level cause in a sentence or two');
    this.drawSurroundings();
  }

  override drawSurroundings(): void {
    const last = this.#lastWhy();
    const { actions } = this.surroundings;
    const following = last === null ? [] : actions.filter(({ why, id }) => why === last && id !== null);
    const drawn = JSON.stringify(following.map(({ id, label, title }) => [id, label, title]));
    if (drawn === this.#drawn) return;
    this.#drawn = drawn;
    const links = following.map(({ id, label, title }) => {
      // A link that breaks over lines as text does, which a button cannot.
      const link = element(
        'span',
        { class: styles.followed, role: 'link', tabindex: '0' },
        element('span', { class: styles.mono }, label),
        ` ${title}`,
      );
      const go = (): void => {
        if (id !== null) goTo(this.editor, 'actionItem', id, label);
      };
      link.addEventListener('click', go);
      link.addEventListener('keydown', (event) => {
        if (event.key !== 'Enter') return;
        event.preventDefault();
        go();
      });
      return link;
    });
    setHidden(this.#note, links.length === 0);
    this.#note.replaceChildren(drawnIcon('check'), element('span', {}, 'Followed by ', ...links));
  }

  /** The hidden id of the why where the chain stops, or of the last one. */
  #lastWhy(): string | null {
    const { position } = this;
    if (position === null) return null;
    const place = this.view.state.doc.resolve(position);
    const whys = whysIn(place.parent, place.before(place.depth));
    const end = whys.find(({ why }) => why.attrs.systemLevel === true) ?? whys[whys.length - 1];
    return end?.why.attrs.id ?? null;
  }
}
