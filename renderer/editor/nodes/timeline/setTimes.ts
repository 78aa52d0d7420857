import type { Editor } from '@tiptap/core';
import { ySyncPluginKey } from '@tiptap/y-tiptap';
import type * as Y from 'yjs';
import { bodyOf } from '../../../../shared/document/layout.ts';
import { elementAt } from '../../../../shared/document/moveElement.ts';
import type { RowTime } from '../../../../shared/time/rowTime.ts';
import { wholeTimeAttributes } from '../../../../shared/time/rowTimeAttributes.ts';
import { blockPathOf } from '../../commands/blockPath.ts';
import { sessionOf } from '../../editorContext.ts';
import { asOneStep } from '../../rows/asOneStep.ts';

/**
 * Gives rows other times, as one step. Where a time is another one, all of its attributes are written anew, also those
 * that stay the same (DF-5): of two times that people set at once one stays whole, and undo leaves a time whole that
 * somebody else has set since. The binding writes only what differs, so this is written first in the transaction of the
 * binding; after a transaction of another origin it would draw the whole body again.
 *
 * @param times by the position before each row
 * @param tr what else the step does, by which no row is moved
 */
export function setTimes(editor: Editor, times: ReadonlyMap<number, RowTime>, tr = editor.state.tr): void {
  const { doc } = sessionOf(editor);
  const before = editor.state.doc;
  const rows = [...times].flatMap(([position, time]) => {
    const attributes = Object.entries(wholeTimeAttributes(time));
    const isSame = attributes.every(
      ([name, value]) => (before.nodeAt(position)?.attrs[name] ?? false) === value,
    );
    const element = elementAt(bodyOf(doc), blockPathOf(before, position));
    return isSame ? [] : [{ position, attributes, element }];
  });
  for (const { position, attributes } of rows)
    for (const [name, value] of attributes) tr.setNodeAttribute(position, name, value);
  if (!tr.docChanged) return;
  const writeAnew = ({ origin }: Y.Transaction): void => {
    if (origin !== ySyncPluginKey) return;
    for (const { element, attributes } of rows)
      for (const [name, value] of attributes) element?.setAttribute(name, value as string);
  };
  doc.on('beforeTransaction', writeAnew);
  try {
    asOneStep(editor, () => editor.view.dispatch(tr));
  } finally {
    doc.off('beforeTransaction', writeAnew);
  }
}
