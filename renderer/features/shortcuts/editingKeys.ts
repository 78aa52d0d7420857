import type { Shortcut } from '../../ui/keyboard.ts';

export interface EditingKey {
  readonly does: string;
  /** Alternatives, such as up and down. */
  readonly keys: readonly Shortcut[];
}

export interface EditingGroup {
  readonly title: string;
  readonly keys: readonly EditingKey[];
}

/** Keys that the page itself handles where the caret stands; those of commands are in renderer/app/commands.ts. */
export const EDITING_KEYS: readonly EditingGroup[] = [
  {
    title: 'Timeline rows, whys, actions',
    keys: [
      { does: 'Add what was typed in the row at the foot', keys: ['Enter'] },
      { does: 'Next row, action or why', keys: ['Mod+Enter'] },
      { does: 'Next or previous cell; from the last one out of the table', keys: ['Tab', 'Shift+Tab'] },
      { does: 'Move up or down', keys: ['Alt+Up', 'Alt+Down'] },
      { does: 'Duplicate', keys: ['Alt+Shift+Down'] },
      { does: 'Mark a milestone', keys: ['Alt+M'] },
      { does: 'Move a row into order', keys: ['Alt+O'] },
      { does: 'Make an action item from a why', keys: ['Alt+A'] },
      { does: 'Leave the row', keys: ['Esc'] },
    ],
  },
  {
    title: 'Text',
    keys: [
      { does: 'Put something in', keys: ['Slash'] },
      { does: 'Bold, italic, code', keys: ['Mod+B', 'Mod+I', 'Mod+E'] },
      { does: 'Strike through', keys: ['Mod+Shift+S'] },
      { does: 'Link', keys: ['Mod+L'] },
      { does: 'Tick a task', keys: ['Mod+Enter'] },
      { does: 'Indent code or take that back; after Esc, leave it', keys: ['Tab', 'Shift+Tab'] },
      { does: 'Say what a selected picture shows', keys: ['Enter'] },
      { does: 'Select the cell, and all with one more press', keys: ['Mod+A'] },
    ],
  },
];

/** Keys of the list of postmortems. */
export const LIBRARY_KEYS: EditingGroup = {
  title: 'Library',
  keys: [
    { does: 'Move', keys: ['Up', 'Down'] },
    { does: 'Open', keys: ['Enter'] },
  ],
};
