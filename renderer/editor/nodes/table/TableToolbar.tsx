import type { Editor } from '@tiptap/core';
// For the commands that this package declares.
import type {} from '@tiptap/extension-table';
import { useEditorState } from '@tiptap/react';
import { Ellipsis } from '../../../ui/icons.ts';
import { IconMenuButton } from '../../../ui/menu/MenuButton.tsx';
import { Floating } from '../../../ui/popover/Floating.tsx';
import { useNodeAnchor } from '../../useNodeAnchor.ts';
import styles from './TableToolbar.module.css';

/** What can be done with the table that the caret is in, at its corner. */
export function TableToolbar({ editor }: { readonly editor: Editor }) {
  const position = useEditorState({
    editor,
    selector: ({ editor: now }) => (now.isEditable && now.isFocused ? tablePosition(now) : null),
  });
  const anchor = useNodeAnchor(editor, position);
  if (position === null) return null;
  const run =
    (
      command:
        | 'addRowBefore'
        | 'addRowAfter'
        | 'addColumnBefore'
        | 'addColumnAfter'
        | 'deleteRow'
        | 'deleteColumn'
        | 'deleteTable'
        | 'toggleHeaderRow',
    ) =>
    () => {
      editor.chain().focus()[command]().run();
    };
  return (
    <Floating anchor={anchor} placement="top-end" className={styles.toolbar}>
      <IconMenuButton
        label="Table"
        icon={<Ellipsis />}
        size="small"
        kind="default"
        entries={[
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
        ]}
      />
    </Floating>
  );
}

function tablePosition(editor: Editor): number | null {
  const { $from } = editor.state.selection;
  for (let depth = $from.depth; depth > 0; depth -= 1) {
    if ($from.node(depth).type.name === 'table') return $from.before(depth);
  }
  return null;
}
