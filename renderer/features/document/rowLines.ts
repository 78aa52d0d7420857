import type { Editor } from '@tiptap/core';
import type { PaletteItem } from '../../app/paletteItem.ts';
import { ACTION_ITEM } from '../../editor/nodes/action-list/actionKind.ts';
import { WHY } from '../../editor/nodes/why-chain/whyKind.ts';
import { goToNewRow } from '../../editor/rows/addRow.ts';
import type { RowMenu } from '../../editor/rows/drawnView.ts';
import { menuOfRowInUse } from '../../editor/rows/rowInUse.ts';
import type { RowKind } from '../../editor/rows/rowKind.ts';
import { Plus } from '../../ui/icons.ts';
import { menuLines } from './menuLines.ts';

/** What can be done with the why, the action item or other row in use, and a new one of those two kinds. */
export function rowLines(editor: Editor): readonly PaletteItem[] {
  const menu = menuOfRowInUse(editor);
  return [
    ...(menu === null ? [] : linesOf(editor, menu)),
    ...newLine(editor, WHY, 'whyChain', menu),
    ...newLine(editor, ACTION_ITEM, 'actionList', menu),
  ];
}

const linesOf = (editor: Editor, { name, noun, entries }: RowMenu): readonly PaletteItem[] =>
  menuLines(editor, { detail: name(), words: noun, labels: { 'Add below': newLabel(noun) }, entries });

const newLabel = (noun: string): string => `New ${noun.toLowerCase()}`;

/** A new row of a kind that is not in use goes behind the others of the last form in the document. */
function newLine(editor: Editor, kind: RowKind, form: string, menu: RowMenu | null): readonly PaletteItem[] {
  const position = lastOf(editor, form);
  if (menu?.noun === kind.noun || position === null) return [];
  const label = newLabel(kind.noun);
  return [
    {
      id: `row/${label}`,
      group: 'Do',
      icon: Plus,
      label,
      words: 'add row',
      run: () => goToNewRow(editor, kind, lastOf(editor, form) ?? position),
    },
  ];
}

function lastOf(editor: Editor, form: string): number | null {
  let last: number | null = null;
  editor.state.doc.descendants((node, position) => {
    if (node.type.name === form) last = position;
    return !node.isTextblock && node.type.name !== form;
  });
  return last;
}
