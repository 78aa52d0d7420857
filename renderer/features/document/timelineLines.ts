import type { Editor } from '@tiptap/core';
import { formatRowTime } from '../../../shared/time/formatRowTime.ts';
import { MILESTONES } from '../../../shared/time/milestones.ts';
import { timeOfAttributes } from '../../../shared/time/rowTimeAttributes.ts';
import type { PaletteItem } from '../../app/paletteItem.ts';
import { rowControls } from '../../editor/nodes/timeline/controls.ts';
import { goToQuickAdd } from '../../editor/nodes/timeline/goTo.ts';
import { toggleMilestone } from '../../editor/nodes/timeline/milestoneMenu.ts';
import { putInOrder } from '../../editor/nodes/timeline/orderCommands.ts';
import { rowMenuEntries } from '../../editor/nodes/timeline/rowMenu.tsx';
import { type RowPlace, rowOfSelection } from '../../editor/nodes/timeline/rowPlace.ts';
import { isAway, timelinesIn } from '../../editor/nodes/timeline/timelineState.ts';
import { ArrowDownUp, ClockPlus, Flag } from '../../ui/icons.ts';
import type { MenuEntry } from '../../ui/menu/entries.ts';
import { menuLines } from './menuLines.ts';

const NEW = 'New timeline row';

/** What can be done with the timeline row in use, a new row, and the rows of a timeline that are out of order. */
export function timelineLines(editor: Editor): readonly PaletteItem[] {
  const isFocused = editor.view.dom.contains(document.activeElement) && !isAway(editor.state);
  const place = isFocused ? rowOfSelection(editor.state.selection) : null;
  const timelines = timelinesIn(editor.state);
  const used = timelines.find(({ position }) => position === place?.timelinePos);
  const disordered = [used, ...timelines].find((timeline) => (timeline?.outOfOrder ?? 0) > 0);
  const order = disordered === undefined ? [] : [orderLine(editor, disordered)];
  if (place !== null) return [...usedLines(editor, place), ...order, ...milestoneLines(editor, place)];
  return [...timelines.slice(-1).map(({ position }) => newLine(editor, position)), ...order];
}

/** While no row is in use, a new one is typed at the foot. */
const newLine = (editor: Editor, position: number): PaletteItem => ({
  id: 'timeline/new',
  group: 'Do',
  icon: ClockPlus,
  label: NEW,
  words: 'add',
  run: () => goToQuickAdd(editor, position, 'time'),
});

const orderLine = (
  editor: Editor,
  { position, outOfOrder }: { readonly position: number; readonly outOfOrder: number },
): PaletteItem => ({
  id: 'timeline/order',
  group: 'Do',
  icon: ArrowDownUp,
  label: 'Put timeline rows in order',
  detail: outOfOrder === 1 ? '1 row' : `${outOfOrder} rows`,
  words: 'sort move',
  run: () => putInOrder(editor, position),
});

function usedLines(editor: Editor, { row }: RowPlace): readonly PaletteItem[] {
  const entries = (): readonly MenuEntry[] => {
    const rowPos = rowOfSelection(editor.state.selection)?.rowPos;
    const anchor = rowPos === undefined ? undefined : rowControls(editor.view, rowPos)?.menuAnchor();
    return rowPos === undefined || anchor === undefined ? [] : rowMenuEntries(editor, rowPos, anchor);
  };
  const labels = { 'Insert row below': NEW, 'Milestones…': 'Mark this row as…' };
  const detail = `Row at ${formatRowTime(timeOfAttributes(row.attrs)).text}`;
  return menuLines(editor, { detail, words: 'timeline', labels, entries });
}

const milestoneLines = (editor: Editor, { row }: RowPlace): readonly PaletteItem[] =>
  MILESTONES.map(({ key, label }) => ({
    id: `timeline/${key}`,
    group: 'Do',
    icon: Flag,
    label: `${row.attrs[key] === true ? 'No longer mark' : 'Mark'} this row as ${label}`,
    detail: 'Milestone',
    run: () => {
      const place = rowOfSelection(editor.state.selection);
      if (place !== null) toggleMilestone(editor, place.rowPos, key, label);
    },
  }));
