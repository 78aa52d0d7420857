import type { Editor } from '@tiptap/core';
// For the commands that this package declares.
import type {} from '@tiptap/extension-table';
import type { MenuEntry } from '../../../ui/menu/entries.ts';
import { tableAround } from './tableAround.ts';

/** The position before the table that the caret is in; null while it is in none. */
export const tablePosition = ({ state }: Editor): number | null => tableAround(state.selection)?.pos ?? null;

type TableCommand =
  | 'addRowBefore'
  | 'addRowAfter'
  | 'addColumnBefore'
  | 'addColumnAfter'
  | 'deleteRow'
  | 'deleteColumn'
  | 'deleteTable'
  | 'toggleHeaderRow';

/** What can be done with the table that the caret is in; the caret says with which row and column. */
export function tableEntries(editor: Editor): readonly MenuEntry[] {
  const run = (command: TableCommand) => () => void editor.chain().focus()[command]().run();
  return [
    { label: 'Add a row above', onSelect: run('addRowBefore') },
    { label: 'Add a row below', onSelect: run('addRowAfter') },
    { label: 'Add a column before', onSelect: run('addColumnBefore') },
    { label: 'Add a column after', onSelect: run('addColumnAfter') },
    'rule',
    { label: 'Make the first row a head, or not', onSelect: run('toggleHeaderRow') },
    'rule',
    { label: 'Delete the row', onSelect: run('deleteRow') },
    { label: 'Delete the column', onSelect: run('deleteColumn') },
    { label: 'Delete the table', danger: true, onSelect: run('deleteTable') },
  ];
}
