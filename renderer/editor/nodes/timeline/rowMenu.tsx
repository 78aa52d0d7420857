import type { Editor } from '@tiptap/core';
import { ArrowDown, ArrowDownUp, ArrowUp, Check, Copy, Flag, Plus, Trash } from '../../../ui/icons.ts';
import type { MenuEntry } from '../../../ui/menu/entries.ts';
import { openMenu } from '../../../ui/menu/openMenu.ts';
import { rowLater } from '../../rows/rowLater.ts';
import { openMilestoneMenu } from './milestoneMenu.ts';
import { keepHere, moveIntoOrder, stopKeeping } from './orderCommands.ts';
import { duplicateRow, insertRowAbove, moveRow, nextRow, removeRow } from './rowCommands.ts';
import type { RowFlag } from './rowFlag.ts';
import { type RowPlace, rowAt } from './rowPlace.ts';
import { flagAt } from './timelineState.ts';

/** Opens what can be done with a row. */
export function openRowMenu(
  editor: Editor,
  { rowPos }: RowPlace,
  anchor: HTMLElement,
  onClose: () => void = () => undefined,
): void {
  const entries = rowMenuEntries(editor, rowPos, anchor);
  openMenu({ anchor, label: 'Row', entries, placement: 'bottom-end', onClose });
}

/** @param anchor what the menu of the milestones opens at */
export function rowMenuEntries(editor: Editor, rowPos: number, anchor: HTMLElement): readonly MenuEntry[] {
  const flag = flagAt(editor.state, rowPos);
  const later = rowLater(editor, rowPos);
  // The row is looked up again when something is chosen: others may have written meanwhile.
  const withRow =
    (act: (place: RowPlace) => void): (() => void) =>
    () => {
      const now = later();
      const place = now === null ? null : rowAt(editor.state.doc, now);
      if (place !== null) act(place);
    };
  return [
    {
      label: 'Insert row above',
      icon: <Plus />,
      onSelect: withRow((place) => insertRowAbove(editor, place)),
    },
    {
      label: 'Insert row below',
      icon: <Plus />,
      keys: 'Mod+Enter',
      onSelect: withRow((place) => nextRow(editor, place)),
    },
    {
      label: 'Duplicate',
      icon: <Copy />,
      keys: 'Alt+Shift+Down',
      onSelect: withRow((place) => duplicateRow(editor, place)),
    },
    'rule',
    {
      label: 'Milestones…',
      icon: <Flag />,
      keys: 'Alt+M',
      onSelect: withRow((place) => openMilestoneMenu(editor, place.rowPos, anchor)),
    },
    ...orderEntries(editor, rowPos, flag, withRow),
    'rule',
    {
      label: 'Move up',
      icon: <ArrowUp />,
      keys: 'Alt+Up',
      onSelect: withRow((place) => moveRow(editor, place, place.index - 1)),
    },
    {
      label: 'Move down',
      icon: <ArrowDown />,
      keys: 'Alt+Down',
      onSelect: withRow((place) => moveRow(editor, place, place.index + 1)),
    },
    {
      label: 'Delete the row',
      icon: <Trash />,
      danger: true,
      onSelect: withRow((place) => removeRow(editor, place, { loud: true })),
    },
  ];
}

function orderEntries(
  editor: Editor,
  rowPos: number,
  flag: RowFlag | null,
  withRow: (act: (place: RowPlace) => void) => () => void,
): readonly MenuEntry[] {
  if (flag?.kind === 'order') {
    return [
      {
        label: flag.fix,
        icon: <ArrowDownUp />,
        keys: 'Alt+O',
        onSelect: withRow((place) => moveIntoOrder(editor, place)),
      },
      { label: 'Keep here', icon: <Check />, onSelect: withRow((place) => keepHere(editor, place)) },
    ];
  }
  const kept = editor.state.doc.nodeAt(rowPos)?.attrs.keep === true;
  return kept
    ? [
        {
          label: 'Check its order again',
          icon: <ArrowDownUp />,
          onSelect: withRow((place) => stopKeeping(editor, place)),
        },
      ]
    : [];
}
