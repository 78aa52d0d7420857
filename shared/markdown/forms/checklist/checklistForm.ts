import { textOf } from '../../../document/readBody.ts';
import type { BodyNode } from '../../../document/template.ts';
import { node, notedAttrs } from '../attrs.ts';
import { tidy } from '../cells.ts';
import type { FormContext } from '../formContext.ts';
import { lookOf } from '../noted.ts';
import { checkKeyOf } from './checklistItems.ts';

/** The task list that a checklist is written as. */
export function writeChecklist(checklist: BodyNode): BodyNode {
  return {
    type: 'taskList',
    content: (checklist.content ?? []).map(({ attrs, content = [] }) => ({
      type: 'taskItem',
      attrs: { checked: attrs?.checked === true },
      content: [content.length === 0 ? { type: 'paragraph' } : { type: 'paragraph', content }],
    })),
  };
}

/** A task list of single lines in the checklist's section, or one that holds items of the template; else null. */
export function readChecklist(list: BodyNode, context: FormContext): BodyNode | null {
  if (list.type !== 'taskList') return null;
  const items = list.content ?? [];
  const lines = items.map(({ content = [] }) =>
    content.length === 1 && content[0]?.type === 'paragraph' ? (content[0].content ?? []) : null,
  );
  if (lines.includes(null)) return null;
  const keys = items.map((item) => checkKeyOf(tidy(textOf(item))));
  const isOurs = context.section === 'publicationChecklist' || keys.some((key) => key !== null);
  if (!context.forced && !isOurs) return null;
  return {
    type: 'checklist',
    content: items.map((item, at) => {
      const note = context.notes.take('checks', lookOf([item]))?.note;
      const attrs = { key: keys[at], checked: item.attrs?.checked === true || null };
      return node('checkItem', notedAttrs(attrs, note, ['key']), lines[at] ?? []);
    }),
  };
}
