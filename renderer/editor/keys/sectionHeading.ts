import { Extension } from '@tiptap/core';
import { lift } from '@tiptap/pm/commands';
import type { Node, ResolvedPos, Slice } from '@tiptap/pm/model';
import { type EditorState, Selection, type Transaction } from '@tiptap/pm/state';
import { sectionSpec } from '../../../shared/document/sections.ts';
import { pasteRulePlugin } from '../pasteRule.ts';

export const isSectionHeading = (node: Node | null | undefined): boolean =>
  node?.type.name === 'heading' && node.attrs.section !== null;

/** What Backspace takes a text out of. Rows and cells have keys of their own. */
const WRAPPERS: ReadonlySet<string> = new Set([
  'bulletList',
  'orderedList',
  'taskList',
  'listItem',
  'taskItem',
  'blockquote',
]);

/**
 * Backspace at the start of what stands right under a section's heading: a list item or a quote becomes a
 * paragraph, as does a smaller heading, and a paragraph stays. Joined to the heading, its words would be the section's name.
 *
 * @returns null where Backspace means what it means elsewhere; a transaction without steps where nothing happens
 */
export function backspaceUnderHeading(state: EditorState): Transaction | null {
  const { $from, empty } = state.selection;
  const { parent } = $from;
  if (!empty || $from.depth === 0 || $from.parentOffset > 0 || !parent.isTextblock) return null;
  for (let depth = 1; depth < $from.depth; depth += 1) {
    if ($from.index(depth) > 0 || !WRAPPERS.has($from.node(depth).type.name)) return null;
  }
  const index = $from.index(0);
  if (index === 0 || !isSectionHeading(state.doc.child(index - 1))) return null;
  if ($from.depth > 1) {
    let lifted: Transaction | null = null;
    lift(state, (tr) => {
      lifted = tr;
    });
    return lifted ?? state.tr;
  }
  if (isSectionHeading(parent)) return state.tr;
  const { paragraph } = state.schema.nodes;
  if (parent.type !== paragraph && paragraph !== undefined) {
    return state.tr.setBlockType($from.pos, $from.pos, paragraph);
  }
  // An empty line above others goes; the only line of a section is where it is written.
  const isSpare = parent.childCount === 0 && state.doc.maybeChild(index + 1)?.type.name !== 'heading';
  return isSpare && index + 1 < state.doc.childCount ? null : state.tr;
}

/**
 * Backspace at the start of a section's heading, under other words: the heading stays apart from them. An empty line
 * above it goes, unless it is the only line of its section; a heading without words is left to others.
 *
 * @returns whether nothing is to happen
 */
export function isHeldHeading({ doc, selection: { $from, empty } }: EditorState): boolean {
  if (!empty || $from.depth !== 1 || $from.parentOffset > 0) return false;
  if (!isSectionHeading($from.parent) || $from.parent.childCount === 0) return false;
  return $from.index(0) > 0 && !isSpareLine(doc, $from.index(0) - 1);
}

/** Delete at the very end of what stands above a section's heading: it would pull the heading in. */
export function isAtSectionEnd({ doc, selection: { $from, empty } }: EditorState): boolean {
  if (!empty || $from.depth === 0 || !$from.parent.isTextblock) return false;
  if ($from.parentOffset < $from.parent.content.size) return false;
  for (let depth = 1; depth < $from.depth; depth += 1) {
    if ($from.index(depth) < $from.node(depth).childCount - 1) return false;
  }
  const index = $from.index(0);
  return isSectionHeading(doc.maybeChild(index + 1)) && !isSpareLine(doc, index);
}

/** An empty line that is not the only place to write under its heading. */
function isSpareLine(doc: Node, index: number): boolean {
  const line = doc.child(index);
  const isEmpty = line.type.name === 'paragraph' && line.childCount === 0;
  return isEmpty && index > 0 && doc.child(index - 1).type.name !== 'heading';
}

/** Whether Delete stands at the end of a section's heading, where it would pull in what follows. */
export function isAtHeadingEnd({ selection: { $from, empty } }: EditorState): boolean {
  return empty && isSectionHeading($from.parent) && $from.parentOffset === $from.parent.content.size;
}

/** Whether the caret, or all that is selected, is in one heading. */
export const isWithinHeading = ({ selection: { $from, $to } }: EditorState): boolean =>
  $from.parent.type.name === 'heading' && $from.sameParent($to);

/**
 * A paste of blocks at a section's heading, which goes below it and leaves it as it is; a single line of words
 * goes into it.
 *
 * @returns null where a paste is none of this
 */
export function pastedBelowHeading(state: EditorState, slice: Slice): Transaction | null {
  const { $from, $to } = state.selection;
  if (!isSectionHeading($from.parent) || !$from.sameParent($to) || !holdsBlocks(slice)) return null;
  const start = $from.after();
  const end = start + sizeOfEmptyLine(state.doc.resolve(start));
  const index = $from.index(0) + 1;
  const { tr, doc } = state;
  if (doc.canReplace(index, index, slice.content)) tr.replaceWith(start, end, slice.content);
  else tr.replaceRange(start, end, slice);
  const behind = tr.mapping.map(end);
  return tr.setSelection(Selection.near(tr.doc.resolve(behind), -1)).scrollIntoView();
}

/**
 * Enter within a section's heading: one of the two parts is the section's, the one that says its usual name, or
 * else the first; what stands before that name is a paragraph of its own.
 *
 * @returns null where Enter means what it means elsewhere
 */
export function splitHeading(state: EditorState): Transaction | null {
  const { $from, $to } = state.selection;
  const { parent } = $from;
  if (!isSectionHeading(parent) || !$from.sameParent($to)) return null;
  if ($from.parentOffset === 0 || $to.parentOffset === parent.content.size) return null;
  const tr = state.tr.deleteSelection().split($from.pos);
  const behind = tr.doc.resolve($from.pos + 2);
  if (behind.parent.textContent === sectionSpec(parent.attrs.section)?.heading) {
    tr.setNodeMarkup($from.before(), state.schema.nodes.paragraph);
  } else {
    tr.setNodeMarkup(behind.before(), null, { ...parent.attrs, section: null });
  }
  return tr.scrollIntoView();
}

function holdsBlocks({ content }: Slice): boolean {
  const { firstChild } = content;
  if (firstChild === null || firstChild.isInline) return false;
  return content.childCount > 1 || firstChild.type.name !== 'paragraph';
}

/** Of the empty line that waits under a heading, which what is pasted takes the place of; 0 where there is none. */
const sizeOfEmptyLine = ({ nodeAfter }: ResolvedPos): number =>
  nodeAfter?.type.name === 'paragraph' && nodeAfter.childCount === 0 ? nodeAfter.nodeSize : 0;

/** Keeps a section's heading a heading of its own: keys and pastes beside it do not run into it. */
export const sectionHeading = Extension.create({
  name: 'sectionHeading',
  // After the keys of rows, before those of lists and of ordinary text.
  priority: 900,
  addKeyboardShortcuts() {
    const backspace = (): boolean => {
      const { view } = this.editor;
      if (view.editable && isHeldHeading(view.state)) return true;
      const tr = view.editable ? backspaceUnderHeading(view.state) : null;
      if (tr?.docChanged) view.dispatch(tr.scrollIntoView());
      return tr !== null;
    };
    const forwards = (): boolean => {
      const { state, editable } = this.editor.view;
      return editable && (isAtHeadingEnd(state) || isAtSectionEnd(state));
    };
    const enter = (): boolean => {
      const { view } = this.editor;
      const tr = view.editable ? splitHeading(view.state) : null;
      if (tr !== null) view.dispatch(tr);
      return tr !== null;
    };
    return {
      Enter: enter,
      // A heading is one line: a break would part it, or take the place of words.
      'Mod-Enter': () => isWithinHeading(this.editor.view.state),
      Backspace: backspace,
      'Mod-Backspace': backspace,
      'Shift-Backspace': backspace,
      Delete: forwards,
      'Mod-Delete': forwards,
    };
  },
  addProseMirrorPlugins: () => [pasteRulePlugin('sectionHeading', pastedBelowHeading)],
});
