import type { Extensions } from '@tiptap/core';
import { Blockquote } from '@tiptap/extension-blockquote';
import { Bold } from '@tiptap/extension-bold';
import { Code } from '@tiptap/extension-code';
import { CodeBlock } from '@tiptap/extension-code-block';
import { Document } from '@tiptap/extension-document';
import { HardBreak } from '@tiptap/extension-hard-break';
import { Heading } from '@tiptap/extension-heading';
import { HorizontalRule } from '@tiptap/extension-horizontal-rule';
import { Italic } from '@tiptap/extension-italic';
import { BulletList, ListItem, OrderedList, TaskItem, TaskList } from '@tiptap/extension-list';
import { Paragraph } from '@tiptap/extension-paragraph';
import { Strike } from '@tiptap/extension-strike';
import { Table, TableCell, TableHeader, TableRow } from '@tiptap/extension-table';
import { Text } from '@tiptap/extension-text';
import { attributes } from './dataAttribute.ts';

/** A heading; `section` is the stable key of a template section, so that a renamed heading is still found. */
export const SectionHeading = Heading.extend({
  addAttributes() {
    return { ...this.parent?.(), ...attributes({ texts: ['section'] }) };
  },
});

function startOf(element: { getAttribute(name: string): string | null }): number {
  const start = Number.parseInt(element.getAttribute('start') ?? '', 10);
  return Number.isNaN(start) ? 1 : start;
}

/** An item of a bulleted or a numbered list. */
export const PlainListItem = ListItem.extend({ content: 'block*' });

/** An item of a task list, which holds other lists and may be empty for a moment of a merge. */
export const TaskListItem = TaskItem.extend({ content: 'block*' }).configure({ nested: true });

/** TipTap's own nodes and marks, their containers loosened so that no merge is ever rejected. */
export const ordinaryExtensions: Extensions = [
  Document.extend({ content: 'block*' }),
  Paragraph,
  Text,
  SectionHeading,
  Blockquote.extend({ content: 'block*' }),
  BulletList.extend({ content: 'listItem*' }),
  // Without TipTap's `type`: Markdown has digits only, and a list that says `a.` would export as `1.`.
  OrderedList.extend({
    content: 'listItem*',
    addAttributes: () => ({ start: { default: 1, parseHTML: startOf } }),
  }),
  PlainListItem,
  TaskList.extend({ content: 'taskItem*' }),
  TaskListItem,
  CodeBlock,
  HorizontalRule,
  HardBreak,
  Table.extend({ content: 'tableRow*' }),
  TableRow,
  TableCell.extend({ content: 'block*' }),
  TableHeader.extend({ content: 'block*' }),
  Bold,
  Italic,
  Strike,
  // Code excludes no other mark: bold code and linked code are ordinary in Markdown.
  Code.extend({ excludes: '' }),
];
