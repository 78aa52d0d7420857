import type { Editor } from '@tiptap/core';
import { useEditorState } from '@tiptap/react';
import { useState } from 'react';
import { Ellipsis } from '../../../ui/icons.ts';
import { IconMenuButton } from '../../../ui/menu/MenuButton.tsx';
import { Floating } from '../../../ui/popover/Floating.tsx';
import { useNodeAnchor } from '../../useNodeAnchor.ts';
import styles from './TableToolbar.module.css';
import { tableEntries, tablePosition } from './tableEntries.ts';

/** What can be done with the table that the caret is in, at its corner; there while its menu is open, too. */
export function TableToolbar({ editor }: { readonly editor: Editor }) {
  const [inUse, setInUse] = useState(false);
  const position = useEditorState({
    editor,
    selector: ({ editor: now }) => (now.isEditable && (now.isFocused || inUse) ? tablePosition(now) : null),
  });
  const anchor = useNodeAnchor(editor, position);
  if (position === null) return null;
  return (
    <Floating
      anchor={anchor}
      placement="top-end"
      className={styles.toolbar}
      // The text keeps the focus, and with it this button, until the menu takes it.
      onMouseDown={(event) => event.preventDefault()}
      onFocus={() => setInUse(true)}
      onBlur={() => setInUse(false)}
    >
      <IconMenuButton
        label="Table"
        icon={<Ellipsis />}
        size="small"
        kind="default"
        entries={tableEntries(editor)}
      />
    </Floating>
  );
}
