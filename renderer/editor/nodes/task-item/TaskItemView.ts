import { type Editor, InputRule } from '@tiptap/core';
import { TaskListItem } from '../../../../shared/schema/ordinaryNodes.ts';
import { asOneStep } from '../../rows/asOneStep.ts';
import { element, setAttribute } from '../../rows/element.ts';
import { outdentItem } from '../list-item/outdentItem.ts';
import { makeTaskOfBullet } from './taskOfBullet.ts';

/** What makes a task of a line that begins so, as Markdown writes it. */
const BOX = /^\s*\[([ xX]?)\]\s$/;

function tick(editor: Editor, position: number, checked: boolean): void {
  asOneStep(editor, () =>
    editor.view.dispatch(editor.state.tr.setNodeAttribute(position, 'checked', checked)),
  );
}

/** An item of a task list: a box to tick, by mouse and by Space, and Ctrl+Enter from its words. */
export const TaskItemView = TaskListItem.extend({
  // Before the keys of a hard break, which Ctrl+Enter is elsewhere.
  priority: 200,
  addKeyboardShortcuts() {
    return {
      ...this.parent?.(),
      'Shift-Tab': ({ editor }) => outdentItem(editor, this.name),
      'Mod-Enter': ({ editor }) => {
        const { $from } = editor.state.selection;
        for (let depth = $from.depth; depth > 0; depth -= 1) {
          const item = $from.node(depth);
          if (item.type.name !== this.name || !editor.isEditable) continue;
          tick(editor, $from.before(depth), item.attrs.checked !== true);
          return true;
        }
        return false;
      },
    };
  },
  addInputRules() {
    // `- ` has made a bullet of the line before; the node's own rule would put a list of tasks into it.
    const ofBullet = new InputRule({
      find: BOX,
      handler: ({ state: { tr }, range: { from, to }, match }) => {
        const isBullet = makeTaskOfBullet(tr, from, to, /x/i.test(match[1] ?? ''));
        return isBullet ? undefined : null;
      },
    });
    return [ofBullet, ...(this.parent?.() ?? [])];
  },
  addNodeView() {
    return ({ node, editor, getPos }) => {
      const box = element('input', { type: 'checkbox' });
      const contentDOM = element('div');
      const dom = element('li', {}, element('label', { contenteditable: 'false' }, box), contentDOM);
      let shown = node;
      const draw = (): void => {
        box.checked = shown.attrs.checked === true;
        setAttribute(dom, 'data-checked', String(box.checked));
        setAttribute(box, 'aria-label', shown.firstChild?.textContent.trim() || 'Empty task');
      };
      // The caret stays where it is when the mouse ticks.
      box.addEventListener('mousedown', (event) => event.preventDefault());
      box.addEventListener('change', () => {
        const position = getPos();
        if (position === undefined || !editor.isEditable) return draw();
        tick(editor, position, box.checked);
      });
      draw();
      return {
        dom,
        contentDOM,
        update: (next) => {
          if (next.type !== shown.type) return false;
          shown = next;
          draw();
          return true;
        },
        stopEvent: (event) => event.target === box,
        ignoreMutation: (mutation) => mutation.type !== 'selection' && !contentDOM.contains(mutation.target),
      };
    };
  },
});
