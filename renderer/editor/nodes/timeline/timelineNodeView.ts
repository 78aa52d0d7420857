import type { Editor } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import type { EditorView, NodeView, ViewMutationRecord } from '@tiptap/pm/view';
import { createElement } from 'react';
import { flushSync } from 'react-dom';
import { createRoot, type Root } from 'react-dom/client';
import { drawnButton } from '../../rows/drawnButton.ts';
import { drawnPart, element, setText } from '../../rows/element.ts';
import { registerTimeline } from './controls.ts';
import { isOurEvent } from './isOurEvent.ts';
import { metricCells } from './metricsStrip.ts';
import { QuickAdd } from './QuickAdd.tsx';
import quickAddStyles from './quickAdd.module.css';
import styles from './timeline.module.css';
import { type TimelineModel, timelineModel } from './timelineModel.ts';
import { goneAway, modelAt, timelineKey } from './timelineState.ts';

/** A timeline: its metrics above, its rows, and the place to add one at its foot. */
export class TimelineNodeView implements NodeView {
  readonly dom: HTMLElement;
  readonly contentDOM: HTMLElement;
  readonly #view: EditorView;
  readonly #getPos: () => number | undefined;
  readonly #count: HTMLElement;
  readonly #metrics: HTMLElement;
  readonly #empty: HTMLElement;
  readonly #heads: readonly HTMLElement[];
  readonly #quickAdd: Root;
  #node: Node;
  #model: TimelineModel | undefined;

  constructor(node: Node, editor: Editor, view: EditorView, getPos: () => number | undefined) {
    this.#node = node;
    this.#view = view;
    this.#getPos = getPos;
    this.#count = drawnPart('div', { class: styles.count });
    this.#metrics = drawnPart('dl', { class: styles.metrics });
    this.contentDOM = element('div', { class: styles.rows, role: 'rowgroup' });
    this.#heads = ['Time (UTC)', 'Event', 'Source'].map((label) =>
      element('span', { role: 'columnheader' }, label),
    );
    const foot = drawnPart('div', { class: quickAddStyles.foot });
    const usual = drawnButton({
      kind: 'link',
      words: 'start from a usual row',
      onPress: () => foot.querySelector('button')?.click(),
    });
    this.#empty = drawnPart(
      'div',
      { class: styles.empty },
      'Add what happened below, paste lines that begin with times or a table, or ',
      usual,
    );
    this.dom = element(
      'div',
      { class: styles.timeline, 'data-node': node.type.name },
      this.#count,
      this.#metrics,
      element(
        'div',
        { class: styles.table, role: 'table', 'aria-label': 'Timeline' },
        drawnPart('div', { class: styles.head, role: 'row' }, ...this.#heads),
        this.contentDOM,
      ),
      this.#empty,
      foot,
    );
    foot.addEventListener('focusin', () => {
      if (timelineKey.getState(view.state)?.away === false) view.dispatch(goneAway(view.state.tr, true));
    });
    this.#quickAdd = createRoot(foot);
    const quickAdd = createElement(QuickAdd, { editor, timelinePos: () => this.#getPos() ?? null });
    this.#quickAdd.render(quickAdd);
    registerTimeline(this.dom, {
      focusQuickAdd: (field) => {
        // A timeline that came in this very moment has no fields yet.
        flushSync(() => this.#quickAdd.render(quickAdd));
        foot.querySelector<HTMLInputElement>(`input[name="${field}"]`)?.focus();
      },
    });
    this.#draw();
  }

  update(node: Node): boolean {
    if (node.type !== this.#node.type) return false;
    this.#node = node;
    this.#draw();
    return true;
  }

  stopEvent(event: Event): boolean {
    return isOurEvent(event, this.contentDOM);
  }

  ignoreMutation(mutation: ViewMutationRecord): boolean {
    return mutation.type !== 'selection' && !this.contentDOM.contains(mutation.target);
  }

  destroy(): void {
    // React may be rendering right now: what closes a document removes the editor from within it.
    queueMicrotask(() => this.#quickAdd.unmount());
  }

  #draw(): void {
    const position = this.#getPos();
    const model =
      (position === undefined ? undefined : modelAt(this.#view.state, position)) ??
      timelineModel(this.#node, this.#model);
    if (model === this.#model) return;
    this.#model = model;
    const count = this.#node.childCount;
    setText(
      this.#count,
      `${count === 0 ? 'No rows' : count === 1 ? '1 row' : `${count} rows`}, all times UTC`,
    );
    this.#metrics.replaceChildren(...metricCells(model.metrics));
    this.#empty.hidden = count > 0;
    const { eventLabel, sourceLabel } = this.#node.attrs;
    // Times are shown in UTC, whatever an imported table called its column.
    setText(this.#heads[1]!, eventLabel || 'Event');
    setText(this.#heads[2]!, sourceLabel || 'Source');
  }
}
