import type { Editor } from '@tiptap/core';
// For the commands that these packages declare.
import type {} from '@tiptap/extension-blockquote';
import type {} from '@tiptap/extension-horizontal-rule';
import type {} from '@tiptap/extension-list';
import type {} from '@tiptap/extension-table';
import { newId } from '../../../shared/document/newId.ts';
import { newAction } from '../nodes/action-list/actionKind.ts';
import { tableAround } from '../nodes/table/tableAround.ts';
import { goToQuickAdd } from '../nodes/timeline/goTo.ts';
import { placeCaret } from '../rows/placeCaret.ts';
import { insertForm } from './insertForm.ts';

/** Something that the slash menu and the palette put into the text. */
export interface Insertion {
  readonly key: string;
  readonly label: string;
  readonly detail: string;
  /** More words to find it by. */
  readonly words: string;
  readonly insert: (editor: Editor) => boolean;
}

const paragraph = { type: 'paragraph' };

/** With a line below it to go on writing in. */
function insertTable(editor: Editor): boolean {
  return editor
    .chain()
    .focus()
    .insertTable({ rows: 3, cols: 3, withHeaderRow: true })
    .command(({ tr, state }) => {
      const table = tableAround(tr.selection);
      if (table === undefined) return false;
      const end = table.pos + table.node.nodeSize;
      const { paragraph: line } = state.schema.nodes;
      if (line !== undefined && tr.doc.resolve(end).nodeAfter?.type !== line) tr.insert(end, line.create());
      return true;
    })
    .run();
}

export const INSERTIONS: readonly Insertion[] = [
  {
    key: 'heading2',
    label: 'Heading',
    detail: 'A section of its own, in the outline',
    words: 'title section h2',
    insert: (editor) => editor.chain().focus().setNode('heading', { level: 2 }).run(),
  },
  {
    key: 'heading3',
    label: 'Small heading',
    detail: 'Inside a section',
    words: 'subtitle h3',
    insert: (editor) => editor.chain().focus().setNode('heading', { level: 3 }).run(),
  },
  {
    key: 'bulletList',
    label: 'List',
    detail: 'Points without an order',
    words: 'bullet unordered ul',
    insert: (editor) => editor.chain().focus().toggleBulletList().run(),
  },
  {
    key: 'orderedList',
    label: 'Numbered list',
    detail: 'Steps in an order',
    words: 'ordered ol 1.',
    insert: (editor) => editor.chain().focus().toggleOrderedList().run(),
  },
  {
    key: 'taskList',
    label: 'Task list',
    detail: 'Things to tick off',
    words: 'todo checkbox',
    insert: (editor) => editor.chain().focus().toggleTaskList().run(),
  },
  {
    key: 'codeBlock',
    label: 'Code block',
    detail: 'Commands, output, configuration',
    words: 'pre fence terminal',
    insert: (editor) => editor.chain().focus().setCodeBlock().run(),
  },
  {
    key: 'blockquote',
    label: 'Quote',
    detail: 'What somebody said or wrote',
    words: 'blockquote citation',
    insert: (editor) => editor.chain().focus().setBlockquote().run(),
  },
  {
    key: 'table',
    label: 'Table',
    detail: 'Three columns to begin with',
    words: 'grid rows',
    insert: insertTable,
  },
  {
    key: 'horizontalRule',
    label: 'Rule',
    detail: 'A line across the page',
    words: 'divider separator hr',
    insert: (editor) => editor.chain().focus().setHorizontalRule().run(),
  },
  {
    key: 'timeline',
    label: 'Timeline',
    detail: 'Rows with UTC times, events and sources',
    words: 'rows events table',
    insert: (editor) =>
      insertForm(editor, { type: 'timeline' }, (position) => goToQuickAdd(editor, position, 'event')),
  },
  {
    key: 'whyChain',
    label: '5 Whys',
    detail: 'A problem and a chain of whys',
    words: 'root cause why',
    insert: (editor) =>
      insertForm(
        editor,
        {
          type: 'whyChain',
          content: [
            { type: 'whyProblem' },
            {
              type: 'why',
              attrs: { id: newId() },
              content: [{ type: 'whyQuestion' }, { type: 'whyAnswer', content: [paragraph] }],
            },
            { type: 'rootCause', content: [paragraph] },
          ],
        },
        (position) => placeCaret(editor, position),
      ),
  },
  {
    key: 'actionList',
    label: 'Action items',
    detail: 'Deliverables with owner, ticket and date',
    words: 'todo follow-up tasks',
    insert: (editor) =>
      insertForm(editor, { type: 'actionList', content: [newAction(editor).toJSON()] }, (position) =>
        placeCaret(editor, position),
      ),
  },
];

/** Insertions whose name or words begin with what was typed, in their order. */
export function insertionsFor(query: string): readonly Insertion[] {
  const typed = query.trim().toLowerCase();
  return INSERTIONS.filter(({ label, words }) =>
    `${label} ${words}`
      .toLowerCase()
      .split(/\s+/)
      .some((word) => word.startsWith(typed)),
  );
}
