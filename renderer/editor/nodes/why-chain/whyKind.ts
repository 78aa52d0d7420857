import type { Editor } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { newId } from '../../../../shared/document/newId.ts';
import type { RowKind } from '../../rows/rowKind.ts';
import { isEmptyWhy, whysIn } from './chain.ts';

/** The number of the why before which a position lies: its place among the whys of its chain, from 1. */
export function whyNumber(doc: Node, position: number): number {
  const place = doc.resolve(position);
  const whys = whysIn(place.parent, place.before(place.depth));
  return whys.findIndex((why) => why.position === position) + 1;
}

export function newWhy(editor: Editor): Node {
  const { why, whyQuestion, whyAnswer, paragraph } = editor.schema.nodes;
  return why!.create({ id: newId() }, [whyQuestion!.create(), whyAnswer!.create(null, paragraph!.create())]);
}

export const WHY: RowKind = {
  node: 'why',
  noun: 'Why',
  nameOf: (editor, _, position) => `Why ${whyNumber(editor.view.state.doc, position)}`,
  make: newWhy,
  // A deeper why under the one where the chain stopped opens the chain again.
  onAddAfter: (tr, position) => {
    if (tr.doc.nodeAt(position)?.attrs.systemLevel) tr.setNodeAttribute(position, 'systemLevel', null);
  },
  isEmpty: isEmptyWhy,
};
