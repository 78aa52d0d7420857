import type { Editor } from '@tiptap/core';
import type { PaletteItem } from '../../app/paletteItem.ts';
import {
  ArrowDown,
  ArrowDownUp,
  ArrowUp,
  Check,
  ClockPlus,
  Copy,
  CornerDownRight,
  Flag,
  type LucideIcon,
  Plus,
  Trash,
} from '../../ui/icons.ts';
import { isAction, type MenuAction, type MenuEntry } from '../../ui/menu/entries.ts';

/** The menu of the row in use. */
interface UsedMenu {
  /** Which row it is about: quiet, after a line that does not say so itself. */
  readonly detail: string;
  /** More words to find its lines by. */
  readonly words: string;
  /** What an entry is called here, where its words would say too little away from the row. */
  readonly labels: Readonly<Record<string, string>>;
  readonly entries: () => readonly MenuEntry[];
}

/** The lines of the palette that do what the menu of the row in use does. */
export function menuLines(
  editor: Editor,
  { detail, words, labels, entries }: UsedMenu,
): readonly PaletteItem[] {
  return namedActions(entries()).map(({ name, action }) => {
    const label = labels[name] ?? name;
    return {
      id: `row/${label}`,
      group: 'Do',
      icon: action.danger ? Trash : (ICONS[name] ?? CornerDownRight),
      label,
      ...(label === name ? { detail } : undefined),
      words: `${words} ${detail} ${action.detail ?? ''}`,
      ...(action.keys === undefined ? {} : { keys: action.keys }),
      run: () => {
        // A field that is there only while it is typed in is gone.
        if (!editor.view.dom.contains(document.activeElement)) editor.view.focus();
        // Asked again: others may have written while the palette was open.
        namedActions(entries())
          .find((other) => other.name === name)
          ?.action.onSelect();
      },
    };
  });
}

const ICONS: Readonly<Record<string, LucideIcon>> = {
  'Add below': Plus,
  'Insert row above': ClockPlus,
  'Insert row below': ClockPlus,
  'Milestones…': Flag,
  'Keep here': Check,
  'Move up': ArrowUp,
  'Move down': ArrowDown,
  'Check its order again': ArrowDownUp,
  Duplicate: Copy,
};

/** The actions of a menu; those under a heading begin with its words: `Answers why 2`. */
function namedActions(
  entries: readonly MenuEntry[],
): readonly { readonly name: string; readonly action: MenuAction }[] {
  let heading = '';
  return entries.flatMap((entry) => {
    if (entry === 'rule') heading = '';
    else if (!isAction(entry)) heading = entry.heading;
    if (entry === 'rule' || !isAction(entry)) return [];
    return [
      { name: heading === '' ? entry.label : `${heading} ${entry.label.toLowerCase()}`, action: entry },
    ];
  });
}
