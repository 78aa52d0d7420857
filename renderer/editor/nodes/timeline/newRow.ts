import type { Fragment, Node, Schema } from '@tiptap/pm/model';
import { newId } from '../../../../shared/document/newId.ts';
import { linkedText } from '../../marks/link/linkedText.ts';

export interface RowDraft {
  /** Time and milestones, as a row's attributes hold them. */
  readonly attrs?: Readonly<Record<string, unknown>>;
  readonly event?: string;
  readonly source?: string;
}

/** A row that is not in a document yet, with a hidden id of its own and both of its cells. */
export function newRow(schema: Schema, { attrs = {}, event = '', source = '' }: RowDraft = {}): Node {
  const { paragraph, timelineRow, timelineEvent, timelineSource } = schema.nodes;
  return timelineRow!.create({ ...attrs, id: newId() }, [
    timelineEvent!.create(null, paragraph!.create(null, linkedText(schema, event))),
    timelineSource!.create(null, sourceContent(schema, source)),
  ]);
}

/** What was typed as a source: addresses in it become links, all else stays words. */
export const sourceContent = (schema: Schema, typed: string): Fragment => linkedText(schema, typed.trim());
