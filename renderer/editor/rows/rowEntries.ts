import type { Editor } from '@tiptap/core';
import type { MenuEntry } from '../../ui/menu/entries.ts';
import { addRowAfter, copyRow } from './addRow.ts';
import { deleteRow } from './deleteRow.ts';
import { moveRow } from './moveRow.ts';
import type { RowKind } from './rowKind.ts';
import { rowLater } from './rowLater.ts';

/** What the menu of every row offers: add, move, copy, delete. */
export function rowEntries(editor: Editor, kind: RowKind, position: number): readonly MenuEntry[] {
  const noun = kind.noun.toLowerCase();
  const later = rowLater(editor, position);
  const withRow = (act: (position: number) => void) => (): void => {
    const now = later();
    if (now !== null) act(now);
  };
  return [
    { label: 'Add below', keys: 'Mod+Enter', onSelect: withRow((at) => addRowAfter(editor, kind, at)) },
    { label: 'Move up', keys: 'Alt+Up', onSelect: withRow((at) => moveRow(editor, kind, at, -1)) },
    { label: 'Move down', keys: 'Alt+Down', onSelect: withRow((at) => moveRow(editor, kind, at, 1)) },
    ...(kind.copy === undefined
      ? []
      : [
          {
            label: 'Duplicate',
            keys: 'Alt+Shift+Down',
            onSelect: withRow((at) => copyRow(editor, kind, at)),
          } as const,
        ]),
    { label: `Delete the ${noun}`, danger: true, onSelect: withRow((at) => deleteRow(editor, kind, at)) },
  ];
}
