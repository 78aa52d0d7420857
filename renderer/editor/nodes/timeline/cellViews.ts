import type { Node } from '@tiptap/pm/model';
import type { NodeView } from '@tiptap/pm/view';
import { TimelineEvent, TimelineSource } from '../../../../shared/schema/timelineNodes.ts';
import { drawnPart, element, setAttribute } from '../../rows/element.ts';
import { icon } from './icons.ts';
import styles from './row.module.css';
import { isBlank } from './rowStops.ts';
import { sourceKind } from './sourceKind.ts';

/** Text of a source and the addresses in it, by which its icon is chosen. */
function wordsOf(source: Node): string {
  const addresses: string[] = [];
  source.descendants((child) => {
    for (const mark of child.marks) if (mark.type.name === 'link') addresses.push(String(mark.attrs.href));
  });
  return [source.textContent, ...addresses].join(' ');
}

/** What happened: any blocks. */
export const TimelineEventView = TimelineEvent.extend({
  addNodeView() {
    return ({ node }): NodeView => {
      const dom = element('div', { class: styles.event, role: 'cell', 'data-node': node.type.name });
      const draw = (event: Node): void => {
        setAttribute(dom, 'data-blank', isBlank(event) ? '' : null);
        setAttribute(dom, 'data-lead', event.firstChild?.type.name === 'paragraph' ? 'text' : 'block');
      };
      draw(node);
      return {
        dom,
        contentDOM: dom,
        update: (next) => {
          if (next.type !== node.type) return false;
          draw(next);
          return true;
        },
        ignoreMutation: ({ type, target }) => type === 'attributes' && target === dom,
      };
    };
  },
});

/** Where it says so: words and links on one line, with an icon of the kind. */
export const TimelineSourceView = TimelineSource.extend({
  addNodeView() {
    return ({ node }): NodeView => {
      const contentDOM = element('div', { class: styles.sourceText });
      const dom = element('div', { class: styles.source, role: 'cell', 'data-node': node.type.name });
      const mark = drawnPart('span', { class: styles.sourceMark });
      let drawn: string | null = null;
      const draw = (source: Node): void => {
        setAttribute(dom, 'data-blank', isBlank(source) ? '' : null);
        const kind = sourceKind(wordsOf(source));
        if (kind === drawn) return;
        drawn = kind;
        mark.replaceChildren(icon(kind));
      };
      dom.append(mark, contentDOM);
      draw(node);
      return {
        dom,
        contentDOM,
        update: (next) => {
          if (next.type !== node.type) return false;
          draw(next);
          return true;
        },
        ignoreMutation: (mutation) => mutation.type !== 'selection' && !contentDOM.contains(mutation.target),
      };
    };
  },
});
