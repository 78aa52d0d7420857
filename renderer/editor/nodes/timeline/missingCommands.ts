import type { Editor } from '@tiptap/core';
import { Fragment } from '@tiptap/pm/model';
import { asOneStep } from '../../rows/asOneStep.ts';
import { sourceContent } from './newRow.ts';
import type { RowPlace } from './rowPlace.ts';
import type { CellName } from './rowStops.ts';

/** Makes the cell that a row does not have, with what was typed in its place. */
export function writeMissingCell(
  editor: Editor,
  { row, rowPos }: RowPlace,
  name: CellName,
  typed: string,
): void {
  const { paragraph, timelineEvent, timelineSource } = editor.schema.nodes;
  const cell =
    name === 'event'
      ? timelineEvent!.create(null, paragraph!.create(null, Fragment.from(editor.schema.text(typed))))
      : timelineSource!.create(null, sourceContent(editor.schema, typed));
  const at = name === 'event' ? rowPos + 1 : rowPos + row.nodeSize - 1;
  asOneStep(editor, () => editor.view.dispatch(editor.state.tr.insert(at, cell)));
}
