import { PlainListItem } from '../../../../shared/schema/ordinaryNodes.ts';
import { outdentItem } from './outdentItem.ts';

/** An item of a list that Tab goes through as it goes through prose. */
export const ListItemKeys = PlainListItem.extend({
  addKeyboardShortcuts() {
    return { ...this.parent?.(), 'Shift-Tab': ({ editor }) => outdentItem(editor, this.name) };
  },
});
