import type { Editor } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { newId } from '../../../../shared/document/newId.ts';
import { sectionSpec } from '../../../../shared/document/sections.ts';
import { announce } from '../../../ui/announcer/announce.ts';
import { asOneStep } from '../../rows/asOneStep.ts';
import { positionOfId } from '../../rows/goTo.ts';
import { placeCaret } from '../../rows/placeCaret.ts';
import { ACTION_ITEM, newAction } from '../action-list/actionKind.ts';
import { whyNumber } from './whyKind.ts';

/**
 * Makes an action item that answers the why before which `position` lies, at the end of the document's action
 * items, and goes there. A document without action items gets the section.
 */
export function makeActionFromWhy(editor: Editor, position: number): void {
  const { view } = editor;
  const why = view.state.doc.nodeAt(position);
  if (why === null || !editor.isEditable) return;
  const { tr } = view.state;
  const id = linkableId(why);
  if (id !== why.attrs.id) tr.setNodeAttribute(position, 'id', id);
  const item = newAction(editor, id);
  const list = lastActionList(view.state.doc);
  if (list !== null) tr.insert(list.position + list.node.nodeSize - 1, item);
  else
    tr.insert(view.state.doc.content.size, [
      actionHeading(editor),
      editor.schema.nodes.actionList!.create(null, item),
    ]);
  asOneStep(editor, () => view.dispatch(tr));
  const made = positionOfId(editor.view.state.doc, 'actionItem', item.attrs.id);
  if (made === null) return;
  placeCaret(editor, made);
  const name = ACTION_ITEM.nameOf(editor, item, made);
  announce(`${name} made from why ${whyNumber(view.state.doc, position)}`);
}

/** Links an action item to the why before which `position` lies. */
export function linkAction(editor: Editor, position: number, actionId: string): void {
  const why = editor.view.state.doc.nodeAt(position);
  const item = positionOfId(editor.view.state.doc, 'actionItem', actionId);
  if (why === null || item === null || !editor.isEditable) return;
  const id = linkableId(why);
  const { tr } = editor.view.state;
  if (id !== why.attrs.id) tr.setNodeAttribute(position, 'id', id);
  asOneStep(editor, () => editor.view.dispatch(tr.setNodeAttribute(item, 'why', id)));
}

export function unlinkAction(editor: Editor, actionId: string): void {
  const item = positionOfId(editor.view.state.doc, 'actionItem', actionId);
  if (item === null || !editor.isEditable) return;
  asOneStep(editor, () => editor.view.dispatch(editor.view.state.tr.setNodeAttribute(item, 'why', null)));
}

/** The hidden id of a why; one that came without gets it when something is linked to it. */
const linkableId = (why: Node): string => why.attrs.id ?? newId();

function lastActionList(doc: Node): { readonly node: Node; readonly position: number } | null {
  let found: { node: Node; position: number } | null = null;
  doc.descendants((node, position) => {
    if (node.type.name === 'actionList') found = { node, position };
    return !node.isTextblock && node.type.name !== 'actionList';
  });
  return found;
}

function actionHeading(editor: Editor): Node {
  const words = editor.schema.text(sectionSpec('actionItems')?.heading ?? '');
  return editor.schema.nodes.heading!.create({ level: 2, section: 'actionItems' }, words);
}
