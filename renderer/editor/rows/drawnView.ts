import type { Editor, NodeViewRendererProps } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import type { EditorView, NodeView, ViewMutationRecord } from '@tiptap/pm/view';
import type { MenuEntry } from '../../ui/menu/entries.ts';
import { asOneStep } from './asOneStep.ts';
import { setAttribute } from './element.ts';
import { type Surroundings, surroundingsOf } from './surroundings.ts';

/** What can be done with a row, and how it is called. */
export interface RowMenu {
  /** `Why 2`, `A3`. */
  readonly name: () => string;
  /** `Action item`. */
  readonly noun: string;
  readonly entries: () => readonly MenuEntry[];
}

const viewOfElement = new WeakMap<Element, DrawnView>();

/**
 * The view of one of our nodes: plain DOM that lives as long as its node is on the page. Parts that are drawn
 * carry `data-drawn`; the editor leaves them and their events alone. Drawing never changes the document.
 */
export abstract class DrawnView implements NodeView {
  readonly dom: HTMLElement;
  readonly contentDOM: HTMLElement | null;
  readonly editor: Editor;
  readonly view: EditorView;
  /** Opens the menu of a row; null for a node that has none. */
  openMenu: (() => void) | null = null;
  /** What that menu offers. */
  rowMenu: RowMenu | null = null;
  /** While a change from elsewhere is shown: whether a node is the one of this view, in which somebody is. */
  isOwn: ((node: Node) => boolean) | null = null;
  readonly #getPos: () => number | undefined;
  #node: Node;

  /** @param content where the editor puts the node's content; null for a node that has none */
  constructor(props: NodeViewRendererProps, dom: HTMLElement, content: HTMLElement | null) {
    this.dom = dom;
    this.contentDOM = content;
    this.editor = props.editor;
    this.view = props.view;
    this.#getPos = props.getPos;
    this.#node = props.node;
    dom.dataset.node = props.node.type.name;
    viewOfElement.set(dom, this);
    this.editor.storage.surroundings.views.add(this);
  }

  /** The view of the innermost of our nodes that an element of the page belongs to. */
  static around(element: Element | null): DrawnView | null {
    for (let at = element; at !== null; at = at.parentElement) {
      const view = viewOfElement.get(at);
      if (view !== undefined) return view;
    }
    return null;
  }

  get node(): Node {
    return this.#node;
  }

  /** The position before the node; null while it is not on the page. */
  get position(): number | null {
    try {
      return this.#getPos() ?? null;
    } catch {
      // ProseMirror throws while the view is not attached to its parent yet.
      return null;
    }
  }

  get surroundings(): Surroundings {
    return surroundingsOf(this.editor, this.view.state.doc);
  }

  /** Shows the node as it is now. */
  protected abstract draw(): void;

  /** Shows what the node takes from the rest of the document; called after every change of it. */
  drawSurroundings(): void {}

  /** The view of a row stays with that row, in which somebody may be typing. */
  update(node: Node): boolean {
    if (node.type !== this.#node.type || node.attrs.id !== this.#node.attrs.id) return false;
    if (this.isOwn?.(node) === false) return false;
    this.#node = node;
    this.draw();
    return true;
  }

  /** Writes one attribute of the node, as a person's act of its own. */
  writeAttribute(name: string, value: string | boolean | null): void {
    asOneStep(this.editor, () => this.typeAttribute(name, value));
  }

  /** Writes one attribute as it is being typed: undo takes it back with what was typed right before. */
  typeAttribute(name: string, value: string | boolean | null): void {
    const { position } = this;
    if (position === null || !this.editor.isEditable || this.node.attrs[name] === value) return;
    this.view.dispatch(this.view.state.tr.setNodeAttribute(position, name, value));
  }

  stopEvent(event: Event): boolean {
    return event.target instanceof Element && event.target.closest('[data-drawn]') !== null;
  }

  ignoreMutation(mutation: ViewMutationRecord): boolean {
    if (mutation.type === 'selection') return false;
    if (mutation.type === 'attributes' && mutation.target === this.contentDOM) return true;
    return this.contentDOM === null || !this.contentDOM.contains(mutation.target);
  }

  destroy(): void {
    this.editor.storage.surroundings.views.delete(this);
  }
}

/** Says in an empty place what to write there; the words are drawn by rows.module.css. */
export function drawPrompt(content: HTMLElement, node: Node, words: string): void {
  setAttribute(content, 'data-prompt', isBlank(node) ? words : null);
}

/** Whether a node says nothing: no content, or one empty line. */
export function isBlank(node: Node): boolean {
  if (node.isAtom && !node.isText) return false;
  if (node.isTextblock) return node.content.size === 0;
  return (
    node.childCount === 0 ||
    (node.childCount === 1 && node.firstChild?.type.name === 'paragraph' && isBlank(node.firstChild))
  );
}
