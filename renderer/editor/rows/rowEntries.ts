import type { Editor } from '@tiptap/core';
import type { MenuEntry } from '../../ui/menu/entries.ts';
import { addRowAfter, copyRow } from './addRow.ts';
import { deleteRow } from './deleteRow.ts';
import { moveRow } from './moveRow.ts';
import type { RowKind } from './rowKind.ts';

/** What the menu of every row offers: add, move, copy, delete. */
export function rowEntries(editor: Editor, kind: RowKind, position: number): readonly MenuEntry[] {
  const noun = kind.noun.toLowerCase();
  return [
    { label: 'Add below', keys: 'Mod+Enter', onSelect: () => addRowAfter(editor, kind, position) },
    { label: 'Move up', keys: 'Alt+Up', onSelect: () => moveRow(editor, kind, position, -1) },
    { label: 'Move down', keys: 'Alt+Down', onSelect: () => moveRow(editor, kind, position, 1) },
    ...(kind.copy === undefined
      ? []
      : [
          {
            label: 'Duplicate',
            keys: 'Alt+Shift+Down',
            onSelect: () => copyRow(editor, kind, position),
          } as const,
        ]),
    { label: `Delete the ${noun}`, danger: true, onSelect: () => deleteRow(editor, kind, position) },
  ];
}
